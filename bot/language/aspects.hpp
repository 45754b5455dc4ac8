// What of a reading takes time and is not looked at by everybody.
#pragma once

namespace language {

struct Aspects {
  bool lengths = false;
  bool language = false;
  bool question = false;
  bool introduction = false;
  bool glossary = false;
  bool faq = false;
};

inline constexpr Aspects all_aspects{true, true, true, true, true, true};

}  // namespace language
