// The manual page, flockmate(1), made of the same words as the help.
#pragma once

#include <string>
#include <vector>

namespace cli {

struct OptionWords {
  std::string names;  // "--state DIR", "FILE"
  std::string about;
};

struct CommandWords {
  std::string name;
  std::string about;
  std::vector<OptionWords> options;
};

// In roff, as man(1) reads it.
std::string man_page(const std::vector<CommandWords>& commands, const std::string& version);

}  // namespace cli
