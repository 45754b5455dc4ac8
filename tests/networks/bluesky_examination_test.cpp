#include "networks/bluesky_examination.hpp"

#include <thread>

#include "networks/examination.hpp"
#include "networks/jetstream_examination.hpp"
#include "tests/fakes/jetstream_server.hpp"
#include "tests/networks/bluesky_world.hpp"
#include "tests/networks/findings.hpp"

namespace {

using fakes::BlueskyFault;
using network_tests::finding;
using network_tests::last;

class BlueskyExaminationTest : public network_tests::BlueskyTest {
 protected:
  domain::Findings examine(const std::string& password = fakes::BlueskyServer::password) {
    networks::BlueskyPatient patient{{fakes::BlueskyServer::address, "flockmate.test", password},
                                     folder.path() / "tokens" / "bluesky.json"};
    return networks::examine_bluesky(patient, server, clock);
  }
};

constexpr const char* new_password =
    "Make a new app password (Settings, Privacy and security, App passwords), then run: flockmate login "
    "bluesky.";

TEST_F(BlueskyExaminationTest, a_healthy_account) {
  networks::BlueskySession session(server, clock, networks::TokenFile(folder.path() / "other"),
                                   options().account);
  networks::BlueskyReader reader(session, clock);
  ASSERT_TRUE(session.open().ok());
  ASSERT_TRUE(networks::BlueskyWriter(session, reader, clock).label_self().ok());
  server.set_headers({{"date", "Tue, 03 Mar 2026 17:55:01 GMT"},
                      {"ratelimit-limit", "3000"},
                      {"ratelimit-remaining", "2990"}});
  const std::string healthy =
      "ok bluesky: clock: This machine's clock and pds.example's agree.\n"
      "ok bluesky: server: pds.example answers, and its certificate is trusted.\n"
      "ok bluesky: rate limit: 2990 of 3000 requests are left.\n"
      "ok bluesky: session: The app password is good; the bot speaks as @flockmate.test.\n"
      "ok bluesky: bot label: The profile carries the label \"bot\".\n"
      "ok bluesky: hearing: Hashtags can be searched and notifications read.\n";
  EXPECT_EQ(network_tests::lines_of(examine()), healthy);
  // Logins are few: the session is kept for the next time.
  EXPECT_EQ(network_tests::lines_of(examine()), healthy);
  EXPECT_EQ(server.calls("com.atproto.server.createSession"), 2);
}

TEST_F(BlueskyExaminationTest, the_label_is_set_by_the_service) {
  EXPECT_EQ(finding(examine(), "bluesky: bot label"),
            "by hand The profile does not carry the label \"bot\" yet. | The service sets it when it starts; "
            "look again "
            "when it runs.");
}

TEST_F(BlueskyExaminationTest, a_password_that_is_refused_or_the_accounts_own) {
  EXPECT_EQ(
      last(examine("aaaa-bbbb-cccc-dddd")),
      std::string("error Bluesky does not let flockmate.test in with this app password. | ") + new_password);
  EXPECT_EQ(finding(examine("correct horse battery"), "bluesky: app password"),
            std::string("warning The credential does not look like an app password (xxxx-xxxx-xxxx-xxxx). | "
                        "It should never "
                        "be the account's own. ") +
                new_password);
}

TEST_F(BlueskyExaminationTest, an_account_that_is_not_in_use) {
  server.set_status("suspended");
  EXPECT_EQ(last(examine()),
            "error The account is not in use: suspended. | Log in to the app as the bot; it says why and "
            "what can be done.");
}

TEST_F(BlueskyExaminationTest, a_server_without_an_appview_is_deaf) {
  server.next("app.bsky.feed.searchPosts", {BlueskyFault::answer(400, "UpstreamFailure")});
  EXPECT_EQ(last(examine()),
            "error The bot cannot listen: app.bsky.feed.searchPosts is refused (as the test wanted). | Its "
            "server must be "
            "joined to an AppView, and the account must be confirmed there.");
  server.next("app.bsky.notification.listNotifications", {BlueskyFault::answer(502, "UpstreamFailure")});
  EXPECT_EQ(last(examine()), "error Bluesky answered 502 to app.bsky.notification.listNotifications.");
}

TEST_F(BlueskyExaminationTest, a_server_that_is_not_there_or_not_bluesky) {
  server.next("com.atproto.server.describeServer", {BlueskyFault::no_connection()});
  EXPECT_EQ(last(examine()),
            "error pds.example cannot be reached: no connection. | Look at the address in the settings, at "
            "this machine's "
            "network, and at its proxy (https_proxy).");
  server.next("com.atproto.server.describeServer", {BlueskyFault::answer(404, "NotFound")});
  EXPECT_EQ(last(examine()),
            "error pds.example does not answer as a Bluesky server does (HTTP 404). | Look at `server:` in "
            "the settings; "
            "without it the bot logs in at bsky.social.");
  EXPECT_EQ(server.calls("com.atproto.server.createSession"), 0);
}

TEST_F(BlueskyExaminationTest, nasty_17_a_clock_that_is_off) {
  server.set_headers({{"date", "Tue, 03 Mar 2026 18:10:00 GMT"}});
  EXPECT_EQ(finding(examine(), "bluesky: clock"),
            "error This machine's clock is 10 minutes behind pds.example's. | Set it, and keep it set: sudo "
            "timedatectl "
            "set-ntp true.");
}

class JetstreamExamination : public network_tests::BlueskyTest {
 protected:
  std::string examine(const std::string& address) {
    networks::Examination examination("bluesky", server, clock);
    networks::examine_jetstreams(examination, {address}, {}, std::chrono::milliseconds{300});
    return last(examination.findings());
  }
  static constexpr const char* mend =
      " | Look at `jetstream:` in the settings. Until one can be followed the hashtags are searched.";

  fakes::JetstreamServer stream{clock};
};

TEST_F(JetstreamExamination, one_that_tells_something) {
  std::jthread life([this](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      stream.identity("did:plc:nobody");
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
  });
  const std::string host = stream.address().substr(std::string("ws://").size());
  EXPECT_EQ(examine(stream.address()), "ok " + host + " tells what happens on the network.");
}

TEST_F(JetstreamExamination, one_that_is_silent_refuses_is_something_else_or_is_not_there) {
  const std::string host = stream.address().substr(std::string("ws://").size());
  EXPECT_EQ(examine(stream.address()),
            "warning " + host +
                " tells nothing; a Jetstream of the whole network does so many times a second." + mend);
  {
    std::jthread life([this](const std::stop_token& stop) {
      while (!stop.stop_requested()) {
        stream.tell("hello");
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
      }
    });
    EXPECT_EQ(examine(stream.address()), "warning " + host + " does not tell what a Jetstream tells." + mend);
  }
  stream.refuse(403);
  EXPECT_EQ(examine(stream.address()),
            "warning " + host + " does not let its Jetstream be followed (HTTP 403)." + mend);
  EXPECT_EQ(examine("ws://localhost:1"),
            std::string("warning localhost cannot be reached: Connection refused.") + mend);
}

}  // namespace
