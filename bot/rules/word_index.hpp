// Which rules could match, from the words that a post holds: time of the result, not of the number of rules.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/reading.hpp"
#include "rules/rule.hpp"

namespace rules {

class WordIndex {
 public:
  WordIndex() = default;
  explicit WordIndex(const std::vector<Rule>& rules);

  const std::vector<std::string>& phrases() const { return phrases_; }  // folded; an id is a place
  const std::vector<std::string>& patterns() const { return patterns_; }
  const std::vector<std::uint32_t>& ids(std::size_t rule, std::size_t condition, bool in_unless) const;
  // Places of the rules triggered by posts whose words were found or that ask for no words; ascending.
  std::vector<std::uint32_t> candidates(const language::Reading& reading) const;

 private:
  using Places = std::vector<std::uint32_t>;
  struct RuleIds {
    std::vector<std::vector<std::uint32_t>> when;
    std::vector<std::vector<std::uint32_t>> unless;
  };
  std::vector<std::uint32_t> ids_of(const Test& test);
  void file(const Rule& rule, std::uint32_t place);

  std::vector<std::string> phrases_;
  std::vector<std::string> patterns_;
  std::unordered_map<std::string, std::uint32_t> phrase_ids_;
  std::unordered_map<std::string, std::uint32_t> pattern_ids_;
  std::vector<RuleIds> ids_;
  std::vector<Places> by_phrase_;
  std::vector<Places> by_pattern_;
  std::unordered_map<std::string, Places> by_hashtag_;  // folded
  Places wordless_;
};

}  // namespace rules
