#include "language/language_hints.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "language/faq_terms.hpp"
#include "language/hash_numbers.hpp"
#include "language/language_words.hpp"
#include "language/word_hash.hpp"

namespace language {
namespace {

struct Letters {
  std::string_view letter;  // as typed
  LanguageOdds weight;
};

// en, fr, de, es, nl
constexpr std::array letter_groups = {
    Letters{"ñ", {-1, -1, -1, 3, -1}},       Letters{"¿", {0, 0, 0, 4, 0}},
    Letters{"¡", {0, 0, 0, 4, 0}},           Letters{"ß", {0, 0, 4, 0, 0}},
    Letters{"ä", {-1, -1, 2, -1, 0}},        Letters{"ö", {-1, -1, 2, -1, 0}},
    Letters{"ü", {-1, -1, 2, 0, 0}},         Letters{"ç", {-1, 3, -1, -1, -1}},
    Letters{"è", {-1, 2.5, -1, -1.5, 0}},    Letters{"ê", {-1, 3, -1, -1, -1}},
    Letters{"à", {-1, 2.5, -1, -1, -1}},     Letters{"ù", {-1, 3, -1, -1, -1}},
    Letters{"œ", {0, 3, 0, 0, 0}},           Letters{"î", {-1, 2, -1, -1, -1}},
    Letters{"ô", {-1, 2, -1, -1, -1}},       Letters{"é", {-0.8, 1.2, -1, 0.8, 0}},
    Letters{"ó", {-1, -1.5, -1, 2.5, -0.5}}, Letters{"í", {-1, -1.5, -1, 2.5, -1}},
    Letters{"á", {-1, -1.5, -1, 2.5, -1}},   Letters{"ú", {-1, -1, -1, 2.5, -1}},
};

// Which languages know a word, one bit each.
class Vocabulary {
 public:
  Vocabulary() {
    std::unordered_map<std::uint64_t, std::uint8_t> languages_of;
    for (std::size_t l = 0; l < hinted_languages.size(); ++l) {
      const auto list = words_of_language(l);
      for (std::size_t at = 1; at < list.size();) {
        const auto end = list.find(' ', at);
        languages_of[hash_of_word(list.substr(at, end - at))] |= static_cast<std::uint8_t>(1U << l);
        at = end + 1;
      }
    }
    std::vector<std::uint64_t> hashes;
    for (const auto& [hash, languages] : languages_of) {
      hashes.push_back(hash);
      languages_.push_back(languages);
    }
    numbers_ = HashNumbers(hashes);
  }

  std::uint8_t languages_of(std::string_view word) const {
    const auto number = numbers_.find(hash_of_word(word));
    return number == HashNumbers::none ? 0 : languages_[number];
  }

 private:
  HashNumbers numbers_;
  std::vector<std::uint8_t> languages_;  // by number
};

// Built when the first post is read, then never changed.
const Vocabulary& vocabulary() {
  static const Vocabulary known;
  return known;
}

constexpr std::size_t words_looked_at = 40;
constexpr double known_word = 2.2;

}  // namespace

LanguageOdds language_hints(std::string_view folded, std::string_view original) {
  LanguageOdds odds{};
  const auto& known = vocabulary();
  for (const auto word : words_of(folded, words_looked_at)) {
    const std::uint8_t languages = known.languages_of(word);
    if (languages == 0) continue;
    const double share = known_word / std::popcount(languages);
    for (std::size_t l = 0; l < odds.size(); ++l) {
      if ((languages >> l & 1U) != 0) odds[l] += share;
    }
  }
  const bool plain = std::all_of(original.begin(), original.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (plain) return odds;
  for (const auto& letters : letter_groups) {
    if (original.find(letters.letter) == std::string_view::npos) continue;
    for (std::size_t l = 0; l < odds.size(); ++l) odds[l] += letters.weight[l];
  }
  return odds;
}

}  // namespace language
