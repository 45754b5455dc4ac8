// RFC 3492, as far as a length limit needs it.
#pragma once

#include <cstddef>
#include <string_view>

namespace language {

// Characters that `label` takes in a domain name: its own when it is ASCII, "xn--..." otherwise. Labels of
// more than `limit` code points answer limit + 1 at once, since no encoding is shorter than what it encodes.
std::size_t punycode_label_length(std::u32string_view label, std::size_t limit);

}  // namespace language
