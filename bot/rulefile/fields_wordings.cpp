// Texts that learners read: one, several variants, or either by language.
#include <algorithm>

#include "base/text.hpp"
#include "rulefile/fields.hpp"
#include "rulefile/near_words.hpp"
#include "rulefile/values.hpp"

namespace rulefile {

domain::LocalText Fields::local_text(std::string_view key) const {
  domain::LocalText out;
  for (auto& [language, texts] : variants(key)) {
    if (texts.size() > 1) {
      refuse(key, find(key)->value);
      return {};
    }
    if (!texts.empty()) out.emplace(language, texts.front());
  }
  return out;
}

void Fields::variants_of(std::string_view key, const Node& node, std::vector<std::string>& out) const {
  const auto add = [&](const Node& one) {
    if (one.is_empty() || (one.is_scalar() && base::trim(one.text).empty())) {
      findings_.add(Message::empty_wording, one.spot);
    } else if (scalar(key, one)) {
      out.push_back(one.text);
    }
  };
  if (!node.is_list()) {
    add(node);
    return;
  }
  for (const Node& item : node.items) add(item);
}

// {en: ..., french: ...}: where one is a code, the other is meant as one, too.
bool Fields::names_a_language_otherwise(std::string_view name, const Node& node) const {
  const auto is_code = [](const Entry& one) { return one.key.is_scalar() && is_language_code(one.key.text); };
  if (std::none_of(node.entries.begin(), node.entries.end(), is_code)) return false;
  const auto other = std::find_if_not(node.entries.begin(), node.entries.end(), is_code);
  if (other == node.entries.end() || !other->key.is_scalar()) return false;
  const std::string meant = language_code_meant(other->key.text);
  findings_.add(Message::wrong_value, other->key.spot,
                {base::shorten(other->key.text, 60), Argument(Phrase::quoted, {std::string(name)}),
                 Phrase::language_code,
                 meant.empty() ? Argument("") : Argument(Phrase::did_you_mean_line, {meant, "\"...\""})});
  return true;
}

rules::Variants Fields::variants(std::string_view key) const {
  rules::Variants out;
  const Entry* entry = find(key);
  if (entry == nullptr) return out;
  const Node& node = entry->value;
  const bool by_language =
      node.is_map() && std::all_of(node.entries.begin(), node.entries.end(), [](const Entry& one) {
        return one.key.is_scalar() && is_language_code(one.key.text);
      });
  if (!by_language && names_a_language_otherwise(key, node)) return out;
  if (!by_language) {
    variants_of(key, node, out[""]);
  } else {
    for (const Entry& one : node.entries) {
      std::vector<std::string>& texts = out[one.key.text];
      if (!texts.empty())
        findings_.add(Message::same_key, one.key.spot,
                      {one.key.text, std::to_string(entry->key.spot.line), ""});
      variants_of(key, one.value, texts);
    }
  }
  std::erase_if(out, [](const auto& one) { return one.second.empty(); });
  return out;
}

}  // namespace rulefile
