#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <fstream>
#include <mutex>
#include <sstream>
#include <thread>

#include "cli/accounts.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/folder.hpp"
#include "tests/fakes/mastodon_server.hpp"

namespace {

using domain::NetworkKind;
using rulefile::Account;

class MastodonAccountTest : public testing::Test {
 protected:
  MastodonAccountTest() {
    token_ = folder_ / "mastodon-token";
    std::ofstream(token_) << "bot-token\n";
    std::filesystem::permissions(token_, std::filesystem::perms::owner_read);
  }

  base::Result<cli::Accounts> open(const std::string& server, const std::string& credential) {
    rulefile::ServiceConfig config;
    Account& account = config.networks[NetworkKind::mastodon];
    account.server = server;
    account.credential = credential;
    account.ca_file = authority_.path();
    account.listen_on = {{server_.url(), ""}};  // the own server again: heard once
    const auto tags = [] { return std::vector<std::string>{"flock"}; };
    const auto none = [] { return std::vector<std::string>{}; };
    return cli::Accounts::open({config, folder_, clock_, tags, none, log_});
  }

  fakes::FixedClock clock_;
  fakes::TestCertificates certificates_ = fakes::make_test_certificates();
  fakes::AuthorityFile authority_{certificates_};
  fakes::MastodonServer server_{clock_, {.certificates = &certificates_}};
  const fakes::Folder own_;
  const std::filesystem::path folder_ = own_.path();
  std::filesystem::path token_;
  std::ostringstream written_;
  std::shared_ptr<spdlog::logger> log_ =
      std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(written_));
};

// The service's own way in: configuration, credential file, TLS by an authority of one's own, stream, reply.
TEST_F(MastodonAccountTest, hears_and_answers_over_tls_by_an_authority_of_its_own) {
  auto accounts = open(server_.url() + "/", token_);
  ASSERT_TRUE(accounts.ok()) << accounts.error().message;
  domain::Network& network = *accounts->networks().at(NetworkKind::mastodon);
  EXPECT_EQ(network.self().handle, "flockmate");
  std::mutex mutex;
  std::vector<domain::Post> heard;
  ASSERT_TRUE(network
                  .listen("",
                          [&](const domain::PostEvent& event) {
                            const std::lock_guard lock(mutex);
                            heard.push_back(event.post);
                            return true;
                          })
                  .ok());
  // The hashtag. Over TLS the fake sees what comes right behind it only with the next bytes.
  ASSERT_TRUE(server_.wait_for_streams(1));
  server_.post("ana", "A secret thought #flock");
  const auto has_heard = [&] {
    const std::lock_guard lock(mutex);
    return !heard.empty();
  };
  for (int turn = 0; turn < 500 && !has_heard(); ++turn) {
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  network.stop_listening();
  ASSERT_EQ(heard.size(), 1U);
  EXPECT_TRUE(network.publish({"k", domain::Utterance::Kind::reply, "Welcome!", "en", heard.front()}).ok());
  ASSERT_EQ(server_.said().size(), 1U);
  for (const char* word : {"secret", "bot-token", "ana"}) {
    EXPECT_EQ(written_.str().find(word), std::string::npos) << word << " is in the log";
  }
}

TEST_F(MastodonAccountTest, what_is_missing_is_told) {
  EXPECT_EQ(open("", token_).error().message,
            "the account on Mastodon needs `server`, such as `server: https://social.example`.");
  EXPECT_EQ(open(server_.url(), "").error().message,
            "the account on Mastodon needs `credential`, such as `credential: mastodon-token`.");
  EXPECT_EQ(open("social.example", token_).error().message,
            "mastodon: social.example: That is not an address that can be used: it does not start with "
            "https://.");
}

}  // namespace
