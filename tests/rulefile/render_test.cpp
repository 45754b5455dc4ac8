// Diagnostics as people and programs see them.
#include <gtest/gtest.h>

#include "language/reading.hpp"
#include "rulefile/diagnostic.hpp"
#include "tests/rulefile/folder.hpp"

namespace {

using rulefile::Diagnostic;
using rulefile::Severity;

Diagnostic one(int line, int column, Severity severity = Severity::error,
               const std::string& file = "a.yaml") {
  Diagnostic out;
  out.mark = {file, line, column, line, column + 1};
  out.code = "R001";
  out.severity = severity;
  out.message = "m";
  return out;
}

std::string shown(const std::string& line, int column, int end_column) {
  Diagnostic out = one(7, column);
  out.mark.end_column = end_column;
  out.source_line = line;
  out.under_caret = "here";
  const std::string text = rulefile::to_text({out}, false);
  return text.substr(text.find('\n') + 1);
}

TEST(Excerpt, CaretsStandBelowWhatTheyMean) {
  EXPECT_EQ(shown("ab cd", 4, 6), "    7 | ab cd\n      |    ^^ here\n   More: flockmate help R001\n");
  EXPECT_EQ(shown("\tab", 2, 4), "    7 | \tab\n      | \t^^ here\n   More: flockmate help R001\n");
  EXPECT_EQ(shown("世界 x", 4, 5), "    7 | 世界 x\n      |      ^ here\n   More: flockmate help R001\n");
  EXPECT_EQ(shown("世界", 1, 3), "    7 | 世界\n      | ^^^^ here\n   More: flockmate help R001\n");
  EXPECT_EQ(shown("👍 x", 3, 4), "    7 | 👍 x\n      |    ^ here\n   More: flockmate help R001\n");
  EXPECT_EQ(shown("👍🏽 x", 4, 5),
            "    7 | 👍🏽 x\n      |    ^ here\n   More: flockmate help R001\n");
  EXPECT_EQ(shown("👩‍💻 x", 5, 6),
            "    7 | 👩‍💻 x\n      |    ^ here\n   More: flockmate help R001\n");
  EXPECT_EQ(shown("e\xCC\x81 x", 4, 5),
            "    7 | e\xCC\x81 x\n      |   ^ here\n   More: flockmate help R001\n");
  EXPECT_EQ(shown("ab", 9, 12), "    7 | ab\n      |   ^ here\n   More: flockmate help R001\n");
}

TEST(Excerpt, ShowsOnlyTheNeighbourhoodOfALongLine) {
  const std::string text = shown(std::string(5000, 'a') + "b" + std::string(5000, 'c'), 5001, 5002);
  EXPECT_LT(text.size(), 400U);
  EXPECT_NE(text.find("...aaa"), std::string::npos);
  EXPECT_NE(text.find("ccc...\n"), std::string::npos);
}

TEST(Order, IsByFileLineColumnAndOneALine) {
  const auto ordered =
      rulefile::in_reading_order({one(3, 1), one(2, 9), one(2, 4), one(1, 1, Severity::error, "b.yaml"),
                                  one(3, 1, Severity::warning), one(5, 2, Severity::warning), one(5, 8)});
  std::string places;
  for (const auto& d : ordered) {
    places += d.mark.file + ":" + std::to_string(d.mark.line) + ":" + std::to_string(d.mark.column) +
              (d.severity == Severity::error ? "e " : "w ");
  }
  EXPECT_EQ(places, "a.yaml:2:4e a.yaml:3:1e a.yaml:5:8e b.yaml:1:1e ");
}

TEST(CountLine, CountsInWords) {
  EXPECT_EQ(rulefile::count_line({}), "0 errors, 0 warnings");
  EXPECT_EQ(rulefile::count_line({one(1, 1), one(2, 1, Severity::warning)}), "1 error, 1 warning");
  EXPECT_EQ(rulefile::count_line({one(1, 1), one(2, 1)}), "2 errors, 0 warnings");
}

TEST(Text, HasColoursOnlyWhenAsked) {
  EXPECT_EQ(rulefile::to_text({one(1, 2)}, false), "a.yaml:1:2  R001  m\n");
  EXPECT_EQ(rulefile::to_text({one(1, 2)}, true), "\x1b[1ma.yaml:1:2\x1b[0m  \x1b[1;31mR001\x1b[0m  m\n");
  EXPECT_EQ(rulefile::to_text({one(1, 2, Severity::warning)}, false), "a.yaml:1:2  R001  warning: m\n");
}

TEST(Json, HasTheStableShape) {
  Diagnostic d = one(2, 3);
  d.effect = "e \"quoted\"";
  d.fix = "f";
  EXPECT_EQ(rulefile::to_json({}), "{\n  \"diagnostics\": []\n}");
  EXPECT_EQ(rulefile::to_json({d}),
            "{\n  \"diagnostics\": [\n    {\n      \"file\": \"a.yaml\",\n      \"line\": 2,\n      "
            "\"column\": 3,\n      \"end_line\": 2,\n"
            "      \"end_column\": 4,\n      \"code\": \"R001\",\n      \"severity\": \"error\",\n      "
            "\"message\": \"m\",\n"
            "      \"effect\": \"e \\\"quoted\\\"\",\n      \"fix\": \"f\"\n    }\n  ]\n}");
}

TEST(GitHub, EscapesWhatWouldEndAnAnnotation) {
  Diagnostic d = one(2, 3, Severity::warning, "a,b:c.yaml");
  d.message = "100%";
  d.effect = "e";
  d.fix = "f";
  EXPECT_EQ(
      rulefile::to_github({d}),
      "::warning file=a%2Cb%3Ac.yaml,line=2,col=3,endLine=2,endColumn=4,title=R001::100%25%0Ae%0AFix: f\n");
}

TEST(Text, NeverCarriesTheFilesControlCharacters) {
  const auto read = rulefile::read_cohort(tests::with_rules("\"\x1b[31m\x07\": x\n"), {});
  const std::string text = rulefile::to_text(read.diagnostics, false);
  EXPECT_NE(text.find("R003"), std::string::npos);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
}

}  // namespace
