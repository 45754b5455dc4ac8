// The commands of the program: one file each. Answers go to stdout, everything else to stderr.
#pragma once

#include "cli/arguments.hpp"

namespace cli {

// Exit codes.
inline constexpr int fine = 0;
inline constexpr int findings = 1;      // mistakes or failures were found
inline constexpr int wrong_usage = 2;   // the words of the command line
inline constexpr int cannot_start = 3;  // config, state, port

// Words to a command; gives its exit code.
int run(int argc, char** argv);

int help(const Arguments& arguments);

}  // namespace cli
