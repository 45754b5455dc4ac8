// Odd but legal files: no diagnostic at all, and what they say is read as it stands.
#include <gtest/gtest.h>

#include <ostream>

#include "tests/rulefile/folder.hpp"
#include "tests/rulefile/samples.hpp"

namespace {

struct Good {
  const char* name;
  std::string text;
};

// NOLINTNEXTLINE(readability-identifier-naming): GoogleTest asks for this name
void PrintTo(const Good& good, std::ostream* out) {
  *out << good.name;
}

std::string rule(const std::string& then, const std::string& more = "") {
  return "rules:\n  - rule: hello\n    when:\n      asks_question: yes\n    then:\n" + then + more +
         "    test:\n      - post: Where?\n        expect: reply\n      - post: There.\n        expect: "
         "silent\n";
}
std::string when(const std::string& lines) {
  return "rules:\n  - rule: hello\n    when:\n" + lines +
         "    then:\n      - reply: Hi\n    test:\n      - post: Where?\n        expect: reply\n      - "
         "post: There.\n        "
         "expect: silent\n";
}

std::string crlf(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? "\r\n" : std::string(1, c);
  return out;
}

class GoodFiles : public testing::TestWithParam<Good> {};
TEST_P(GoodFiles, GetNoDiagnostic) {
  const auto read = rulefile::read_cohort(tests::with_rules(GetParam().text), {});
  EXPECT_EQ(rulefile::to_text(read.diagnostics, false), "");
  EXPECT_TRUE(read.bad_files.empty());
  EXPECT_TRUE(read.source);
  tests::leave_sample("good", GetParam().name, GetParam().text);
}

const std::vector<Good> files{
    {"empty", ""},
    {"braces_around_any_word", rule("      - reply: \"Type {course} {today}\"\n")},
    {"text_that_starts_like_a_language",
     "faq:\n  - id: a\n    asks: hi\n    answer:\n      en route to the room, and\n      de rigueur "
     "\"there\"\n"},
    {"numbers_in_a_text",
     "faq:\n  - id: a\n    asks:\n      - do I first\n        1. open it\n        2) close it\n    answer: "
     "Yes\n      3. "
     "you do\n"},
    {"slashes_in_texts",
     "faq:\n  - id: a\n    asks: hi\n    answer: |\n      // no note\n      ```\n      here\n      ```\n"},
    {"quoted_text_over_two_lines", rule("      - reply: \"The page\n          is here\"\n")},
    {"only_a_note", "# nothing yet\n"},
    {"only_dashes", "---\n"},
    {"document_start", "---\n" + rule("      - reply: Hi\n")},
    {"directive", "%YAML 1.2\n---\n" + rule("      - reply: Hi\n")},
    {"document_end", rule("      - reply: Hi\n") + "...\n"},
    {"document_end_and_note", rule("      - reply: Hi\n") + "...\n# the end\n"},
    {"crlf", crlf(rule("      - reply: Hi\n"))},
    {"byte_order_mark", "\xEF\xBB\xBF" + rule("      - reply: Hi\n")},
    {"no_last_line_end", "faq:\n  - id: a\n    asks: hi\n    answer: x"},
    {"question_marks_in_brackets",
     "faq:\n  - {id: a, asks: [Where is it?, where? here], answer: Isn't it here?}\n"},
    {"limit_in_any_order", rule("      - reply: Hi\n", "    limit: 1 per day per learner\n")},
    {"comma_in_quotes", when("      says: \"hello, world\"\n")},
    {"long_dash_in_a_text", rule("      - reply: Hello\n          \xE2\x80\x93 and welcome\n")},
    {"quoted_hashtag", rule("      - reply: \"Hello #cohort3\"\n")},
    {"single_quoted_hashtag", rule("      - reply: 'Hello #cohort3'\n")},
    {"hash_inside_a_word", rule("      - reply: C#sharp is fine\n")},
    {"link_with_hash", rule("      - reply: See https://example.org/a#part\n")},
    {"link_with_port", rule("      - reply: See http://example.org:8080/a\n")},
    {"note_after_text", rule("      - reply: Hello   # greets\n")},
    {"note_after_value", rule("      - reply: Hello\n", "    mode: auto #yes\n")},
    {"note_after_key", "rules: # all of them\n" + rule("      - reply: Hi\n").substr(7)},
    {"note_lines_anywhere", rule("# far left\n      - reply: Hi\n                  # far right\n")},
    {"block_text_with_hash",
     rule("      - reply: |\n          Hello #cohort3\n          # not a note\n          a: b\n")},
    {"folded_text", rule("      - reply: >-\n          Hello\n          #cohort3 @you {{name}}\n")},
    {"block_text_with_dashes", rule("      - reply: |\n          - one\n          ---\n           - two\n")},
    {"block_text_in_list",
     "faq:\n  - id: a\n    asks:\n      - |\n        Where #is it?\n      - hi\n    answer: x\n"},
    {"block_with_note", rule("      - reply: |  # words\n          Hello #x\n")},
    {"flow_style",
     "rules: [{rule: a, when: {says: [x, y]}, then: [{reply: hi}], test: [{post: x, expect: reply}, {post: "
     "z, "
     "expect: silent}]}]\n"},
    {"flow_over_lines", when("      says: [\n        slides,  # these\n        \"slide deck\"\n      ]\n")},
    {"flow_with_quoted_hashtag", when("      hashtag: [\"#a\", '#b']\n")},
    {"flow_with_link", when("      says: [https://example.org/#a, b]\n")},
    {"json", "{\"faq\": [{\"id\": \"a\", \"asks\": [\"hi\"], \"answer\": \"x\"}]}\n"},
    {"quoted_keys", "\"faq\":\n  - \"id\": a\n    'asks': hi\n    answer: x\n"},
    {"list_in_key_column",
     "faq:\n- id: a\n  asks:\n  - hi\n  - ho\n  answer: x\n- id: b\n  asks: [he]\n  answer: y\n"},
    {"wide_indents", "faq:\n     -    id: a\n          asks:\n               -   hi\n          answer: x\n"},
    {"value_on_next_line", rule("      - reply:\n          Hello there\n")},
    {"text_over_lines", rule("      - reply: Hello\n          and welcome\n          to the course\n")},
    {"quoted_text_over_lines",
     rule("      - reply: \"Hello\n          and #welcome: to\n          the course\"\n")},
    {"escaped_quotes", rule("      - reply: \"Say \\\"hi\\\" \\u2013 ok\"\n")},
    {"doubled_apostrophe", rule("      - reply: 'don''t worry'\n")},
    {"apostrophe_inside", rule("      - reply: Don't worry, it's fine\n")},
    {"quotes_inside", rule("      - reply: The \"deck\" is here\n")},
    {"curly_quotes_inside", rule("      - reply: The \xE2\x80\x9C"
                                 "deck\xE2\x80\x9D is here\n")},
    {"two_curly_quotations",
     rule("      - reply: \xE2\x80\x9CHi\xE2\x80\x9D and \xE2\x80\x9CHo\xE2\x80\x9D\n")},
    {"placeholders_inside", rule("      - reply: Hi {{name}}, see {{course.site}}\n")},
    {"brackets_inside", rule("      - reply: See the link [here]\n")},
    {"colon_without_space", rule("      - reply: At 10:30 it starts\n")},
    {"dash_inside", rule("      - reply: Yes - or no -maybe\n")},
    {"exclamation_inside", rule("      - reply: Hello! Welcome!\n")},
    {"yes_in_all_forms",
     when("      asks_question: True\n      mentions_bot: NO\n      introduces_self: false\n")},
    {"emoji_and_accents", rule("      - reply: \xF0\x9F\x91\x8B Où ça ? \xE4\xB8\x96\xE7\x95\x8C\n")},
    {"tabs_after_values", "faq:\n  - id: a\t\n    asks: hi\t# note\n    answer: x\n"},
    {"empty_lines_with_spaces", "faq:\n   \n  - id: a\n\t\n    asks: hi\n\n    answer: x\n"},
    {"anchor_and_alias", "faq:\n  - id: a\n    asks: &a [hi, ho]\n    answer: x\n"},
    {"alias",
     "rules:\n  - rule: a\n    when: &w {says: x}\n    then: [{reply: hi}]\n    limit: once per learner\n    "
     "test: &t [{post: x, "
     "expect: reply}, {post: y, expect: silent}]\n  - rule: b\n    when: *w\n    then: [{reply: ho}]\n    "
     "test: *t\n"},
    {"texts_that_begin_with_a_key",
     "faq:\n  - id: a\n    asks:\n      - reply to whom\n      - post where\n      - name \"them\" all\n    "
     "answer:\n      says who, and\n      then \"goes\" on\n"},
    {"a_key_alone_as_text", "faq:\n  - id: a\n    asks: [rules, faq]\n    answer:\n      test\n"},
    {"numbers_as_text", "faq:\n  - id: 2026\n    asks: 42\n    answer: 3.5\n"},
    {"pattern_in_single_quotes", when("      matches: '\\bweek \\d+'\n")},
    {"topics_in_a_list", when("      asks_about: [faq, glossary]\n") +
                             "faq: [{id: a, asks: Where?, answer: There.}]\n"
                             "glossary: [{term: Retweet, means: Passing it on.}]\n"},
    {"words_in_quotes_go_together",
     when("      says: [\"pass or fail\", \"black, white\", f*ck, C++, 24/7]\n")},
    {"words_that_belong_together",
     when("      says: [drag and drop, input/output, \"black, white\", \"rock and roll\", and/or]\n")},
    {"a_web_address_without_a_page",
     rule("      - reply: \"Use ASP.NET, and/or https://www.example.org\"\n")},
    {"about_tags", rule("      - reply: \"In HTML, <b>this</b> is bold, and <br> a new line\"\n")},
    {"a_question_with_what_is_said_around_it",
     "faq:\n  - id: a\n    asks: [\"I missed it. Where is it?\", \"Hi! Can you help? Where is it?\"]\n    "
     "answer: x\n"},
    {"brackets_in_an_answer",
     "glossary:\n  - term: Retweet\n    also: RT\n    means: Passing (a post) on.\n"},
    {"an_action_beside_one_with_no", rule("      - reply: Hi\n      - boost: no\n")},
    {"what_learners_fill_in", rule("      - reply: \"Write: I am [name] from [town], [see](the page)\"\n")},
    {"a_path_to_find", when("      matches: '/course/week\\d'\n")},
    {"one_action_without_dash",
     "rules:\n  - rule: a\n    when: {says: x}\n    then:\n      reply: hi\n    test:\n      - post: x\n     "
     "   "
     "expect: reply\n      - post: y\n        expect: silent\n"},
    {"terms_that_begin_like_a_question",
     "glossary:\n  - {term: What-if analysis, means: x}\n  - {term: Definition of done, means: y}\n  - "
     "{term: Define phase, means: z}\n"},
    {"a_limit_by_the_clock",
     "rules:\n  - rule: monday\n    when: {every: day at 09:00}\n    then:\n      - post: Hi\n    limit: 3 "
     "per week\n    test:\n      - at: \"2026-01-26 09:00\"\n        expect: post\n      - at: \"2026-01-26 "
     "10:00\"\n        expect: silent\n"},
    {"clock_rule",
     "rules:\n  - rule: monday\n    mode: auto\n    when: {every: Monday at 09:00, during: week 3}\n    "
     "then:\n      - post: Week "
     "3 starts.\n    test:\n      - at: \"2026-01-26 09:00\"\n        expect: post with \"Week 3\"\n      - "
     "at: \"2026-01-27 "
     "09:00\"\n        expect: silent\n"},
};

INSTANTIATE_TEST_SUITE_P(All, GoodFiles, testing::ValuesIn(files),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
