// What stands for one character in HTML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace language {

// `html` begins with an ampersand. Appends what it stands for and returns how many bytes were read: the whole
// of
// "&amp;", or 1 when that ampersand is nothing but itself.
std::size_t append_entity(std::string_view html, std::string& text);

}  // namespace language
