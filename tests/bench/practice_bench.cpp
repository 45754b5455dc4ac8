// From a post in the practice room to the bot's reply in its timeline: the whole way over disk, rules and
// outbox.
#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>
#include <vector>

#include "alerts/journal.hpp"
#include "app/flock.hpp"
#include "app/service.hpp"
#include "networks/practice_clock.hpp"
#include "networks/practice_network.hpp"
#include "store/sqlite.hpp"

namespace {

namespace fs = std::filesystem;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int rounds = 200;
constexpr std::chrono::seconds patience{5};

struct Bot {
  explicit Bot(const fs::path& state)
      : store(store::SqliteStore::open(state / "flockmate.sqlite").value()),
        clock(networks::PracticeClock::open(state / "practice").value()),
        room(networks::PracticeNetwork::open(state / "practice", "flockmate", *clock).value()),
        log(std::make_shared<spdlog::logger>("bench", std::make_shared<spdlog::sinks::null_sink_mt>())),
        alerts(log),
        reload({{fs::path(FLOCKMATE_SOURCE_DIR) / "rules"}, {FLOCKMATE_SOURCE_DIR}, {}}, options(), *clock,
               flock),
        loaded(reload.run()),
        service({*store, {{domain::NetworkKind::practice, room.get()}}, *clock, alerts, log}, flock, reload,
                changes, [] { return 0.0; }) {}

  static rulefile::ReadOptions options() {
    rulefile::ReadOptions options;
    options.now = base::SystemClock().now();
    options.advise = false;
    return options;
  }

  std::unique_ptr<store::SqliteStore> store;
  std::unique_ptr<networks::PracticeClock> clock;
  std::unique_ptr<networks::PracticeNetwork> room;
  std::shared_ptr<spdlog::logger> log;
  alerts::Journal alerts;
  app::Flock flock;
  app::Changes changes;
  app::Reload reload;
  base::Status loaded;
  app::Service service;
};

bool is_answered(const Bot& bot, const std::string& id) {
  for (const domain::Post& post : bot.room->timeline(5)) {
    if (post.in_reply_to == id) return true;
  }
  return false;
}

// Milliseconds until the reply can be seen; negative when none came.
double one_round(Bot& bot, int number) {
  const auto began = std::chrono::steady_clock::now();
  const std::string handle = "learner" + std::to_string(number);
  const auto post = bot.room->say({handle, handle, "Where are the slides? #flockcourse", true, ""});
  while (!is_answered(bot, post.value().id)) {
    if (std::chrono::steady_clock::now() - began > patience) return -1;
    std::this_thread::sleep_for(std::chrono::microseconds(200));
  }
  return Milliseconds(std::chrono::steady_clock::now() - began).count();
}

}  // namespace

int main() {
  const fs::path state = fs::temp_directory_path() / "flockmate-practice-bench";
  fs::remove_all(state);
  fs::create_directories(state);
  std::vector<double> times;
  int unanswered = 0;
  {
    Bot bot(state);
    if (!bot.loaded || !bot.service.start()) return 1;
    for (int i = 0; i < rounds; ++i) {
      // Time moves on between posts, so that budgets and the breaker do not hold the replies back.
      bot.clock->advance(std::chrono::hours(1));
      const double time = one_round(bot, i);
      if (time < 0) {
        ++unanswered;
      } else {
        times.push_back(time);
      }
    }
    bot.service.stop();
  }
  fs::remove_all(state);
  std::sort(times.begin(), times.end());
  if (times.empty()) return 1;
  std::printf("post to visible reply: median %.1f ms, p99 %.1f ms, %zu answered, %d not\n",
              times[times.size() / 2], times[times.size() * 99 / 100], times.size(), unanswered);
  return unanswered == 0 ? 0 : 1;
}
