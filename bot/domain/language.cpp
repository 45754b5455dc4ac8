#include "domain/language.hpp"

#include "domain/course.hpp"
#include "domain/post.hpp"

namespace domain {

std::optional<Language> language_from_word(std::string_view word) {
  if (word == "en" || word.starts_with("en_") || word.starts_with("en-")) return Language::english;
  if (word == "fr" || word.starts_with("fr_") || word.starts_with("fr-")) return Language::french;
  return std::nullopt;
}

Language language_for_facilitators(const Course& course) {
  for (const std::string& code : course.languages) {
    if (const auto language = language_from_word(code)) return *language;
  }
  return Language::english;
}

std::string name_in_words(NetworkKind network, Language language) {
  switch (network) {
    case NetworkKind::practice:
      return language == Language::french ? "le réseau d'entraînement" : "the practice network";
    case NetworkKind::mastodon:
      return "Mastodon";
    case NetworkKind::bluesky:
      return "Bluesky";
    case NetworkKind::x:
      return "X";
  }
  return "";
}

}  // namespace domain
