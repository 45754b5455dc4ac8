// What teachers write who know other programs' search boxes, or expect signs to be read that are not.
// Only what hardly anybody means as it stands: whoever does puts it in quotes, or lives with a remark.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rulefile/phrase.hpp"

namespace rulefile {

// `slides or deck`, `slides | deck`: the words that are meant one by one; empty: the text is one.
std::vector<std::string> words_meant(const std::string& text, bool quoted);

struct OddSign {
  std::string sign;     // "*"
  std::string instead;  // the text without it; "" where only a pattern says what is meant
};
std::optional<OddSign> odd_sign_in(const std::string& text);  // slide*, %slide%, ^slides, \bslides

// '/slides/i': what stands between the slashes; "" when they are no frame.
std::string within_slashes(const std::string& pattern);

struct AsTyped {
  std::string piece;  // of the text
  Argument instead;
};
// What learners would see as it stands, and nobody wants them to: \n, [text](address), **stars**, "Hi
// [name]".
std::optional<AsTyped> seen_as_typed(const std::string& text);

// The address of somebody's page, or half a handle: the handle; "" when nothing is wrong with it.
std::string handle_meant(const std::string& network, const std::string& text);

}  // namespace rulefile
