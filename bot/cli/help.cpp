#include <algorithm>
#include <cctype>
#include <iostream>

#include "base/text.hpp"
#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "rulefile/help.hpp"

namespace cli {

int help(const Arguments& arguments) {
  std::string page = arguments.topic == "man" ? manual_page() : usage_page(arguments.topic);
  if (page.empty()) {
    std::string code = arguments.topic;
    std::transform(code.begin(), code.end(), code.begin(), [](unsigned char c) { return std::toupper(c); });
    page = rulefile::help_page(code, language_of(arguments)).value_or("");
  }
  if (page.empty()) page = rulefile::key_page(arguments.topic).value_or("");
  if (page.empty()) {
    return complain("there is no help on \"" + base::shorten(arguments.topic, 40) +
                        "\". `flockmate help` lists the commands; codes look like R014, lines "
                        "of a file like wait.",
                    wrong_usage);
  }
  std::cout << page;
  return fine;
}

}  // namespace cli
