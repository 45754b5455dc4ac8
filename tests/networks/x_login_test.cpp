#include "networks/x_login.hpp"

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <array>

#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/x_parts.hpp"
#include "tests/fakes/x_server.hpp"
#include "tests/networks/requests_left.hpp"

namespace {

using fakes::XServer;

std::map<std::string, std::string> query_of(const std::string& address) {
  return fakes::x_parts::decoded_pairs(address.substr(address.find('?') + 1));
}

// As RFC 7636 says, letter by letter.
std::string challenge_of(const std::string& verifier) {
  std::array<unsigned char, 32> digest{};
  EVP_Digest(verifier.data(), verifier.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
  const char* letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string text;
  unsigned bits = 0;
  int count = 0;
  for (const unsigned char byte : digest) {
    bits = (bits << 8U) | byte;
    for (count += 8; count >= 6; count -= 6)
      text += letters[(bits >> static_cast<unsigned>(count - 6)) & 63U];
  }
  return text + letters[(bits << static_cast<unsigned>(6 - count)) & 63U];
}

class XLoginTest : public testing::Test {
 protected:
  XLoginTest() { server.add_account("flockmate"); }
  static networks::XKeys keys(const std::string& secret) {
    networks::XKeys keys;
    keys.client_id = "an-app";
    keys.client_secret = secret;
    return keys;
  }

  fakes::FixedClock clock;
  XServer server{clock};
  const network_tests::RequestsLeft left{"x", [this] { return network_tests::asked_of(server); }};
};

TEST_F(XLoginTest, gives_an_address_and_takes_the_one_that_the_browser_is_sent_to) {
  networks::XLogin login(XServer::address, keys(""), "Flockmate", server);
  const std::string address = login.address();
  EXPECT_TRUE(address.starts_with(
      "https://x.com/i/oauth2/"
      "authorize?response_type=code&client_id=an-app&redirect_uri=https%3A%2F%2Flocalhost%2F"
      "flockmate&scope=tweet.read%20tweet.write%20users.read%20offline.access&state="))
      << address;
  const auto asked = query_of(address);
  EXPECT_EQ(asked.at("code_challenge_method"), "S256");
  const auto grant =
      login.finish("https://localhost/flockmate?state=" + asked.at("state") + "&code=good-code");
  ASSERT_TRUE(grant.ok()) << grant.error().message;
  EXPECT_EQ(grant->handle, "flockmate");
  EXPECT_EQ(grant->refresh_token, server.refresh_token());
  const auto form = fakes::x_parts::decoded_pairs(server.requests().front().body);
  EXPECT_EQ(form.at("grant_type"), "authorization_code");
  EXPECT_EQ(form.at("client_id"), "an-app");
  EXPECT_EQ(form.at("redirect_uri"), "https://localhost/flockmate");
  EXPECT_EQ(challenge_of(form.at("code_verifier")), asked.at("code_challenge"));
}

TEST_F(XLoginTest, takes_the_code_alone_and_proves_a_confidential_client) {
  networks::XLogin login(XServer::address, keys("an-app-secret"), "", server);
  ASSERT_TRUE(login.finish("good-code").ok());
  const auto request = server.requests().front();
  EXPECT_EQ(request.headers.at("authorization"), "Basic YW4tYXBwOmFuLWFwcC1zZWNyZXQ=");
  EXPECT_EQ(fakes::x_parts::decoded_pairs(request.body).count("client_id"), 0U);
}

TEST_F(XLoginTest, what_cannot_be_taken) {
  networks::XLogin login(XServer::address, keys(""), "helper", server);
  EXPECT_EQ(login.finish("https://localhost/flockmate?error=access_denied").error().message,
            "That address holds no code: X says access_denied. Run login again, and allow the app.");
  EXPECT_EQ(login.finish("https://localhost/flockmate").error().message,
            "That address holds no code. Run login again, and allow the app.");
  EXPECT_EQ(login.finish("https://localhost/flockmate?state=other&code=good-code").error().message,
            "That address belongs to another login. Run login again, and paste the newest one.");
  EXPECT_TRUE(server.requests().empty());
  EXPECT_EQ(login.finish("old-code").error().message,
            "X does not take the code: Value passed for the token was invalid. A code works once, and only "
            "for half a "
            "minute: run login again.");
  EXPECT_EQ(login.finish("good-code").error().message,
            "This is @flockmate's token, and the settings call the bot @helper. Log in to X as the bot, and "
            "run login again.");
  server.next("POST /2/oauth2/token", {fakes::XFault::no_connection()});
  EXPECT_EQ(login.finish("good-code").error().message, "X cannot be reached: no connection");
}

TEST(XKeys, are_written_as_they_are_read) {
  const std::string text = "bearer: b\nclient_id: c\nrefresh_token: r\n";
  const auto keys = networks::read_some_x_keys("# mine\nclient_id: c\n refresh_token: r\nbearer: b\n");
  ASSERT_TRUE(keys.ok());
  EXPECT_EQ(networks::text_of(*keys), text);
  EXPECT_TRUE(networks::read_some_x_keys("bearer: b").ok());
  EXPECT_FALSE(networks::read_x_keys("bearer: b").ok());
}

}  // namespace
