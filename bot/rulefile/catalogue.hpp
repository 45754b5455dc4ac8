// The words of each language, side by side: sentences by message, phrases, and the help of required keys.
// A sentence's %1 to %9 are its arguments.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rulefile/grammar.hpp"
#include "rulefile/message.hpp"

namespace rulefile {

struct Sentence {
  Message message;
  std::string_view headline;     // the effect on learners first
  std::string_view under_caret;  // "": the line is not shown
  std::string_view effect;
  std::string_view fix;
};
struct PhraseWords {
  Phrase message;
  std::string_view words;
};
inline constexpr auto message_count = static_cast<std::size_t>(Message::count);
inline constexpr auto phrase_count = static_cast<std::size_t>(Phrase::count);
using Sentences = std::array<Sentence, message_count>;  // in the order of the enumeration
using Phrases = std::array<PhraseWords, phrase_count>;

// The sentences of a language fill two sources: what makes a file hard to read, and what it says.
inline constexpr auto reading_sentence_count = static_cast<std::size_t>(Message::wrong_date);
inline constexpr std::size_t meaning_sentence_count = message_count - reading_sentence_count;

template <typename Table>
constexpr bool in_order(const Table& table, std::size_t place = 0) {
  for (const auto& row : table) {
    if (static_cast<std::size_t>(row.message) != place++) return false;
  }
  return true;
}

struct Catalogue {
  const Sentences& sentences;
  const Phrases& phrases;
  std::string_view (*help_of)(const Key& key);  // of a required key: why it is needed
};
Catalogue catalogue(Language language);

std::string fill(std::string_view sentence, const std::vector<Argument>& arguments, Language language);
std::string capitalised(std::string text);
// One error, two errors: the form that goes with a number.
bool is_singular(std::ptrdiff_t number, Language language);

const Sentences& english_sentences();
std::span<const Sentence> english_reading_sentences();
std::span<const Sentence> english_meaning_sentences();
const Phrases& english_phrases();
const Sentences& french_sentences();
std::span<const Sentence> french_reading_sentences();
std::span<const Sentence> french_meaning_sentences();
const Phrases& french_phrases();
std::string_view french_help(const Key& key);

}  // namespace rulefile
