// The ends of domain names that make "example.org" a link without "https://".
#pragma once

#include <cstddef>
#include <string_view>

namespace language {

// Length in code points of the top-level domain that `text` begins with (any case, Punycode too), 0 when
// there is none or when it runs on into a longer word.
std::size_t tld_length(std::u32string_view text);

}  // namespace language
