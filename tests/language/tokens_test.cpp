#include "language/tokens.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "language/code_points.hpp"

namespace language {
namespace {

// Words as they are, symbols in angle brackets.
std::string shown(std::string_view text) {
  std::vector<std::string> parts;
  for (const Token& token : tokens_of(text)) {
    parts.push_back(token.is_word() ? token.folded : "<" + token.folded + ">");
  }
  return base::join(parts, " ");
}

TEST(Tokens, are_folded_words_and_symbols) {
  struct Case {
    std::string_view text;
    std::string_view expected;
  };
  const std::vector<Case> cases{
      {"", ""},
      {" \t\n\u00a0\u3000", ""},
      {"Where ARE the slides?", "where are the slides <?>"},
      {"Où sont les diapos ?", "ou sont les diapos <?>"},
      {"don't", "don't"},
      {"don’t", "don't"},
      {"DON＇T", "don't"},
      {"aujourd'hui", "aujourd'hui"},
      {"l'aide", "l' aide"},
      {"Qu’est-ce que c’est", "qu' est <-> ce que c' est"},
      {"Jusqu'à", "jusqu' a"},
      {"Dana's slides", "dana 's slides"},
      {"I'm, we've, you'll, she'd", "i 'm <,> we 've <,> you 'll <,> she 'd"},
      {"I've", "i 've"},
      {"'quoted'", "<'> quoted <'>"},
      {"rock 'n' roll", "rock <'> n <'> roll"},
      {"l'", "l <'>"},
      {"the students' work", "the students <'> work"},
      {"week_3 _really_ __", "week_3 <_> really <_> <_> <_>"},
      {"#FlockCourse @dana", "<#> flockcourse <@> dana"},
      {"＃Ｆｌｏｃｋ", "<#> flock"},
      {"C++ and q&a", "c <+> <+> and q <&> a"},
      {"e\u0301te\u0301", "ete"},
      {"sto\u200bp st\u00adop", "stop stop"},
      {"ﬁne ² x²", "fine 2 x2"},
      {"well… “yes” «non»", "well <...> <\"> yes <\"> <\"> non <\">"},
      {"課題はどこ", "課 題 は と こ"},
      {"カード", "カ ー ト"},
      {"안녕 하세요", "안녕 하세요"},
      {"สวัสดี", "ส ว ส ด"},
      {"👍🏽 ok 👩‍💻", "<👍> <🏽> ok <👩> <💻>"},
      {"a\xff\xfe"
       "b",
       "a <\uFFFD> <\uFFFD> b"},
      {"\u0301alone", "alone"},
  };
  for (const Case& c : cases) {
    // Hangul is compared as base::fold decomposes it.
    EXPECT_EQ(shown(c.text), c.text.starts_with("안") ? base::fold(c.expected) : std::string(c.expected))
        << c.text;
  }
}

TEST(Tokens, stand_where_the_text_has_them) {
  for (const std::string_view text :
       {"Où est l’aide d'Ana's #flock 👍🏽?", "plain ascii, it's here", "日本語 ok"}) {
    const std::u32string points = code_points_of(text);
    std::uint32_t last = 0;
    for (const Token& token : tokens_of(text)) {
      ASSERT_LE(last, token.span.begin);
      ASSERT_LT(token.span.begin, token.span.end);
      ASSERT_LE(token.span.end, points.size());
      last = token.span.end;
      const auto source =
          std::u32string_view(points).substr(token.span.begin, token.span.end - token.span.begin);
      EXPECT_EQ(base::fold(to_utf8(source)), token.folded);
    }
  }
}

TEST(Tokens, take_linear_time_on_hostile_text) {
  for (const std::string& unit :
       {std::string("'"), std::string("a'"), std::string("_"), std::string("\u0301"), std::string("l'"),
        std::string("\xff"), std::string("👍\u200d")}) {
    std::string text;
    while (text.size() < 200'000) text += unit;
    EXPECT_LE(tokens_of(text).size(), text.size());
  }
}

}  // namespace
}  // namespace language
