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
// `uses` at the left edge of a file: the one key below which such a line can stand; null for a word that
// several kinds of map have, or none.
const Key* only_place_for(Where where, std::string_view word);
// A map where a list of them is wanted: one item without its dash, which means what it says; else its keys
// are names of items, as in `facilitators: {Dana: ...}`.
bool is_one_item(const Key& key, const Node& map);
// `wait` below `then`: the key beside which it belongs; null for a word that has no meaning there.
const Key* key_beside(Where where, std::string_view word);
// `not says`: the condition that must not hold; "".
std::string negated_condition(Where where, const std::string& word);
// The first line of `map` with this name; null: there is none.
const Entry* entry_named(const Node& map, std::string_view name);
// Where the first key of `map` comes again: a second item whose dash is missing; null: there is none.
const Entry* start_of_second(const Node& map);
// Whether a line of `map` stands beside `key` that belongs below it.
bool has_lines_beside(const Key& key, const Node& map);
// "- rule: hello" at the left edge of a file: the list whose name is missing above it; null: none is meant.
const Key* list_meant(const Node& node);
// The same by the first key of the lines, of which `dash` stands before it or not: the list or map.
const Key* head_meant(bool dash, std::string_view key);
// Lines at the left edge of a file that belong below `list`, a name above them that is missing or stands
// elsewhere; `first` of them. Null: there are none.
struct Headless {
  const Key* list = nullptr;
  const Entry* first = nullptr;
};
Headless headless_lines(const Node& map);
// An item that has its name and another line from another list of a file: `list`, and not `here`. Null: it is
// none.
struct OtherKind {
  const Key* list = nullptr;
  const Key* here = nullptr;
  const Entry* first = nullptr;
};
OtherKind other_kind(Where where, const Node& item);
// "rule" of rules, "id" of FAQ entries: what each item of a list of a file begins with; "" for others.
std::string_view naming_key(Where where);
// "- says: slides" where lines without a dash belong: the first of them; null: that is not what it is.
const Entry* first_of_dashed(const Node& node);
// "for example      mode: auto"; of a list of maps without an example its first line; or nothing.
Argument example_line(const Key& key);
// `when: introduces_self`, or `- Dana` below `facilitators`: a word alone where lines are wanted; how such a
// line is written, or nothing.
Argument line_for(Where where, const Node& node);
// `says slides` or `says = slides`: a name without its colon; how the line is written, or nothing.
Argument line_meant(Where where, const Node& node, const std::string& dash = "");
// `then: - Hello there`, `when: [hi, hello]`: texts alone where lines are wanted; how the line is written, or
// nothing.
Argument text_meant(Where where, const Node& node, const std::string& dash = "");
// "says: slides", as it may be written again.
std::string as_written(const Entry& entry);

}  // namespace rulefile
