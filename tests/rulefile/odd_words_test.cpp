// What only looks like a search box's habit is left alone; what hardly anybody means as it stands is not.
#include "rulefile/odd_words.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace {

struct Words {
  const char* text;
  bool quoted;
  const char* meant;  // "" = one text
};
constexpr Words words[] = {
    {"hi or hello", false, "hi, hello"},
    {"hi or hello", true, ""},
    {"pass or fail", true, ""},
    {"hi OR hello", true, "hi, hello"},
    {"diapos ou transparents", false, "diapos, transparents"},
    {"slides | deck", true, "slides, deck"},
    {"slides|deck", false, "slides, deck"},
    {"slides; deck", true, "slides, deck"},
    {"a, b or c", false, "a, b, c"},
    {"slides,", false, ""},
    {"hi / hello", false, "hi, hello"},
    {"input/output", false, ""},
    {"24/7", false, ""},
    {"order", false, ""},
    {"or", false, ""},
};
TEST(WordsMeant, OneByOne) {
  for (const Words& one : words)
    EXPECT_EQ(base::join(rulefile::words_meant(one.text, one.quoted), ", "), one.meant) << one.text;
}

struct Asked {
  const char* text;
  const char* term;  // "" = no question
};
constexpr Asked asked[] = {
    {"What is a MOOC?", "MOOC"},
    {"what's an RT", "RT"},
    {"What’s an RT?", "RT"},
    {"What is meant by a MOOC?", "MOOC"},
    {"What does RT mean?", "RT"},
    {"What does RT stand for?", "RT"},
    {"Define flipped classroom?", "flipped classroom"},
    {"Qu'est-ce qu'un MOOC ?", "MOOC"},
    {"Qu’est-ce que le tutorat ?", "tutorat"},
    {"C'est quoi un RT ?", "RT"},
    {"Que veut dire RT ?", "RT"},
    {"MOOC", ""},
    {"MOOC?", ""},
    {"Define phase", ""},
    {"Definition of done", ""},
    {"Définition de fini", ""},
    {"What if analysis", ""},
    {"What-if", ""},
    {"FAQ", ""},
};
TEST(TermAskedFor, IsTheWordAlone) {
  for (const Asked& one : asked) EXPECT_EQ(rulefile::term_asked_for(one.text), one.term) << one.text;
}

struct Sign {
  const char* text;
  const char* sign;  // "" = none
  const char* instead;
};
constexpr Sign signs[] = {
    {"slide*", "*", "slide"},
    {"*slide*", "*", "slide"},
    {"%slide%", "%", "slide"},
    {"^slides$", "^", "slides"},
    {"^slides", "^", "slides"},
    {"\\bslides", "\\b", ""},
    {"slide.*deck", ".*", ""},
    {"f*ck", "", ""},
    {"C++", "", ""},
    {"100%", "", ""},
    {"50 % off", "", ""},
    {"*", "", ""},
    {"^^", "", ""},
    {"?", "", ""},
    {"slides...", "", ""},
    {"3 * 4", "", ""},
};
TEST(OddSigns, InWords) {
  for (const Sign& one : signs) {
    const auto found = rulefile::odd_sign_in(one.text);
    EXPECT_EQ(found ? found->sign : "", one.sign) << one.text;
    EXPECT_EQ(found ? found->instead : "", one.instead) << one.text;
  }
}

TEST(Slashes, AroundAPattern) {
  EXPECT_EQ(rulefile::within_slashes("/week \\d+/i"), "week \\d+");
  EXPECT_EQ(rulefile::within_slashes("/week/"), "week");
  EXPECT_EQ(rulefile::within_slashes("/a\\/b/"), "a/b");
  for (const char* pattern : {"week", "/course/week/", "/", "//", "and/or", "/tmp/x", "/path/file"})
    EXPECT_EQ(rulefile::within_slashes(pattern), "") << pattern;
}

TEST(WordsInARow, WhereNothingElseStandsOnTheLine) {
  constexpr Words table[] = {
      {"hi/hello", false, "hi, hello"},
      {"exam/test/quiz", false, "exam, test, quiz"},
      {"hi/hello", true, ""},
      {"and/or", false, ""},
      {"24/7", false, ""},
      {"km/h", false, ""},
      {"TCP/IP", false, ""},
      {"/slides", false, ""},
      {"hi, hello, hey", true, "hi, hello, hey"},
      {"hello, world", true, ""},
      {"ready, steady, go now", true, ""},
  };
  for (const Words& one : table)
    EXPECT_EQ(base::join(rulefile::words_in_a_row(one.text, one.quoted), ", "), one.meant) << one.text;
}

TEST(AllWordsMeant, InOnePost) {
  constexpr Words table[] = {
      {"slides and deck", false, "slides, deck"},
      {"slides and deck", true, ""},
      {"slides AND deck", true, "slides, deck"},
      {"diapos et notes", false, "diapos, notes"},
      {"slides + deck", false, "slides, deck"},
      {"C++", false, ""},
      {"Q&A", false, ""},
      {"band", false, ""},
      {"and", false, ""},
  };
  for (const Words& one : table)
    EXPECT_EQ(base::join(rulefile::all_words_meant(one.text, one.quoted), ", "), one.meant) << one.text;
}

TEST(Terms, WithAnotherInBrackets) {
  const struct {
    const char* text;
    const char* term;
    const char* also;
  } table[] = {
      {"Retweet (RT)", "Retweet", "RT"},
      {"Slide(s)", "Slide", "Slides"},
      {"Retweet", "", ""},
      {"(RT)", "", ""},
      {"f(x) notation", "", ""},
      {"Retweet ()", "", ""},
      {":)", "", ""},
      {"", "", ""},
  };
  for (const auto& one : table) {
    EXPECT_EQ(rulefile::term_meant(one.text).term, one.term) << one.text;
    EXPECT_EQ(rulefile::term_meant(one.text).also, one.also) << one.text;
  }
}

TEST(Questions, TwoOnOneLine) {
  EXPECT_EQ(base::join(rulefile::questions_meant("Where are the slides? Is there a slide deck?"), "|"),
            "Where are the slides?|Is there a slide deck?");
  EXPECT_EQ(base::join(rulefile::questions_meant("Où sont les diapos ? Y a-t-il des diapos ?"), "|"),
            "Où sont les diapos ?|Y a-t-il des diapos ?");
  for (const char* one :
       {"Where are the slides?", "Really? Where are the slides?", "Where are the slides?? Thanks", "Where?!",
        "I missed it. Where are the slides?", "Where are the slides? Is there a deck? Thank you!", "???", ""})
    EXPECT_TRUE(rulefile::questions_meant(one).empty()) << one;
}

TEST(Handles, Meant) {
  EXPECT_EQ(rulefile::handle_meant("mastodon", "https://social.example/@dana"), "\"@dana@social.example\"");
  EXPECT_EQ(rulefile::handle_meant("x", "https://x.com/dana/"), "\"@dana\"");
  EXPECT_EQ(rulefile::handle_meant("bluesky", "https://bsky.app/profile/dana.example.org"),
            "\"@dana.example.org\"");
  EXPECT_EQ(rulefile::handle_meant("bluesky", "@dana"), "\"@dana.bsky.social\"");
  EXPECT_EQ(rulefile::handle_meant("x", "https://"), "\"@dana\"");
  for (const char* fine : {"@dana", "dana", "@dana@social.example", ""})
    EXPECT_EQ(rulefile::handle_meant("mastodon", fine), "") << fine;
  EXPECT_EQ(rulefile::handle_meant("bluesky", "@dana.example.org"), "");
}

}  // namespace
