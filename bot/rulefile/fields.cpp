#include "rulefile/fields.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rulefile/misplaced_lines.hpp"
#include "rulefile/near_values.hpp"
#include "rulefile/near_words.hpp"
#include "rulefile/values.hpp"

namespace rulefile {
namespace {

Argument quoted(std::string_view name) {
  return {Phrase::quoted, {std::string(name)}};
}

Argument hint(const std::string& near) {
  if (near.empty()) return "";
  return {Phrase::did_you_mean, {near}};
}

// reply: {template: faq}
bool names_template(std::string_view word) {
  return word == "template" || word == "wording" || word == "with";
}

Message refusal_of(Type type) {
  switch (type) {
    case Type::date:
    case Type::dates:
      return Message::wrong_date;
    case Type::hours:
    case Type::delay:
    case Type::limit:
    case Type::schedule:
    case Type::moment:
    case Type::clock:
    case Type::during:
    case Type::between:
      return Message::wrong_time;
    default:
      return Message::wrong_value;
  }
}

}  // namespace

Fields::Fields(const Node& node, Where where, Findings& findings, bool free_keys)
    : where_(where), findings_(findings), spot_(node.spot) {
  if (const Key* top = where == Where::file ? list_meant(node) : nullptr) {
    findings_.add(Message::missing_top, node.spot, {noun(top->inner), std::string(top->name)});
    return;
  }
  if (const Entry* first = first_of_dashed(node)) {
    findings_.add(Message::needless_dash, first->key.spot, {as_written(*first)});
    return;
  }
  if (!node.is_map()) {
    findings_.add(Message::wrong_shape, node.spot,
                  {"", noun(where), Phrase::lines_of_pairs, line_for(where, node)});
    return;
  }
  index(node, free_keys);
  check_required();
}

void Fields::index(const Node& node, bool free_keys) {
  for (const Entry& entry : node.entries) {
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
}

void Fields::check_required() const {
  for (const Key& key : grammar()) {
    if (key.where != where_ || !key.required || entries_.contains(key.name) || is_misspelt(key.name))
      continue;
    if (key.type == Type::map || key.type == Type::maps) {
      findings_.add(Message::missing_part, spot_, {noun(where_), std::string(key.name), key});
    } else {
      findings_.add(Message::missing_key, spot_,
                    {noun(where_), std::string(key.name), key, std::string(key.example)});
    }
  }
}

// "whne" was meant to be "when": told once.
bool Fields::is_misspelt(std::string_view key) const {
  if (entries_.size() > most_guessed) return false;
  return std::any_of(entries_.begin(), entries_.end(), [&](const auto& one) {
    return find_key(where_, one.first) == nullptr && key_meant(where_, one.first) == key;
  });
}

void Fields::report_unknown(const Entry& entry, const Node& node) const {
  const Node& key = entry.key;
  const Key* above = empty_key_for(where_, key.text, node);
  if (above == nullptr) above = only_place_for(where_, key.text);
  if (above != nullptr) {
    const std::string dash = above->type == Type::maps ? "- " : "";
    findings_.add(Message::belongs_below, key.spot,
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

const Entry* Fields::find(std::string_view key) const {
  if (find_key(where_, key) == nullptr) return nullptr;  // it does not belong here, and that is told
  const auto found = entries_.find(key);
  if (found == entries_.end() || found->second->value.is_empty()) return nullptr;
  return found->second;
}

Spot Fields::spot(std::string_view key) const {
  const Entry* entry = find(key);
  return entry == nullptr ? spot_ : entry->value.spot;
}

void Fields::refuse(std::string_view name, const Node& node) const {
  const Key* key = find_key(where_, name);
  if (key == nullptr) return;
  if (!node.is_scalar()) {
    findings_.add(Message::wrong_shape, node.spot, {"", quoted(name), expected(*key), example_line(*key)});
    return;
  }
  if (const Argument line = key->type == Type::maps ? line_meant(key->inner, node, "- ") : ""; line.phrase) {
    findings_.add(Message::wrong_shape, node.spot, {"", quoted(name), expected(*key), line});
    return;
  }
  const Message message = refusal_of(key->type);
  const std::string shown = base::shorten(node.text, 60);
  std::string meant = value_meant(key->type, node.text);
  if (meant == node.text) meant.clear();  // well written, and too large
  const Argument hint =
      meant.empty() ? example_line(*key) : Argument(Phrase::did_you_mean_line, {std::string(name), meant});
  if (message == Message::wrong_date) {
    findings_.add(message, node.spot, {shown, hint});
  } else {
    findings_.add(message, node.spot, {shown, quoted(name), expected(*key), hint});
  }
}

// One scalar is wanted; what is there instead is told apart: a text that a colon took to pieces is no map to
// a teacher.
bool Fields::scalar(std::string_view key, const Node& node) const {
  if (node.is_scalar()) return true;
  if (node.is_map() && node.entries.size() == 1 && node.entries[0].key.is_scalar() &&
      node.entries[0].value.is_scalar()) {
    const Entry& pair = node.entries[0];
    const std::string by_name = std::string(key) + "_with";
    if (names_template(pair.key.text) && find_key(where_, by_name) != nullptr) {
      findings_.add(Message::template_in_text, pair.key.spot,
                    {by_name, std::string(key), base::shorten(pair.value.text, 60)});
      return false;
    }
    findings_.add(Message::map_for_text, pair.key.spot,
                  {"\"" + pair.key.text + ": " + pair.value.text + "\""});
    return false;
  }
  refuse(key, node);
  return false;
}

std::optional<std::string> Fields::text(std::string_view key) const {
  const Entry* entry = find(key);
  if (entry == nullptr || !scalar(key, entry->value)) return std::nullopt;
  return entry->value.text;
}

std::vector<const Node*> Fields::nodes(std::string_view key) const {
  std::vector<const Node*> out;
  const Entry* entry = find(key);
  if (entry == nullptr) return out;
  if (!entry->value.is_list()) {
    if (scalar(key, entry->value)) out.push_back(&entry->value);
    return out;
  }
  for (const Node& item : entry->value.items) {
    if (item.is_empty()) {
      findings_.add(Message::missing_value, item.spot, {std::string(key), expected(*find_key(where_, key))});
    } else if (scalar(key, item)) {
      out.push_back(&item);
    }
  }
  return out;
}

std::vector<std::string> Fields::texts(std::string_view key) const {
  std::vector<std::string> out;
  for (const Node* node : nodes(key)) out.push_back(node->text);
  return out;
}

bool Fields::yes_no(std::string_view key, bool otherwise) const {
  return value<bool>(key, read_yes_no).value_or(otherwise);
}

std::optional<std::string> Fields::word(std::string_view key) const {
  std::vector<std::string> words = this->words(key);
  if (words.empty()) return std::nullopt;
  return words.front();
}

std::vector<std::string> Fields::words(std::string_view name) const {
  const Key* key = find_key(where_, name);
  std::vector<std::string> out;
  if (key == nullptr) return out;
  const std::vector<std::string> allowed = allowed_words(*key);
  for (const Node* node : nodes(name)) {
    if (std::find(allowed.begin(), allowed.end(), node->text) != allowed.end()) {
      out.push_back(node->text);
      continue;
    }
    std::string near = key->type == Type::words ? words_meant_of(node->text, allowed) : "";
    if (near.empty()) near = word_meant(node->text, allowed);
    findings_.add(
        Message::wrong_value, node->spot,
        {base::shorten(node->text, 60), quoted(name), expected(*key),
         near.empty() ? example_line(*key) : Argument(Phrase::did_you_mean_line, {std::string(name), near})});
  }
  if (key->type == Type::word && out.size() > 1) {
    refuse(name, find(name)->value);
    out.clear();
  }
  return out;
}

std::vector<const Node*> Fields::maps(std::string_view key) const {
  std::vector<const Node*> out;
  const Entry* entry = find(key);
  if (entry == nullptr) return out;
  const Key& list = *find_key(where_, key);
  if (entry->value.is_map() && is_one_item(list, entry->value)) {
    if (const Entry* second = start_of_second(entry->value)) {
      findings_.add(Message::missing_dash, second->key.spot, {noun(list.inner), as_written(*second)});
    } else {
      out.push_back(&entry->value);
    }
    return out;
  }
  if (!entry->value.is_list()) {
    refuse(key, entry->value);
    return out;
  }
  for (const Node& item : entry->value.items) out.push_back(&item);
  return out;
}

}  // namespace rulefile
