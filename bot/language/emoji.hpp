// Emoji that are one picture although they are several code points: families, flags, keycaps, skin tones.
#pragma once

#include <cstddef>
#include <string_view>

namespace language {

// How many code points the emoji that begins at `at` takes; 0 when none begins there.
std::size_t emoji_length(std::u32string_view text, std::size_t at);

}  // namespace language
