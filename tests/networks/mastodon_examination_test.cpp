#include "networks/mastodon_examination.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "networks/http.hpp"
#include "networks/mastodon_languages.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/mastodon_server.hpp"
#include "tests/networks/findings.hpp"

namespace {

using fakes::MastodonServer;
using network_tests::finding;
using network_tests::lines_of;
using nlohmann::json;

class MastodonExaminationTest : public testing::Test {
 protected:
  MastodonServer& server(const MastodonServer::Options& options = {}) {
    server_ = std::make_unique<MastodonServer>(clock_, options);
    // "localhost:41234" is different in each run.
    host_ = server_->url().substr(std::string("http://").size());
    return *server_;
  }
  domain::Findings examine(const std::string& handle = "flockmate") {
    networks::MastodonPatient patient{{server_->url(), server_->token()}, handle, listen_on_};
    return networks::examine_mastodon(patient, http_, clock_);
  }

  fakes::FixedClock clock_;
  networks::Http http_{networks::Reach{}};
  std::unique_ptr<MastodonServer> server_;
  std::vector<networks::MastodonPatient::Place> listen_on_;
  std::string host_;
};

TEST_F(MastodonExaminationTest, a_healthy_account) {
  server({.date = "Tue, 03 Mar 2026 18:04:59 GMT"}).post("ana", "Good morning");
  EXPECT_EQ(lines_of(examine("Flockmate@social.example")),
            "ok mastodon: clock: This machine's clock and " + host_ +
                "'s agree.\n"
                "ok mastodon: server: " +
                host_ +
                " answers, on this machine and without TLS.\n"
                "ok mastodon: hashtag: " +
                host_ +
                " shows what is posted under a hashtag.\n"
                "ok mastodon: token: The token is valid; the bot speaks as @flockmate.\n"
                "ok mastodon: bot flag: The profile says that it is automated.\n"
                "ok mastodon: rate limit: 299 of 300 requests are left.\n"
                "ok mastodon: scopes: The token may read what the bot needs, and post.\n"
                "ok mastodon: languages: No language is hidden from the account.\n");
  EXPECT_TRUE(server_->said().empty());
}

TEST_F(MastodonExaminationTest, certificates_are_trusted_or_told_about) {
  const auto certificates = fakes::make_test_certificates();
  server({.certificates = &certificates});
  const networks::MastodonPatient patient{{server_->url(), server_->token()}, "", {}};
  const std::string host = server_->url().substr(std::string("https://").size());
  {
    const auto found = networks::examine_mastodon(patient, http_, clock_);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().sentence.substr(0, host.size() + 30), host + "'s certificate is not trusted:");
    EXPECT_EQ(found.front().mend,
              "If the authority is your own, name its certificate with `ca_file:`. Else look at this "
              "machine's date "
              "and at the package ca-certificates.");
  }
  const fakes::AuthorityFile authority(certificates);
  networks::Http trusting({authority.path(), "", {}});
  EXPECT_EQ(finding(networks::examine_mastodon(patient, trusting, clock_), "mastodon: server"),
            "ok " + host + " answers, and its certificate is trusted.");
}

TEST_F(MastodonExaminationTest, nasty_17_a_clock_that_is_off_by_five_minutes_or_more) {
  const char* mend = " | Set it, and keep it set: sudo timedatectl set-ntp true.";
  server({.date = "Tue, 03 Mar 2026 18:05:00 GMT"});
  EXPECT_EQ(finding(examine(), "mastodon: clock"),
            "error This machine's clock is 5 minutes behind " + host_ + "'s." + mend);
  server({.date = "Tue, 03 Mar 2026 17:12:00 GMT"});
  EXPECT_EQ(finding(examine(), "mastodon: clock"),
            "error This machine's clock is 48 minutes ahead of " + host_ + "'s." + mend);
}

TEST_F(MastodonExaminationTest, nasty_12_a_hashtag_feed_that_the_server_restricts) {
  server({.own_hashtags = "disabled"});
  EXPECT_EQ(finding(examine(), "mastodon: hashtag"),
            "error " + host_ +
                " shows hashtags to nobody. | Ask whoever runs the server to open its hashtag timelines, "
                "or move the bot to another server.");
  server({.others_hashtags = "disabled"});
  EXPECT_EQ(
      finding(examine(), "mastodon: hashtag"),
      "warning " + host_ +
          " shows under a hashtag only the posts of its own people. | Name the other learners' "
          "servers under `listen_on:`, or ask whoever runs the server to show posts from other servers.");
  server({.own_hashtags = "authenticated", .others_hashtags = "authenticated"});
  EXPECT_EQ(finding(examine(), "mastodon: hashtag"),
            "ok " + host_ + " shows what is posted under a hashtag.");
}

TEST_F(MastodonExaminationTest, a_server_that_is_only_listened_to) {
  server();
  MastodonServer other(clock_, {.host = "other.example", .own_hashtags = "authenticated"});
  const std::string there = other.url().substr(std::string("http://").size());
  listen_on_ = {{other.url(), ""}};
  EXPECT_EQ(network_tests::last(examine()),
            "error " + there +
                " shows hashtags only to people who have an account there. | Make an account on " + there +
                " and name its token with `credential:`.");
  listen_on_ = {{other.url(), "no-token"}};
  EXPECT_EQ(network_tests::last(examine()),
            "error " + there +
                " refuses the token: The access token is invalid (HTTP 401). | Make a new one there "
                "(Preferences, Development), with the scope read.");
}

