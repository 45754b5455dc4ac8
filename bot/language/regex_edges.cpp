#include "language/regex_edges.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace language {
namespace {

using Words = std::vector<std::string>;

// What stands before a place: `no_letter` if a letter that follows begins a word, `edge` if that is written.
enum class Before { anything, no_letter, edge };

Before either(Before one, Before other) {
  if (one == other) return one;
  return one == Before::anything || other == Before::anything ? Before::anything : Before::no_letter;
}

bool is_letter(std::string_view item) {
  return item.size() == 1 && is_in_word(item[0]);
}

// Whatever it matches ends with a character that is no letter.
bool ends_without_letter(std::string_view item) {
  if (item[0] == '\\') return item == "\\s" || item == "\\W" || !is_in_word(item.back());
  if (item[0] != '[') return item != "." && !is_letter(item);
  return item[1] != '^' &&
         std::none_of(item.begin(), item.end(), [](char c) { return is_in_word(c) || c == '\\'; });
}

// A piece of a sequence, rewritten.
struct Part {
  std::string text;
  Before after = Before::anything;
  bool sticks = false;  // an edge or a blank: it may be moved into the words beside it
  Words words = {};     // of a group that stands here once
};

// RE2 would take out again what they begin with, were each not captured.
std::string one_of(const Words& words) {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "(?:(" : "|(").append(word).append(")");
  return out + ")";
}

// What stands before and after a group goes into each of its words: RE2 would not keep it with many of them.
std::string joined(std::vector<Part> parts) {
  const auto taken_from = [&parts](std::size_t at) {
    return at < parts.size() && parts[at].sticks ? std::exchange(parts[at].text, "") : "";
  };
  for (std::size_t at = 0; at < parts.size(); ++at) {
    if (parts[at].words.empty()) continue;
    const std::string before = at > 0 ? taken_from(at - 1) : "";
    const std::string after = taken_from(at + 1);
    for (std::string& word : parts[at].words) word.insert(0, before).append(after);
    parts[at].text = one_of(parts[at].words);
  }
  std::string text;
  for (const Part& part : parts) text += part.text;
  return text;
}

class Rewriting {
 public:
  explicit Rewriting(std::string_view expression) : expression_(expression) {}
  std::string whole() { return one_of(alternatives(Before::anything).words); }

 private:
  bool is(char c) const { return at_ < expression_.size() && expression_[at_] == c; }
  std::string_view take_item();
  std::string_view take_quantifier();
  void pass_alternatives();
  Part alternatives(Before before);  // up to the end of the group
  Part sequence(Before before);
  Part group(Before before);
  Part item(Before before);

  std::string_view expression_;
  std::size_t at_ = 0;
};

// A character, an escape or a class of characters.
std::string_view Rewriting::take_item() {
  const std::size_t begin = at_;
  const auto pass_character = [this] {
    at_ += is('\\') ? 2 : 1;
    while (at_ < expression_.size() && (static_cast<unsigned char>(expression_[at_]) & 0xC0U) == 0x80) ++at_;
  };
  if (is('[')) {
    at_ += expression_.substr(at_).starts_with("[^") ? 2 : 1;
    do pass_character();
    while (at_ < expression_.size() && !is(']'));
  }
  pass_character();
  at_ = std::min(at_, expression_.size());
  return expression_.substr(begin, at_ - begin);
}

std::string_view Rewriting::take_quantifier() {
  const std::size_t begin = at_;
  if (is('{')) at_ = std::min(expression_.find('}', at_), expression_.size() - 1) + 1;
  while (is('?') || is('*') || is('+')) ++at_;
  return expression_.substr(begin, at_ - begin);
}

Part Rewriting::alternatives(Before before) {
  Part all;
  do {
    if (!all.words.empty()) ++at_;  // past the bar
    Part one = sequence(before);
    all.after = all.words.empty() ? one.after : either(all.after, one.after);
    all.words.push_back(std::move(one.text));
  } while (is('|'));
  return all;
}

Part Rewriting::sequence(Before before) {
  std::vector<Part> parts;
  while (at_ < expression_.size() && !is('|') && !is(')')) {
    parts.push_back(is('(') ? group(before) : item(before));
    before = parts.back().after;
  }
  return {joined(std::move(parts)), before};
}

Part Rewriting::group(Before before) {
  at_ += expression_.substr(at_).starts_with("(?:") ? 3 : 1;
  const std::size_t begin = at_;
  pass_alternatives();
  const std::string quantifier(take_quantifier());
  const std::size_t end = at_;
  const bool once = quantifier.empty() || quantifier[0] == '?';  // else it may begin after itself
  at_ = begin;
  Part inside = alternatives(once ? before : Before::anything);
  at_ = end;
  if (quantifier.empty()) return {one_of(inside.words), inside.after, false, std::move(inside.words)};
  return {one_of(inside.words) + quantifier, either(inside.after, before)};
}

// Past the bracket that closes the group.
void Rewriting::pass_alternatives() {
  for (int open = 1; open > 0 && at_ < expression_.size();) {
    if (is('(')) ++open;
    if (is(')')) --open;
    take_item();
  }
}

Part Rewriting::item(Before before) {
  const std::string_view item = take_item();
  const std::string_view quantifier = take_quantifier();
  if (item == "\\b") return {std::string(1, word_edge), Before::edge, true};
  if (item == "^" || item == "$") return {std::string(1, text_edge), Before::edge, true};
  const bool begins_word = is_letter(item) && before == Before::no_letter && quantifier.empty();
  Part part{(begins_word ? std::string(1, word_edge) : "") + std::string(item) + std::string(quantifier),
            ends_without_letter(item) ? Before::no_letter : Before::anything};
  if (!quantifier.empty() && quantifier[0] != '+') part.after = either(part.after, before);
  part.sticks = item == " " && quantifier.empty();
  return part;
}

}  // namespace

std::string with_edges_as_characters(std::string_view expression) {
  return Rewriting(expression).whole();
}

}  // namespace language
