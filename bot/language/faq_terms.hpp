// The words of a text as FAQ matching counts them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace language {

// Folded words, in order; at most `limit`. What starts with an underscore is a marker of ours, no word.
std::vector<std::string_view> words_of(std::string_view folded, std::size_t limit);

// The same words, stemmed (English suffixes; other languages lose little by it).
std::vector<std::string> stems_of(const std::vector<std::string_view>& words);

}  // namespace language
