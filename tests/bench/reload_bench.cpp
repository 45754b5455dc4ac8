// What a reload costs those who are waiting for an answer: posts are answered by a course of 2,000 rules and
// 1,000 FAQ entries, first in peace, then while its files change and are read again without a pause.
#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
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
using Steady = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int rules = 2000;
constexpr int entries = 1000;
constexpr int files = 20;
constexpr int rounds = 150;  // at least
constexpr int fewest_reloads = 3;
constexpr std::chrono::seconds patience{30};

std::string word(int number) {
  static const char* const syllables[] = {"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"};
  std::string text;
  for (int left = number + 1000; left > 0; left /= 10) text += syllables[left % 10];
  return text;
}

void write_course(const fs::path& folder, int edition) {
  std::ofstream(folder / "course.yaml")
      << "course:\n  name: Large\n  hashtags: [\"#large\"]\n  languages: [en]\n"
         "  replies: {per_learner_day: 100000, per_thread: 100000, per_hour: "
         "100000, per_day: 100000}\n";
  for (int file = 0; file < files; ++file) {
    std::ofstream out(folder / ("rules" + std::to_string(file) + ".yaml"));
    out << "# edition " << edition << "\nrules:\n";
    for (int i = file; i < rules; i += files) {
      out << "  - rule: rule-" << i << "\n    mode: auto\n    when:\n      says: [" << word(i) << ", \""
          << word(i + 1) << " " << word(i + 2) << "\"]\n    then:\n      - reply: \"About " << word(i)
          << ", edition " << edition << ".\"\n";
    }
    out << "faq:\n";
    for (int i = file; i < entries; i += files) {
      out << "  - id: entry-" << i << "\n    asks: [\"Where is the " << word(i + 5000) << " of "
          << word(i + 6000) << "?\", \"Is there a " << word(i + 5000)
          << "?\"]\n    answer: \"It is beside the " << word(i) << ".\"\n";
    }
  }
}

rulefile::ReadOptions options() {
  rulefile::ReadOptions options;
  options.now = base::SystemClock().now();
  options.advise = false;
  options.breaker_replies = 1'000'000;
  return options;
}

struct Bot {
  explicit Bot(const fs::path& top)
      : store(store::SqliteStore::open(top / "flockmate.sqlite").value()),
        clock(networks::PracticeClock::open(top / "practice").value()),
        room(networks::PracticeNetwork::open(top / "practice", "flockmate", *clock).value()),
        log(std::make_shared<spdlog::logger>("bench", std::make_shared<spdlog::sinks::null_sink_mt>())),
        alerts(log),
        reload({{top / "large"}, {FLOCKMATE_SOURCE_DIR}, top / "last_good"}, options(), *clock, flock),
        loaded(reload.run()),
        service({*store, {{domain::NetworkKind::practice, room.get()}}, *clock, alerts, log}, flock, reload,
                changes, [] { return 0.0; }) {}

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

// Milliseconds until each reply could be seen, ascending.
std::vector<double> answer_rounds(Bot& bot, const char* phase, const std::function<bool()>& go_on) {
  std::vector<double> times;
  for (int round = 0; round < rounds || go_on(); ++round) {
    const std::string handle = phase + std::to_string(round);
    const std::string text = "What about " + word(round * 13 % rules) + " today? #large";
    const auto began = Steady::now();
    const auto post = bot.room->say({handle, handle, text, true, ""});
    while (!is_answered(bot, post.value().id) && Steady::now() - began < patience) {
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    times.push_back(Milliseconds(Steady::now() - began).count());
  }
  std::sort(times.begin(), times.end());
  return times;
}

void print(const char* phase, const std::vector<double>& times) {
  std::printf("%-22s median %6.1f ms, 95%% %6.1f ms, slowest %6.1f ms\n", phase, times[times.size() / 2],
              times[times.size() * 95 / 100], times.back());
}

int bench(const fs::path& top) {
  fs::create_directories(top / "large");
  write_course(top / "large", 0);
  Bot bot(top);
  if (!bot.loaded || !bot.service.start()) {
    std::fprintf(stderr, "the course cannot run\n");
    return 1;
  }
  const auto in_peace = answer_rounds(bot, "calm", [] { return false; });
  std::atomic<bool> done{false};
  std::atomic<bool> failed{false};
  std::atomic<int> reloads{0};
  double slowest_reload = 0;
  std::thread editor([&] {
    for (int edition = 1; !done; ++edition) {
      write_course(top / "large", edition);
      const auto began = Steady::now();
      if (!bot.service.reload()) {
        failed = true;
        return;
      }
      slowest_reload = std::max(slowest_reload, Milliseconds(Steady::now() - began).count());
      ++reloads;
    }
  });
  const auto in_reload = answer_rounds(bot, "busy", [&] { return reloads < fewest_reloads && !failed; });
  done = true;
  editor.join();
  bot.service.stop();
  std::printf("%d rules, %d FAQ entries; %zu answers during %d reloads, the slowest took %.0f ms\n", rules,
              entries, in_reload.size(), reloads.load(), slowest_reload);
  print("in peace", in_peace);
  print("while reloading", in_reload);
  std::printf("a reload delays an answer by at most %.1f ms\n",
              in_reload.back() - in_peace[in_peace.size() / 2]);
  return 0;
}

}  // namespace

int main() {
  const fs::path top = fs::temp_directory_path() / "flockmate-reload-bench";
  fs::remove_all(top);
  const int result = bench(top);
  fs::remove_all(top);
  return result;
}
