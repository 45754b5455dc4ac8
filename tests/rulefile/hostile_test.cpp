// Files made to hurt: each ends in a clear diagnostic (or is simply read) within a second.
#include <gtest/gtest.h>

#include <ctime>

#include "tests/rulefile/folder.hpp"

namespace {

std::string repeated(const std::string& text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string codes_of(const std::string& text) {
  const std::clock_t begin = std::clock();
  const auto read = rulefile::read_cohort(tests::with_rules(text), {});
  const double cpu_seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  // No claim of speed, only a guard: what takes quadratic time takes minutes. The processor's time, since
  // machines are busy; a debug build with sanitizers needs some 3 s, a release build a tenth of it.
  EXPECT_LT(cpu_seconds, 30.0);
  std::string out;
  for (const auto& one : read.diagnostics) {
    if (out.find(one.code) == std::string::npos) out += one.code + " ";
    EXPECT_LT(one.message.size() + one.effect.size() + one.fix.size(), 4000U);
  }
  return out;
}

constexpr std::size_t mega = std::size_t{1024} * 1024;
constexpr std::size_t half = mega / 2;  // one that takes quadratic time takes minutes already

TEST(Hostile, BoundsEndInAClearError) {
  EXPECT_EQ(codes_of("a: " + std::string(mega, 'x')), "R002 ");
  EXPECT_EQ(codes_of("rules: " + repeated("[", 300) + repeated("]", 300) + "\n"), "R002 ");
  EXPECT_EQ(codes_of("rules: " + std::string(half, '[') + "\n"),
            "R002 ");  // told before the library keeps each
  EXPECT_EQ(codes_of("rules: [" + repeated("a,", 250'000) + "]\n"), "R002 ");
  EXPECT_EQ(codes_of("rules:\n  - &a [*a]\n"), "R002 ");
  std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'j'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + std::string(1, c) + " [" + repeated("*" + before + ",", 9) + "]\n";
  }
  EXPECT_EQ(codes_of(bomb), "R002 ");
}

TEST(Hostile, TooLargeAFileIsToldInWords) {
  const auto read = rulefile::read_cohort(tests::with_rules("a: " + std::string(mega, 'x')), {});
  EXPECT_EQ(rulefile::to_text(read.diagnostics, false),
            "questions.yaml:1:1  R002  nothing in this file can be used: it is larger than 1 MB\n"
            "   Fix: split it into several files\n");
}

TEST(Hostile, MoreQuestionsThanAnybodyTellsApartAreRefused) {
  std::string faq = "faq:\n";
  for (int i = 0; i < 12'000; ++i) {
    const std::string number = std::to_string(i);
    faq.append("  - {id: a").append(number).append(", asks: where is thing ").append(number);
    faq.append(", answer: here}\n");
  }
  const auto read = rulefile::read_cohort(tests::with_rules(faq), {});
  ASSERT_EQ(read.diagnostics.size(), 1U);
  EXPECT_EQ(
      rulefile::to_text(read.diagnostics, false),
      "questions.yaml:2002:10  R002  nothing in this file can be used: nobody can tell so many questions "
      "apart\n"
      "   A course has at most 2000 entries with 20000 wordings in all.\n"
      "   Fix: keep what is asked often, and let a page hold the rest\n");
  EXPECT_TRUE(read.source->content.faq.empty());
}

TEST(Hostile, ManyUnknownKeysAreReadInLinearTime) {
  std::string keys = "rules:\n  - when:\n";
  for (int i = 0; keys.size() < mega - 100; ++i) keys += "    key" + std::to_string(i) + ": x\n";
  EXPECT_EQ(codes_of(keys), "R005 R003 ");
  std::string below = "rules:\n  - when:\n";
  for (int i = 0; below.size() < mega - 100; ++i) below += "      key" + std::to_string(i) + ": x\n";
  EXPECT_EQ(codes_of(below), "R005 R003 ");
}

TEST(Hostile, LongLinesAreReadInLinearTime) {
  codes_of("rules: " + repeated("[", half - 20));
  codes_of("rules: " + repeated("{", half - 20));
  codes_of(repeated("- ", half / 2 - 20));
  codes_of("rules: \"" + repeated("\\d", half / 2 - 20) + "\"");
  codes_of("rules: [" + repeated("#a,", half / 3 - 20));
  codes_of("rules: [" + repeated("{{,", half / 3 - 20));
  codes_of("rules: [" + repeated("*a,", half / 3 - 20));
  codes_of("rules: [" + repeated("~,", half / 2 - 20));
  codes_of("rules: [" + repeated("\xC3\xA9,", half / 3 - 20));
  codes_of(repeated("&a ", half / 3 - 20));
  codes_of(repeated("? ", half / 2 - 20));
  codes_of(repeated("a: ", half / 3 - 20));
  codes_of(repeated("'", half - 20));
  codes_of(repeated("\xC2\xA0", half / 2 - 20));
}

TEST(Hostile, ManyLinesAreReadInLinearTime) {
  codes_of(repeated("- a\n", half / 4 - 20));
  codes_of(repeated("-a\n", half / 3 - 20));
  codes_of(repeated("a:\n", half / 3 - 20));
  codes_of(repeated("\"\n", half / 2 - 20));
  codes_of(repeated("\t\n", half / 2 - 20));
  std::string steps;
  for (std::size_t depth = 0; steps.size() < half - 3000; ++depth) steps += std::string(depth, ' ') + "a:\n";
  codes_of(steps);
  std::string dashes;
  for (std::size_t depth = 0; dashes.size() < half - 3000; ++depth) dashes += std::string(depth, ' ') + "-\n";
  codes_of(dashes);
  codes_of("faq:\n" + repeated("  - id: a\n    asks: b\n    answer: c\n", 10'000));
}

TEST(Hostile, AnyBytesAreTold) {
  EXPECT_EQ(codes_of("rules: \xFF\xFE\n"), "R007 ");
  EXPECT_EQ(codes_of(std::string("rules:\0 []\n", 11)), "R007 ");
  EXPECT_EQ(codes_of(std::string(1000, '\0')), "R007 ");
}

TEST(Hostile, TemplatesAreBoundedToo) {
  auto files = tests::with_rules("");
  files.templates = {{"templates/en/big.mustache", std::string(mega + 1, 'x')},
                     {"templates/en/braces.mustache", repeated("{{", mega / 2 - 10)},
                     {"templates/en/lines.mustache", repeated("---\n", mega / 4 - 10)},
                     {"templates/en/bytes.mustache", "\xFF"}};
  const auto read = rulefile::read_cohort(files, {});
  EXPECT_EQ(read.bad_files.size(), 4U);
}

}  // namespace
