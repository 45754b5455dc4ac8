// `flockmate login` as ops run it, against servers in memory.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "base/files.hpp"
#include "tests/cli/program.hpp"
#include "tests/fakes/bluesky_web.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/mastodon_server.hpp"
#include "tests/fakes/x_web.hpp"

namespace {

using program::Ran;

class LoginTest : public testing::Test {
 protected:
  void settings(const std::string& networks) const {
    folder.write("flockmate.yaml", "cohorts: [course]\nstate: state\nnetworks:\n" + networks);
  }
  Ran login(const std::string& network, const std::string& typed) const {
    return program::run({"login", network, "--config", folder.path("flockmate.yaml")}, typed);
  }
  std::string stored(const std::string& name) const {
    struct stat about {};
    if (::stat(folder.path(name).c_str(), &about) != 0) return "nothing";
    EXPECT_EQ(about.st_mode & 0777U, 0600U);
    return *base::read_file(folder.path(name));
  }

  program::Folder folder;
  fakes::FixedClock clock;
};

TEST_F(LoginTest, mastodon_gives_a_token_for_a_code) {
  fakes::MastodonServer server(clock);
  settings("  mastodon: {handle: \"@flockmate\", server: \"" + server.url() +
           "/\", credential: mastodon-token}\n");
  const Ran ran = login("mastodon", " good-code \n");
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_EQ(ran.err, "The code that the page shows then: ");
  EXPECT_EQ(
      ran.out,
      "Open this address in a browser that is logged in there as the bot, and allow it:\n\n  " +
          server.url() +
          "/oauth/"
          "authorize?response_type=code&client_id=an-app&redirect_uri=urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob"
          "&scope=read%3Aaccounts%20read%3Astatuses%20read%3Anotifications%20read%3Asearch%20read%3Ablocks%20"
          "read%3Amutes%20write%3Astatuses\n\n"
          "The bot is @flockmate.\n"
          "What proves it is in " +
          folder.path("mastodon-token") +
          ", which only its owner can read.\n"
          "The service gets it by this line of its unit: LoadCredential=mastodon-token:" +
          folder.path("mastodon-token") + "\nNext: flockmate doctor, then restart the service.\n");
  EXPECT_EQ(stored("mastodon-token"), server.token() + "\n");
}

TEST_F(LoginTest, a_credential_that_was_open_to_others_is_closed) {
  fakes::MastodonServer server(clock);
  folder.write("token", "old");
  ::chmod(folder.path("token").c_str(), 0644);
  settings("  mastodon: {server: \"" + server.url() + "\", credential: " + folder.path("token") + "}\n");
  const Ran ran = login("mastodon", "good-code\n");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(ran.out.find("LoadCredential"), std::string::npos);
  EXPECT_EQ(stored("token"), server.token() + "\n");
}

TEST_F(LoginTest, what_is_refused_leaves_the_old_credential) {
  fakes::MastodonServer server(clock);
  folder.write("token", "old");
  ::chmod(folder.path("token").c_str(), 0600);
  settings("  mastodon: {handle: \"@helper\", server: \"" + server.url() + "\", credential: token}\n");
  const std::string host = server.url().substr(std::string("http://").size());
  EXPECT_EQ(login("mastodon", "good-code\n").err,
            "The code that the page shows then: flockmate: This is @flockmate's token, and the settings call "
            "the bot @helper. "
            "Log in to " +
                host + " as the bot, and run login again.\n");
  const Ran ran = login("mastodon", "");
  EXPECT_EQ(ran.err,
            "The code that the page shows then: flockmate: nothing was entered, and nothing was changed.\n");
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_EQ(stored("token"), "old");
}

TEST_F(LoginTest, bluesky_takes_an_app_password_that_works) {
  fakes::BlueskyServer server(clock);
  server.add_account("flockmate.test");
  const fakes::BlueskyWeb web(server);
  settings("  bluesky: {handle: \"@flockmate.test\", server: \"" + web.url() + "\", credential: bluesky}\n");
  const Ran wrong = login("bluesky", "aaaa-bbbb-cccc-dddd\n");
  EXPECT_EQ(wrong.exit_code, 1);
  EXPECT_EQ(
      wrong.err,
      "The app password of flockmate.test: flockmate: Bluesky does not let flockmate.test in: Invalid "
      "identifier or "
      "password. Make an app password (Settings, Privacy and security, App passwords) and put it into the "
      "credential.\n");
  EXPECT_EQ(stored("bluesky"), "nothing");
  const Ran ran = login("bluesky", std::string(fakes::BlueskyServer::password) + "\n");
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_EQ(ran.out,
            "Make an app password: in the app, logged in as the bot, Settings, Privacy and security, App "
            "passwords.\n"
            "The bot is @flockmate.test.\n"
            "What proves it is in " +
                folder.path("bluesky") +
                ", which only its owner can read.\n"
                "The service gets it by this line of its unit: LoadCredential=bluesky:" +
                folder.path("bluesky") + "\nNext: flockmate doctor, then restart the service.\n");
  EXPECT_EQ(stored("bluesky"), std::string(fakes::BlueskyServer::password) + "\n");
}

TEST_F(LoginTest, x_gives_a_refresh_token_for_the_address_that_was_pasted) {
  fakes::XServer server(clock);
  server.add_account("flockmate");
  const auto certificates = fakes::make_test_certificates();
  const fakes::AuthorityFile authority(certificates);
  const fakes::XWeb web(server, certificates);
  settings("  x: {handle: \"@flockmate\", server: \"" + web.url() +
           "\", credential: x, ca_file: " + authority.path().string() + "}\n");
  const Ran ran = login("x", "the-bearer\nan-app\n\ngood-code\n");
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(ran.err,
            "The app's bearer token (X's developer portal, Keys and tokens): The app's OAuth 2.0 client ID: "
            "Its client "
            "secret (nothing for a public client): The address that the browser cannot open then: ");
  EXPECT_TRUE(ran.out.starts_with(
      "In X's developer portal the app needs this callback address: https://localhost/flockmate\n"
      "Open this address in a browser that is logged in to X as the bot, and allow it:\n\n"
      "  https://x.com/i/oauth2/authorize?response_type=code&client_id=an-app&"))
      << ran.out;
  EXPECT_NE(ran.out.find("\n\nThe bot is @flockmate.\n"), std::string::npos);
  EXPECT_EQ(stored("x"),
            "bearer: the-bearer\nclient_id: an-app\nrefresh_token: " + server.refresh_token() + "\n");
  // What is known of the app is not asked for again.
  EXPECT_EQ(login("x", "good-code\n").err, "The address that the browser cannot open then: ");
  EXPECT_EQ(stored("x"),
            "bearer: the-bearer\nclient_id: an-app\nrefresh_token: " + server.refresh_token() + "\n");
}

TEST_F(LoginTest, needs_an_account_in_the_settings) {
  settings("  practice: {handle: flockmate}\n");
  const Ran ran = login("mastodon", "");
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_EQ(
      ran.err,
      "flockmate: the settings name no account on mastodon with a `credential:`. Add it under `networks:`; "
      "config/flockmate.yaml shows how.\n");
  EXPECT_EQ(login("usenet", "").exit_code, 2);
}

}  // namespace
