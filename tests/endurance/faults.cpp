// Everything goes wrong at once: 5 % of the requests in each of seven ways, deliveries doubled and out of
// order, streams cut, the program killed again and again. Every post is decided once, no reply is missing,
// none is doubled. What stays in doubt is a draft, and counted. Usage: faults mastodon|x FLOCKMATE [POSTS
// [KILLS [POSTS_A_SECOND]]]   Last line: N passed, N failed
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

#include "tests/endurance/side.hpp"

namespace {

using namespace std::chrono_literals;
using endurance::Dice;
using endurance::Service;
using endurance::Side;
using std::chrono::steady_clock;

constexpr unsigned seed = 20261122;
constexpr int wanted_of = 5;          // one in so many speaks to the bot
constexpr unsigned cut_one_in = 100;  // posts
constexpr int learners = 20;
constexpr int most_rounds = 60;  // of waiting at the end

struct Course {
  int posts = 100;
  int kills = 5;
  int a_second = 40;
  // So long nothing changes before it is taken for quiet: pauses that a network asked for are over by then.
  std::chrono::seconds quiet() const { return posts < 1000 ? 3s : 12s; }
};

struct Talk {
  std::vector<std::string> all;
  std::vector<std::string> wanted;
};

class Run {
 public:
  Run(Service& service, Side& side, Dice& dice, Course course)
      : service_(service), side_(side), dice_(dice), course_(course) {}

  bool talk() {
    const auto pause = 1000ms / course_.a_second;
    int killed = 0;
    for (int number = 0; number < course_.posts; ++number) {
      say(number);
      if (dice_.one_in(cut_one_in)) side_.cut_stream();
      std::this_thread::sleep_for(pause);
      const bool is_time = (killed + 1) * course_.posts / (course_.kills + 1) <= number;
      if (!is_time || killed == course_.kills) continue;
      ++killed;
      if (!restart(1min)) return false;
    }
    return true;
  }

  // Until nothing is under way any more. Between the rounds the time goes by that look-ups wait for.
  bool settle() {
    for (int round = 0; round < most_rounds; ++round) {
      await_quiet();
      if (undecided() == 0 && under_way() == 0) return true;
      if (!restart(4min)) return false;
    }
    return true;
  }

  const Talk& said() const { return talk_; }
  std::size_t under_way() const {
    std::size_t count = 0;
    (void)service_.look([&](domain::Tables& tables) { count = tables.outbox.open(Service::cohort).size(); });
    return count;
  }
  std::size_t decided(const std::string& post) const {
    std::size_t count = 0;
    (void)service_.look([&](domain::Tables& tables) {
      count = tables.traces.of_post({side_.kind(), post}).size();
    });
    return count;
  }
  int restarts() const { return restarts_; }

 private:
  void say(int number) {
    const bool wanted = number % wanted_of == 0;
    const std::string text = (wanted ? "@flockmate please note " : "Talk number ") + std::to_string(number);
    talk_.all.push_back(side_.say("learner" + std::to_string(number % learners), text + " #flock"));
    if (wanted) talk_.wanted.push_back(talk_.all.back());
    undecided_.push_back(talk_.all.back());
  }

  bool restart(base::Duration later) {
    service_.kill();
    ++restarts_;
    service_.travel(later);
    return service_.start();
  }

  void await_quiet() {
    auto replies = side_.replies();
    auto since = steady_clock::now();
    const auto until = since + 3min;
    while (steady_clock::now() < until && steady_clock::now() < since + course_.quiet()) {
      std::this_thread::sleep_for(250ms);
      auto now = side_.replies();
      if (now == replies && undecided() == 0) {
        if (under_way() == 0) return;
        continue;
      }
      if (now != replies) since = steady_clock::now();
      replies = std::move(now);
    }
  }

  std::size_t undecided() {
    (void)service_.look([&](domain::Tables& tables) {
      std::erase_if(undecided_, [&](const std::string& post) {
        return !tables.traces.of_post({side_.kind(), post}).empty();
      });
    });
    return undecided_.size();
  }

