// The rules over past posts, and what that adds up to. Nothing is sent.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace domain {
class Network;
class Store;
struct Decision;
struct Post;
}  // namespace domain
namespace rules {
class Ruleset;
}  // namespace rules

namespace app {

struct Outcome;

struct ReplayListeners {
  std::function<void(const Outcome&)> outcome;  // each, once it is final
  std::function<void()> heard;                  // after each post; may be empty
};
// `posts` in the order of created_at, all of one network, which `network` stands for. The store is what the
// bot knows before the first of them. `home`: as Flock::set_home has it; "" where nobody knows.
base::Status replay(const std::vector<domain::Post>& posts,
                    const std::shared_ptr<const rules::Ruleset>& ruleset, domain::Store& store,
                    domain::Network& network, const std::string& home, const ReplayListeners& listeners);

// Per rule how often it fired, would have been a draft, or nearly fired.
class ReplaySummary {
 public:
  struct OfRule {
    int fired = 0;
    int drafts = 0;
    int near = 0;
  };
  // Rules that never fire are told too; one in shadow fires when it would have.
  explicit ReplaySummary(const rules::Ruleset& ruleset);
  // `of_a_post`: false for what time brought.
  void add(const domain::Decision& decision, bool of_a_post);

  int posts() const { return posts_; }
  int decided() const { return decided_; }
  int skipped() const { return skipped_; }
  // Why, with how often; in the words of explain.
  const std::map<std::string, int>& why_skipped() const { return why_skipped_; }
  const std::vector<std::string>& hashtags() const { return hashtags_; }  // that were listened to
  const std::map<std::string, OfRule>& by_rule() const { return by_rule_; }

 private:
  std::set<std::string> in_shadow_;
  int posts_ = 0;
  int decided_ = 0;
  int skipped_ = 0;
  std::map<std::string, int> why_skipped_;
  std::vector<std::string> hashtags_;
  std::map<std::string, OfRule> by_rule_;
};

// What was said to one post by old and new rules, laid side by side.
class ReplayDifference {
 public:
  // Everything learners would see, one line each; "" for silence. `cause` as in Outcome.
  struct Said {
    bool timed = false;
    std::string before;
    std::string after;
  };
  void note_old(const Outcome& outcome);
  void note_new(const Outcome& outcome);
  std::map<std::string, Said> changes() const;  // by cause; only where the two differ

 private:
  std::map<std::string, Said> by_cause_;
};

}  // namespace app
