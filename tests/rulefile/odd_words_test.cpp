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

struct Text {
  const char* text;
  const char* piece;  // "" = all is well
};
constexpr Text texts[] = {
    {"One.\\nTwo.", "\\n"},
    {"In C:\\notes", ""},
    {"The sign \\nabla", ""},
    {"See [the slides](https://example.org/s).", "[the slides](https://example.org/s)"},
    {"See [1] (https://example.org/s).", ""},
    {"This is **important**.", "**important**"},
    {"Use **kwargs and *args", ""},
    {"2**3 is 8, 3**2 is 9", ""},
    {"Hi [name], welcome", "[name]"},
    {"$name, welcome", "$name"},
    {"Write: I am [name] from [town]", ""},
    {"Introduce yourself: Hi, I am [name]!", ""},
    {"[question] or [answer]?", ""},
    {"Look: https:// example.org/a b", "https:// example.org/a"},
    {"It begins with https:// or not", ""},
};
TEST(Texts, SeenAsTyped) {
  for (const Text& one : texts) {
    const auto found = rulefile::seen_as_typed(one.text);
    EXPECT_EQ(found ? found->piece : "", one.piece) << one.text;
  }
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
