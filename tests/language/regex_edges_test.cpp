#include "language/regex_edges.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

// Edges of words are shown as "<", those of the text as "#".
std::string shown(const char* expression) {
  std::string result = language::with_edges_as_characters(expression);
  std::replace(result.begin(), result.end(), language::word_edge, '<');
  std::replace(result.begin(), result.end(), language::text_edge, '#');
  return result;
}

TEST(RegexEdges, AreWrittenWhereTheExpressionAsksForThemAndWhereTheyMustBe) {
  const struct {
    const char* expression;
    const char* edged;
  } table[] = {
      {"what\\b", "(?:(what<))"},
      {"^what$", "(?:(#what#))"},
      {"a what", "(?:(a <what))"},
      {"a, b", "(?:(a, <b))"},
      {"caf\u00E9s", "(?:(caf\u00E9<s))"},  // to RE2 it is no letter of a word
      {"a?b", "(?:(a?b))"},
      {"a(?: b)?c", "(?:(a(?:( <b))?c))"},
      {"^(?:so )?what", "(?:(#(?:(so ))?<what))"},
      {"(?:so )*what", "(?:((?:(so ))*what))"},
      {", (?:so )*what", "(?:(, (?:(so ))*<what))"},
      {"(?:so|o)*what", "(?:((?:(so)|(o))*what))"},
      {"\\b(?:i|we) (?:want|need)", "(?:((?:(<i )|(<we ))(?:(<want)|(<need))))"},
      {" (?:a|b)? c", "(?:( (?:(<a)|(<b))? <c))"},
      {"\\S+ what", "(?:(\\S+ <what))"},
      {"[,;:] ?what", "(?:([,;:] ?<what))"},
      {"[^ ]what", "(?:([^ ]what))"},
      {"[]^$]a", "(?:([]^$]<a))"},
      {"\\^\\$a", "(?:(\\^\\$<a))"},
      {"\\da|\\sa|\\.a", "(?:(\\da)|(\\s<a)|(\\.<a))"},
      {"\\d{1,2}(.+?)a", "(?:(\\d{1,2}(?:(.+?))a))"},
      {"(?:^|, )a", "(?:((?:(#)|(, ))<a))"},
  };
  for (const auto& row : table) EXPECT_EQ(shown(row.expression), row.edged) << row.expression;
}

TEST(RegexEdges, ABrokenExpressionHarmsNobody) {
  for (const char* const broken : {"(", ")", "(?", "(?:a", "[", "[^", "a{", "\\", "a|", "*", ""})
    shown(broken);
}

}  // namespace
