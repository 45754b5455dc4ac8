#include "language/lengths.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "language/code_points.hpp"
#include "language/emoji.hpp"
#include "language/reader.hpp"

namespace language {
namespace {

TEST(Lengths, are_what_each_network_counts) {
  struct Case {
    std::string_view text;
    int x;
    int mastodon;
    int graphemes;
    int bytes;
  };
  const std::vector<Case> cases{
      {"", 0, 0, 0, 0},
      {"Hello", 5, 5, 5, 5},
      {"Où ça ?", 7, 7, 7, 9},
      {"e\u0301", 1, 1, 1, 3},
      {"日本語", 6, 3, 3, 9},
      {"👨‍👩‍👧‍👦", 2, 1, 1, 25},
      {"🇫🇷 ok", 5, 4, 4, 11},
      {"see https://example.org/a/very/long/path/to/the/slides.pdf now", 31, 31, 62, 62},
      {"see HTTPS://example.org", 27, 27, 23, 23},
      {"see example.org now", 31, 19, 19, 19},
      {"hi @dana@social.example!", 24, 9, 24, 24},
      {"hi @dana@social.example, @ana.b@x.org", 37, 16, 37, 37},
      {"mail dana@example.org", 21, 21, 21, 21},
      {"https://example.org/@dana@social.example", 23, 23, 40, 40},
      {"a\r\nb", 4, 3, 3, 4},
      {"© 2026 ©\uFE0F", 9, 8, 8, 13},
      {"1\uFE0F\u20E3 #\u20E3", 5, 3, 3, 12},
  };
  for (const Case& c : cases) {
    const Lengths lengths = lengths_of(c.text);
    EXPECT_EQ(lengths.x_weighted, c.x) << c.text;
    EXPECT_EQ(lengths.mastodon, c.mastodon) << c.text;
    EXPECT_EQ(lengths.graphemes, c.graphemes) << c.text;
    EXPECT_EQ(lengths.bytes, c.bytes) << c.text;
  }
}

TEST(Lengths, agree_with_the_full_count_for_x) {
  for (const std::string_view text :
       {"plain", "e\u0301 https://a.org/e\u0301 👍🏽", "日本語 example.org", "\u202Aa.com\u202C",
        "#a\u20E3t.co/x", "", "d\u00E9j\u00E0 \u00A9 a.com",
        "\u00E7a: https://a.org/\u00E9 (b.com), 1 \u00BD a_b.c\u00F1"}) {
    EXPECT_EQ(lengths_of(text).x_weighted, measure_for_x(text, x_version_3).weighted) << text;
  }
}

TEST(Lengths, know_emoji_of_several_code_points) {
  struct Case {
    std::string_view text;
    std::size_t length;
  };
  const std::vector<Case> cases{
      {"👍", 1},
      {"👍🏽", 2},
      {"👍\uFE0F", 1},
      {"✌\uFE0F", 2},
      {"✌🏿", 2},
      {"🇫🇷", 2},
      {"🇫🇫", 1},
      {"🏴󠁧󠁢󠁥󠁮󠁧󠁿", 7},
      {"1\u20E3", 2},
      {"1", 0},
      {"a", 0},
      {"©", 0},
      {"©\uFE0F", 2},
      {"👩‍💻", 3},
      {"❤\uFE0F‍🔥", 4},
      {"👨‍🍕", 1},
      {"👨‍👩‍👧‍👦", 7},
      {"", 0},
  };
  for (const Case& c : cases) EXPECT_EQ(emoji_length(code_points_of(c.text), 0), c.length) << c.text;
}

TEST(Lengths, take_linear_time_on_hostile_text) {
  for (const std::string_view unit : {"👩‍", "🇫", "🏴\U000E0067", "e\u0301", "\u0301", "@a@", "@a.",
                                      "\u200d", "1\uFE0F", "https://a.co "}) {
    std::string text;
    while (text.size() < 200'000) text += unit;
    EXPECT_EQ(lengths_of(text).bytes, static_cast<int>(text.size())) << unit;
  }
}

// The short way of counting, for what most people write, and the way of Unicode's tables.
TEST(Lengths, graphemes_are_counted_alike_either_way) {
  const std::vector<std::string> pieces{"a",      "é",      "e\u0301", "’",    "\n",     "\r",     "\r\n",
                                        "\uFE0F", "\u200D", "👍",       "🏽", "❤",      "👩",      "漢",
                                        "가",     "\u1160", "🇫🇷",      "…",    "\u00AD", "\u0007", "\u0300"};
  std::uint32_t dice = 1;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int i = 0; i < 5; ++i) {
      dice = dice * 1664525U + 1013904223U;
      text += pieces[(dice >> 8U) % pieces.size()];
    }
    EXPECT_EQ(static_cast<std::size_t>(lengths_of(text).graphemes), base::count_graphemes(text)) << text;
  }
}

}  // namespace
}  // namespace language
