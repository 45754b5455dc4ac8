// Lines that make sense, but not where or how they stand: what was meant by them.
#pragma once

#include <string>
#include <string_view>

#include "rulefile/document.hpp"
#include "rulefile/grammar.hpp"

namespace rulefile {

// Of more keys in one map than anybody writes nothing is guessed.
inline constexpr std::size_t most_guessed = 200;

// The key that a word was meant to be: one of the same sense, or one that differs by a slip of the finger;
// "".
std::string key_meant(Where where, std::string_view word);
// `says` beside `when` instead of below it: the key of `map` it belongs below, when that one is there and
// empty.
const Key* empty_key_for(Where where, std::string_view word, const Node& map);
// Whether a line of `map` stands beside `key` that belongs below it.
bool has_lines_beside(const Key& key, const Node& map);
// "- says: slides" where lines without a dash belong: the first of them; null: that is not what it is.
const Entry* first_of_dashed(const Node& node);
// "for example      mode: auto", or nothing for a key without an example.
Argument example_line(const Key& key);
// `when: introduces_self`: a key alone where a line of its own is wanted; how that line is written, or
// nothing.
Argument line_for(Where where, const Node& node);
// "says: slides", as it may be written again.
std::string as_written(const Entry& entry);

}  // namespace rulefile
