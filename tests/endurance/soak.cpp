// The bot under steady talk, with edits, deletions and cut streams: its memory, descriptors and threads stay
// where they were. Usage: soak mastodon|x FLOCKMATE [MINUTES]   Last line: N passed, N failed
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

#include "tests/endurance/side.hpp"

namespace {

using namespace std::chrono_literals;
using endurance::Service;
using endurance::Side;
using std::chrono::steady_clock;

constexpr int usual_minutes = 15;
constexpr auto warm_up = 3min;      // caches fill up and the allocator settles
constexpr double most_growth = 16;  // MiB after that
constexpr int more_descriptors = 4;
constexpr auto between_posts = 100ms;
constexpr int learners = 20;

void print(const char* when, const Service::Size& size, int posts) {
  std::printf("%-10s %7.1f MiB  %3d descriptors  %3d threads  %6.1f s of processor  %6d posts\n", when,
              size.mebibytes, size.descriptors, size.threads, size.cpu_seconds, posts);
}

void say_one(Side& side, int number) {
  const std::string who = "learner" + std::to_string(number % learners);
  const bool asks = number % 10 == 0;
  const std::string words =
      (asks ? "@flockmate please note " : "Thought number ") + std::to_string(number) + " #flock";
  const std::string id = side.say(who, words);
  if (number % 7 == 0) side.edit(id, words + " (mended)");
  if (number % 9 == 0) side.remove(id);
  if (number % 500 == 499) side.cut_stream();
}

}  // namespace

int main(int count, char** all) {
  const std::vector<std::string> words(all + 1, all + count);
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  endurance::RunningClock clock;
  const auto side = words.size() < 2 ? nullptr : endurance::make_side(words[0], clock);
  if (!side) {
    std::puts("usage: soak mastodon|x FLOCKMATE [MINUTES]");
    return 2;
  }
  const std::chrono::minutes whole{words.size() > 2 ? std::stoi(words[2]) : usual_minutes};
  Service service(words[1], clock);
  side->introduce(service);
  bool fine = service.start();
  std::printf("Steady talk on %s\n", words[0].c_str());
  const auto begun = steady_clock::now();
  Service::Size settled;
  int posts = 0;
  for (auto minute = -1min; fine && steady_clock::now() - begun < whole; ++posts) {
    say_one(*side, posts);
    std::this_thread::sleep_for(between_posts);
    const auto passed = std::chrono::duration_cast<std::chrono::minutes>(steady_clock::now() - begun);
    if (std::exchange(minute, passed) == passed) continue;
    const Service::Size size = service.size();
    if (passed <= warm_up) settled = size;
    print(("minute " + std::to_string(passed.count())).c_str(), size, posts);
  }
  const Service::Size end = service.size();
  const auto replies = side->replies().size();
  fine = service.stop() && fine;
  print("settled", settled, 0);
  print("end", end, posts);
  std::printf("%zu replies stand\n", replies);
  fine = fine && replies > 0 && end.mebibytes - settled.mebibytes <= most_growth &&
         end.descriptors <= settled.descriptors + more_descriptors && end.threads <= settled.threads + 1;
  if (!fine) std::printf("The end of the bot's log:\n%s\n", service.end_of_log().c_str());
  std::puts(fine ? "1 passed, 0 failed" : "0 passed, 1 failed");
  return fine ? 0 : 1;
}