// The owner of each token may have a filter, and each stream is filtered by its own.
TEST_F(MastodonExaminationTest, nasty_12_a_language_filter_where_it_only_listens) {
  server();
  MastodonServer other(clock_, {.host = "other.example", .chosen_languages = {"en"}});
  const std::string there = other.url().substr(std::string("http://").size());
  other.post("ana", "Good morning");
  for (const char* who : {"ben", "eve"}) other.post(who, "Bonjour", {.language = "fr"});
  listen_on_ = {{other.url(), other.token()}};
  EXPECT_EQ(network_tests::last(examine()),
            "warning The account on " + there +
                " is not shown posts in fr: its language filter keeps them from the hashtag's stream, too. | "
                "Log in there, Preferences, Other, \"Filter languages\": untick every one.");
}

TEST_F(MastodonExaminationTest, a_token_that_is_refused) {
  server().refuse_token(true);
  EXPECT_EQ(finding(examine(), "mastodon: token"),
            "error " + host_ +
                " refuses the token: The access token is invalid (HTTP 401). | Run: flockmate login "
                "mastodon.");
}

TEST_F(MastodonExaminationTest, scopes_that_are_missing_are_named) {
  server({.scopes = {"read:accounts", "read:statuses", "read:search", "write:media"}});
  EXPECT_EQ(finding(examine(), "mastodon: scopes"),
            "error The token may not do everything: it lacks read:notifications, read:blocks, read:mutes, "
            "write:statuses. | Run: flockmate login mastodon. It asks for what is needed.");
  server({.scopes = {"write"}});
  EXPECT_EQ(
      finding(examine(), "mastodon: scopes"),
      "error The token may not even ask who it belongs to: it lacks read:accounts. | Run: flockmate login "
      "mastodon. It asks for what is needed.");
}

TEST_F(MastodonExaminationTest, a_profile_without_the_bot_flag) {
  server({.bot_flag = false});
  EXPECT_EQ(
      finding(examine(), "mastodon: bot flag"),
      "warning The profile does not say that it is automated. | Log in as @flockmate, Preferences, Public "
      "profile: tick \"This is an automated account\".");
}

TEST_F(MastodonExaminationTest, another_accounts_token) {
  server();
  EXPECT_EQ(finding(examine("helper"), "mastodon: handle"),
            "warning The settings call the bot @helper, the token belongs to @flockmate. | Set `handle: "
            "\"@flockmate\"`, "
            "or get a token of the other account: flockmate login mastodon.");
}

TEST_F(MastodonExaminationTest, nasty_12_a_language_filter_shows_by_what_is_not_shown) {
  const char* where = " | Log in as the bot, Preferences, Other, \"Filter languages\": untick every one.";
  server({.chosen_languages = {"en"}});
  server_->post("ana", "Good morning");
  server_->post("ben", "Bonjour", {.language = "fr"});
  EXPECT_EQ(finding(examine(), "mastodon: languages"),
            "ok No language is hidden from the account.");  // one author
  server_->post("eve", "Bonsoir", {.language = "fr"});
  EXPECT_EQ(
      finding(examine(), "mastodon: languages"),
      std::string("warning The account is not shown posts in fr: its language filter keeps them from the "
                  "hashtag's stream, too.") +
          where);
  server();
  EXPECT_EQ(
      finding(examine(), "mastodon: languages"),
      std::string("by hand Whether the account filters languages cannot be seen from here; its stream is "
                  "filtered, too.") +
          where);
}

TEST_F(MastodonExaminationTest, little_left_of_the_rate_limit) {
  server({.requests_left = 29});
  EXPECT_EQ(finding(examine(), "mastodon: rate limit"),
            "warning 29 of 300 requests are left until 2026-03-03T18:05:00.123Z. | Find out what else uses "
            "this account "
            "or this address; the bot waits when nothing is left.");
}

TEST_F(MastodonExaminationTest, a_server_that_is_not_there_or_no_mastodon) {
  server().on_request([](const fakes::WebRequest&) { return fakes::MastodonFault::busy; });
  EXPECT_EQ(network_tests::last(examine()),
            "error " + host_ +
                " answers, but cannot work now (HTTP 503). | Try again in a few minutes. If it stays like "
                "this, ask whoever runs the server.");
  const fakes::WebServer web(
      [](const fakes::WebRequest&, fakes::WebTalk& talk) { talk.answer(404, "what?"); });
  const std::string host = web.url().substr(std::string("http://").size());
  EXPECT_EQ(network_tests::last(networks::examine_mastodon({{web.url(), "t"}, "", {}}, http_, clock_)),
            "error " + host +
                " does not answer as a Mastodon server does: HTTP 404. | Look at `server:` in the settings; "
                "Mastodon 4.0 is the oldest that will do.");
  const auto found = networks::examine_mastodon({{"http://localhost:1", "t"}, "", {}}, http_, clock_);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().sentence.substr(0, 30), "localhost:1 cannot be reached:");
  EXPECT_EQ(
      found.front().mend,
      "Look at the address in the settings, at this machine's network, and at its proxy (https_proxy).");
}

TEST(MastodonLanguages, what_is_older_than_the_accounts_page_proves_nothing) {
  const auto status = [](const char* id, const char* language, const char* author) {
    return json{{"id", id}, {"language", language}, {"account", {{"id", author}}}};
  };
  const json all{status("9", "fr", "a"), status("8", "en", "a"), status("7", "de", "b"),
                 status("6", "de", "c")};
  EXPECT_EQ(networks::languages_hidden_from(json::array({status("8", "en", "a")}), all),
            std::vector<std::string>{});
  EXPECT_EQ(
      networks::languages_hidden_from(json::array({status("8", "en", "a"), status("5", "en", "a")}), all),
      std::vector<std::string>{"de"});
  EXPECT_EQ(networks::languages_hidden_from(json::array(), all), std::vector<std::string>{"de"});
}

}  // namespace
