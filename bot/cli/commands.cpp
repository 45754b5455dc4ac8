#include "cli/commands.hpp"

#include <array>
#include <iostream>
#include <string_view>

namespace cli {
namespace {

struct Command {
  std::string_view name;
  int (*run)(const Arguments&);
};

constexpr std::array commands{
    Command{"backup", backup},         Command{"restore", restore}, Command{"check", check},
    Command{"doctor", doctor},         Command{"explain", explain}, Command{"export", export_archive},
    Command{"forget", forget},         Command{"help", help},       Command{"login", login},
    Command{"practice", practice},     Command{"replay", replay},   Command{"run", run_service},
    Command{"schema", schema},         Command{"status", status},   Command{"test", test},
    Command{"understand", understand},
};

}  // namespace

int run(int argc, char** argv) {
  const Parsed parsed = parse_arguments(argc, argv);
  if (!parsed.arguments) {
    (parsed.exit_code == fine ? std::cout : std::cerr) << parsed.output;
    return parsed.exit_code;
  }
  for (const Command& command : commands) {
    if (command.name == parsed.arguments->command) return command.run(*parsed.arguments);
  }
  return wrong_usage;
}

}  // namespace cli
