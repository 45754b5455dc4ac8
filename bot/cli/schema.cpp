#include <iostream>

#include "cli/commands.hpp"
#include "rulefile/help.hpp"

namespace cli {

int schema(const Arguments&) {
  std::cout << rulefile::json_schema() << '\n';
  return fine;
}

}  // namespace cli
