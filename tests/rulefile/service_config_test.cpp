#include "rulefile/service_config.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>

#include "tests/rulefile/service_settings.hpp"

namespace {

using domain::NetworkKind;
using service_settings::read;
using service_settings::told;

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
      "    policy: {as_of: 2026-12-01, hashtag_is_consent: no, max_length: 400, "
      "per_hour: 10, per_day: 50}\n");
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
  const auto& policy = got.config.policies[0];
  EXPECT_EQ(policy.as_of, "2026-12-01");
  EXPECT_FALSE(policy.hashtag_is_consent);
  EXPECT_TRUE(policy.mention_is_consent);
  EXPECT_EQ(policy.max_length, 400);
  EXPECT_EQ(policy.per_hour, 10);
  EXPECT_EQ(policy.per_day, 50);
  EXPECT_FALSE(rules::has_caps(got.config.policies[1])) << "no server has caps unless the settings say so";
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

TEST(ServiceConfig, TheSampleIsRightInItsCommentsToo) {
  std::ifstream file(FLOCKMATE_SOURCE_DIR "/config/flockmate.yaml");
  const std::regex sample(
      "^  # ( *[a-z_]+:(?: .*)?|   .*)$");  // prose is not indented and begins with a capital
  std::string text;
  for (std::string line; std::getline(file, line);) text += std::regex_replace(line, sample, "  $1") + "\n";
  const auto got = read(text);
  EXPECT_EQ(rulefile::to_text(got.diagnostics, false), "");
  EXPECT_EQ(got.config.networks.size(), 4U);
  const domain::PriceList sampled = got.config.networks.at(NetworkKind::x).prices;
  const domain::PriceList usual;
  EXPECT_EQ(sampled.as_of, usual.as_of);
  EXPECT_EQ(sampled.post_read + sampled.mention_read + sampled.user_read + sampled.post +
                sampled.post_with_link + sampled.reply + sampled.boost + sampled.deletion,
            usual.post_read + usual.mention_read + usual.user_read + usual.post + usual.post_with_link +
                usual.reply + usual.boost + usual.deletion);
}

TEST(ServiceConfig, AWebhookIsNamedAndNeverWrittenHere) {
  EXPECT_EQ(read("cohorts: [a]\nalerts: {webhook: alerts-webhook}\n").config.alerts_webhook,
            "alerts-webhook");
  const std::string secret = "cohorts: [a]\nalerts: {webhook: \"https://hooks.example/T0/abc\"}\n";
  EXPECT_EQ(read(secret).config.alerts_webhook, "");
  EXPECT_EQ(
      told(secret),
      "flockmate.yaml:1:1  R082  the webhook's address stands in the settings, where others can read it\n"
      "   Whoever knows the address can write to the facilitators.\n"
      "   Fix: write the address into a credential and name that      webhook: alerts-webhook\n");
  EXPECT_EQ(
      rulefile::to_text(read(secret).diagnostics, false, rulefile::Language::french),
      "flockmate.yaml:1:1  R082  l'adresse du webhook est dans les réglages, où d'autres peuvent la lire\n"
      "   Qui connaît l'adresse peut écrire aux animateurs.\n"
      "   À faire : mettez l'adresse dans un « credential » et nommez-le      webhook: alerts-webhook\n");
  EXPECT_EQ(read("cohorts: [a]\nalerts: {direct_messages: mastodon}\nnetworks: {mastodon: {handle: a}}\n")
                .config.alerts_by_message,
            std::vector<NetworkKind>{NetworkKind::mastodon});
  EXPECT_EQ(
      told("cohorts: [a]\nalerts: {direct_messages: [bluesky]}\n"),
      "flockmate.yaml:2:27  R005  networks needs a line that starts with \"bluesky:\"\n"
      "   An account on Bluesky.\n"
      "   Fix: add the line      bluesky:  and below it, two spaces further right, what belongs to it\n");
  EXPECT_TRUE(rulefile::has_errors(
      read("cohorts: [a]\nalerts: {direct_messages: [x]}\nnetworks: {x: {handle: a}}\n").diagnostics));
  EXPECT_EQ(told("cohorts: [a]\nalerts: {}\n"),
            "flockmate.yaml:2:9  R005  alerts needs a line that starts with \"webhook:\"\n"
            "   The systemd credential with the address of a Slack-compatible webhook.\n"
            "   Fix: for example      webhook: alerts-webhook\n");
}

TEST(ServiceConfig, TellsWhatIsWrong) {
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

// Bug: a 0 silenced the bot, or took its brake away, without a word.
TEST(ServiceConfig, TellsWhatWouldSilenceTheBot) {
  const auto first_line = [](const std::string& text) {
    const std::string all = told("cohorts: [a]\n" + text);
    return all.substr(0, all.find('\n'));
  };
  EXPECT_EQ(told("cohorts: [a]\nbreaker_replies: 1\n"),
            "flockmate.yaml:2:18  R036  warning: the bot would fall silent for good at its first reply: so "
            "few stop all that it says\n"
            "    2 | breaker_replies: 1\n"
            "      |                  ^ too small\n"
            "   Fix: write      breaker_replies: 30  or leave the line out\n"
            "   More: flockmate help R036\n");
  EXPECT_EQ(first_line("breaker_minutes: 0\n"),
            "flockmate.yaml:2:18  R036  warning: nothing would stop a bot gone wrong: within 0 minutes there "
            "are no replies to count");
  EXPECT_EQ(first_line("networks:\n  x: {monthly_dollars: 0}\n"),
            "flockmate.yaml:3:24  R036  warning: the bot would read and say nothing on X: no money may be "
            "spent there");
  EXPECT_EQ(told("cohorts: [a]\nbreaker_replies: 2\nbreaker_minutes: 1\n"), "");
}

}  // namespace
