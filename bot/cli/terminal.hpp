// Questions to the person who runs a command. Asked on stderr, answered by a line of standard input.
#pragma once

#include <string>

namespace cli {

// Without white space around it; "" when nothing came.
std::string ask(const std::string& question);
// The same; what is typed is not shown.
std::string ask_secret(const std::string& question);

}  // namespace cli
