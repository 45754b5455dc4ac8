// Signs of other programs in what learners read; what a teacher may well mean is left alone.
#include "rulefile/typed_text.hpp"

#include <gtest/gtest.h>

namespace {

using rulefile::Language;

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
    {"See <b>here</b>, please", "<b>here</b>"},
    {"See <a href=\"https://example.org/a\" target=x>the page</a>.",
     "<a href=\"https://example.org/a\" target=x>the page</a>"},
    {"One.<br>Two.", "<br>"},
    {"Q&amp;A on Friday", "&amp;"},
    {"On&nbsp;Friday", "&nbsp;"},
    {"In HTML write <b>here</b>", ""},
    {"The <br> tag begins a line", ""},
    {"a <b and b> c", ""},
    {"5 < 6 & 7 > 6", ""},
    {"AT&T; <3", ""},
};
TEST(Texts, SeenAsTyped) {
  for (const Text& one : texts) {
    const auto found = rulefile::seen_as_typed(one.text);
    EXPECT_EQ(found ? found->piece : "", one.piece) << one.text;
  }
}

TEST(Texts, AreMendedSo) {
  const struct {
    const char* text;
    const char* instead;
  } table[] = {
      {"See <b>here</b>", "write      here"},
      {"<a href='https://example.org/a'>the page</a>", "write      the page: https://example.org/a"},
      {"<a href=https://example.org/a>https://example.org/a</a>", "write      https://example.org/a"},
      {"One.<br/>Two.", "for a new line put the text in double quotes, and write      \\n"},
      {"Q&amp;A", "write      &"},
      {"On&nbsp;Friday", "write a plain space"},
  };
  for (const auto& one : table) {
    const auto found = rulefile::seen_as_typed(one.text);
    ASSERT_TRUE(found) << one.text;
    EXPECT_EQ(rulefile::in_words(found->instead, Language::english), one.instead);
  }
}

TEST(HalfLinks, AreNotLinksEverywhere) {
  const struct {
    const char* text;
    const char* link;  // "" = all is well
  } table[] = {
      {"See www.example.org.", "www.example.org"},
      {"See example.org/slides, please", "example.org/slides"},
      {"See https://www.example.org/slides", ""},
      {"See {{course.site}}/slides", ""},
      {"ASP.NET and Node.js", ""},
      {"and/or, his/her, 10.30/11.30", ""},
      {"Write to ana@example.org", ""},
      {"It begins with www. mostly", ""},
  };
  for (const auto& one : table) EXPECT_EQ(rulefile::half_link_in(one.text), one.link) << one.text;
}

TEST(HalfLinks, BecomeWhole) {
  EXPECT_EQ(rulefile::whole_link("www.example.org"), "https://www.example.org");
  EXPECT_EQ(rulefile::whole_link("example.org/course"), "https://example.org/course");
  EXPECT_EQ(rulefile::whole_link("htps://example.org"), "https://example.org");
  EXPECT_EQ(rulefile::whole_link("https:/example.org"), "https://example.org");
  for (const char* none : {"", "our page", "see example.org", "@dana.example.org", "://", "intranet"})
    EXPECT_EQ(rulefile::whole_link(none), "") << none;
}

TEST(Handles, NeedNoSignInFront) {
  EXPECT_EQ(rulefile::at_before_handle("Hi @{{handle}}!"), "@{{handle}}");
  EXPECT_EQ(rulefile::at_before_handle("Hi @{{ handle }}!"), "@{{ handle }}");
  for (const char* fine : {"Hi {{handle}}", "@ {{handle}}", "@{{name}}", "@{{handle", ""})
    EXPECT_EQ(rulefile::at_before_handle(fine), "") << fine;
}

}  // namespace
