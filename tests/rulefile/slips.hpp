// A broken file with the code and place that must be told, and nothing else.
#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/rulefile/folder.hpp"
#include "tests/rulefile/golden.hpp"
#include "tests/rulefile/samples.hpp"

namespace slips {

struct Slip {
  const char* name;
  std::string text;
  const char* expected;  // "R014 6:22", one a line
};

// NOLINTNEXTLINE(readability-identifier-naming): GoogleTest asks for this name
inline void PrintTo(const Slip& slip, std::ostream* out) {
  *out << slip.name;
}

// A rule around these lines of its `then`.
inline std::string rule(const std::string& then, const std::string& more = "") {
  return "rules:\n  - rule: hello\n    when:\n      asks_question: yes\n    then:\n" + then + more;
}
inline std::string when(const std::string& lines) {
  return "rules:\n  - rule: hello\n    when:\n" + lines + "    then:\n      - reply: Hi\n";
}
inline std::string entry(const std::string& asks) {
  return "faq:\n  - id: slides\n    asks:\n" + asks + "    answer: On the page.\n";
}
inline std::string with_case(const std::string& lines) {
  return rule("      - reply: Hi\n", "    test:\n" + lines);
}

inline std::string told(const std::string& text) {
  rulefile::ReadOptions options;
  options.advise = false;
  std::string out;
  for (const auto& one : rulefile::read_cohort(tests::with_rules(text), options).diagnostics) {
    out += (out.empty() ? "" : "\n") + one.code + " " + std::to_string(one.mark.line) + ":" +
           std::to_string(one.mark.column);
  }
  return out;
}

// What is told of each, word for word; on purpose no table: whoever changes a sentence reads them all.
inline void expect_told_word_for_word(const std::string& golden, const std::vector<Slip>& slips,
                                      rulefile::Language language) {
  rulefile::ReadOptions options;
  options.advise = false;
  std::string out;
  for (const Slip& slip : slips) {
    const auto read = rulefile::read_cohort(tests::with_rules(slip.text), options);
    out += "== " + std::string(slip.name) + "\n" + rulefile::to_text(read.diagnostics, false, language);
  }
  tests::expect_golden("tests/diagnostics/" + golden, out);
}

// Each is told at its place, and left as a sample for the schema's test.
class Slips : public testing::TestWithParam<Slip> {
 protected:
  static void expect_told() {
    const Slip& slip = GetParam();
    EXPECT_EQ(told(slip.text), slip.expected);
    tests::leave_sample("broken", std::string(slip.expected, 4) + "-" + slip.name, slip.text);
  }
};

inline std::string name_of(const testing::TestParamInfo<Slip>& info) {
  return info.param.name;
}

}  // namespace slips
