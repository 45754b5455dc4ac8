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
  if (tells_other_kind(node)) return;
  index(node, free_keys);
  check_required(node);
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
  Argument line = key->type == Type::maps ? line_meant(key->inner, node, "- ") : "";
  if (!line.phrase && key->type == Type::maps) line = text_meant(key->inner, node, "- ");
  if (line.phrase) {
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
