// Slips of writing: what YAML accepts in silence, and what it refuses with misleading words.
#include "tests/rulefile/slips.hpp"

namespace {

using namespace slips;

class SlipsOfWriting : public Slips {};
TEST_P(SlipsOfWriting, AreToldAtTheirPlace) {
  expect_told();
}

const std::vector<Slip> silent{
    {"hashtag_in_reply", rule("      - reply: hello #cohort3 friends\n"), "R014 6:22"},
    {"hashtag_in_answer", "faq:\n  - id: a\n    asks: hi\n    answer: Use #x please\n", "R014 4:17"},
    {"hashtag_after_umlauts", rule("      - reply: Où ça #cours\n"), "R014 6:22"},
    {"hashtag_after_emoji", rule("      - reply: \xF0\x9F\x91\x8D ok #cours\n"), "R014 6:21"},
    {"hashtag_in_variant", rule("      - reply:\n          - one\n          - two #x\n"), "R014 8:17"},
    {"hashtag_in_language", rule("      - reply:\n          en: Hi #x\n"), "R014 7:18"},
    {"hashtag_in_flow", entry("      [where #x, hi]\n"), "R014 4:14"},
    {"hashtag_with_crlf", "faq:\r\n  - id: a\r\n    asks: hi\r\n    answer: Use #x\r\n", "R014 4:17"},
    {"hashtag_after_bom", "\xEF\xBB\xBF" + rule("      - reply: hello #x\n"), "R014 6:22"},
    {"hashtag_in_second_line", rule("      - reply: hello\n          and #x\n"), "R014 7:15"},
    {"hashtag_alone_in_list", entry("      - hello\n      - #cohort3\n"), "R010 5:9"},
    {"hashtag_alone_in_brackets", entry("      [#cohort3, hi]\n"), "R010 4:8"},
    {"hashtag_alone_as_value", when("      hashtag: #intro\n"), "R010 4:16"},
    {"open_quote",
     rule("      - reply: \"hello\n", "  - rule: b\n    when: {says: x}\n    then: [{reply: hi}]\n"),
     "R011 6:16"},
    {"open_quote_in_list", entry("      - \"hello\n      - \"hi\"\n"), "R011 4:9"},
    {"open_single_quote", entry("      - 'tis so\n"), "R011 4:9"},
    {"open_quote_at_the_end", rule("      - reply: \"hello\n"), "R011 6:16"},
    {"same_key", rule("      - reply: a\n", "    then:\n      - reply: b\n"), "R012 7:5"},
    {"same_condition", when("      says: a\n      says: b\n"), "R012 5:7"},
    {"same_top_key", rule("      - reply: a\n", "rules:\n  - rule: b\n"), "R012 7:1"},
    {"same_language", rule("      - reply:\n          en: a\n          en: b\n"), "R012 8:11"},
    {"no_space_after_dash", entry("      - hello\n      -hi\n"), "R013 5:7"},
    {"no_space_after_first_dash", entry("      -hello\n      - hi\n"), "R013 4:7"},
    {"no_space_after_dash_of_rule",
     rule("      - reply: a\n", "  -rule: b\n    when: {says: x}\n    then: [{reply: hi}]\n"), "R013 7:3"},
    {"item_too_far_right", entry("      - hello\n       - hi\n"), "R015 5:8"},
    {"item_too_far_left", entry("      - hello\n     - hi\n"), "R015 5:6"},
    {"rule_too_far_right",
     rule("      - reply: a\n", "   - rule: b\n     when: {says: x}\n     then: [{reply: hi}]\n"),
     "R015 7:4"},
    {"key_too_far_right",
     "rules:\n  - rule: a\n     mode: auto\n    when: {says: x}\n    then: [{reply: hi}]\n", "R015 3:6"},
    {"key_between_two_maps", "rules:\n  - rule: a\n    when:\n      says: x\n     then:\n      - reply: hi\n",
     "R015 5:6"},
    {"key_too_far_left", "rules:\n  - rule: a\n   mode: auto\n    when: {says: x}\n    then: [{reply: hi}]\n",
     "R015 3:4"},
    {"no_break_space_as_indent", "faq:\n  - id: a\n\xC2\xA0\xC2\xA0\xC2\xA0 asks: [hi]\n    answer: x\n",
     "R016 3:1"},
    {"wide_space_as_indent",
     "faq:\n  - id: a\n   \xE2\x80\x83"
     "asks: [hi]\n    answer: x\n",
     "R016 3:4"},
    {"no_break_space_after_colon", "faq:\n  - id: a\n    asks:\xC2\xA0hi\n    answer: x\n", "R016 3:10"},
    {"no_break_space_after_dash", entry("      - hello\n      -\xC2\xA0hi\n"), "R016 5:8"},
    {"exclamation_mark", rule("      - reply: !important hi\n"), "R017 6:16"},
    {"exclamation_mark_in_list", entry("      - !hi there\n"), "R017 4:9"},
    {"second_document", rule("      - reply: hi\n", "---\nfaq: []\n"), "R018 7:1"},
    {"ended_document", rule("      - reply: hi\n", "...\nfaq: []\n"), "R018 7:1"},
    {"merge_key",
     "rules:\n  - &a\n    rule: a\n    when: {says: x}\n    then: [{reply: hi}]\n    <<: {mode: auto}\n",
     "R019 6:5"},
    {"merge_key_with_alias",
     "rules:\n  - &a\n    rule: a\n    when: {says: x}\n    then: [{reply: hi}]\n  - <<: *a\n    rule: b\n   "
     " when: "
     "{says: y}\n    then: [{reply: ho}]\n",
     "R019 6:5"},
    {"merge_key_in_entry", "faq:\n  - id: a\n    asks: hi\n    answer: x\n    <<: {until: 2026-03-01}\n",
     "R019 5:5"},
    {"exclamation_mark_before_one_word", rule("      - reply: !wow\n"), "R017 6:16"},
    {"exclamation_mark_in_answer", "faq:\n  - id: a\n    asks: hi\n    answer: !important Read this\n",
     "R017 4:13"},
    {"exclamation_mark_in_brackets", entry("      [!hi there, hi]\n"), "R017 4:8"},
    {"second_document_inside_a_list", entry("      - hello\n---\n      - hi\n"), "R018 5:1"},
    {"long_dash", "rules:\n  \xE2\x80\x93 rule: a\n    when: {says: x}\n    then: [{reply: hi}]\n",
     "R013 2:3"},
    {"dot_for_a_dash", rule("      \xE2\x80\xA2 reply: hi\n"), "R013 6:7"},
    {"long_dash_between_items", entry("      - hello\n      \xE2\x80\x94 hi\n"), "R013 5:7"},
    {"text_goes_on_too_far_left", rule("      - reply: The page\nis here.\n", "    mode: auto\n"),
     "R015 7:1"},
    {"text_goes_on_below_its_key", rule("      - reply: The page\n        is here.\n"), "R015 7:9"},
    {"same_key_far_below",
     rule("      - reply: a\n", "    mode: auto\n    limit: once per learner\n    mode: draft\n"),
     "R012 9:5"},
    {"open_quote_with_apostrophe", rule("      - reply: \"don't worry\n", "    mode: auto\n"), "R011 6:16"},
    {"no_space_after_dash_of_action", rule("      - reply: a\n      -save_question: yes\n"), "R013 7:7"},
};

const std::vector<Slip> misleading{
    {"at_sign", rule("      - reply: @maria hi\n"), "R020 6:16"},
    {"at_sign_in_list", entry("      - @maria hi\n"), "R020 4:9"},
    {"at_sign_in_brackets", entry("      [@maria, hi]\n"), "R020 4:8"},
    {"a_course_without_lines", "rules: []\ncourse:\n", "R005 2:1"},
    {"backtick", rule("      - reply: `code` here\n"), "R020 6:16"},
    {"braces", rule("      - reply: {{name}}, hi\n"), "R021 6:16"},
    {"braces_alone", rule("      - reply: {{answer}}\n"), "R021 6:16"},
    {"braces_in_flow", rule("      - reply: {en: Hi {{name}}, fr: Salut}\n"), "R021 6:21"},
    {"one_brace", rule("      - reply: {name}, hi\n"), "R021 6:16"},
    {"brackets", rule("      - reply: [link] here\n"), "R022 6:16"},
    {"brackets_in_list", entry("      - [link] here\n"), "R022 4:9"},
    {"open_bracket", when("      says: [slides, deck\n"), "R022 4:13"},
    {"colon", rule("      - reply: Note: read this\n"), "R023 6:16"},
    {"colon_at_the_end", rule("      - reply: Read this:\n"), "R023 6:16"},
    {"colon_in_list", entry("      - Note: where?\n"), "R023 4:9"},
    {"colon_in_second_line", "faq:\n  - id: a\n    asks: hi\n    answer: The answer\n      is this: no\n",
     "R023 5:7"},
    {"colon_in_expectation", with_case("      - post: x\n        expect: reply with \"Here: this\"\n"),
     "R023 9:17"},
    {"tab", rule("\t- reply: hi\n"), "R024 6:1"},
    {"tab_after_spaces", rule("    \t- reply: hi\n"), "R024 6:5"},
    {"backslash", when("      matches: \"\\bweek \\d\"\n"), "R025 4:17"},
    {"backslash_in_brackets", when("      says: [\"\\d\"]\n"), "R025 4:15"},
    {"curly_quotes", rule("      - reply: \xE2\x80\x9CHi\xE2\x80\x9D\n"), "R026 6:16"},
    {"curly_quotes_with_colon", rule("      - reply: \xE2\x80\x9CHi: you\xE2\x80\x9D\n"), "R026 6:16"},
    {"single_curly_quotes", entry("      - \xE2\x80\x98Hi\xE2\x80\x99\n"), "R026 4:9"},
    {"star", rule("      - reply: *Welcome* all\n"), "R027 6:16"},
    {"percent", rule("      - reply: % of all\n"), "R027 6:16"},
    {"greater_than", rule("      - reply: > quoted words\n"), "R027 6:16"},
    {"ampersand", rule("      - reply: & so on\n"), "R027 6:16"},
    {"dash_as_text", rule("      - reply: - hi\n"), "R027 6:16"},
    {"text_after_quote", rule("      - reply: \"Welcome\" says Dana\n"), "R028 6:26"},
    {"apostrophe_in_single_quotes", rule("      - reply: 'don't worry'\n"), "R028 6:21"},
    {"no_space_after_colon", rule("      - reply:Hello\n"), "R029 6:9"},
    {"tab_inside_a_rule", rule("      - reply: hi\n", "\tmode: auto\n"), "R024 7:1"},
    {"tab_below_a_key", "faq:\n  - id: a\n    asks:\n\t\t- hi\n    answer: x\n", "R024 4:1"},
    {"backslash_in_list", when("      says:\n        - \"\\w+\"\n"), "R025 5:12"},
    {"at_sign_in_variant", rule("      - reply:\n          - \"hi\"\n          - @maria hi\n"), "R020 8:13"},
    {"at_sign_by_language", rule("      - reply:\n          en: @maria hi\n"), "R020 7:15"},
    {"braces_in_list", entry("      - {{name}} asks\n"), "R021 4:9"},
    {"brackets_in_answer", "faq:\n  - id: a\n    asks: hi\n    answer: [Slides] are here\n", "R022 4:13"},
    {"curly_quotes_in_answer", "faq:\n  - id: a\n    asks: hi\n    answer: \xE2\x80\x9EHallo\xE2\x80\x9C\n",
     "R026 4:13"},
    {"no_space_after_colon_of_key", rule("      - reply: Hello\n", "    mode:auto\n"), "R029 7:5"},
    {"no_colon_after_then", "rules:\n  - rule: a\n    when:\n      says: x\n    then\n      - reply: hi\n",
     "R029 5:5"},
    {"no_colon_after_when",
     "rules:\n  - rule: a\n    when # who\n      says: x\n    then:\n      - reply: hi\n", "R029 3:5"},
    {"no_colon_after_reply", rule("      - reply \"Room: 204\"\n"), "R029 6:9"},
    {"no_colon_after_reply_by_language", rule("      - reply\n          en: Hi\n"), "R029 6:9"},
    {"no_colon_after_label", rule("      - reply: hi\n      - label seen\n"), "R029 7:9"},
    {"no_colon_after_rule", "rules:\n  - rule a\n    when: {says: x}\n    then: [{reply: hi}]\n", "R029 2:5"},
    {"no_colon_after_rules", "rules\n- rule: a\n  when: {says: x}\n  then: [{reply: hi}]\n", "R029 1:1"},
    {"no_colon_before_brackets", when("      says [slides, deck]\n"), "R029 4:7"},
    {"no_colon_after_limit", rule("      - reply: hi\n", "    limit once per learner\n"), "R029 7:5"},
    {"no_colon_after_test",
     rule("      - reply: hi\n", "    test\n      - post: x\n        expect: silent\n"), "R029 7:5"},
    {"no_colon_after_post_and_expect", with_case("      - post \"x?\"\n        expect silent\n"),
     "R029 8:9\nR029 9:9"},
    {"no_colon_after_answer", "faq:\n  - id: a\n    asks: hi\n    answer \"There.\"\n", "R029 4:5"},
    {"no_colon_after_first_language",
     "faq:\n  - id: a\n    asks: hi\n    answer:\n      en \"Here.\"\n      fr: Ici.\n", "R029 5:7"},
    {"no_colon_after_second_language",
     "faq:\n  - id: a\n    asks: hi\n    answer:\n      en: Here.\n      fr Ici.\n", "R029 6:7"},
    {"no_colon_after_every_language",
     rule("      - reply:\n          en \"Hi: you\"\n          fr \"Salut\"\n"), "R029 7:11\nR029 8:11"},
    {"no_colon_after_only_language", rule("      - reply:\n          en 'Hi'\n"), "R029 7:11"},
    {"no_colon_after_a_speaker",
     "stories:\n  - story: a\n    start: 2026-03-03 21:50\n    steps:\n      - ana \"Where?\"\n", "R029 5:9"},
};

INSTANTIATE_TEST_SUITE_P(Silent, SlipsOfWriting, testing::ValuesIn(silent), name_of);
INSTANTIATE_TEST_SUITE_P(Misleading, SlipsOfWriting, testing::ValuesIn(misleading), name_of);

TEST(SlipsWordForWord, Silent) {
  expect_told_word_for_word("slips-silent.expected.txt", silent, rulefile::Language::english);
  expect_told_word_for_word("slips-silent.attendu.txt", silent, rulefile::Language::french);
}

TEST(SlipsWordForWord, Misleading) {
  expect_told_word_for_word("slips-misleading.expected.txt", misleading, rulefile::Language::english);
  expect_told_word_for_word("slips-misleading.attendu.txt", misleading, rulefile::Language::french);
}

}  // namespace
