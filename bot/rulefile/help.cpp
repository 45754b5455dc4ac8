#include "rulefile/help.hpp"

#include "base/text.hpp"
#include "rulefile/catalogue.hpp"
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

// The words of a page in another language; what stands in files stays as it is unless it is told anew.
HelpPage translated(HelpPage page, const HelpPage& words) {
  page.title = words.title;
  page.what = words.what;
  page.why = words.why;
  page.mend = words.mend;
  if (!words.before.empty()) page.before = words.before;
  if (!words.after.empty()) page.after = words.after;
  return page;
}

HelpPage in_french(const HelpPage& page) {
  for (const auto& words : {french_reading_pages(), french_meaning_pages()}) {
    for (const HelpPage& one : words) {
      if (one.code == page.code) return translated(page, one);
    }
  }
  return page;
}

std::string laid_out(const HelpPage& page, Language language) {
  const auto said = [&](std::string_view words) { return fill(words, {}, language); };
  const auto part = [&](Phrase title, const std::string& text) {
    return "\n" + in_words(title, language) + "\n" + indented(text);
  };
  return std::string(page.code) + "  " + said(page.title) + "\n" + part(Phrase::page_what, said(page.what)) +
         part(Phrase::page_why, said(page.why)) + part(Phrase::page_mend, said(page.mend)) +
         part(Phrase::page_before, std::string(page.before)) +
         part(Phrase::page_after, std::string(page.after));
}

}  // namespace

std::optional<std::string> help_page(const std::string& code, Language language) {
  for (const HelpPage& page : all_pages()) {
    if (page.code != code) continue;
    return laid_out(language == Language::french ? in_french(page) : page, language);
  }
  return std::nullopt;
}

std::vector<std::string> help_codes() {
  std::vector<std::string> codes;
  for (const HelpPage& page : all_pages()) codes.emplace_back(page.code);
  return codes;
}

}  // namespace rulefile
