#include "cli/accept.hpp"

#include "base/text.hpp"

namespace cli {
namespace {

using base::Error;
using base::ErrorKind;

// Where the character `column` (from 1) of a line begins, in bytes.
std::size_t byte_of_column(std::string_view line, int column) {
  std::size_t at = 0;
  for (int left = column - 1; left > 0 && at < line.size(); --left) {
    ++at;
    while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) ++at;
  }
  return at;
}

bool stands_at(const rulefile::Mark& mark, const std::string& place) {
  return mark.file + ":" + std::to_string(mark.line) == place;
}

}  // namespace

base::Result<std::string> accepted(const std::string& text, const rulefile::CaseResult& result) {
  const rulefile::Mark& mark = result.expectation;
  std::vector<std::string> lines = base::split(text, '\n');
  if (mark.line < 1 || static_cast<std::size_t>(mark.line) > lines.size()) {
    return Error{ErrorKind::conflict, mark.file + " has changed meanwhile. Run `flockmate test` again."};
  }
  if (mark.end_line != mark.line) {
    return Error{ErrorKind::invalid, "the expectation at " + mark.file + ":" + std::to_string(mark.line) +
                                         " runs over several lines; change it by hand to: " + result.got};
  }
  std::string& line = lines[static_cast<std::size_t>(mark.line) - 1];
  const std::size_t begin = byte_of_column(line, mark.column);
  const std::size_t end = byte_of_column(line, mark.end_column);
  line.replace(begin, end - begin, result.got);
  return base::join(lines, "\n");
}

base::Result<rulefile::CaseResult> result_at(const std::vector<rulefile::CaseResult>& results,
                                             const std::string& place) {
  using Outcome = rulefile::CaseResult::Outcome;
  for (const rulefile::CaseResult& result : results) {
    if (!stands_at(result.mark, place) && !stands_at(result.expectation, place)) continue;
    if (result.outcome == Outcome::failed || result.outcome == Outcome::some_day_failed) return result;
    return Error{ErrorKind::invalid, "the expectation at " + place + " holds already."};
  }
  return Error{ErrorKind::not_found,
               "no expectation stands at " + place + ". `flockmate test` shows where they stand."};
}

}  // namespace cli
