// Which keys a map has, which it should have, and what was meant by the others.
#include <algorithm>

#include "base/text.hpp"
#include "rulefile/fields.hpp"
#include "rulefile/misplaced_lines.hpp"

namespace rulefile {
namespace {

Argument hint(const std::string& near) {
  if (near.empty()) return "";
  return {Phrase::did_you_mean, {near}};
}

bool holds_lines(const Key& key) {
  return key.type == Type::map || key.type == Type::maps;
}

// Could the value be one of the key's?
bool fits(const Key& key, const Node& value) {
  if (key.type == Type::map) return value.is_map();
  if (key.type == Type::maps) return value.is_list();
  return !value.is_map() || key.type == Type::local_text || key.type == Type::variants;
}

int last_line(const Node& node) {
  int line = node.spot.line;
  for (const Node& item : node.items) line = std::max(line, last_line(item));
  for (const Entry& entry : node.entries)
    line = std::max({line, entry.key.spot.line, last_line(entry.value)});
  return line;
}

bool belongs_to(const Headless& headless, const Entry& entry) {
  return entry.key.is_scalar() && find_key(Where::file, entry.key.text) == nullptr &&
         find_key(headless.list->inner, entry.key.text) != nullptr;
}

}  // namespace

// Lines at the left edge of a file that belong below a name which is not there: told once.
Headless Fields::tell_headless(const Node& node) const {
  if (where_ != Where::file) return {};
  const Headless headless = headless_lines(node);
  if (headless.list == nullptr) return {};
  const Key& list = *headless.list;
  const Entry& first = *headless.first;
  const bool there = std::any_of(node.entries.begin(), node.entries.end(),
                                 [&](const Entry& one) { return one.key.text == list.name; });
  const bool items = list.type == Type::maps;
  if (there) {
    findings_.add(Message::belongs_below, first.key.spot,
                  {first.key.text, std::string(list.name), (items ? "- " : "") + as_written(first)});
  } else {
    findings_.add(items ? Message::headless_list : Message::headless_map, first.key.spot,
                  {noun(list.inner), std::string(list.name), as_written(first)});
  }
  return headless;
}

// An FAQ entry among the rules: nothing more is told of it.
bool Fields::tells_other_kind(const Node& node) const {
  const OtherKind other = other_kind(where_, node);
  if (other.list == nullptr) return false;
  findings_.add(Message::other_kind, other.first->key.spot,
                {noun(other.list->inner), std::string(other.here->name), std::string(other.list->name)});
  return true;
}

void Fields::index(const Node& node, bool free_keys) {
  const Headless headless = tell_headless(node);
  for (const Entry& entry : node.entries) {
    if (headless.list != nullptr && belongs_to(headless, entry)) continue;
    if (!entry.key.is_scalar()) {
      findings_.add(Message::wrong_shape, entry.key.spot,
                    {"", Phrase::name_before_colon, Phrase::one_word, ""});
      continue;
    }
    const auto [known, added] = entries_.emplace(entry.key.text, &entry);
    if (!added) {
      const bool list = where_ == Where::condition;
      findings_.add(Message::same_key, entry.key.spot,
                    {entry.key.text, std::to_string(known->second->key.spot.line),
                     list ? Argument(Phrase::all_in_one_list) : ""});
      continue;
    }
    if (entry.key.text == "<<") {
      findings_.add(Message::merge_key, entry.key.spot);
      continue;
    }
    const Key* key = find_key(where_, entry.key.text);
    if (key == nullptr && !free_keys) report_unknown(entry, node);
    if (key != nullptr && !key->available) {
      const bool starts_rule = key->name == "at_event";
      findings_.add(starts_rule ? Message::rule_not_available : Message::not_available, entry.key.spot,
                    {entry.key.text});
    }
    if (key != nullptr && key->available && entry.value.is_empty() && !has_lines_beside(*key, node)) {
      findings_.add(Message::missing_value, entry.key.spot, {entry.key.text, expected(*key)});
    }
  }
  read_as_meant(node);
}

// What was told as misspelt is read on, so that what is wrong inside is told in the same run.
void Fields::read_as_meant(const Node& node) {
  if (node.entries.size() > most_guessed) return;
  for (const Entry& entry : node.entries) {
    if (!entry.key.is_scalar() || find_key(where_, entry.key.text) != nullptr) continue;
    const Key* key = find_key(where_, key_meant(where_, entry.key.text));
    if (key != nullptr && fits(*key, entry.value)) entries_.emplace(key->name, &entry);
  }
}

void Fields::check_required(const Node& node) const {
  std::optional<bool> hidden;
  for (const Key& key : grammar()) {
    if (key.where != where_ || !key.required || entries_.contains(key.name) || is_among_unknown(key, node))
      continue;
    if (!hidden) hidden = findings_.hide_lines(node.spot.line, last_line(node) + 1);
    if (*hidden) return;
    if (holds_lines(key)) {
      findings_.add(Message::missing_part, spot_, {noun(where_), std::string(key.name), key});
    } else {
      findings_.add(Message::missing_key, spot_,
                    {noun(where_), std::string(key.name), key, std::string(key.example)});
    }
  }
}

// Was it meant by a line that was told already: "whne", a word of another language, a line that belongs below
// it?
bool Fields::is_among_unknown(const Key& key, const Node& node) const {
  if (node.entries.size() > most_guessed) return false;
  return std::any_of(node.entries.begin(), node.entries.end(), [&](const Entry& one) {
    if (!one.key.is_scalar() || find_key(where_, one.key.text) != nullptr) return false;
    if (holds_lines(key) && find_key(key.inner, one.key.text) != nullptr) return true;
    const std::string meant = key_meant(where_, one.key.text);
    return meant.empty() ? fits(key, one.value) : meant == key.name;
  });
}

void Fields::report_unknown(const Entry& entry, const Node& node) const {
  const Node& key = entry.key;
  const Key* above = empty_key_for(where_, key.text, node);
  if (above == nullptr) above = only_place_for(where_, key.text);
  if (above != nullptr) {
    const std::string dash = above->type == Type::maps ? "- " : "";
    const bool there = entries_.contains(above->name) || where_ == Where::file;
    findings_.add(there ? Message::belongs_below : Message::belongs_below_absent, key.spot,
                  {key.text, std::string(above->name), dash + as_written(entry)});
    return;
  }
  if (const Key* beside = key_beside(where_, key.text)) {
    findings_.add(Message::belongs_beside, key.spot,
                  {key.text, std::string(beside->name), as_written(entry)});
    return;
  }
  if (const std::string condition = negated_condition(where_, key.text); !condition.empty()) {
    findings_.add(Message::negated, key.spot,
                  {key.text, condition + as_written(entry).substr(key.text.size())});
    return;
  }
  if (findings_.full()) return;
  findings_.add(Message::unknown_key, key.spot,
                {base::shorten(key.text, 60), noun(where_), hint(key_meant(where_, key.text)),
                 base::join(key_names(where_), ", ")});
}

}  // namespace rulefile
