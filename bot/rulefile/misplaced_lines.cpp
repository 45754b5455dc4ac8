#include "rulefile/misplaced_lines.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rulefile/synonyms.hpp"

namespace rulefile {

std::string key_meant(Where where, std::string_view word) {
  const std::string_view known = key_meant_by(where, word);
  return known.empty() ? base::closest(word, key_names(where)) : std::string(known);
}

const Key* empty_key_for(Where where, std::string_view word, const Node& map) {
  if (map.entries.size() > most_guessed) return nullptr;
  for (const Entry& entry : map.entries) {
    const Key* key = find_key(where, entry.key.text);
    const bool holds_lines = key != nullptr && (key->type == Type::map || key->type == Type::maps);
    if (holds_lines && entry.value.is_empty() && find_key(key->inner, word) != nullptr) return key;
  }
  return nullptr;
}

const Key* only_place_for(Where where, std::string_view word) {
  const Key* place = nullptr;
  for (const Key& key : grammar()) {
    const bool holds_lines = key.type == Type::map || key.type == Type::maps;
    if (key.where != where || !holds_lines || find_key(key.inner, word) == nullptr) continue;
    if (place != nullptr && place->inner != key.inner) return nullptr;
    if (place == nullptr) place = &key;
  }
  return place;
}

const Key* key_beside(Where where, std::string_view word) {
  for (const Key& key : grammar()) {
    const bool holds_lines = key.type == Type::map || key.type == Type::maps;
    if (holds_lines && key.inner == where && find_key(key.where, word) != nullptr) return &key;
  }
  return nullptr;
}

std::string negated_condition(Where where, const std::string& word) {
  if (where != Where::condition) return "";
  for (const std::string_view no : {"not ", "no ", "never ", "pas "}) {
    if (!std::string_view(word).starts_with(no)) continue;
    std::string condition = base::trim(std::string_view(word).substr(no.size()));
    return find_key(where, condition) == nullptr ? "" : condition;
  }
  return "";
}

const Entry* start_of_second(const Node& map) {
  if (map.entries.empty() || !map.entries.front().key.is_scalar()) return nullptr;
  const auto second = std::find_if(map.entries.begin() + 1, map.entries.end(), [&](const Entry& one) {
    return one.key.is_scalar() && one.key.text == map.entries.front().key.text;
  });
  return second == map.entries.end() ? nullptr : &*second;
}

bool is_one_item(const Key& key, const Node& map) {
  if (key.inner == Where::step || map.entries.size() > most_guessed) return true;
  return std::any_of(map.entries.begin(), map.entries.end(), [&](const Entry& one) {
    return one.key.is_scalar() && !key_meant(key.inner, one.key.text).empty();
  });
}

bool has_lines_beside(const Key& key, const Node& map) {
  if (map.entries.size() > most_guessed) return false;
  return std::any_of(map.entries.begin(), map.entries.end(), [&](const Entry& one) {
    return find_key(key.where, one.key.text) == nullptr && find_key(key.inner, one.key.text) != nullptr;
  });
}

const Entry* first_of_dashed(const Node& node) {
  if (!node.is_list() || node.items.empty() || !node.items.front().is_map()) return nullptr;
  const Node& item = node.items.front();
  return item.entries.empty() || !item.entries.front().key.is_scalar() ? nullptr : &item.entries.front();
}

const Key* list_meant(const Node& node) {
  const Entry* first = first_of_dashed(node);
  return first == nullptr ? nullptr : head_meant(true, first->key.text);
}

const Key* head_meant(bool dash, std::string_view key) {
  if (!dash && find_key(Where::file, key) != nullptr) return nullptr;
  for (const Key& head : grammar()) {
    if (head.where != Where::file || head.type != (dash ? Type::maps : Type::map) || !head.available)
      continue;
    const Key* inner = find_key(head.inner, key);
    if (inner != nullptr && (inner->required || !dash)) return &head;
  }
  return nullptr;
}

std::string_view naming_key(Where where) {
  switch (where) {
    case Where::rule:
      return "rule";
    case Where::faq_entry:
      return "id";
    case Where::glossary_term:
      return "term";
    case Where::story:
      return "story";
    default:
      return "";
  }
}

const Entry* entry_named(const Node& map, std::string_view name) {
  const auto found = std::find_if(map.entries.begin(), map.entries.end(), [&](const Entry& one) {
    return one.key.is_scalar() && one.key.text == name;
  });
  return found == map.entries.end() ? nullptr : &*found;
}

namespace {

// Has it another line that such an item needs, and that means nothing where it stands?
bool has_more_of(const Key& list, Where where, const Node& item) {
  return std::any_of(grammar().begin(), grammar().end(), [&](const Key& key) {
    return key.where == list.inner && key.required && key.name != naming_key(list.inner) &&
           find_key(where, key.name) == nullptr && entry_named(item, key.name) != nullptr;
  });
}

const Entry* first_below(const Key& list, const Node& map) {
  const auto found = std::find_if(map.entries.begin(), map.entries.end(), [&](const Entry& one) {
    return one.key.is_scalar() && find_key(list.where, one.key.text) == nullptr &&
           find_key(list.inner, one.key.text) != nullptr;
  });
  return found == map.entries.end() ? nullptr : &*found;
}

}  // namespace

Headless headless_lines(const Node& map) {
  if (map.entries.size() > most_guessed) return {};
  for (const Key& key : grammar()) {
    if (key.where != Where::file || !key.available) continue;
    const std::string_view name = naming_key(key.inner);
    const bool items = key.type == Type::maps && !name.empty() && entry_named(map, name) != nullptr;
    const bool course = key.type == Type::map && entry_named(map, "name") != nullptr &&
                        entry_named(map, "hashtags") != nullptr;
    if (items || course) return {&key, first_below(key, map)};
  }
  return {};
}

OtherKind other_kind(Where where, const Node& item) {
  const std::string_view own_name = naming_key(where);
  if (own_name.empty() || item.entries.size() > most_guessed || entry_named(item, own_name) != nullptr)
    return {};
  OtherKind other;
  for (const Key& key : grammar()) {
    if (key.where != Where::file || key.type != Type::maps) continue;
    if (key.inner == where) other.here = &key;
    const std::string_view name = naming_key(key.inner);
    const Entry* first = name.empty() || key.inner == where ? nullptr : entry_named(item, name);
    if (first == nullptr || !has_more_of(key, where, item)) continue;
    other.list = &key;
    other.first = first;
  }
  return other;
}

namespace {

const Key* first_required(Where where) {
  const auto found = std::find_if(grammar().begin(), grammar().end(), [&](const Key& key) {
    return key.where == where && key.required && !key.example.empty();
  });
  return found == grammar().end() ? nullptr : &*found;
}

Argument example_of(std::string_view name, const Key& key) {
  return {Phrase::for_example, {std::string(name), std::string(key.example)}};
}

}  // namespace

Argument example_line(const Key& key) {
  if (!key.example.empty()) return example_of(key.name, key);
  const Key* first = key.type == Type::maps ? first_required(key.inner) : nullptr;
  return first == nullptr ? Argument("") : example_of("- " + std::string(first->name), *first);
}

Argument line_meant(Where where, const Node& node, const std::string& dash) {
  if (!node.is_scalar()) return "";
  const std::size_t end = std::min(node.text.find_first_of(" ="), node.text.size());
  const std::size_t value = node.text.find_first_not_of(" =", end);
  const Key* key = find_key(where, std::string_view(node.text).substr(0, end));
  if (key == nullptr || value == std::string::npos) return "";
  const std::string text = base::shorten(node.text.substr(value), 60);
  return {Phrase::did_you_mean_line, {dash + std::string(key->name), text}};
}

Argument text_meant(Where where, const Node& node, const std::string& dash) {
  if (where == Where::action && node.is_scalar() && find_key(where, node.text) == nullptr) {
    const std::string text = base::shorten(node.text, 60);
    return {Phrase::did_you_mean_line, {dash + "reply", "\"" + text + "\""}};
  }
  const bool words = where == Where::condition && node.is_list() && !node.items.empty() &&
                     node.items.size() < 4 &&
                     std::all_of(node.items.begin(), node.items.end(),
                                 [](const Node& item) { return item.is_scalar() && item.text.size() < 20; });
  if (!words) return "";
  std::vector<std::string> said;
  for (const Node& item : node.items) said.push_back(item.text);
  return {Phrase::did_you_mean_line, {"says", "[" + base::join(said, ", ") + "]"}};
}

Argument line_for(Where where, const Node& node) {
  if (Argument meant = line_meant(where, node); meant.phrase) return meant;
  if (Argument meant = text_meant(where, node); meant.phrase) return meant;
  const Key* key = node.is_scalar() ? find_key(where, node.text) : nullptr;
  if (key == nullptr) key = first_required(where);
  if (key == nullptr && where == Where::own_words) key = find_key(where, "mastodon");
  return key == nullptr ? Argument("") : example_of(key->name, *key);
}

std::string as_written(const Entry& entry) {
  if (!entry.value.is_scalar()) return entry.key.text + ": ...";
  const std::string text = base::shorten(entry.value.text, 60);
  return entry.key.text + ": " + (entry.value.quoted ? "\"" + text + "\"" : text);
}

}  // namespace rulefile
