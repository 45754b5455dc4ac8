// The words of a text as FAQ matching counts them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace language {

// Folded words, in order; at most `limit`. What starts with an underscore is a marker of ours, no word.
std::vector<std::string_view> words_of(std::string_view folded, std::size_t limit);

// The same words without their endings (English suffixes; other languages lose little by it), as hashes.
std::vector<std::uint64_t> stems_of(const std::vector<std::string_view>& words);

}  // namespace language
