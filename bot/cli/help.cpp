#include <iostream>

#include "cli/commands.hpp"

namespace cli {

int help(const Arguments& arguments) {
  const std::string page = usage_page(arguments.topic);
  std::cout << page;
  return page.empty() ? wrong_usage : fine;
}

}  // namespace cli
