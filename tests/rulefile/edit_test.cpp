// Small changes to a teacher's file: nothing but what was asked for changes.
#include "rulefile/edit.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "domain/person.hpp"
#include "rulefile/cases.hpp"
#include "rulefile/cohort_files.hpp"

namespace {

using domain::Mode;

const std::string plain =
    "# Ours\n"
    "rules:\n"
    "  - rule: slides   # the first\n"
    "    because: Asked every week.\n"
    "    mode: draft    # since Monday\n"
    "    when:\n"
    "      says: slides\n"
    "    then:\n"
    "      - reply: |\n"
    "          The slides:\n"
    "          # not a note\n"
    "\n"
    "  # about links\n"
    "  - rule: links\n"
    "    when: {says: links}\n"
    "    then:\n"
    "      - reply: \"The links are on the page.\"\n"
    "    test:\n"
    "      - post: \"links?\"\n"
    "        expect: reply with \"links are\"   # yes\n"
    "\n"
    "      # the quiet one\n"
    "      - {post: hello, expect: silent}\n"
    "    limit: once per learner\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

// As another editor would have saved it.
std::string in_windows(const std::string& text) {
  return "\xEF\xBB\xBF" + base::join(base::split(text, '\n'), "\r\n");
}

std::string with_mode(const std::string& text, const std::string& rule, Mode mode) {
  const auto changed = rulefile::with_mode({"week.yaml", text}, rule, mode);
  return changed ? *changed : changed.error().message;
}

rulefile::Case wrong_reply(const std::string& rule, const std::string& post) {
  rulefile::Case one;
  one.rule = rule;
  one.post = post;
  one.expect.silent = true;
  return one;
}

std::string with_case(const std::string& text, const rulefile::Case& one) {
  const auto changed = rulefile::with_case({"week.yaml", text}, one);
  return changed ? changed->text : changed.error().message;
}

TEST(EditMode, RewritesTheModeLineOnly) {
  EXPECT_EQ(with_mode(plain, "slides", Mode::automatic), replaced(plain, "mode: draft  ", "mode: auto  "));
  EXPECT_EQ(with_mode(plain, "slides", Mode::shadow), replaced(plain, "mode: draft  ", "mode: shadow  "));
}

TEST(EditMode, AddsTheLineBelowTheNameWhenThereIsNone) {
  EXPECT_EQ(with_mode(plain, "links", Mode::automatic),
            replaced(plain, "rule: links\n", "rule: links\n    mode: auto\n"));
}

TEST(EditMode, KeepsByteOrderMarkAndLineEnds) {
  EXPECT_EQ(with_mode(in_windows(plain), "slides", Mode::automatic),
            in_windows(replaced(plain, "mode: draft  ", "mode: auto  ")));
  EXPECT_EQ(with_mode(in_windows(plain), "links", Mode::shadow),
            in_windows(replaced(plain, "rule: links\n", "rule: links\n    mode: shadow\n")));
}

struct Dress {
  const char* before;
  const char* after;
};

class EditModeDresses : public testing::TestWithParam<Dress> {};

TEST_P(EditModeDresses, ComesOutAsAPersonWouldWriteIt) {
  EXPECT_EQ(with_mode(GetParam().before, "hi", Mode::automatic), GetParam().after);
}

INSTANTIATE_TEST_SUITE_P(
    Table, EditModeDresses,
    testing::Values(
        Dress{"rules: [{rule: hi, when: {says: hi}, then: [{reply: Hello}]}]",
              "rules: [{rule: hi, mode: auto, when: {says: hi}, then: [{reply: Hello}]}]"},
        Dress{"rules:\n- {rule: \"hi\", mode: 'shadow', when: {says: hi}, then: [{reply: Hello}]}\n",
              "rules:\n- {rule: \"hi\", mode: auto, when: {says: hi}, then: [{reply: Hello}]}\n"},
        Dress{"rules:\n-\n  when:\n    says: hi\n  then:\n  - reply: Hello\n  rule: hi",
              "rules:\n-\n  when:\n    says: hi\n  then:\n  - reply: Hello\n  rule: hi\n  mode: auto"},
        Dress{
            "rules:\n  - because: \"Été – ça\"\n    rule: hi\n    mode: \"draft\"\n    when: {says: hi}\n    "
            "then: [{reply: Hello}]\n",
            "rules:\n  - because: \"Été – ça\"\n    rule: hi\n    mode: auto\n    when: {says: hi}\n    "
            "then: [{reply: Hello}]\n"}));

TEST(EditMode, SaysWhatCannotBeDone) {
  EXPECT_EQ(with_mode(plain, "gone", Mode::automatic), "There is no rule gone in week.yaml.");
  EXPECT_EQ(with_mode(replaced(plain, "when:", "whne:"), "slides", Mode::automatic),
            "week.yaml has mistakes. Mend them first.");
  const std::string shared =
      "rules:\n  - &one\n    rule: hi\n    mode: draft\n    when: {says: hi}\n    then: [{reply: Hello}]\n"
      "  - rule: ho\n    mode: draft\n    when: {says: ho}\n    then: [{reply: \"rule: hi\"}]\n";
  EXPECT_EQ(with_mode(shared, "ho", Mode::automatic),
            replaced(shared, "rule: ho\n    mode: draft", "rule: ho\n    mode: auto"));
}

TEST(EditCase, GoesBehindTheTestsThatAreThere) {
  EXPECT_EQ(with_case(plain, wrong_reply("links", "Broken \"links\" \\o/\nagain")),
            replaced(plain, "      - {post: hello, expect: silent}\n",
                     "      - {post: hello, expect: silent}\n"
                     "      - post: \"Broken \\\"links\\\" \\\\o/ again\"\n"
                     "        expect: silent\n"));
}

TEST(EditCase, OpensTheTestsOfARuleWithoutAny) {
  auto one = wrong_reply("slides", "The slides were great");
  one.posts_so_far = 4;
  one.network = domain::NetworkKind::mastodon;
  one.language = "fr";
  one.mentions_bot = true;
  one.in_reply_to = "An earlier post.";
  one.at = "2026-03-03 21:00";
  const auto changed = rulefile::with_case({"week.yaml", in_windows(plain)}, one);
  ASSERT_TRUE(changed.ok()) << changed.error().message;
  EXPECT_EQ(changed->text, in_windows(replaced(plain, "          # not a note\n",
                                               "          # not a note\n"
                                               "    test:\n"
                                               "      - post: \"The slides were great\"\n"
                                               "        at: \"2026-03-03 21:00\"\n"
                                               "        posts_so_far: 4\n"
                                               "        language: fr\n"
                                               "        network: mastodon\n"
                                               "        mentions_bot: yes\n"
                                               "        in_reply_to: \"An earlier post.\"\n"
                                               "        expect: silent\n")));
  EXPECT_EQ(changed->line, 13);
}

TEST(EditCase, KeepsAFileWithoutALastLineEnd) {
  const std::string text =
      "rules:\n- rule: hi\n  when: {says: hi}\n  then: [{reply: Hello}]\n  test:\n  - post: hi\n    expect: "
      "reply";
  EXPECT_EQ(with_case(text, wrong_reply("hi", "hi ho")), text + "\n  - post: \"hi ho\"\n    expect: silent");
}

TEST(EditCase, LeavesTestsInBracketsToThePerson) {
  const std::string text =
      "rules:\n  - rule: hi\n    when: {says: hi}\n    then: [{reply: Hello}]\n    test: [{post: hi, expect: "
      "reply}]\n";
  EXPECT_EQ(with_case(text, wrong_reply("hi", "hi ho")),
            "The rule hi in week.yaml is written in a way that cannot be changed from here. Change it in the "
            "editor.");
}

TEST(RuleTexts, HoldEachRulesOwnLines) {
  const auto texts = rulefile::rule_texts({"week.yaml", in_windows(plain)});
  ASSERT_EQ(texts.size(), 2U);
  EXPECT_EQ(texts[0].name, "slides");
  EXPECT_EQ(texts[0].line, 3);
  EXPECT_TRUE(texts[0].text.starts_with("  - rule: slides   # the first\n    because:")) << texts[0].text;
  EXPECT_TRUE(texts[0].text.ends_with("          # not a note\n")) << texts[0].text;
  EXPECT_EQ(texts[1].line, 14);
  EXPECT_TRUE(texts[1].text.ends_with("    limit: once per learner\n")) << texts[1].text;
  EXPECT_TRUE(rulefile::rule_texts({"week.yaml", "rules: [\"\xFF\"]"}).empty());
  EXPECT_TRUE(rulefile::rule_texts({"week.yaml", ""}).empty());
}

TEST(Accept, RewritesTheExpectationOnly) {
  rulefile::CaseResult result;
  result.got = "silent";
  result.expectation = {"week.yaml", 20, 17, 20, 39};
  const auto changed = rulefile::accepted({"week.yaml", in_windows(plain)}, result);
  ASSERT_TRUE(changed.ok());
  EXPECT_EQ(*changed, in_windows(replaced(plain, "reply with \"links are\"", "silent")));
  result.expectation.end_line = 21;
  EXPECT_EQ(rulefile::accepted({"week.yaml", plain}, result).error().message,
            "the expectation at week.yaml:20 runs over several lines; change it by hand to: silent");
  result.expectation = {"week.yaml", 99, 1, 99, 2};
  EXPECT_EQ(rulefile::accepted({"week.yaml", plain}, result).error().message,
            "week.yaml has changed meanwhile. Run the tests again.");
}

// An expectation over several lines was rewritten in its first line only, and the file was broken.
TEST(Accept, LeavesAnExpectationOverSeveralLinesToThePerson) {
  const std::string head =
      "rules:\n  - rule: hi\n    when: {says: hi}\n    then: [{reply: Hello}]\n    test:\n      - post: hi\n";
  const struct {
    std::string expectation;
    rulefile::Mark mark;
  } table[] = {
      {"        expect: >-\n          reply with \"Good\n          day\"\n", {"week.yaml", 7, 17, 7, 19}},
      {"        expect: |\n          silent\n", {"week.yaml", 7, 17, 7, 18}},
      {"        expect:\n          rule: hi\n          with: Good day\n", {"week.yaml", 8, 11, 8, 12}},
      {"        expect: \"reply with\n          Good day\"\n", {"week.yaml", 7, 17, 7, 28}},
  };
  for (const auto& row : table) {
    rulefile::CaseResult result;
    result.got = "silent";
    result.expectation = row.mark;
    const auto changed = rulefile::accepted({"week.yaml", head + row.expectation}, result);
    ASSERT_FALSE(changed.ok()) << row.expectation << *changed;
    EXPECT_EQ(changed.error().message, "the expectation at week.yaml:" + std::to_string(row.mark.line) +
                                           " runs over several lines; change it by hand to: silent");
  }
}

}  // namespace
