#include "language/language_id.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <cmath>

#include "language/language_hints.hpp"
#include "language/trigrams.hpp"

namespace language {
namespace {

constexpr std::size_t bytes_looked_at = 1000;
constexpr double cld_reliable = 2.5;  // what a reliable answer of CLD2 adds for its language
constexpr double cld_unsure = 1.2;
constexpr double share_of_letters = 0.35;  // neighbouring groups of letters say the same thing again
constexpr double least_evidence = 0.9;     // below, nothing speaks clearly
constexpr std::size_t long_post = 80;      // bytes
// CLD2's word for a language that is none of ours counts where the letters do not sound like one of ours:
// less than this on average over the groups. Posts in our languages, however badly spelt, hardly ever fall
// below; the longer a post, the better CLD2.
constexpr double least_like_ours(std::size_t bytes) {
  if (bytes < 40) return 0.45;
  return bytes < long_post ? 0.75 : 1.1;
}

struct Detected {
  std::string code;
  bool reliable = false;
};

Detected detect(std::string_view text) {
  bool reliable = false;
  int text_bytes = 0;
  CLD2::Language top[3];
  int percent[3];
  CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  double scores[3];
  const auto language =
      CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0, top,
                                     percent, scores, nullptr, &text_bytes, &reliable);
  if (language == CLD2::UNKNOWN_LANGUAGE) return {};
  return {std::string(CLD2::LanguageCode(language)).substr(0, 2), reliable};
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string tag_of(std::string_view tag) {
  std::string code;
  for (const char c : tag.substr(0, 2)) code += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  const bool usable = code.size() == 2 && (tag.size() == 2 || tag[2] == '-' || tag[2] == '_') &&
                      std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return usable ? code : std::string();
}

bool sounds_like_ours(const TrigramOdds& letters, std::size_t bytes) {
  const double best = *std::max_element(letters.sum.begin(), letters.sum.end());
  return best >= least_like_ours(bytes) * std::max(letters.groups, 1.0);
}

struct Best {
  std::size_t language = 0;
  double odds = 0;
  double margin = 0;  // before the next
};

Best best_of(const LanguageOdds& odds) {
  const auto best = static_cast<std::size_t>(std::max_element(odds.begin(), odds.end()) - odds.begin());
  double next = -1e9;
  for (std::size_t l = 0; l < odds.size(); ++l) {
    if (l != best) next = std::max(next, odds[l]);
  }
  return {best, odds[best], odds[best] - next};
}

LanguageGuess guess_from(const LanguageOdds& odds, const Best& best) {
  if (best.odds < least_evidence) return {};
  double total = 0;
  for (const double odd : odds) total += std::exp(odd - best.odds);
  return {std::string(hinted_languages[best.language]), 1 / total};
}

// Whatever CLD2 says, it could not name another language.
bool is_beyond_doubt(const Best& best, bool ours) {
  return ours && best.odds >= least_evidence && best.margin > cld_reliable;
}

LanguageGuess by_evidence(const PlainText& post, std::string_view text) {
  const TrigramOdds letters = trigram_odds(text);
  LanguageOdds odds = language_hints(post.spelt, text);
  for (std::size_t l = 0; l < odds.size(); ++l) odds[l] += share_of_letters * letters.sum[l];
  const bool ours = sounds_like_ours(letters, text.size());
  if (const Best best = best_of(odds); is_beyond_doubt(best, ours)) return guess_from(odds, best);
  const Detected detected = detect(text);
  const auto known = std::find(hinted_languages.begin(), hinted_languages.end(), detected.code);
  if (known != hinted_languages.end()) {
    odds[static_cast<std::size_t>(known - hinted_languages.begin())] +=
        detected.reliable ? cld_reliable : cld_unsure;
  } else if (detected.reliable && !detected.code.empty() && !ours) {
    return {detected.code, 0.7};  // CLD2 is sure of another language, and the letters do not speak against it
  }
  return guess_from(odds, best_of(odds));
}

}  // namespace

LanguageGuess language_of(const PlainText& post, std::string_view network_tag) {
  if (auto code = tag_of(network_tag); !code.empty() && code != "un") return {code, 1};
  if (std::none_of(post.spelt.begin(), post.spelt.end(), is_letter)) return {};
  const auto text = std::string_view(post.cleaned).substr(0, bytes_looked_at);
  return by_evidence(post, text);
}

}  // namespace language
