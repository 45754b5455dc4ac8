#include "rulefile/help.hpp"

#include "base/text.hpp"
#include "rulefile/help_pages.hpp"

namespace rulefile {
namespace {

std::vector<HelpPage> all_pages() {
  std::vector<HelpPage> pages = reading_pages();
  for (const HelpPage& page : meaning_pages()) pages.push_back(page);
  return pages;
}

std::string indented(std::string_view text) {
  std::string out;
  for (const std::string& line : base::split(text, '\n')) out += "  " + line + "\n";
  return out;
}

std::string part(std::string_view title, std::string_view text) {
  return "\n" + std::string(title) + "\n" + indented(text);
}

}  // namespace

std::optional<std::string> help_page(const std::string& code) {
  for (const HelpPage& page : all_pages()) {
    if (page.code != code) continue;
    return std::string(page.code) + "  " + std::string(page.title) + "\n" + part("What it means", page.what) +
           part("What learners would notice", page.why) + part("How to mend it", page.mend) +
           part("Before", page.before) + part("After", page.after);
  }
  return std::nullopt;
}

std::vector<std::string> help_codes() {
  std::vector<std::string> codes;
  for (const HelpPage& page : all_pages()) codes.emplace_back(page.code);
  return codes;
}

}  // namespace rulefile
