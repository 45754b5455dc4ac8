// Rules that can never win, because one above them always does.
#include <gtest/gtest.h>

#include <ostream>

#include "tests/rulefile/folder.hpp"

namespace {

struct Pair {
  const char* name;
  std::string above;  // lines of `when`, in braces
  std::string below;
  bool shadowed;
};

// NOLINTNEXTLINE(readability-identifier-naming): GoogleTest asks for this name
void PrintTo(const Pair& pair, std::ostream* out) {
  *out << pair.name;
}

std::string rule(const std::string& name, const std::string& when, const std::string& more = "") {
  return "  - rule: " + name + "\n    when: {" + when + "}\n    then: [{reply: hi}]\n" + more +
         "    test: [{post: x, expect: reply}, {post: y, expect: silent}]\n";
}

std::string told(const std::string& rules) {
  const std::string labels =
      "  - rule: labels\n    when: {says: zebra}\n    then: [{label: a}, {label: b}]\n"
      "    test: [{post: x, expect: label}, {post: y, expect: silent}]\n";
  const std::string content =
      "faq:\n  - {id: slides, asks: \"Where are the slides?\", answer: There.}\n"
      "glossary:\n  - {term: Retweet, means: Passing it on.}\n";
  const auto files = tests::with_rules("rules:\n" + rules + labels + content);
  return tests::places(rulefile::read_cohort(files, {}).diagnostics);
}

class Shadowed : public testing::TestWithParam<Pair> {};
TEST_P(Shadowed, IsTold) {
  const std::string expected = GetParam().shadowed ? "R052 questions.yaml:6:11\n" : "";
  EXPECT_EQ(told(rule("above", GetParam().above) + rule("below", GetParam().below)), expected);
}

const std::vector<Pair> pairs{
    {"same_line", "says: slides", "says: slides", true},
    {"one_more_line", "asks_question: yes", "asks_question: true, says: slides", true},
    {"one_line_less", "asks_question: yes, says: slides", "says: slides", false},
    {"some_of_the_words", "says: [slides, Déck]", "says: deck", true},
    {"more_of_the_words", "says: slides", "says: [slides, deck]", false},
    {"text_with_a_comma", "says: \"slides, deck\"", "says: [slides, deck]", false},
    {"words_within_words", "says: deck", "says: \"slide deck\"", true},
    {"part_of_a_word", "says: deck", "says: decks", false},
    {"one_of_all_words", "says: slides", "says_all: [slides, deck]", true},
    {"all_words_of_one", "says_all: [slides, deck]", "says: slides", false},
    {"fewer_of_all_words", "says_all: [a, b]", "says_all: [b, c, a]", true},
    {"newcomers_are_learners", "from: learner", "from: newcomer", true},
    {"learners_are_not_only_newcomers", "from: newcomer", "from: learner", false},
    {"anyone", "from: anyone", "from: [learner, facilitator]", true},
    {"any_entry", "asks_about: faq", "asks_about: [{faq: slides}, faq]", true},
    {"one_entry", "asks_about: {faq: slides}", "asks_about: faq", false},
    {"one_of_the_topics", "asks_about: [faq, glossary]", "asks_about: glossary", true},
    {"fewer_posts", "posts_so_far: at most 3", "posts_so_far: 1", true},
    {"more_posts", "posts_so_far: at most 3", "posts_so_far: at least 2", false},
    {"weeks_inside", "during: weeks 2 to 4", "during: week 3", true},
    {"weeks_outside", "during: weeks 2 to 4", "during: weeks 3 to 5", false},
    {"days_inside", "between: 2026-01-12 and 2026-01-20", "between: 2026-01-13 and 2026-01-20", true},
    {"one_of_the_features", "has: [link, image]", "has: image", true},
    {"one_of_the_languages", "language: [en, fr]", "language: fr", true},
    {"one_of_the_labels", "label: [a, b]", "label: a", true},
    {"whom_it_answers", "answers: [nobody, learner]", "answers: nobody", true},
    {"yes_is_not_no", "asks_question: yes", "asks_question: no", false},
    {"other_tags", "hashtag: \"#Intro\"", "hashtag: [\"#intro\", \"#hello\"]", false},
    {"the_same_tag", "hashtag: [\"#intro\", \"#hello\"]", "hashtag: \"#Intro\"", true},
};

INSTANTIATE_TEST_SUITE_P(All, Shadowed, testing::ValuesIn(pairs),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(ShadowedRules, NeedOneAboveThatAlwaysSpeaks) {
  const std::string below = rule("below", "says: slides");
  const std::string place = "R052 questions.yaml:7:11\n";
  EXPECT_EQ(told(rule("above", "says: slides", "    mode: auto\n") + below), place);
  EXPECT_EQ(told(rule("above", "says: slides", "    mode: shadow\n") + below), "");
  EXPECT_EQ(told(rule("above", "says: slides", "    limit: once per learner\n") + below), "");
  EXPECT_EQ(told(rule("above", "says: slides", "    wait: 15 minutes\n") + below), "");
  EXPECT_EQ(told(rule("above", "says: slides", "    unless: {answered_by: learner}\n") + below), "");
  EXPECT_EQ(told(rule("above", "says: slides", "    unless: {answered_by: learner}\n") +
                 rule("below", "says: slides", "    unless: {answered_by: anyone}\n")),
            place);
}

}  // namespace
