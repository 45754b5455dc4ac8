// Story: the machine loses power, the kernel kills the bot, somebody pulls the plug. Whenever that happens,
// every post is decided once, no reply is lost and none is said twice. The bot runs in a child process on a
// real database; the network lives here in the parent, which kills the child at points drawn with a fixed
// seed.
#include <gtest/gtest.h>
#include <poll.h>
#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <thread>

#include "app/service.hpp"
#include "base/text.hpp"
#include "rules/ruleset.hpp"
#include "store/sqlite.hpp"
#include "tests/app/world.hpp"
#include "tests/fakes/folder.hpp"

namespace {

using domain::NetworkKind;
using domain::Post;
using namespace std::chrono_literals;

constexpr int posts = 120;
constexpr int kills = 48;
constexpr const char* child_variable = "FLOCKMATE_KILL_TEST_CHILD";  // "REQUESTS EVENTS DATABASE"

const char* const rules_of_the_child = R"(
  replies: {per_hour: 100000, per_day: 100000}
rules:
  - rule: greet
    mode: auto
    when: {says: hello}
    then:
      - reply: "Welcome!"
)";

// --- messages: one packet each, fields separated by line breaks

bool send_packet(int socket, const std::string& packet) {
  return ::send(socket, packet.data(), packet.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(packet.size());
}

std::optional<std::vector<std::string>> receive_packet(int socket) {
  std::string packet(4096, '\0');
  const ssize_t size = ::recv(socket, packet.data(), packet.size(), 0);
  if (size <= 0) return std::nullopt;
  packet.resize(static_cast<std::size_t>(size));
  return base::split(packet, '\n');
}

// --- the child

class DistantNetwork final : public domain::Network {
 public:
  DistantNetwork(int requests, int events) : requests_(requests), events_(events) {}
  NetworkKind kind() const override { return NetworkKind::practice; }
  domain::Author self() const override {
    return {.id = "bot", .handle = "flockmate", .name = "Bot", .bot = true};
  }
  base::Status listen(const std::string& cursor, domain::EventSink sink) override {
    ask("listen\n" + cursor);
    std::thread([this, sink] { hear(sink); }).detach();  // until this process is killed
    return {};
  }
  void stop_listening() override {}
  base::Result<domain::Published> publish(const domain::Utterance& utterance) override {
    return domain::Published{ask("publish\n" + utterance.key + "\n" + utterance.to->id), ""};
  }
  base::Result<std::optional<domain::Published>> look_up(const domain::Utterance& utterance) override {
    std::string id = ask("look up\n" + utterance.key);
    if (id.empty()) return std::optional<domain::Published>();
    return std::optional(domain::Published{id, ""});
  }
  base::Status withdraw(const std::string&) override { return {}; }
  base::Result<std::vector<Post>> read_thread(const Post& post) override { return std::vector<Post>{post}; }

 private:
  std::string ask(const std::string& question) {
    const std::lock_guard lock(mutex_);
    if (!send_packet(requests_, question)) ::_exit(1);
    const auto answer = receive_packet(requests_);
    if (!answer) ::_exit(1);
    return answer->size() > 1 ? (*answer)[1] : "";
  }
  void hear(const domain::EventSink& sink) {
    while (const auto event = receive_packet(events_)) {
      Post post;
      post.id = (*event)[0];
      post.thread = post.id;
      post.author = {.id = "author-" + post.id, .handle = "author" + post.id, .name = "Ana"};
      post.text = "hello #flock";
      post.tags = {"flock"};
      post.created_at = base::SystemClock().now();
      sink({domain::PostEvent::Kind::created, post, (*event)[0]});
    }
  }

  const int requests_;
  const int events_;
  std::mutex mutex_;
};

TEST(KillChild, RunsTheBotUntilItIsKilled) {
  const char* told = std::getenv(child_variable);
  if (told == nullptr) return;  // nobody to play for: the kill tests start it as a process of its own
  const auto words = base::split(told, ' ');
  const base::SystemClock clock;
  auto store = store::SqliteStore::open(words.at(2));
  ASSERT_TRUE(store.ok()) << store.error().message;
  DistantNetwork network(std::stoi(words.at(0)), std::stoi(words.at(1)));
  app::Flock flock;
  const auto ruleset =
      app_test::compile(std::string(app_test::course_yaml) + rules_of_the_child, clock.now(), 1'000'000);
  ASSERT_NE(ruleset, nullptr);
  flock.set("week", {ruleset, {}, {}, clock.now()});
  app::Changes changes;
  app_test::AlertBook alerts;
  app::Reload reload({}, {}, clock, flock);
  const app::Ports ports{**store, {{NetworkKind::practice, &network}}, clock, alerts, app_test::quiet_log()};
  app::Service service(ports, flock, reload, changes, [] { return 0.0; });
  ASSERT_TRUE(service.start().ok());
  for (;;) ::pause();
}

// --- the parent

class Play {
 public:
  explicit Play(std::filesystem::path database) : database_(std::move(database)) {}
  ~Play() { kill_child(); }

  void start_child() {
    int requests[2];
    int events[2];
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, requests), 0);
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, events), 0);
    const std::string told =
        std::to_string(requests[1]) + " " + std::to_string(events[1]) + " " + database_.string();
    child_ = ::fork();
    ASSERT_GE(child_, 0);
    if (child_ == 0) {
      ::close(requests[0]);
      ::close(events[0]);
      ::setenv(child_variable, told.c_str(), 1);
      ::execl("/proc/self/exe", "app_test", "--gtest_filter=KillChild.*", "--gtest_brief=1", nullptr);
      ::_exit(127);
    }
    ::close(requests[1]);
    ::close(events[1]);
    requests_ = requests[0];
    events_ = events[0];
    next_event_.reset();
  }

  void kill_child() {
    if (child_ <= 0) return;
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
    ::close(requests_);
    ::close(events_);
    child_ = 0;
  }

  // Serves the child until it has asked `questions` times, then kills it: before or after the last question
  // took effect, before or after it is answered, or a moment later.
  void run_and_kill(int questions, int manner, std::chrono::microseconds moment) {
    start_child();
    for (int asked = 1; asked < questions && !is_over(); ++asked) {
      if (const auto question = next_question()) answer(take_effect(*question));
    }
    if (const auto question = next_question(); question && manner > 0) {
      const std::string said = take_effect(*question);
      if (manner > 1) answer(said);
      if (manner > 2) std::this_thread::sleep_for(moment);
    }
    kill_child();
  }

  void run_to_the_end() {
    start_child();
    while (!is_over()) {
      const auto question = next_question();
      ASSERT_TRUE(question) << "the bot fell silent after " << said_.size() << " replies";
      answer(take_effect(*question));
    }
    next_question(300ms);  // whatever it may still want to say
    kill_child();
  }

  bool is_over() const { return said_.size() == static_cast<std::size_t>(posts); }
  const std::map<std::string, int>& said() const { return said_; }

 private:
  using Question = std::vector<std::string>;

  // None when the child asks nothing for long.
  std::optional<Question> next_question(std::chrono::milliseconds patience = 20s) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until) {
      const bool more = next_event_ && *next_event_ <= posts;
      pollfd sockets[2] = {{requests_, POLLIN, 0}, {events_, static_cast<short>(more ? POLLOUT : 0), 0}};
      if (::poll(sockets, 2, 100) < 0) return std::nullopt;
      if ((sockets[1].revents & POLLOUT) != 0) {
        const std::string event = std::to_string(*next_event_);
        if (::send(events_, event.data(), event.size(), MSG_NOSIGNAL | MSG_DONTWAIT) > 0) ++*next_event_;
      }
      if ((sockets[0].revents & (POLLIN | POLLHUP)) != 0) return receive_packet(requests_);
    }
    return std::nullopt;
  }

  std::string take_effect(const Question& question) {
    if (question[0] == "listen") {
      next_event_ = question[1].empty() ? 1 : std::stoi(question[1]) + 1;
      return "";
    }
    std::string id = "said-" + question[1];
    if (question[0] == "look up") return said_.contains(question[1]) ? id : "";
    ++said_[question[1]];  // takes no keys: what is said twice is seen twice
    return id;
  }

  void answer(const std::string& word) { send_packet(requests_, "answer\n" + word); }

  const std::filesystem::path database_;
  pid_t child_ = 0;
  int requests_ = -1;
  int events_ = -1;
  std::optional<int> next_event_;
  std::map<std::string, int> said_;  // by key
};

