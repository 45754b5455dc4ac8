// Slips of structure: what belongs to what. Each is told once, whatever it does to the lines around it.
#include "tests/rulefile/slips.hpp"

namespace {

using namespace slips;

class SlipsOfStructure : public Slips {};
TEST_P(SlipsOfStructure, AreToldAtTheirPlace) {
  expect_told();
}

// A rule that is whole, and what stands below it.
std::string below_a_rule(const std::string& more) {
  return "rules:\n  - rule: a\n    when:\n      says: hi\n    then:\n      - reply: Hi\n" + more;
}

// Lines of one rule, its name and its dash before them.
std::string one_rule(const std::string& lines) {
  return "rules:\n  - rule: a\n" + lines;
}

const std::vector<Slip> columns{
    {"items_below_a_text", "faq:\n  - id: a\n    asks: where\n     - what\n    answer: x\n", "R015 4:6"},
    {"items_beside_a_text", "faq:\n  - id: a\n    asks: where\n    - what\n    answer: x\n", "R015 4:5"},
    {"several_items_below_a_text",
     "faq:\n  - id: a\n    asks: where\n      - what\n      - who\n    answer: x\n", "R015 4:7"},
    {"items_below_a_condition",
     one_rule("    when:\n      says: hi\n        - hello\n    then:\n      - reply: Hi\n"), "R015 5:9"},
    {"a_list_within_a_text",
     "faq:\n  - id: a\n    asks: where\n    answer: Two places\n      - the page\n      - the room\n",
     "R015 5:7"},
    {"lines_below_the_dash", one_rule("  when:\n    says: hi\n  then:\n    - reply: Hi\n"),
     "R015 3:3\nR015 5:3"},
    {"lines_at_the_left_edge", one_rule("when:\n  says: hi\nthen:\n  - reply: Hi\n"), "R015 3:1\nR015 5:1"},
    {"lines_too_far_right", one_rule("      when:\n        says: hi\n      then:\n        - reply: Hi\n"),
     "R015 3:7\nR015 5:7"},
    {"one_line_below_the_dash", "faq:\n  - id: a\n    asks: where\n  answer: there\n", "R015 4:3"},
    {"a_condition_below_another",
     one_rule("    when:\n      says: hi\n        from: newcomer\n    then:\n      - reply: Hi\n"),
     "R015 5:9"},
    {"a_rule_at_the_left_edge", below_a_rule("- rule: b\n  when:\n    says: ho\n  then:\n    - reply: Ho\n"),
     "R015 7:1"},
    {"an_action_at_the_column_of_rules", one_rule("    when:\n      says: hi\n    then:\n  - reply: Hi\n"),
     "R015 6:3"},
    {"an_action_at_the_column_of_then", below_a_rule("    - save_question: yes\n    mode: auto\n"),
     "R015 7:5"},
    {"a_test_below_an_action",
     below_a_rule("      test:\n        - post: hi\n          expect: reply with \"Hi\"\n"), "R015 7:7"},
    {"a_tab_and_a_list_below_it", one_rule("    when:\n      says: hi\n\tthen:\n      - reply: Hi\n"),
     "R024 5:1"},
    {"an_unknown_line_left_of_all", "  foo: x\nbar: y\n", "R015 2:1"},
};

const std::vector<Slip> dashes{
    {"no_dash_before_the_second_rule",
     below_a_rule("\n  rule: b\n    when:\n      says: ho\n    then:\n      - reply: Ho\n"), "R013 8:3"},
    {"no_dash_and_no_shift_before_the_second_rule",
     below_a_rule("\n    rule: b\n    when:\n      says: ho\n    then:\n      - reply: Ho\n"), "R013 8:5"},
    {"no_dash_before_the_second_entry",
     "faq:\n  - id: a\n    asks: where\n    answer: there\n\n    id: b\n    asks: when\n    answer: now\n",
     "R013 6:5"},
    {"no_dash_before_the_second_question", entry("      - where\n      what\n"), "R013 5:7"},
    {"a_dash_before_each_line",
     "rules:\n  - rule: a\n  - when:\n      says: hi\n  - then:\n      - reply: Hi\n", "R004 3:5"},
    {"a_dash_before_each_line_of_an_entry", "faq:\n  - id: a\n  - asks: where\n  - answer: there\n",
     "R004 3:5"},
    {"stars_for_dashes", entry("      * where\n      * what\n"), "R013 4:7\nR013 5:7"},
    {"a_star_before_a_rule", "rules:\n  * rule: a\n    when:\n      says: hi\n    then:\n      - reply: Hi\n",
     "R013 2:3"},
    {"bullets_of_a_word_processor", entry("      \xE2\x80\xA2\twhere\n      \xE2\x80\xA2\xC2\xA0what\n"),
     "R013 4:7\nR013 5:7"},
    {"round_bullets", entry("      \xE2\x97\x8F where\n"), "R013 4:7"},
    {"a_name_without_rule", "rules:\n  - hello\n    when:\n      says: hi\n    then:\n      - reply: Hi\n",
     "R029 2:5"},
    {"names_alone", "rules:\n  - hello\n  - bye\n", "R029 2:5\nR029 3:5"},
};

const std::vector<Slip> heads{
    {"a_rule_without_rules", "rule: hello\nwhen:\n  says: hi\nthen:\n  - reply: Hello\n", "R005 1:1"},
    {"an_entry_without_faq", "id: a\nasks: where\nanswer: there\n", "R005 1:1"},
    {"a_term_without_glossary", "term: MOOC\nmeans: A course\n", "R005 1:1"},
    {"a_story_without_stories", "story: a\nstart: 2026-03-03 21:50\nsteps:\n  - ana: \"hi\"\n", "R005 1:1"},
    {"a_rule_beside_rules", "rules:\nrule: hello\nwhen:\n  says: hi\nthen:\n  - reply: Hello\n", "R003 2:1"},
    {"an_entry_below_rules", "rules:\n  - id: a\n    asks: where\n    answer: there\n", "R003 2:5"},
    {"a_rule_below_faq",
     "faq:\n  - id: a\n    asks: where\n    answer: there\n\n  - rule: b\n    when:\n      says: hi\n    "
     "then:\n      - reply: Hi\n",
     "R003 6:5"},
    {"a_term_below_faq", "faq:\n  - term: MOOC\n    means: A course\n", "R003 2:5"},
    {"a_reply_without_then", one_rule("    when:\n      says: hi\n    reply: Hi\n"), "R003 5:5"},
    {"no_when_and_no_then", one_rule("    says: hi\n    reply: Hi\n"), "R003 3:5\nR003 4:5"},
    {"german_words", one_rule("    wenn:\n      sagt: hi\n    dann:\n      - antwort: Hi\n"),
     "R003 3:5\nR003 4:7\nR003 5:5\nR003 6:9"},
    {"words_of_an_unknown_language", one_rule("    jos:\n      says: hi\n    then:\n      - reply: Hi\n"),
     "R003 3:5"},
    {"capital_letters", "Rules:\n  - Rule: a\n    When:\n      Says: hi\n    Then:\n      - Reply: Hi\n",
     "R003 1:1\nR003 2:5\nR003 3:5\nR003 4:7\nR003 5:5\nR003 6:9"},
    {"then_as_a_text", one_rule("    when:\n      says: hi\n    then: Hello there\n"), "R004 5:11"},
    {"then_as_texts", one_rule("    when:\n      says: hi\n    then:\n      - Hello there\n"), "R004 6:9"},
    {"when_as_a_list_of_words", one_rule("    when: [hi, hello]\n    then:\n      - reply: Hi\n"),
     "R004 3:11"},
};

const std::vector<Slip> above_others{
    {"a_course_without_its_name_above_rules",
     "  name: A\n  hashtags: [a]\n  languages: [en]\n\n" + below_a_rule(""), "R005 1:3"},
    {"rules_without_their_name_above_faq",
     "  - rule: a\n    when:\n      says: hi\n    then:\n      - reply: Hi\n"
     "faq:\n  - id: b\n    asks: where\n    answer: here\n",
     "R005 1:3"},
    {"a_note_and_an_entry_without_its_name",
     "# ours\n  - id: b\n    asks: where\n    answer: here\nrules: []\n", "R005 2:3"},
};

const std::vector<Slip> lines{
    {"then_behind_when", one_rule("    when: {says: hi} then: [{reply: Hi}]\n"), "R023 3:22"},
    {"then_behind_when_without_braces", one_rule("    when: says: hi then: reply: Hi\n"), "R023 3:20"},
    {"when_behind_rule", "rules:\n  - rule: a when:\n      says: hi\n    then:\n      - reply: Hi\n",
     "R023 2:13"},
    {"says_behind_when", one_rule("    when: says: hi\n    then:\n      - reply: Hi\n"), "R023 3:11"},
    {"reply_behind_then", one_rule("    when:\n      says: hi\n    then: reply: Hi\n"), "R023 5:11"},
    {"a_dash_behind_then", one_rule("    when:\n      says: hi\n    then: - reply: Hi\n"), "R023 5:13"},
    {"semicolon_for_colon", one_rule("    when;\n      says: hi\n    then:\n      - reply: Hi\n"),
     "R029 3:5"},
    {"wide_colon", one_rule("    when\xEF\xBC\x9A\n      says: hi\n    then:\n      - reply: Hi\n"),
     "R029 3:5"},
    {"an_arrow_for_a_colon", rule("      - reply -> Hi\n"), "R029 6:9"},
    {"texts_without_brackets", when("      says: \"hi\", \"hello\"\n"), "R028 4:17"},
    {"one_curly_quote", rule("      - reply: \xE2\x80\x9CHello there\"\n"), "R026 6:16"},
    {"a_title", "My rules for spring\n\n" + below_a_rule(""), "R027 1:1"},
    {"a_ruler", below_a_rule("=========\n"), "R027 7:1"},
    {"a_note_of_a_web_page", "<!-- my rules -->\n" + below_a_rule(""), "R027 1:1"},
    {"a_note_of_a_programmer", "/* my rules */\n" + below_a_rule(""), "R027 1:1"},
    {"a_note_with_two_dashes", "rules:\n  -- the first\n" + below_a_rule("").substr(7), "R027 2:3"},
    {"a_note_with_a_semicolon", "; my rules\n" + below_a_rule(""), "R027 1:1"},
    {"words_and_then_a_name", "hello\nfoo: x\n", "R001 2:4"},
    {"a_part_before_it_is_named", "rules: *a\nfaq: &a []\n", "R027 1:8"},
};

INSTANTIATE_TEST_SUITE_P(Columns, SlipsOfStructure, testing::ValuesIn(columns), name_of);
INSTANTIATE_TEST_SUITE_P(Dashes, SlipsOfStructure, testing::ValuesIn(dashes), name_of);
INSTANTIATE_TEST_SUITE_P(Heads, SlipsOfStructure, testing::ValuesIn(heads), name_of);
INSTANTIATE_TEST_SUITE_P(AboveOthers, SlipsOfStructure, testing::ValuesIn(above_others), name_of);
INSTANTIATE_TEST_SUITE_P(Lines, SlipsOfStructure, testing::ValuesIn(lines), name_of);

TEST(SlipsWordForWord, Structure) {
  std::vector<Slip> all;
  for (const auto* part : {&columns, &dashes, &heads, &above_others, &lines})
    all.insert(all.end(), part->begin(), part->end());
  expect_told_word_for_word("slips-structure.expected.txt", all, rulefile::Language::english);
  expect_told_word_for_word("slips-structure.attendu.txt", all, rulefile::Language::french);
}

// Bug: the French put a space before the colon, and a colon was said to be missing.
TEST(SpacesBeforeColons, AreFine) {
  EXPECT_EQ(told("rules :\n  - rule : a\n    when :\n      says : hi\n    then :\n      - reply : Hi\n"), "");
}

}  // namespace
