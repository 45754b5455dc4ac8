// The text of a post as the detectors want it: no addresses, no names, cut into sentences, folded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/reading.hpp"

namespace language {

// What detectors look at, in code points; the rest of a longer text is not read for meaning.
inline constexpr std::size_t detector_limit = 4000;

struct Sentence {
  std::string folded;       // without the marks that end it; chat spellings written out
  bool asks = false;        // a question mark ends it
  bool exclaims = false;    // an exclamation mark ends it
  bool titled = false;      // Most of Its Words Start With a Capital
  bool before_url = false;  // a link follows it directly
};

struct PlainText {
  std::vector<Sentence> sentences;
  std::string folded;    // the sentences, each followed by " ." or " ?"
  std::string spelt;     // the same, before chat spellings were written out
  std::string cleaned;   // as typed, without addresses, names and trailing hashtags
  bool repeats = false;  // starts as an old-style retweet, "RT @…"
  bool has_url = false;
  bool to_somebody = false;  // starts with a mention
};

// A link becomes nothing, a mention "_at_", a hashtag its word; hashtags at the end of a line, or before the
// links that end it, go. Quotation marks keep a sentence together. Linear time.
PlainText plain_text_of(std::u32string_view text, const Entities& entities);

// The same sentence without what it quotes.
std::string without_quotations(std::string_view folded);

}  // namespace language
