#include "console/line_diff.hpp"

#include <gtest/gtest.h>

namespace {

// "-" removed, "+" added, " " the same, "@N" N lines left out.
std::string shown(const std::string& before, const std::string& after) {
  std::string out;
  for (const console::DiffLine& line : console::line_diff(before, after)) {
    switch (line.kind) {
      case console::DiffLine::Kind::same:
        out += " " + line.text;
        break;
      case console::DiffLine::Kind::removed:
        out += "-" + line.text;
        break;
      case console::DiffLine::Kind::added:
        out += "+" + line.text;
        break;
      case console::DiffLine::Kind::left_out:
        out += "@" + std::to_string(line.count);
        break;
    }
    out += "|";
  }
  return out;
}

std::string many(const std::string& word, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += word + std::to_string(i) + "\n";
  return out;
}

TEST(LineDiff, ShowsWhatChangesAndThreeLinesAround) {
  struct Case {
    std::string before, after, shown;
  };
  const std::vector<Case> cases{
      {"", "", ""},
      {"a\nb\n", "a\nb\n", ""},
      {"a\nb", "a\nb\n", ""},
      {"a\r\nb\r\n", "a\nb\n", ""},
      {"", "a\n", "+a|"},
      {"a\n", "", "-a|"},
      {"a\nb\nc\n", "a\nB\nc\n", " a|-b|+B| c|"},
      {"a\nb\nc\n", "c\n", "-a|-b| c|"},
      {"a\na\na\n", "a\na\n", " a| a|-a|"},
      {"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\n8\nnine\n", "@5| 6| 7| 8|-9|+nine|"},
      {"0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n", "zero\n1\n2\n3\n4\n5\n6\n7\n8\nnine\n",
       "-0|+zero| 1| 2| 3|@2| 6| 7| 8|-9|+nine|"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(shown(one.before, one.after), one.shown) << one.before << "/" << one.after;
}

TEST(LineDiff, IsBounded) {
  const auto lines = console::line_diff(many("a", 5000), many("b", 5000));
  ASSERT_EQ(lines.size(), 10'000U);
  EXPECT_EQ(lines.front().kind, console::DiffLine::Kind::removed);
  EXPECT_EQ(lines.back().kind, console::DiffLine::Kind::added);
}

}  // namespace
