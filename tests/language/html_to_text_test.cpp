#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "language/reader.hpp"

namespace language {
namespace {

TEST(HtmlToText, shows_what_a_reader_sees) {
  struct Case {
    std::string_view html;
    std::string_view text;
  };
  const std::vector<Case> cases{
      {"", ""},
      {"plain", "plain"},
      {"<p>One</p><p>Two<br>Three<br />Four</p>", "One\n\nTwo\nThree\nFour"},
      {"<p>Fish &amp; chips &lt;3</p>", "Fish & chips <3"},
      {"&amp;lt; &amp;amp;", "&lt; &amp;"},
      {"&#39;a&#x27; &#128077; &#x1F44D;", "'a' 👍 👍"},
      {"&nbsp;&eacute;&hellip;&rsquo;&euro;", "\u00a0é…’€"},
      {"AT&T &unknown; & &; &# &#x &#xZ;", "AT&T &unknown; & &; &# &#x &#xZ;"},
      {"&#0;&#xD800;&#99999999;", "\uFFFD\uFFFD\uFFFD"},
      {"&#146;", "’"},
      {"a < b > c <3 <", "a < b > c <3 <"},
      {R"(<p><span class="h-card"><a href="https://m.example/@dana" class="u-url mention">@<span>dana</span></a></span> hi</p>)",
       "@dana hi"},
      {R"(<a href="https://example.org/a/b" rel="nofollow"><span class="invisible">https://</span>)"
       R"(<span class="ellipsis">example.org/a</span><span class="invisible">/b</span></a>)",
       "https://example.org/a/b"},
      {R"(<a href="x" class="mention hashtag" rel="tag">#<span>Flock</span></a>!)", "#Flock!"},
      {"<p>  lots \n of\t space </p>\n<p> here </p>", "lots of space\n\nhere"},
      {"<pre>a\n  b</pre>c", "a\n  b\n\nc"},
      {"<ul><li>one</li><li>two</li></ul>after", "- one\n- two\n\nafter"},
      {"<blockquote><p>said</p><p>so</p></blockquote><p>I agree</p>", "> said\n\n> so\n\nI agree"},
      {R"(<p class="quote-inline">RE: <a href="u">https://m.example/1</a></p><p>Yes!</p>)", "Yes!"},
      {"a<!-- <b>not</b> --> b<!-- never closed", "a b"},
      {"a<script>if (a < b) { \"</p>\" }</script>b<STYLE>x</style >c", "abc"},
      {"<a title=\"a > b\">x</a>", "x"},
      {"<b unclosed", ""},
      {"<P>UPPER</P><BR>x", "UPPER\n\nx"},
      {"a\xff", "a\uFFFD"},
      {"<br><br>top<br><br><br><br>bottom<br>", "top\n\nbottom"},
  };
  for (const Case& c : cases) EXPECT_EQ(html_to_text(c.html), c.text) << c.html;
}

TEST(HtmlToText, takes_linear_time_on_hostile_pages) {
  for (const std::string_view unit :
       {"<b>", "<blockquote>x", "</p>", "<!--", "<a href='", "&", "&amp", "<script>", "</script", "<",
        "<p class=\"quote-inline\">", "<pre>\n", "<li>", "&#x", "\xff"}) {
    std::string html;
    while (html.size() < 400'000) html += unit;
    const std::string text = html_to_text(html);
    EXPECT_LE(text.size(), html.size() * 4) << unit;
    EXPECT_TRUE(base::is_valid_utf8(text)) << unit;
  }
}

}  // namespace
}  // namespace language
