#include "cli/man_page.hpp"

#include <string_view>

namespace cli {
namespace {

// A hyphen that can be copied into a shell; nothing that roff takes for a request.
std::string escaped(std::string_view text) {
  std::string out;
  if (text.starts_with('.') || text.starts_with('\'')) out = "\\&";
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string item(const std::string& term, const std::string& words) {
  return ".TP\n.B " + escaped(term) + "\n" + escaped(words) + "\n";
}

std::string chapter_of(const CommandWords& command) {
  std::string synopsis = "flockmate " + command.name;
  for (const OptionWords& option : command.options) {
    if (!option.names.starts_with('-')) synopsis += " " + option.names;
  }
  std::string text = ".SS " + escaped(synopsis) + "\n" + escaped(command.about) + "\n";
  for (const OptionWords& option : command.options) text += item(option.names, option.about);
  return text;
}

constexpr const char* description =
    ".SH DESCRIPTION\n"
    "Flockmate co\\-facilitates a course whose people talk under one hashtag: it welcomes newcomers, points "
    "to\n"
    "answers, explains the jargon, and makes sure that no question stays unanswered. Facilitators steer it "
    "by\n"
    "editing YAML files. Answers go to standard output, everything else to standard error.\n";

std::string surroundings() {
  return ".SH EXIT STATUS\n" + item("0", "Fine.") + item("1", "Findings or failures.") +
         item("2", "Wrong usage.") + item("3", "It cannot start.") + ".SH ENVIRONMENT\n" +
         item("FLOCKMATE_LOG", "What the service logs: debug, info, warning or error.") +
         item("NO_COLOR", "No colours, on a terminal either.") +
         item("CREDENTIALS_DIRECTORY, STATE_DIRECTORY, RUNTIME_DIRECTORY",
              "Set by systemd: where secrets are read from, the state is kept and the socket stands.") +
         ".SH FILES\n" +
         item("config/flockmate.yaml, /etc/flockmate/flockmate.yaml",
              "The service's settings, where --config names no others.") +
         item("flockmate.sqlite", "The state, in the state folder.") +
         ".SH SEE ALSO\nThe guides for ops and for facilitators, in share/doc/flockmate and "
         "share/flockmate/rules.\n";
}

}  // namespace

std::string man_page(const std::vector<CommandWords>& commands, const std::string& version) {
  std::string text = ".TH FLOCKMATE 1 \"\" \"flockmate " + escaped(version) + "\" \"User Commands\"\n" +
                     ".SH NAME\nflockmate \\- a bot that co\\-facilitates courses under a hashtag\n" +
                     ".SH SYNOPSIS\n.B flockmate\n.I COMMAND\n.RI [ OPTIONS ]\n" + description +
                     ".SH COMMANDS\n";
  for (const CommandWords& command : commands) text += chapter_of(command);
  return text + surroundings();
}

}  // namespace cli
