// What a replay adds up to: per rule how often it fired, would have been a draft, or nearly fired.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "domain/decision.hpp"
#include "rules/ruleset.hpp"

namespace cli {

class ReplaySummary {
 public:
  explicit ReplaySummary(const rules::Ruleset& ruleset);  // rules that never fire are told too
  // `of_a_post`: false for what time brought.
  void add(const domain::Decision& decision, bool of_a_post);
  nlohmann::ordered_json json(double seconds) const;
  std::string text(double seconds) const;

 private:
  struct OfRule {
    int fired = 0;
    int drafts = 0;
    int near = 0;
  };
  int posts_ = 0;
  int decided_ = 0;
  int skipped_ = 0;
  std::map<std::string, OfRule> by_rule_;
};

// What was said to one post by old and new rules, to be laid side by side.
class ReplayDifference {
 public:
  void note_old(const std::string& cause, const domain::Decision& decision);
  void note_new(const std::string& cause, const domain::Decision& decision);
  nlohmann::ordered_json json() const;
  std::string text() const;

 private:
  struct Said {
    std::string before;
    std::string after;
  };
  std::map<std::string, Said> by_cause_;
};

}  // namespace cli
