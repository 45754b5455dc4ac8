// The wordings of the commands, in every shipped language.
#pragma once

#include <span>
#include <string_view>

#include "language/reading.hpp"

namespace language {

struct CommandWording {
  std::string_view
      words;  // folded, joined by single spaces; hyphens count as spaces, an elision is a word ("m' ecris")
  Command command;
};

std::span<const CommandWording> command_wordings();
std::span<const std::string_view> polite_words();  // change nothing about a command

}  // namespace language
