// How far the parts of a link reach, once its host is known. Positions are code points of the whole text.
#pragma once

#include <cstddef>
#include <string_view>

namespace language {

// All three take where the part would begin and return where it ends; the same place when there is none.
std::size_t port_end(std::u32string_view text, std::size_t at);
std::size_t path_end(std::u32string_view text, std::size_t at);
std::size_t query_end(std::u32string_view text, std::size_t at);

// DNS takes at most 63 characters a label once it is written in ASCII (Punycode).
bool has_valid_labels(std::u32string_view domain);

// A t.co link is its first word only; what follows that belongs to the sentence. 0: not one. Otherwise the
// length to keep, or npos when the word is too long to be one of X's.
std::size_t tco_length(std::u32string_view url);

}  // namespace language
