// The command line as values. CLI11 is slow to compile, so it stays behind this.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace cli {

struct Arguments {
  std::string command;
  std::string config;  // --config, or "" for the default places
  std::string cohort;  // --cohort
  std::string rules;   // --rules: a cohort folder, no config needed
  std::string format = "text";
  std::string language;  // --language, or "": the environment's

  std::vector<std::string> paths;  // check, test
  std::string accept;              // test --accept FILE:LINE

  std::string topic;  // help: a command or a code

  int port = 8080;    // practice
  std::string state;  // whoever works on the state

  std::string says;  // explain
  std::string as;
  std::string at;
  bool mentions_bot = false;
  std::string in_reply_to;
  std::string network;

  std::string archive;  // replay
  std::string from = "auto";
  std::string against;
  std::string consent;
  bool all = false;
  bool quiet = false;

  std::string who;     // forget
  std::string output;  // export

  std::string file;  // backup, restore
  bool replace_newer = false;
};

// What to do, or what to print and the code to exit with (help, version, wrong words).
struct Parsed {
  std::optional<Arguments> arguments;
  std::string output;
  int exit_code = 0;
};
Parsed parse_arguments(int argc, const char* const* argv);

// The page of a command, as `flockmate COMMAND --help` prints it; "" for an unknown one. "" asks for the
// overview.
std::string usage_page(const std::string& command);
// All that the command line can say, as flockmate(1).
std::string manual_page();

}  // namespace cli