  Service& service_;
  Side& side_;
  Dice& dice_;
  const Course course_;
  Talk talk_;
  std::vector<std::string> undecided_;
  int restarts_ = 0;
};

struct Counts {
  int decided_once = 0;
  int decided_never = 0;
  int decided_again = 0;
  int answered_once = 0;
  int missing = 0;
  int doubled = 0;
  int unwanted = 0;
  int unresolved = 0;
};

Counts count(const Talk& talk, Service& service, Side& side) {
  Counts counts;
  const auto replies = side.replies();
  std::map<std::string, int> drafted;
  (void)service.look([&](domain::Tables& tables) {
    for (const auto& draft : tables.drafts.open(Service::cohort)) ++drafted[draft.post_id];
    for (const std::string& post : talk.all) {
      const auto times = tables.traces.of_post({side.kind(), post}).size();
      ++(times == 1 ? counts.decided_once : times == 0 ? counts.decided_never : counts.decided_again);
    }
  });
  auto left = replies;
  for (const std::string& post : talk.wanted) {
    const auto found = replies.find(post);
    const int times = found == replies.end() ? 0 : found->second;
    counts.answered_once += times == 1 ? 1 : 0;
    counts.doubled += times > 1 ? 1 : 0;
    counts.missing += times == 0 && !drafted.contains(post) ? 1 : 0;
    left.erase(post);
  }
  counts.unwanted = static_cast<int>(left.size());
  counts.unresolved = static_cast<int>(drafted.size());
  return counts;
}

void print(int number, const char* what) {
  std::printf("%7d  %s\n", number, what);
}

bool report(const Talk& talk, const Counts& counts, const Dice& dice, const Run& run, int seconds) {
  print(static_cast<int>(talk.all.size()), "posts");
  const auto thrown = dice.counts();
  int requests = 0;
  for (const int one : thrown) requests += one;
  print(requests, "requests");
  for (std::size_t i = 1; i < Dice::ways; ++i) print(thrown.at(i), Dice::names.at(i));
  print(dice.twice(), "told twice");
  print(dice.late(), "told out of order");
  print(run.restarts(), "restarts by kill -9");
  print(counts.decided_once, "decided once");
  print(counts.decided_never, "decided never");
  print(counts.decided_again, "decided again");
  print(static_cast<int>(talk.wanted.size()), "replies wanted");
  print(counts.answered_once, "answered once");
  print(counts.missing, "missing");
  print(counts.doubled, "doubled");
  print(counts.unwanted, "unwanted");
  print(static_cast<int>(run.under_way()), "still under way");
  print(counts.unresolved, "unresolved: a draft, because the network could not tell whether it was sent");
  print(seconds, "seconds");
  return counts.decided_once == static_cast<int>(talk.all.size()) && counts.missing == 0 &&
         counts.doubled == 0 && counts.unwanted == 0 && run.under_way() == 0 && counts.unresolved == 0;
}

int number_at(const std::vector<std::string>& words, std::size_t place, int otherwise) {
  return place < words.size() ? std::stoi(words[place]) : otherwise;
}

}  // namespace

int main(int count_of_words, char** all_words) {
  const std::vector<std::string> words(all_words + 1, all_words + count_of_words);
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  endurance::RunningClock clock;
  const auto side = words.size() < 2 ? nullptr : endurance::make_side(words[0], clock);
  if (!side) {
    std::puts("usage: faults mastodon|x FLOCKMATE [POSTS [KILLS [POSTS_A_SECOND]]]");
    return 2;
  }
  const Course usual;
  const Course course{number_at(words, 2, usual.posts), number_at(words, 3, usual.kills),
                      number_at(words, 4, usual.a_second)};
  Dice dice(seed);
  Service service(words[1], clock);
  side->introduce(service);
  const auto begun = steady_clock::now();
  bool fine = service.start();
  for (int i = 0; i < 500 && !side->is_heard(); ++i) std::this_thread::sleep_for(20ms);
  side->go_wrong(dice);
  Run run(service, *side, dice, course);
  fine = fine && run.talk() && run.settle();
  std::this_thread::sleep_for(1s);  // for what should not come
  service.kill();
  const auto took = std::chrono::duration_cast<std::chrono::seconds>(steady_clock::now() - begun);
  std::printf("Faults on %s, seed %u\n", words[0].c_str(), seed);
  fine = report(run.said(), count(run.said(), service, *side), dice, run, static_cast<int>(took.count())) &&
         fine;
  if (!fine) std::printf("The end of the bot's log:\n%s\n", service.end_of_log().c_str());
  std::puts(fine ? "1 passed, 0 failed" : "0 passed, 1 failed");
  return fine ? 0 : 1;
}
