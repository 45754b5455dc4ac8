#include "cli/test_report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "rulefile/messages.hpp"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;
using rulefile::CaseResult;
using Outcome = rulefile::CaseResult::Outcome;

std::string_view word(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed:
      return "passed";
    case Outcome::failed:
      return "failed";
    case Outcome::some_day_failed:
      return "some day";
    case Outcome::some_day_passes:
      return "passes now";
  }
  return "";
}

rulefile::Phrase phrase(Outcome outcome) {
  using rulefile::Phrase;
  switch (outcome) {
    case Outcome::passed:
      return Phrase::case_passed;
    case Outcome::failed:
      return Phrase::case_failed;
    case Outcome::some_day_failed:
      return Phrase::case_some_day;
    case Outcome::some_day_passes:
      break;
  }
  return Phrase::case_passes_now;
}

std::string place(const rulefile::Mark& mark) {
  return mark.file + ":" + std::to_string(mark.line);
}

std::string indented(const std::string& text) {
  std::string shown;
  for (const std::string& line : base::split(text, '\n')) shown += "    " + line + "\n";
  return shown;
}

std::string closing_line(const TestCount& total) {
  return std::to_string(total.passed) + " passed, " + std::to_string(total.failed) + " failed";
}

std::string xml(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        // Other control characters cannot stand in XML at all.
        escaped += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
    }
  }
  return escaped;
}

std::string junit_error(const rulefile::Diagnostic& error, rulefile::Language language) {
  const std::string message = rulefile::in_language(error, language).message;
  return "  <testcase name=\"" + xml(error.code + " " + place(error.mark)) + "\" file=\"" +
         xml(error.mark.file) + "\" line=\"" + std::to_string(error.mark.line) + "\"><error message=\"" +
         xml(message) + "\">" + xml(rulefile::to_text({error}, false, language)) + "</error></testcase>\n";
}

}  // namespace

TestCount count(const std::vector<CaseResult>& results) {
  TestCount total;
  for (const CaseResult& result : results) {
    if (result.outcome == Outcome::passed || result.outcome == Outcome::some_day_passes) ++total.passed;
    if (result.outcome == Outcome::failed) ++total.failed;
  }
  return total;
}

std::string report_text(const std::vector<CaseResult>& results, domain::Language language) {
  std::string shown;
  for (const CaseResult& result : results) {
    shown +=
        rulefile::in_words(phrase(result.outcome), language) + "  " + place(result.mark) + "  " + result.name;
    if (result.outcome == Outcome::some_day_passes)
      shown += rulefile::in_words(rulefile::Phrase::take_some_day_away, language);
    shown += "\n";
    if (!result.message.empty()) shown += indented(result.message);
  }
  return shown + closing_line(count(results)) + "\n";
}

std::string report_json(const std::vector<CaseResult>& results,
                        const std::vector<rulefile::Diagnostic>& diagnostics, domain::Language language) {
  Json cases = Json::array();
  for (const CaseResult& result : results) {
    cases.push_back({{"name", result.name},
                     {"file", result.mark.file},
                     {"line", result.mark.line},
                     {"outcome", word(result.outcome)},
                     {"message", result.message},
                     {"got", result.got}});
  }
  const TestCount total = count(results);
  const Json told = Json::parse(rulefile::to_json(diagnostics, language), nullptr, false);
  const Json report = {{"cases", cases},
                       {"passed", total.passed},
                       {"failed", total.failed},
                       {"diagnostics", told.value("diagnostics", Json::array())}};
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string report_junit(const std::vector<CaseResult>& results,
                         const std::vector<rulefile::Diagnostic>& diagnostics, domain::Language language) {
  std::vector<rulefile::Diagnostic> errors;
  std::copy_if(diagnostics.begin(), diagnostics.end(), std::back_inserter(errors),
               [](const auto& one) { return one.severity == rulefile::Severity::error; });
  std::string shown = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"flockmate\" tests=\"" +
                      std::to_string(results.size() + errors.size()) + "\" failures=\"" +
                      std::to_string(count(results).failed) + "\" errors=\"" + std::to_string(errors.size()) +
                      "\">\n";
  for (const rulefile::Diagnostic& error : errors) shown += junit_error(error, language);
  for (const CaseResult& result : results) {
    shown += "  <testcase name=\"" + xml(result.name) + "\" file=\"" + xml(result.mark.file) + "\" line=\"" +
             std::to_string(result.mark.line) + "\"";
    if (result.outcome == Outcome::failed) {
      shown += "><failure>" + xml(result.message) + "</failure></testcase>\n";
    } else if (result.outcome == Outcome::some_day_failed) {
      shown += "><skipped message=\"some day\"/></testcase>\n";
    } else {
      shown += "/>\n";
    }
  }
  return shown + "</testsuite>\n";
}

}  // namespace cli
