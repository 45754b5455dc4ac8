#include "networks/url.hpp"

#include <gtest/gtest.h>

#include "networks/reach.hpp"

namespace {

using networks::parse_url;

TEST(Url, is_taken_apart) {
  const auto url = parse_url("https://Social.Example:8443/api/v1/x?a=b");
  ASSERT_TRUE(url.ok());
  EXPECT_EQ(url->host, "social.example");
  EXPECT_EQ(url->port, 8443);
  EXPECT_EQ(url->target, "/api/v1/x?a=b");
  EXPECT_EQ(url->origin(), "https://social.example:8443");
  EXPECT_EQ(parse_url("wss://social.example")->origin(), "wss://social.example");
  EXPECT_EQ(parse_url("https://social.example?q=1")->target, "/?q=1");
}

TEST(Url, nonsense_is_no_address) {
  for (const char* text :
       {"", "social.example", "ftp://social.example", "https://", "https:///x", "https://a b",
        "https://a\r\nX: y", "https://user@social.example", "https://social.example:0",
        "https://social.example:70000", "https://social.example:8o", "https://social.example/#there",
        "https://soc!al.example", "https://[::1"}) {
    EXPECT_FALSE(parse_url(text).ok()) << text;
  }
}

TEST(Url, plain_text_stays_on_this_machine) {
  EXPECT_TRUE(parse_url("http://localhost:3000/x").ok());
  EXPECT_TRUE(parse_url("ws://127.0.0.1:3000/x").ok());
  EXPECT_FALSE(parse_url("http://127.evil.example").ok());
  const auto refused = parse_url("http://social.example/x");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().message,
            "That is not an address that can be used: to another machine it must be https://.");
}

TEST(Url, parameters_are_encoded) {
  EXPECT_EQ(networks::query_of({{"q", "a b&c=d"}, {"tag", "Où"}}), "q=a%20b%26c%3Dd&tag=O%C3%B9");
}

TEST(Reach, proxies_as_the_environment_says) {
  const auto reach = networks::reach_of_environment([](const std::string& name) -> std::string {
    if (name == "HTTPS_PROXY") return "http://proxy.example:3128";
    return name == "no_proxy" ? "internal.example, .school.example" : "";
  });
  ASSERT_TRUE(reach.proxy_for("social.example"));
  EXPECT_EQ(reach.proxy_for("social.example")->host, "proxy.example");
  EXPECT_EQ(reach.proxy_for("social.example")->port, 3128);
  EXPECT_FALSE(reach.proxy_for("internal.example"));
  EXPECT_FALSE(reach.proxy_for("social.school.example"));
  EXPECT_FALSE(reach.proxy_for("localhost"));
  EXPECT_FALSE(networks::Reach{}.proxy_for("social.example"));
}

}  // namespace
