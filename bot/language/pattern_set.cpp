#include "language/pattern_set.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "language/folded_pattern.hpp"
#include "language/reader.hpp"

namespace language {
namespace {

constexpr std::int64_t megabyte = std::int64_t{1024} * 1024;
constexpr std::size_t longest_pattern = 1000;

// Enough states for ten thousand patterns, and a bound for hostile ones.
std::int64_t memory_for(std::size_t patterns) {
  return std::min<std::int64_t>(8 * megabyte + static_cast<std::int64_t>(patterns) * 32 * 1024,
                                128 * megabyte);
}

RE2::Options options_for_one() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  return options;
}

std::string_view in_plain_words(RE2::ErrorCode code) {
  switch (code) {
    case RE2::ErrorMissingParen:
    case RE2::ErrorUnexpectedParen:
      return "a round bracket has no partner";
    case RE2::ErrorMissingBracket:
      return "a square bracket has no partner";
    case RE2::ErrorBadCharClass:
    case RE2::ErrorBadCharRange:
      return "what stands in square brackets is not a range of characters";
    case RE2::ErrorRepeatArgument:
    case RE2::ErrorRepeatOp:
      return "there is nothing that *, + or ? could repeat";
    case RE2::ErrorRepeatSize:
      return "it repeats something more than 1,000 times";
    case RE2::ErrorBadEscape:
    case RE2::ErrorTrailingBackslash:
      return "a backslash stands before something that has no special meaning";
    case RE2::ErrorBadUTF8:
      return "it is not valid text";
    case RE2::ErrorBadNamedCapture:
      return "the name of a group is not a word";
    case RE2::ErrorPatternTooLarge:
      return "it is too large";
    default:
      return "it is not a pattern that Flockmate can search for";
  }
}

base::Error refusal(std::string_view pattern, std::string_view reason, std::string_view near) {
  std::string message = "The pattern '" + std::string(pattern) + "' cannot be used: " + std::string(reason);
  if (!near.empty() && near != pattern) message += " (near '" + std::string(near) + "')";
  return {base::ErrorKind::invalid, message + "."};
}

// What RE2 compiles for a pattern: the folded one, or, should folding have broken it ("[Z-a]"), the one that
// was written, in any case.
base::Result<std::string> usable_form(std::string_view pattern) {
  if (pattern.size() > longest_pattern) {
    return refusal(pattern.substr(0, 40), "it has more than 1,000 characters", "");
  }
  std::string usable = fold_pattern(pattern).text;
  const RE2 folded(usable, options_for_one());
  if (folded.ok()) return usable;
  const RE2 written(std::string(pattern), options_for_one());
  if (!written.ok()) return refusal(pattern, in_plain_words(written.error_code()), written.error_arg());
  return "(?i:" + std::string(pattern) + ")";
}

}  // namespace

PatternSet::PatternSet(RegexSet set) : set_(std::move(set)) {}

base::Result<PatternSet> PatternSet::build(const std::vector<std::string>& patterns) {
  std::vector<std::string> forms;
  forms.reserve(patterns.size());
  for (const std::string& pattern : patterns) {
    base::Result<std::string> usable = usable_form(pattern);
    if (!usable) return usable.error();
    forms.push_back(std::move(*usable));
  }
  const std::int64_t memory = memory_for(forms.size());
  return PatternSet(RegexSet(std::move(forms), memory));
}

std::vector<std::uint32_t> PatternSet::find(std::string_view folded) const {
  return set_.find(folded);
}

base::Status check_pattern(std::string_view pattern) {
  const base::Result<std::string> usable = usable_form(pattern);
  return usable ? base::Status{} : base::Status{usable.error()};
}

}  // namespace language
