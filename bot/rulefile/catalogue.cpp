#include "rulefile/catalogue.hpp"

#include <algorithm>

#include "base/sentence.hpp"

namespace rulefile {
namespace {

std::string_view grammar_help(const Key& key) {
  return key.help;
}

Sentences joined(std::span<const Sentence> reading, std::span<const Sentence> meaning) {
  Sentences all{};
  std::copy(meaning.begin(), meaning.end(), std::copy(reading.begin(), reading.end(), all.begin()));
  return all;
}

}  // namespace

const Sentences& english_sentences() {
  static const Sentences all = joined(english_reading_sentences(), english_meaning_sentences());
  return all;
}

const Sentences& french_sentences() {
  static const Sentences all = joined(french_reading_sentences(), french_meaning_sentences());
  return all;
}

Catalogue catalogue(Language language) {
  if (language == Language::french) return {french_sentences(), french_phrases(), french_help};
  return {english_sentences(), english_phrases(), grammar_help};
}

std::string fill(std::string_view sentence, const std::vector<Argument>& arguments, Language language) {
  std::vector<std::string> filled;
  filled.reserve(arguments.size());
  for (const Argument& argument : arguments) filled.push_back(in_words(argument, language));
  if (language == Language::french) return base::fill_in(base::set_in_french(sentence), filled);
  return base::fill_in(sentence, filled);
}

std::string in_words(const Argument& argument, Language language) {
  const Catalogue words = catalogue(language);
  if (argument.help_of != nullptr) return fill(words.help_of(*argument.help_of), {}, language);
  if (argument.network) return domain::name_in_words(*argument.network, language);
  if (!argument.phrase) return argument.words;
  const PhraseWords& phrase = words.phrases.at(static_cast<std::size_t>(*argument.phrase));
  return fill(phrase.words, argument.inside, language);
}

std::string in_words(Phrase phrase, Language language) {
  return in_words(Argument(phrase), language);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  }
  return text;
}

bool is_singular(std::ptrdiff_t number, Language language) {
  return number == 1 || (number == 0 && language == Language::french);
}

}  // namespace rulefile
