#include "networks/mastodon_login.hpp"

#include <gtest/gtest.h>

#include "networks/http.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/mastodon_server.hpp"
#include "tests/networks/requests_left.hpp"

namespace {

class MastodonLoginTest : public testing::Test {
 protected:
  fakes::FixedClock clock_;
  fakes::MastodonServer server_{clock_};
  const network_tests::RequestsLeft left_{"mastodon", [this] { return network_tests::asked_of(server_); }};
  networks::Http http_{networks::Reach{}};
  networks::MastodonLogin login_{server_.url(), "Flockmate", http_};
  const std::string host_ = server_.url().substr(std::string("http://").size());
};

TEST_F(MastodonLoginTest, gives_an_address_and_takes_the_code) {
  const auto address = login_.begin();
  ASSERT_TRUE(address.ok()) << address.error().message;
  EXPECT_EQ(*address,
            server_.url() +
                "/oauth/authorize?response_type=code&client_id=an-app"
                "&redirect_uri=urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob&scope=read%3Aaccounts%20read%3Astatuses%20"
                "read%3Anotifications%20read%3Asearch%20read%3Ablocks%20read%3Amutes%20write%3Astatuses");
  const auto grant = login_.finish("good-code");
  ASSERT_TRUE(grant.ok()) << grant.error().message;
  EXPECT_EQ(grant->token, server_.token());
  EXPECT_EQ(grant->handle, "flockmate");
  // The secrets are in the bodies, never in an address.
  for (const auto& request : server_.requests()) EXPECT_EQ(request.query, "");
}

TEST_F(MastodonLoginTest, a_code_that_is_over) {
  ASSERT_TRUE(login_.begin().ok());
  EXPECT_EQ(login_.finish("old-code").error().message,
            host_ +
                " does not take the code: The provided authorization grant is invalid, expired, revoked, "
                "does not match "
                "the redirection URI used in the authorization request, or was issued to another client. "
                "(HTTP 400). A "
                "code works once, and only for a few minutes: run login again.");
}

TEST_F(MastodonLoginTest, a_token_that_does_not_work) {
  ASSERT_TRUE(login_.begin().ok());
  server_.refuse_token(true);
  EXPECT_EQ(login_.finish("good-code").error().message,
            "The token that " + host_ + " gave does not work: The access token is invalid (HTTP 401).");
}

TEST_F(MastodonLoginTest, another_accounts_token_is_not_taken) {
  networks::MastodonLogin login(server_.url(), "helper@social.example", http_);
  ASSERT_TRUE(login.begin().ok());
  EXPECT_EQ(login.finish("good-code").error().message,
            "This is @flockmate's token, and the settings call the bot @helper@social.example. Log in to " +
                host_ + " as the bot, and run login again.");
}

TEST_F(MastodonLoginTest, a_server_that_is_no_mastodon_or_not_there) {
  const fakes::WebServer web(
      [](const fakes::WebRequest&, fakes::WebTalk& talk) { talk.answer(404, "what?"); });
  const std::string host = web.url().substr(std::string("http://").size());
  EXPECT_EQ(networks::MastodonLogin(web.url(), "", http_).begin().error().message,
            host + " does not take a new program: HTTP 404. Is it a Mastodon server?");
  const auto nowhere = networks::MastodonLogin("http://localhost:1", "", http_).begin();
  EXPECT_EQ(nowhere.error().message.substr(0, 30), "localhost:1 cannot be reached:");
}

}  // namespace
