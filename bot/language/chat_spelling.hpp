// The spellings of chats and tweets, written out, so that one pattern finds "would you", "wud u" and "would
// u".
#pragma once

#include <string>
#include <string_view>

namespace language {

// English and French; only what can hardly mean anything else ("2" is "to" between "how" and a verb, and
// stays two elsewhere). Everything else stays as it is. Linear time.
std::string written_out(std::string_view folded);

}  // namespace language
