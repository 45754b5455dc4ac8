#include "rulefile/catalogue.hpp"

#include <algorithm>

namespace rulefile {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

// French sets a space before high punctuation and inside its quotes, at which no line may break. What comes
// from a file is left alone: it is there to be copied.
std::string typeset(std::string_view words) {
  constexpr std::string_view closing_quote = "\xC2\xBB";
  constexpr std::string_view opening_quote = "\xC2\xAB";
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view after = words.substr(i + 1);
    const bool high =
        !after.empty() && std::string_view(":;!?").find(after.front()) != std::string_view::npos;
    const bool inside = after.starts_with(closing_quote) || std::string_view(out).ends_with(opening_quote);
    if (words[i] == ' ' && (high || inside)) {
      out += no_break_space;
    } else {
      out += words[i];
    }
  }
  return out;
}

std::string_view grammar_help(const Key& key) {
  return key.help;
}

}  // namespace

std::optional<Language> language_from_word(std::string_view word) {
  if (word == "en" || word.starts_with("en_") || word.starts_with("en-")) return Language::english;
  if (word == "fr" || word.starts_with("fr_") || word.starts_with("fr-")) return Language::french;
  return std::nullopt;
}

Catalogue catalogue(Language language) {
  if (language == Language::french) return {french_sentences(), french_phrases(), french_help};
  return {english_sentences(), english_phrases(), grammar_help};
}

std::string fill(std::string_view sentence, const std::vector<Argument>& arguments, Language language) {
  const std::string words = language == Language::french ? typeset(sentence) : std::string(sentence);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool slot = words[i] == '%' && i + 1 < words.size() && words[i + 1] >= '1' && words[i + 1] <= '9';
    if (!slot) {
      out += words[i];
      continue;
    }
    const auto number = static_cast<std::size_t>(words[++i] - '1');
    if (number < arguments.size()) out += in_words(arguments[number], language);
  }
  return out;
}

std::string in_words(const Argument& argument, Language language) {
  const Catalogue words = catalogue(language);
  if (argument.help_of != nullptr) return fill(words.help_of(*argument.help_of), {}, language);
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
