// The words of a reply: language, variant, placeholders. Learners' words go in defanged, the course's as they
// are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "rules/rule.hpp"
#include "rules/situation.hpp"
#include "rules/topics.hpp"

namespace rules {

struct Wording {
  std::string text;
  std::string language;
  bool repeated = false;  // every variant was said here within 24 hours
};

// Who speaks, and of what: names the rule (or "manners: stop") for the choice of the variant.
struct Speaking {
  std::string rule;
  About about;
  bool names_nobody = false;  // a post of the bot's own: no placeholder may tell whom it is about
};

// The first variant that was not said yet; none when there is no wording or it comes out empty.
std::optional<Wording> find_words(const Situation& situation, const Variants& variants,
                                  const Speaking& speaking);

// Hash of a text as it is remembered against saying it twice: of its folded form.
std::uint64_t text_hash(const std::string& text);

// Does it fit where it would be sent, the mention that a reply needs included?
bool fits(const Situation& situation, const std::string& text);

}  // namespace rules
