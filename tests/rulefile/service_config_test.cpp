#include "rulefile/service_config.hpp"

#include <gtest/gtest.h>

namespace {

using domain::NetworkKind;

rulefile::ReadServiceConfig read(const std::string& text) {
  return rulefile::read_service_config({"flockmate.yaml", text});
}

std::string told(const std::string& text) {
  return rulefile::to_text(read(text).diagnostics, false);
}

TEST(ServiceConfig, ReadsEverything) {
  const auto got = read(
      "cohorts: [spring, /etc/flockmate/autumn]\n"
      "state: /var/lib/flockmate\n"
      "listen: {host: 0.0.0.0, port: 9000, public_names: [flock.example.org, \"flock.example:8443\"]}\n"
      "console_password: console-password\n"
      "breaker_replies: 40\n"
      "breaker_minutes: 10\n"
      "networks:\n"
      "  practice:\n"
      "    handle: \"@helper\"\n"
      "    credential: practice-token\n"
      "    policy: {as_of: 2026-12-01, hashtag_is_consent: no, max_length: 400}\n");
  EXPECT_EQ(rulefile::to_text(got.diagnostics, false), "");
  EXPECT_EQ(got.config.cohorts, (std::vector<std::filesystem::path>{"spring", "/etc/flockmate/autumn"}));
  EXPECT_EQ(got.config.state, "/var/lib/flockmate");
  EXPECT_EQ(got.config.listen.host, "0.0.0.0");
  EXPECT_EQ(got.config.listen.port, 9000);
  EXPECT_EQ(got.config.listen.public_names,
            (std::vector<std::string>{"flock.example.org", "flock.example:8443"}));
  EXPECT_EQ(got.config.console_password, "console-password");
  EXPECT_EQ(got.config.breaker_replies, 40);
  EXPECT_EQ(got.config.breaker_minutes, 10);
  EXPECT_EQ(got.config.networks.at(NetworkKind::practice).handle, "helper");
  EXPECT_EQ(got.config.networks.at(NetworkKind::practice).credential, "practice-token");
  const auto& policy = got.config.policies[0];
  EXPECT_EQ(policy.as_of, "2026-12-01");
  EXPECT_FALSE(policy.hashtag_is_consent);
  EXPECT_TRUE(policy.mention_is_consent);
  EXPECT_EQ(policy.max_length, 400);
}

TEST(ServiceConfig, HasDefaults) {
  const auto got = read("cohorts: spring\n");
  EXPECT_TRUE(got.diagnostics.empty());
  EXPECT_EQ(got.config.state, "state");
  EXPECT_EQ(got.config.listen.host, "127.0.0.1");
  EXPECT_EQ(got.config.listen.port, 8080);
  EXPECT_TRUE(got.config.listen.public_names.empty());
  EXPECT_EQ(got.config.breaker_replies, 30);
}

TEST(ServiceConfig, TellsWhatIsWrong) {
  EXPECT_EQ(told("cohorts: [a]\nnetworks:\n  mastodon:\n    handle: \"@flockmate\"\n"),
            "flockmate.yaml:3:3  R080  mastodon is not available yet: the bot can only run on the practice "
            "network\n"
            "   Fix: remove this network for now\n");
  EXPECT_EQ(told("state: x\n"),
            "flockmate.yaml:1:1  R081  no cohort is named, so the bot would serve nobody\n"
            "   Fix: for example      cohorts: [/etc/flockmate/spring]\n");
  EXPECT_EQ(
      told("cohorts: [a]\nlisten: {port: 99999}\n"),
      "flockmate.yaml:2:16  R004  \"99999\" cannot be used: \"port\" should be a whole number, such as 8080\n"
      "    2 | listen: {port: 99999}\n"
      "      |                ^^^^^ cannot be used\n"
      "   Fix: for example      port: 8080\n"
      "   More: flockmate help R004\n");
  EXPECT_EQ(told("cohorts: [a]\nlisten: {public_names: [flock.example, \"https://flock.example\"]}\n"),
            "");
  EXPECT_EQ(told("cohort: [a]\n").substr(0, 98),
            "flockmate.yaml:1:1  R003  \"cohort\" is not something the service's file can have - did you "
            "mean \"co");
  EXPECT_TRUE(rulefile::has_errors(read("").diagnostics));
  EXPECT_TRUE(rulefile::has_errors(read(std::string(2'000'000, 'x')).diagnostics));
}

}  // namespace
