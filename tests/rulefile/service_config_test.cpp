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

TEST(ServiceConfig, ReadsAnAccountOnBluesky) {
  const auto got = read(
      "cohorts: [a]\n"
      "networks:\n"
      "  bluesky: {handle: \"@flockmate.example.org\", server: https://pds.example, credential: bluesky,\n"
      "            poll_seconds: 30}\n");
  EXPECT_TRUE(got.diagnostics.empty());
  const auto& account = got.config.networks.at(NetworkKind::bluesky);
  EXPECT_EQ(account.handle, "flockmate.example.org");
  EXPECT_EQ(account.server, "https://pds.example");
  EXPECT_EQ(account.credential, "bluesky");
  EXPECT_EQ(account.poll_seconds, 30);
  EXPECT_EQ(read("cohorts: [a]\nnetworks: {bluesky: {handle: a}}\n")
                .config.networks.at(NetworkKind::bluesky)
                .poll_seconds,
            10);
  EXPECT_TRUE(
      rulefile::has_errors(read("cohorts: [a]\nnetworks: {bluesky: {poll_seconds: 0}}\n").diagnostics));
}

TEST(ServiceConfig, MastodonListensOnSeveralServers) {
  const auto got = read(
      "cohorts: spring\n"
      "networks:\n"
      "  mastodon:\n"
      "    server: https://social.example\n"
      "    credential: mastodon-token\n"
      "    ca_file: /etc/flockmate/school-ca.pem\n"
      "    listen_on:\n"
      "      - {server: https://other.example, credential: other-token}\n"
      "      - {server: https://third.example}\n");
  EXPECT_EQ(rulefile::to_text(got.diagnostics, false), "");
  const rulefile::Account& account = got.config.networks.at(NetworkKind::mastodon);
  EXPECT_EQ(account.server, "https://social.example");
  EXPECT_EQ(account.ca_file, "/etc/flockmate/school-ca.pem");
  ASSERT_EQ(account.listen_on.size(), 2U);
  EXPECT_EQ(account.listen_on[0].server, "https://other.example");
  EXPECT_EQ(account.listen_on[0].credential, "other-token");
  EXPECT_EQ(account.listen_on[1].credential, "");
  EXPECT_EQ(told("cohorts: [a]\nnetworks:\n  mastodon:\n    listen_on: [{servre: x}]\n").substr(0, 70),
            "flockmate.yaml:4:18  R003  \"servre\" is not something a server to liste");
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
  EXPECT_EQ(told("cohorts: [a]\nnetworks:\n  x:\n    handle: \"@flockmate\"\n"),
            "flockmate.yaml:3:3  R080  x is not available yet: the bot runs on the practice network, "
            "Mastodon and Bluesky\n"
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
            "flockmate.yaml:2:40  R004  \"https://flock.example\" cannot be used: \"public_names\" should be "
            "a name "
            "or a list of names, such as [flockmate.example.org]\n"
            "    2 | listen: {public_names: [flock.example, \"https://flock.example\"]}\n"
            "      |                                        ^^^^^^^^^^^^^^^^^^^^^^^ cannot be used\n"
            "   Fix: for example      public_names: [flockmate.example.org]\n"
            "   More: flockmate help R004\n");
  for (const char* name : {"-flock", "flock.example/rules", "flock.example:http", "flöck.example", "a b"})
    EXPECT_TRUE(rulefile::has_errors(
        read("cohorts: [a]\nlisten: {public_names: [\"" + std::string(name) + "\"]}\n").diagnostics))
        << name;
  EXPECT_EQ(told("cohort: [a]\n").substr(0, 98),
            "flockmate.yaml:1:1  R003  \"cohort\" is not something the service's file can have - did you "
            "mean \"co");
  EXPECT_TRUE(rulefile::has_errors(read("").diagnostics));
  EXPECT_TRUE(rulefile::has_errors(read(std::string(2'000'000, 'x')).diagnostics));
}

}  // namespace
