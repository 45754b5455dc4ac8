#include "rules/defang.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "language/reader.hpp"

namespace {

using rules::defang;

struct Row {
  const char* what;
  std::string in;
  std::string out;
};

TEST(Defang, NamesInAnyScriptStayReadable) {
  for (const char* name : {"Ana", "Zoë Müller", "Jean-Luc O'Brien", "李小龙", "Владимир", "مريم", "อรุณ",
                           "Ana 🎉", "हिन्दी", "Dr. Who", "Ana (she/her)"}) {
    EXPECT_EQ(defang(name, 40), name);
  }
  EXPECT_EQ(defang("Nguyễn Thị", 40), "Nguyễn Thị");
}

TEST(Defang, NobodyCanBeMentionedTaggedOrLinked) {
  const Row table[] = {
      {"mention", "@everyone look", "everyone look"},
      {"full-width at", "＠everyone", "everyone"},
      {"small at", "﹫everyone", "everyone"},
      {"address", "ana@evil.example", "anaevil example"},
      {"hashtag", "#free money", "free money"},
      {"full-width hashtag", "＃free", "free"},
      {"small hashtag", "﹟free", "free"},
      {"keycap hashtag", "#\uFE0F\u20E3free", "\u20E3free"},
      {"music sharp", "♯free", "free"},
      {"cashtag", "$TSLA ＄TSLA ﹩TSLA", "TSLA TSLA TSLA"},
      {"link", "see https://evil.example/x?y=z", "see https evil example/x?y=z"},
      {"link without scheme", "evil.example/x", "evil example/x"},
      {"protocol-relative", "//evil.example", "evil example"},
      {"www", "www.evil.com", "www evil com"},
      {"ideographic dot", "evil。com", "evil com"},
      {"half-width dot", "evil｡com", "evil com"},
      {"full-width dot", "evil．com", "evil com"},
      {"one dot leader", "evil․com", "evil com"},
      {"accented domain", "é́vil.com", "é́vil com"},
      {"domain in another script", "пример.рф", "пример рф"},
      {"scheme without slashes", "magnet:?xt=1 mailto:a", "magnet ?xt=1 mailto a"},
      {"zero width space inside", "@\u200Beve\u200Bryone e\u200Bvil.\u200Bcom", "everyone evil com"},
      {"zero width joiner and word joiner", "evil\u2060.\u200Dcom", "evil com"},
      {"soft hyphen", "evil.\u00ADcom", "evil com"},
      {"right-to-left override", "\u202Emoc.live", "moc live"},
      {"isolates", "\u2066@ana\u2069", "ana"},
      {"mustache", "{{contact}} {{{name}}} {{=<% %>=}}", "contact name =% %="},
      {"full-width braces", "｛｛name｝｝", "name"},
      {"markup", "<b>*bold*</b> `code` [a](b)", "bbold/b code a(b)"},
      {"line breaks", "Ana\r\n\nStop now\tplease", "Ana Stop now please"},
      {"control characters",
       "A\x01n\x7F"
       "a",
       "Ana"},
      {"tag characters", "Ana\U000E0041\U000E0042", "Ana"},
      {"private use", "Ana\uE000", "Ana"},
      {"blank braille and hangul filler", "\u2800A\u3164na", "Ana"},
      {"styled letters", "𝓐𝓷𝓪 Ⓐⓝⓐ", "Ana Ana"},
      {"invalid bytes",
       "An\xFF"
       "a",
       "An\uFFFDa"},
      {"numbers stay", "3.5 of 12:30", "3.5 of 12:30"},
      {"sentences stay", "Hello. How are you? Fine: thanks", "Hello. How are you? Fine: thanks"},
      {"nothing left", "@@@ ###", ""},
  };
  for (const Row& row : table) EXPECT_EQ(defang(row.in, 120), row.out) << row.what;
}

TEST(Defang, WhatComesOutIsSeenAsPlainTextByTheReader) {
  for (const char* text :
       {"@ana #tag $X https://a.example b.example", "＠ana ＃tag", "a@b.example", "x.com/y", "@a.@b.#c"}) {
    const language::Entities entities = language::entities_of(defang(text, 120));
    EXPECT_TRUE(entities.mentions.empty()) << text;
    EXPECT_TRUE(entities.hashtags.empty()) << text;
    EXPECT_TRUE(entities.cashtags.empty()) << text;
    EXPECT_TRUE(entities.urls.empty()) << text;
  }
}

TEST(Defang, IsBoundedInLength) {
  EXPECT_EQ(base::count_graphemes(defang(std::string(100'000, 'a'), 40)), 40u);
  std::string tower = "A";
  for (int i = 0; i < 10'000; ++i) tower += "\u0301";
  EXPECT_LE(defang(tower, 40).size(), 8u) << "two accents are enough for any letter";
  std::string jamo;
  for (int i = 0; i < 10'000; ++i) jamo += "\u1100";  // one single grapheme for a counter
  EXPECT_LE(base::count_code_points(defang(jamo, 40)), 161u);
  EXPECT_LT(defang(std::string(1'000'000, '\xF0'), 40).size(), 200u);
}

}  // namespace
