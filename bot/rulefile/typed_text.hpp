// What learners would see as it stands, and nobody wants them to: signs of other programs in wordings.
#pragma once

#include <optional>
#include <string>

#include "rulefile/phrase.hpp"

namespace rulefile {

struct AsTyped {
  std::string piece;  // of the text
  Argument instead;
};
// \n, [text](address), **stars**, <b>tags</b>, "Hi [name]".
std::optional<AsTyped> seen_as_typed(const std::string& text);

// www.example.org, example.org/page: an address that not every network makes a link of; "".
std::string half_link_in(const std::string& text);
// The same with what makes it one; "" when nothing tells what is meant.
std::string whole_link(const std::string& address);

// `@{{handle}}`, as it stands in the text; "".
std::string at_before_handle(const std::string& text);

}  // namespace rulefile
