// UTF-8 text. Every std::string in Flockmate is UTF-8; what comes from outside goes through valid_utf8()
// first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace base {

bool is_valid_utf8(std::string_view bytes);
// Each broken sequence becomes U+FFFD; valid text comes back unchanged.
std::string valid_utf8(std::string_view bytes);

// One form for comparing: NFKC, case folded, accents and variation selectors dropped, curly quotes straight,
// white space (no-break spaces included) as single spaces. "Où" and "OU" fold alike.
std::string fold(std::string_view text);

std::size_t count_code_points(std::string_view text);
std::size_t count_graphemes(std::string_view text);  // what a reader would call characters (UAX 29)

std::string trim(std::string_view text);  // ASCII white space and U+00A0 at both ends
std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
bool starts_with_folded(std::string_view text, std::string_view prefix);

// At most `graphemes` characters, with an ellipsis in place of what was cut.
std::string shorten(std::string_view text, std::size_t graphemes);

// Stable over machines and versions: XXH64 with seed 0.
std::uint64_t stable_hash(std::string_view bytes);
std::string to_hex(std::uint64_t value);

// The candidate closest to `word` when it is close enough to be a slip of the finger (at most a third of its
// letters, transpositions count once), else "". For "did you mean".
std::string closest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace base
