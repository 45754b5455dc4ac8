#include "networks/mastodon_languages.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "networks/mastodon_status.hpp"
#include "networks/post_json.hpp"

namespace networks {

// A filtered page reaches further back: what is older than its end was not looked at. One author may be
// muted; two are a pattern.
std::vector<std::string> languages_hidden_from(const nlohmann::json& to_account,
                                               const nlohmann::json& to_all) {
  std::set<std::string> shown_ids;
  std::set<std::string> shown_languages;
  std::string oldest;
  for (const auto& status : to_account) {
    const std::string id = id_at(status, "id");
    shown_ids.insert(id);
    shown_languages.insert(text_at(status, "language"));
    if (oldest.empty() || is_later_id(oldest, id)) oldest = id;
  }
  std::map<std::string, std::set<std::string>> authors;
  for (const auto& status : to_all) {
    const std::string id = id_at(status, "id");
    const std::string language = text_at(status, "language");
    const bool looked_at = oldest.empty() || is_later_id(id, oldest);
    if (language.empty() || !looked_at || shown_ids.contains(id) || shown_languages.contains(language))
      continue;
    authors[language].insert(id_at(part_at(status, "account"), "id"));
  }
  std::vector<std::string> hidden;
  for (const auto& [language, people] : authors) {
    if (people.size() > 1) hidden.push_back(language);
  }
  return hidden;
}

}  // namespace networks
