// Links in a post, as X finds them: with "https://" any host, without it names of Latin letters that end in a
// known top-level domain.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace language {

struct FoundUrl {
  std::size_t begin = 0;  // code points, half-open
  std::size_t end = 0;
  std::u32string text;
};

// In order, never overlapping. Linear time.
std::vector<FoundUrl> scan_urls(std::u32string_view text);

}  // namespace language
