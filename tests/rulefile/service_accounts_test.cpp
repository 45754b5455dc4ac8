// The accounts in the service's settings: what each network's may say.
#include "rulefile/service_config.hpp"

#include <gtest/gtest.h>

#include "tests/rulefile/service_settings.hpp"

namespace {

using domain::NetworkKind;
using service_settings::read;
using service_settings::told;

TEST(ServiceAccounts, ReadsAnAccountOnBluesky) {
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

TEST(ServiceAccounts, BlueskyMayFollowAJetstreamOrOneOfSeveral) {
  const auto streams = [](const std::string& written) {
    return read("cohorts: [a]\nnetworks: {bluesky: {jetstream: " + written + "}}\n")
        .config.networks.at(NetworkKind::bluesky)
        .jetstreams;
  };
  using Lines = std::vector<std::string>;
  EXPECT_EQ(streams("wss://stream.example"), Lines{"wss://stream.example"});
  EXPECT_EQ(streams("[wss://stream.example, ws://localhost:6008]"),
            (Lines{"wss://stream.example", "ws://localhost:6008"}));
  EXPECT_EQ(told("cohorts: [a]\nnetworks:\n  bluesky:\n    jetstream: yes\n"),
            "flockmate.yaml:4:16  R004  \"yes\" cannot be used: \"jetstream\" should be a name or a list of "
            "names, such as wss://jetstream1.us-east.bsky.network\n"
            "    4 |     jetstream: yes\n"
            "      |                ^^^ cannot be used\n"
            "   Fix: for example      jetstream: wss://jetstream1.us-east.bsky.network\n"
            "   More: flockmate help R004\n");
}

// Bug: `monthly_dollars` under Bluesky was read and ignored, and whoever wrote it believed in a limit.
TEST(ServiceAccounts, AKeyThatItsNetworkWouldIgnoreIsAMistake) {
  const std::vector<std::pair<std::string, std::string>> cases{{"bluesky", "monthly_dollars: 25"},
                                                               {"mastodon", "monthly_dollars: 25"},
                                                               {"practice", "monthly_dollars: 25"},
                                                               {"bluesky", "prices: {post_read: 1}"},
                                                               {"mastodon", "prices: {reply: much}"},
                                                               {"mastodon", "poll_seconds: 30"},
                                                               {"x", "poll_seconds: 30"},
                                                               {"bluesky", "listen_on: [{server: a}]"},
                                                               {"x", "jetstream: wss://a.example"},
                                                               {"practice", "credential: a"}};
  for (const auto& [network, line] : cases) {
    std::string settings = "cohorts: [a]\nnetworks:\n  ";
    settings.append(network).append(":\n    ").append(line).append("\n");
    const auto got = read(settings).diagnostics;
    ASSERT_EQ(got.size(), 1U) << network << " " << line;
    EXPECT_EQ(got[0].code, "R003") << network << " " << line;
  }
  const auto wrong = read("cohorts: [a]\nnetworks:\n  bluesky:\n    monthly_dollars: 25\n").diagnostics;
  EXPECT_EQ(
      rulefile::to_text(wrong, false),
      "flockmate.yaml:4:5  R003  \"monthly_dollars\" is not something an account on Bluesky can have\n"
      "   An account on Bluesky can have: handle, server, credential, ca_file, poll_seconds, jetstream, "
      "policy.\n");
  EXPECT_EQ(
      rulefile::to_text(wrong, false, rulefile::Language::french),
      "flockmate.yaml:4:5  R003  «\u00A0monthly_dollars\u00A0» n'a pas de sens dans un compte Bluesky\n"
      "   Dans un compte Bluesky, on peut écrire\u00A0: handle, server, credential, ca_file, poll_seconds, "
      "jetstream, policy.\n");
}

TEST(ServiceAccounts, MastodonListensOnSeveralServers) {
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

TEST(ServiceAccounts, XHasALimitAndAPriceList) {
  const auto got = read(
      "cohorts: [a]\n"
      "networks:\n"
      "  x:\n"
      "    handle: \"@flockmate\"\n"
      "    credential: x\n"
      "    monthly_dollars: 12.50\n"
      "    prices: {as_of: 2027-01-31, post_read: 0.004, mention_read: 0.0005, user_read: 0, post: 1,\n"
      "             post_with_link: 0.25, reply: 0.02, boost: 0.03, deletion: 0.000001}\n");
  EXPECT_EQ(rulefile::to_text(got.diagnostics, false), "");
  const rulefile::Account& account = got.config.networks.at(NetworkKind::x);
  EXPECT_EQ(account.handle, "flockmate");
  EXPECT_EQ(account.monthly_cap, 12'500'000);
  EXPECT_EQ(account.prices.as_of, "2027-01-31");
  EXPECT_EQ(account.prices.post_read, 4'000);
  EXPECT_EQ(account.prices.mention_read, 500);
  EXPECT_EQ(account.prices.user_read, 0);
  EXPECT_EQ(account.prices.post, 1'000'000);
  EXPECT_EQ(account.prices.post_with_link, 250'000);
  EXPECT_EQ(account.prices.reply, 20'000);
  EXPECT_EQ(account.prices.boost, 30'000);
  EXPECT_EQ(account.prices.deletion, 1);
  const auto usual = read("cohorts: [a]\nnetworks: {x: {handle: a}}\n").config.networks.at(NetworkKind::x);
  EXPECT_EQ(usual.monthly_cap, 25'000'000);
  EXPECT_EQ(usual.prices.as_of, "2026-11-22");
  EXPECT_EQ(usual.prices.post_read, 5'000);
}

TEST(ServiceAccounts, MoneyIsWrittenInDollars) {
  EXPECT_EQ(told("cohorts: [a]\nnetworks:\n  x:\n    monthly_dollars: $25\n"),
            "flockmate.yaml:4:22  R004  \"$25\" cannot be used: \"monthly_dollars\" should be an amount of "
            "dollars, such as 25\n"
            "    4 |     monthly_dollars: $25\n"
            "      |                      ^^^ cannot be used\n"
            "   Fix: for example      monthly_dollars: 25\n"
            "   More: flockmate help R004\n");
  const auto lots = read("cohorts: [a]\nnetworks:\n  x:\n    monthly_dollars: lots\n").diagnostics;
  EXPECT_EQ(rulefile::to_text(lots, false, rulefile::Language::french),
            "flockmate.yaml:4:22  R004  «\u00A0lots\u00A0» ne convient pas\u00A0: pour "
            "«\u00A0monthly_dollars\u00A0», "
            "il faudrait une somme en dollars, avec un point, par exemple 25\n"
            "    4 |     monthly_dollars: lots\n"
            "      |                      ^^^^ ne convient pas\n"
            "   À faire\u00A0: par exemple      monthly_dollars: 25\n"
            "   Pour en savoir plus\u00A0: flockmate help R004\n");
  for (const char* amount : {"-1", "1,50", "1e3", ".5", "5.", "0.0000001", "100000.01", "much", "1 000"}) {
    EXPECT_TRUE(rulefile::has_errors(
        read("cohorts: [a]\nnetworks:\n  x:\n    prices: {reply: \"" + std::string(amount) + "\"}\n")
            .diagnostics))
        << amount;
  }
  EXPECT_EQ(
      told("cohorts: [a]\nnetworks:\n  x:\n    prices: {replys: 1}\n").substr(0, 92),
      "flockmate.yaml:4:14  R003  \"replys\" is not something prices can have - did you mean \"reply\"?");
}

}  // namespace
