#include "language/language_id.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <cmath>

#include "language/language_hints.hpp"

namespace language {
namespace {

constexpr std::size_t bytes_looked_at = 1000;
constexpr double cld_reliable = 2.5;  // what a reliable answer of CLD2 adds for its language
constexpr double cld_unsure = 1.2;
constexpr std::size_t long_enough_for_cld = 40;  // bytes; from here on its reliable answer is right
constexpr double least_evidence = 0.9;           // below, nothing speaks clearly
constexpr double other_language = 0.8;           // CLD2's reliable word for a language we have no hints for

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

LanguageGuess by_evidence(LanguageOdds odds, const Detected& detected, std::size_t bytes) {
  const auto known = std::find(hinted_languages.begin(), hinted_languages.end(), detected.code);
  const double weight = detected.reliable ? cld_reliable : cld_unsure;
  if (known != hinted_languages.end())
    odds[static_cast<std::size_t>(known - hinted_languages.begin())] += weight;
  const auto best = static_cast<std::size_t>(std::max_element(odds.begin(), odds.end()) - odds.begin());
  if (known == hinted_languages.end() && detected.reliable &&
      (bytes >= long_enough_for_cld || odds[best] < other_language + cld_reliable)) {
    return {detected.code, 0.7};
  }
  if (odds[best] < least_evidence) return {};
  double total = 0;
  for (const double odd : odds) total += std::exp(odd - odds[best]);
  return {std::string(hinted_languages[best]), 1 / total};
}

}  // namespace

LanguageGuess language_of(const PlainText& post, std::string_view network_tag) {
  if (auto code = tag_of(network_tag); !code.empty() && code != "un") return {code, 1};
  if (std::none_of(post.folded.begin(), post.folded.end(), is_letter)) return {};
  const auto text = std::string_view(post.cleaned).substr(0, bytes_looked_at);
  return by_evidence(language_hints(post.folded, text), detect(text), text.size());
}

}  // namespace language