TEST(Kill, WheneverTheBotIsKilledEachPostIsAnsweredExactlyOnce) {
  const fakes::Folder folder;
  const auto database = folder.path() / "state.sqlite";
  std::mt19937 chance(20260303);  // NOLINT: the same points in every run
  {
    Play play(database);
    for (int i = 0; i < kills && !play.is_over(); ++i) {
      const int questions = 1 + static_cast<int>(chance() % 4);
      const int manner = static_cast<int>(chance() % 4);
      play.run_and_kill(questions, manner, std::chrono::microseconds(chance() % 5000));
    }
    EXPECT_FALSE(play.is_over()) << "some posts must be left for the last run";
    play.run_to_the_end();
    EXPECT_EQ(play.said().size(), static_cast<std::size_t>(posts)) << "no reply is lost";
    for (const auto& [key, times] : play.said()) EXPECT_EQ(times, 1) << key;
  }
  auto store = store::SqliteStore::open(database);
  ASSERT_TRUE(store.ok()) << store.error().message;
  const auto read = (*store)->read([](domain::Tables& tables) -> base::Status {
    for (int i = 1; i <= posts; ++i) {
      const domain::PostKey key{NetworkKind::practice, std::to_string(i)};
      EXPECT_EQ(tables.traces.of_post(key).size(), 1u) << "post " << i << " is decided once";
    }
    return {};
  });
  EXPECT_TRUE(read.ok());
}

}  // namespace
