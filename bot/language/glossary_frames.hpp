// The ways to ask for a meaning, English and French, over folded text.
#pragma once

#include <span>
#include <string_view>

namespace language {

struct GlossaryFrame {
  std::string_view pattern;  // RE2; its one group holds the words asked about
  bool sure;                 // a meaning is asked whatever the word; else the word has to be in the glossary
  bool short_one;            // hardly more than the word itself ("RT = ?")
};

std::span<const GlossaryFrame> glossary_frames();

}  // namespace language
