// The texts of the diagnostics' pages; help.cpp lays them out.
#pragma once

#include <string_view>
#include <vector>

namespace rulefile {

struct HelpPage {
  std::string_view code;
  std::string_view title;
  std::string_view what;
  std::string_view why;  // what learners would notice
  std::string_view mend;
  std::string_view before;  // lines of a file
  std::string_view after;
};

// Ascending by code: R001 to R029, what makes a file hard to read; the rest, what it says.
std::vector<HelpPage> reading_pages();
std::vector<HelpPage> meaning_pages();
// The same codes in French; `before` and `after` only where they hold more than lines of a file.
std::vector<HelpPage> french_reading_pages();
std::vector<HelpPage> french_meaning_pages();

}  // namespace rulefile
