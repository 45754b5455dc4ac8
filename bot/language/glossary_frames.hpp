// The ways to ask for a meaning, English and French, over folded text.
#pragma once

#include <span>
#include <string_view>

namespace language {

struct GlossaryFrame {
  std::string_view pattern;  // RE2; its one group holds the words asked about
  bool sure;                 // a meaning is asked whatever the word; else the word has to be in the glossary
  bool short_one;            // hardly more than the word itself ("RT = ?")
  bool asked = false;        // only where a question mark ends the sentence
  enum class Where { all, within, at_end };
  Where where = Where::all;  // of the group stands the word; but for `all` it has to be in the glossary
  bool rare = false;         // also a single word that hardly anybody uses
};

// All of them, always in the same order.
std::span<const GlossaryFrame> glossary_frames();
// Those among them that ask in passing or for more than one's name.
std::span<const GlossaryFrame> loose_glossary_frames();

}  // namespace language
