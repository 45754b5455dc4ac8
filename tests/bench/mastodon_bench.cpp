// Mastodon on this machine, with the real program and its state on disk: how long from an event on the stream
// to the request that posts the reply, at 200 posts a second of which one in ten wants one; then 2,000 posts
// a second for a minute, of which one in a hundred does: is any lost, does the bot fall behind, does it grow?
// Give the path of another `flockmate` to measure that one, and how many posts a second instead of 2,000.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>
#include <unordered_map>
#include <vector>

#include "tests/endurance/service.hpp"
#include "tests/fakes/mastodon_server.hpp"

namespace {

using namespace std::chrono_literals;
using endurance::Service;
using std::chrono::steady_clock;

constexpr int learners = 50;
constexpr auto patience = 60s;

struct Pace {
  int a_second;
  std::chrono::seconds whole;
  int wanted_of;  // one in so many wants a reply
};

// Of this process: the network in memory, and whoever talks there.
double own_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double milliseconds(steady_clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

class Bench {
 public:
  explicit Bench(const std::string& program) : service_(program, clock_) {
    server_.on_request([this](const fakes::WebRequest& request) {
      if (request.method == "POST" && request.path == "/api/v1/statuses") note_reply(request.body);
      return fakes::MastodonFault::none;
    });
    service_.configure("  mastodon:\n    handle: \"@flockmate\"\n    server: " + server_.url() +
                       "\n    credential: " + service_.secret("token", server_.token()) + "\n");
  }

  bool start() { return service_.start() && server_.wait_for_streams(2); }

  bool run(const Pace& pace) {
    forget();
    const auto before = service_.size();
    const std::size_t decided_before = decided();
    talk(pace);
    const auto behind = await_decided(decided_before + posts_);
    await_replies();
    report(pace, before, decided() - decided_before, behind);
    return decided() - decided_before == posts_ && unanswered() == 0;
  }

 private:
  void forget() {
    const std::lock_guard lock(mutex_);
    begun_.clear();
    posts_ = 0;
    own_seconds_before_ = own_seconds();
  }

  void talk(const Pace& pace) {
    const auto start = steady_clock::now();
    const std::size_t count = static_cast<std::size_t>(pace.whole.count() * pace.a_second);
    for (; posts_ < count; ++posts_) {
      std::this_thread::sleep_until(start + posts_ * 1'000'000us / pace.a_second);
      const bool wanted = posts_ % static_cast<std::size_t>(pace.wanted_of) == 0;
      const std::string who = "learner" + std::to_string(posts_ % learners);
      const std::string words =
          (wanted ? "@flockmate please note " : "Talk number ") + std::to_string(posts_);
      const auto now = steady_clock::now();
      const std::string id = server_.post(who, words + " #flock");
      const std::lock_guard lock(mutex_);
      if (wanted) begun_[id] = now;
    }
    late_ = milliseconds(steady_clock::now() - start - pace.whole);
  }

  void note_reply(const std::string& body) {
    const auto now = steady_clock::now();
    const std::string to = nlohmann::json::parse(body).value("in_reply_to_id", "");
    const std::lock_guard lock(mutex_);
    replied_[to] = now;
  }

  std::size_t decided() const {
    std::size_t count = 0;
    (void)service_.look([&](domain::Tables& tables) {
      count = static_cast<std::size_t>(tables.posts.count(Service::cohort));
    });
    const std::lock_guard lock(mutex_);
    return count - replied_.size();  // the bot's own count, too
  }

  // How long after the last post the last one was decided.
  double await_decided(std::size_t count) const {
    const auto begun = steady_clock::now();
    while (decided() < count && steady_clock::now() - begun < patience) std::this_thread::sleep_for(5ms);
    return milliseconds(steady_clock::now() - begun);
  }
  void await_replies() const {
    const auto begun = steady_clock::now();
    while (unanswered() > 0 && steady_clock::now() - begun < patience) std::this_thread::sleep_for(5ms);
  }
  std::size_t unanswered() const {
    const std::lock_guard lock(mutex_);
    return static_cast<std::size_t>(std::count_if(
        begun_.begin(), begun_.end(), [&](const auto& one) { return !replied_.contains(one.first); }));
  }

  void report(const Pace& pace, const Service::Size& before, std::size_t decided, double behind) {
    std::vector<double> took;
    {
      const std::lock_guard lock(mutex_);
      for (const auto& [id, begun] : begun_) {
        const auto replied = replied_.find(id);
        if (replied != replied_.end()) took.push_back(milliseconds(replied->second - begun));
      }
    }
    std::sort(took.begin(), took.end());
    const auto after = service_.size();
    std::printf("%d posts a second for %lld s, one in %d wants a reply (the talker was %.0f ms late)\n",
                pace.a_second, static_cast<long long>(pace.whole.count()), pace.wanted_of, late_);
    std::printf("  %zu posts, %zu decided; the last one %.0f ms after it was said\n", posts_, decided,
                behind);
    if (!took.empty()) {
      std::printf(
          "  event to reply request: median %.1f ms, p99 %.1f ms, longest %.1f ms; %zu replies, %zu "
          "missing\n",
          took[took.size() / 2], took[took.size() * 99 / 100], took.back(), took.size(), unanswered());
    }
    std::printf(
        "  memory %.1f MiB before, %.1f after; descriptors %d, %d; threads %d, %d; %.1f s of processor\n",
        before.mebibytes, after.mebibytes, before.descriptors, after.descriptors, before.threads,
        after.threads, after.cpu_seconds - before.cpu_seconds);
    std::printf("  the network in memory took %.1f s of processor\n", own_seconds() - own_seconds_before_);
  }

  endurance::RunningClock clock_;
  fakes::MastodonServer server_{clock_};
  Service service_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, steady_clock::time_point> begun_;
  std::unordered_map<std::string, steady_clock::time_point> replied_;
  std::size_t posts_ = 0;
  double late_ = 0;
  double own_seconds_before_ = 0;
};

}  // namespace

int main(int count, char** words) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  Bench bench(count > 1 ? words[1] : FLOCKMATE_PROGRAM);
  if (!bench.start()) return 1;
  bool fine = true;
  const int many = count > 2 ? std::stoi(words[2]) : 2000;
  for (const Pace& pace : {Pace{200, 30s, 10}, Pace{many, 60s, 100}}) fine = bench.run(pace) && fine;
  return fine ? 0 : 1;
}
