// The whole way on Mastodon, from a post on a server to the reply on it: once smoothly and timed, once
// through every fault at a fixed seed, with connections that are cut and restarts in between.
#include <algorithm>
#include <iostream>
#include <mutex>
#include <random>
#include <thread>

#include "app/service.hpp"
#include "networks/mastodon_network.hpp"
#include "rules/ruleset.hpp"
#include "tests/app/world.hpp"
#include "tests/fakes/folder.hpp"
#include "tests/fakes/mastodon_server.hpp"

namespace {

using domain::NetworkKind;
using fakes::MastodonFault;
using namespace std::chrono_literals;

const char* const generous = R"(
  replies: {per_learner_day: 1000, per_thread: 1000, per_hour: 100000, per_day: 100000}
rules:
  - rule: greet
    mode: auto
    when: {says: hello}
    then:
      - reply: "Welcome to the course, see https://example.org/week"
)";

class MastodonRun : public testing::Test {
 protected:
  // What a process has; a new one is a restart.
  struct Process {
    Process(MastodonRun& run, networks::MastodonOptions options)
        : network(networks::MastodonNetwork::open(std::move(options), http, {}, run.clock_).value()),
          reload({}, {}, run.clock_, run.flock_),
          service({run.store_,
                   {{NetworkKind::mastodon, network.get()}},
                   run.clock_,
                   run.alerts_,
                   app_test::quiet_log()},
                  run.flock_, reload, changes, [] { return 0.0; }) {
      EXPECT_TRUE(service.start().ok());
    }
    ~Process() {
      http.close_within(100ms);  // as hard as a stop gets
      service.stop();
    }
    networks::Http http{{}};
    std::unique_ptr<networks::MastodonNetwork> network;
    app::Changes changes;
    app::Reload reload;
    app::Service service;
  };

  MastodonRun() {
    const auto ruleset =
        app_test::compile(std::string(app_test::course_yaml) + generous, clock_.now(), 1'000'000);
    flock_.set("week", {ruleset, {}, {}, clock_.now()});
  }

  void restart() {
    process_.reset();
    networks::MastodonOptions options;
    options.own = {server_.url(), server_.token()};
    options.state = folder_.path();
    options.hashtags = [] { return std::vector<std::string>{"flock"}; };
    options.may_be_named = [] { return std::vector<std::string>(); };
    options.complain = [](const std::string&) {};
    options.jitter = [] { return 0.0; };
    options.pace.first_retry = 20ms;
    options.pace.longest_retry = 200ms;
    process_ = std::make_unique<Process>(*this, std::move(options));
  }

  std::string say_hello(int number) {
    return server_.post("learner" + std::to_string(number), "@flockmate hello #flock");
  }
  std::size_t drafts() {
    std::size_t count = 0;
    (void)store_.read([&](domain::Tables& tables) -> base::Status {
      count = tables.drafts.open("week").size();
      return {};
    });
    return count;
  }
  std::size_t under_way() {
    std::size_t count = 0;
    (void)store_.read([&](domain::Tables& tables) -> base::Status {
      count = tables.outbox.open("week").size();
      return {};
    });
    return count;
  }

  fakes::FixedClock clock_;
  app_test::MoodyStore store_;
  app_test::AlertBook alerts_;
  app::Flock flock_;
  fakes::Folder folder_;
  fakes::MastodonServer server_{clock_};
  std::unique_ptr<Process> process_;
};

TEST_F(MastodonRun, from_the_stream_to_the_reply_in_milliseconds) {
  restart();
  ASSERT_TRUE(server_.wait_for_streams(2));
  constexpr int posts = 100;
  std::vector<double> took;
  for (int i = 0; i < posts; ++i) {
    const auto before = std::chrono::steady_clock::now();
    say_hello(i);
    ASSERT_TRUE(server_.wait_for_said(static_cast<std::size_t>(i) + 1));
    took.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count());
  }
  std::sort(took.begin(), took.end());
  std::cout << "post to reply: median " << took[posts / 2] << " ms, 99th " << took[posts - 1] << " ms\n";
}

TEST_F(MastodonRun, through_every_fault_everything_is_said_once) {
  std::mutex mutex;
  std::mt19937 dice(20261122);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same run each time
  server_.on_request([&](const fakes::WebRequest& request) {
    using enum MastodonFault;
    constexpr MastodonFault each[] = {drop_before, drop_after, error_before, error_after, busy, too_many};
    const std::lock_guard lock(mutex);
    if (request.path.ends_with("verify_credentials")) return none;
    const auto roll = dice() % 100;
    return roll < 30 ? each[roll / 5] : none;
  });
  constexpr int posts = 120;
  std::map<std::string, int> replies;
  for (int i = 0; i < posts; ++i) {
    if (i % 40 == 0) restart();
    if (i % 25 == 13) server_.cut_streams(i % 2 == 0);
    replies[say_hello(i)] = 0;
    clock_.advance(5s);
    std::this_thread::sleep_for(10ms);
  }
  // Time goes by faster than outside: look-ups and pauses are not waited for.
  for (int turn = 0; turn < 1200; ++turn) {
    if (server_.said().size() + drafts() >= posts && under_way() == 0) break;
    clock_.advance(10s);
    std::this_thread::sleep_for(50ms);
  }
  process_.reset();
  int stray = 0;
  for (const auto& toot : server_.said()) {
    if (replies.contains(toot.in_reply_to)) {
      ++replies[toot.in_reply_to];
    } else {
      ++stray;
    }
  }
  int said = 0;
  int doubled = 0;
  for (const auto& [id, count] : replies) {
    said += count > 0 ? 1 : 0;
    doubled += count > 1 ? 1 : 0;
  }
  const auto unresolved = static_cast<int>(drafts());
  std::cout << posts << " posts, " << said << " answered, " << doubled << " doubled, " << unresolved
            << " unresolved, " << server_.requests().size() << " requests\n";
  EXPECT_EQ(doubled, 0);
  EXPECT_EQ(stray, 0);
  EXPECT_EQ(under_way(), 0U);
  EXPECT_EQ(said, posts);
  EXPECT_EQ(unresolved, 0) << "a look-up that met a fault is made again";
}

}  // namespace
