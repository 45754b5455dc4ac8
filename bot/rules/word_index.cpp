#include "rules/word_index.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace rules {
namespace {

std::uint32_t number_of(const std::string& text, std::unordered_map<std::string, std::uint32_t>& numbers,
                        std::vector<std::string>& texts) {
  const auto [found, is_new] = numbers.emplace(text, static_cast<std::uint32_t>(texts.size()));
  if (is_new) texts.push_back(text);
  return found->second;
}

void add(std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& places) {
  to.insert(to.end(), places.begin(), places.end());
}

}  // namespace

WordIndex::WordIndex(const std::vector<Rule>& rules) {
  ids_.resize(rules.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    for (const Condition& condition : rules[i].when) ids_[i].when.push_back(ids_of(condition.test));
    for (const Condition& condition : rules[i].unless) ids_[i].unless.push_back(ids_of(condition.test));
  }
  by_phrase_.resize(phrases_.size());
  by_pattern_.resize(patterns_.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (!rules[i].every) file(rules[i], static_cast<std::uint32_t>(i));
  }
}

std::vector<std::uint32_t> WordIndex::ids_of(const Test& test) {
  std::vector<std::uint32_t> ids;
  if (const auto* says = std::get_if<Says>(&test)) {
    for (const std::string& phrase : says->phrases)
      ids.push_back(number_of(base::fold(phrase), phrase_ids_, phrases_));
  }
  if (const auto* matches = std::get_if<Matches>(&test)) {
    ids.push_back(number_of(matches->pattern, pattern_ids_, patterns_));
  }
  return ids;
}

// Under the first line of `when` that asks for words: without them the rule cannot match.
void WordIndex::file(const Rule& rule, std::uint32_t place) {
  for (std::size_t i = 0; i < rule.when.size(); ++i) {
    const Test& test = rule.when[i].test;
    const std::vector<std::uint32_t>& ids = ids_[place].when[i];
    if (const auto* says = std::get_if<Says>(&test); says != nullptr && !ids.empty()) {
      if (says->all) return by_phrase_[ids.front()].push_back(place);
      for (const std::uint32_t id : ids) by_phrase_[id].push_back(place);
      return;
    }
    if (std::holds_alternative<Matches>(test)) return by_pattern_[ids.front()].push_back(place);
    if (const auto* has = std::get_if<HasHashtag>(&test)) {
      for (const std::string& tag : has->tags) by_hashtag_[base::fold(tag)].push_back(place);
      return;
    }
  }
  wordless_.push_back(place);
}

const std::vector<std::uint32_t>& WordIndex::ids(std::size_t rule, std::size_t condition,
                                                 bool in_unless) const {
  return in_unless ? ids_.at(rule).unless.at(condition) : ids_.at(rule).when.at(condition);
}

std::vector<std::uint32_t> WordIndex::candidates(const language::Reading& reading) const {
  Places found = wordless_;
  for (const std::uint32_t id : reading.phrases) {
    if (id < by_phrase_.size()) add(found, by_phrase_[id]);
  }
  for (const std::uint32_t id : reading.patterns) {
    if (id < by_pattern_.size()) add(found, by_pattern_[id]);
  }
  if (!by_hashtag_.empty()) {
    for (const std::string& tag : reading.hashtags) {
      if (const auto places = by_hashtag_.find(tag); places != by_hashtag_.end()) add(found, places->second);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace rules
