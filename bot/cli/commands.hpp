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

int backup(const Arguments& arguments);
int check(const Arguments& arguments);
int doctor(const Arguments& arguments);
int explain(const Arguments& arguments);
int export_archive(const Arguments& arguments);
int forget(const Arguments& arguments);
int help(const Arguments& arguments);
int login(const Arguments& arguments);
int practice(const Arguments& arguments);
int replay(const Arguments& arguments);
int restore(const Arguments& arguments);
int run_service(const Arguments& arguments);
int schema(const Arguments& arguments);
int status(const Arguments& arguments);
int test(const Arguments& arguments);
int understand(const Arguments& arguments);

}  // namespace cli
