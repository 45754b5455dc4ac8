// The bot under steady talk, with edits, deletions and cut streams: its memory, descriptors and threads stay
// where they were. Usage: soak mastodon|x FLOCKMATE [MINUTES [POSTS_A_SECOND]]   Last line: N passed, N
// failed
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
constexpr int usual_pace = 10;      // posts a second
constexpr int parts = 20;           // of the time: after each the bot is looked at
constexpr int warm_up = 5;          // a fifth of the time: caches fill up and the allocator settles
constexpr double most_growth = 16;  // MiB after that
constexpr int more_descriptors = 4;
constexpr auto between_cuts = 50s;
constexpr int learners = 20;
constexpr const char* usage = "usage: soak mastodon|x FLOCKMATE [MINUTES [POSTS_A_SECOND]]";

struct Plan {
  std::chrono::milliseconds whole = std::chrono::minutes{usual_minutes};
  int a_second = usual_pace;
};

Plan plan_of(const std::vector<std::string>& words) {
  Plan plan;
  if (words.size() > 2) plan.whole = std::chrono::minutes{std::stoi(words[2])};
  if (words.size() > 3) plan.a_second = std::stoi(words[3]);
  return plan;
}

// How much of what was said has arrived: a bot that falls behind does not grow either.
long long known_to(const Service& service) {
  long long count = 0;
  (void)service.look([&](domain::Tables& tables) { count = tables.posts.count(Service::cohort); });
  return count;
}

void print(const char* when, const Service& service, const Service::Size& size, int posts) {
  std::printf(
      "%-10s %7.1f MiB  %3d descriptors  %3d threads  %6.1f s of processor  %6d posts said, %6lld kept\n",
      when, size.mebibytes, size.descriptors, size.threads, size.cpu_seconds, posts, known_to(service));
}

void say_one(Side& side, int number) {
  const std::string who = "learner" + std::to_string(number % learners);
  const bool asks = number % 10 == 0;
  const std::string words =
      (asks ? "@flockmate please note " : "Thought number ") + std::to_string(number) + " #flock";
  const std::string id = side.say(who, words);
  if (number % 7 == 0) side.edit(id, words + " (mended)");
  if (number % 9 == 0) side.remove(id);
}

// Talks to the end, and prints how the bot is each twentieth of the time. Gives its size once it had settled.
Service::Size talk(Side& side, const Service& service, const Plan& plan, int& posts) {
  const auto begun = steady_clock::now();
  auto next_cut = begun + between_cuts;
  Service::Size settled;
  int printed = -1;
  for (auto now = begun; now - begun < plan.whole; now = steady_clock::now()) {
    const int part = static_cast<int>((now - begun) * parts / plan.whole);
    if (std::exchange(printed, part) != part) {
      const Service::Size size = service.size();
      if (part <= parts / warm_up) settled = size;
      print((std::to_string(part * 100 / parts) + " %").c_str(), service, size, posts);
    }
    if (now >= next_cut) {
      side.cut_stream();
      next_cut += between_cuts;
    }
    say_one(side, posts++);
    std::this_thread::sleep_until(begun + posts * 1'000'000us / plan.a_second);
  }
  return settled;
}

}  // namespace

int main(int count, char** all) {
  const std::vector<std::string> words(all + 1, all + count);
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  endurance::RunningClock clock;
  const auto side = words.size() < 2 ? nullptr : endurance::make_side(words[0], clock);
  if (!side) {
    std::puts(usage);
    return 2;
  }
  Service service(words[1], clock);
  side->introduce(service);
  bool fine = service.start();
  std::printf("Steady talk on %s\n", words[0].c_str());
  int posts = 0;
  const Service::Size settled = fine ? talk(*side, service, plan_of(words), posts) : Service::Size();
  const Service::Size end = service.size();
  const auto replies = side->replies().size();
  fine = service.stop() && fine;
  print("end", service, end, posts);
  std::printf("grew by %.1f MiB after its first fifth\n", end.mebibytes - settled.mebibytes);
  std::printf("%zu replies stand\n", replies);
  fine = fine && replies > 0 && end.mebibytes - settled.mebibytes <= most_growth &&
         end.descriptors <= settled.descriptors + more_descriptors && end.threads <= settled.threads + 1;
  if (!fine) std::printf("The end of the bot's log:\n%s\n", service.end_of_log().c_str());
  std::puts(fine ? "1 passed, 0 failed" : "0 passed, 1 failed");
  return fine ? 0 : 1;
}
