// A bot on a Mastodon server in memory: what the tests of the adapter's parts share.
#pragma once

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

#include "networks/mastodon_network.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/folder.hpp"
#include "tests/fakes/mastodon_server.hpp"
#include "tests/networks/heard.hpp"
#include "tests/networks/requests_left.hpp"

namespace network_tests {

class MastodonTest : public testing::Test {
 protected:
  using Fault = fakes::MastodonFault;

  MastodonTest() { restart_server({}); }

  void restart_server(const fakes::MastodonServer::Options& options) {
    network_.reset();
    server_ = std::make_unique<fakes::MastodonServer>(clock_, options);
  }

  networks::MastodonOptions options() {
    networks::MastodonOptions options;
    options.own = {server_->url(), server_->token()};
    options.state = folder_.path();
    options.hashtags = [this] {
      const std::lock_guard lock(mutex_);
      return hashtags_;
    };
    options.may_be_named = [] { return std::vector<std::string>{"dana"}; };
    options.complain = [this](const std::string& sentence) {
      const std::lock_guard lock(mutex_);
      complaints_.push_back(sentence);
    };
    options.jitter = [] { return 0.0; };
    options.pace.reconcile = std::chrono::hours{10};
    options.pace.first_retry = std::chrono::milliseconds{20};
    options.pace.longest_retry = std::chrono::milliseconds{200};
    options.pace.idle = std::chrono::seconds{2};
    return options;
  }

  networks::MastodonNetwork& network() { return network(options()); }
  networks::MastodonNetwork& network(networks::MastodonOptions options) {
    if (!network_) {
      auto opened = networks::MastodonNetwork::open(std::move(options), http_, reach_, clock_);
      EXPECT_TRUE(opened.ok()) << opened.error().message;
      network_ = std::move(opened).value();
    }
    return *network_;
  }

  // Listens, and is connected when it returns.
  void listen(const std::string& cursor = "") { listen(options(), cursor); }
  void listen(networks::MastodonOptions options, const std::string& cursor = "") {
    ASSERT_TRUE(network(std::move(options)).listen(cursor, heard_.sink()).ok());
    ASSERT_TRUE(server_->wait_for_streams(2));  // the hashtag and the notifications
  }

  // Listens, and what no stream tells from now on is found by a look at the timelines alone: the gap before
  // the connection is filled, the notifications last.
  void listen_with_no_gap_left(networks::MastodonOptions options) {
    listen(std::move(options));
    for (int turn = 0; turn < 2000 && server_->asked("GET", "/api/v1/notifications") == 0; ++turn)
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    ASSERT_GT(server_->asked("GET", "/api/v1/notifications"), 0);
  }

  // Streams end and nothing can be asked while `meanwhile` happens.
  void cut_off(bool reset, const std::function<void()>& meanwhile) {
    server_->on_request([](const fakes::WebRequest&) { return Fault::busy; });
    server_->cut_streams(reset);
    meanwhile();
    server_->on_request(nullptr);
  }

  void let_time_pass_until_heard(std::size_t count) {
    for (int turn = 0; turn < 400 && heard_.events().size() < count; ++turn) {
      clock_.advance(std::chrono::seconds{20});
      std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    ASSERT_GE(heard_.events().size(), count);
  }

  void set_hashtags(std::vector<std::string> tags) {
    const std::lock_guard lock(mutex_);
    hashtags_ = std::move(tags);
  }
  std::vector<std::string> complaints() {
    const std::lock_guard lock(mutex_);
    return complaints_;
  }

  domain::Post post_of(const std::string& id) {
    for (const auto& event : heard_.events()) {
      if (event.post.id == id) return event.post;
    }
    domain::Post post;
    post.network = domain::NetworkKind::mastodon;
    post.id = id;
    post.author.id = server_->id_of("ana");
    post.author.handle = "ana";
    post.created_at = clock_.now();
    return post;
  }

  domain::Utterance reply_to(const domain::Post& post, const std::string& text,
                             const std::string& key = "k1") {
    return {key, domain::Utterance::Kind::reply, text, "en", post};
  }

  fakes::FixedClock clock_;
  fakes::Folder folder_;
  networks::Reach reach_;
  networks::Http http_{reach_};
  std::mutex mutex_;
  std::vector<std::string> hashtags_{"flockcourse"};
  std::vector<std::string> complaints_;
  std::unique_ptr<fakes::MastodonServer> server_;
  const RequestsLeft left_{"mastodon", [this] { return asked_of(*server_); }};
  Heard heard_;
  std::unique_ptr<networks::MastodonNetwork> network_;
};

}  // namespace network_tests
