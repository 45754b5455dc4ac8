// The languages in which Flockmate speaks to those who run a course: reasons, and mistakes in their files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace domain {

struct Course;
enum class NetworkKind;

enum class Language { english, french };

// "fr", "fr_CA.UTF-8", "fr-CH"; none for a language that Flockmate has no words in.
std::optional<Language> language_from_word(std::string_view word);
// The first of the course's languages that Flockmate has words in, else English.
Language language_for_facilitators(const Course& course);

// "Mastodon", "the practice network": a network in a sentence. Its word in files is to_word's.
std::string name_in_words(NetworkKind network, Language language);

}  // namespace domain
