// What a file names or says and later checks look at: each remembers where it stands.
#pragma once

#include <chrono>
#include <string>

#include "domain/action.hpp"
#include "rulefile/source_text.hpp"

namespace rulefile {

// A name that must exist somewhere.
struct Reference {
  enum class To {
    wording,
    posted_wording,
    facilitator,
    faq_entry,
    term,
    shipped_rule,
    text_file,
    label,
    any_faq_entry,
    any_term,
    week,
    topic
  };
  To to = To::wording;
  std::string name;
  Spot spot;
};

// A text that may be sent.
struct WordingAt {
  domain::ActionKind kind = domain::ActionKind::reply;
  std::string language;  // "" = the course's first
  std::string text;
  Spot spot;
};

struct BetweenAt {
  std::chrono::year_month_day first;
  std::chrono::year_month_day last;
  Spot spot;
};

struct PatternAt {
  std::string pattern;
  Spot spot;
};

}  // namespace rulefile
