// Posts that nobody writes by accident: each is read, in time linear in its length.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "language/reader.hpp"

namespace {

std::string repeated(const std::string& piece, std::size_t length) {
  std::string text;
  while (text.size() < length) text += piece;
  return text;
}

const language::Reader& reader() {
  static const auto built = [] {
    language::ReaderSources sources;
    sources.content.faq.push_back({"slides", {"Where are the slides?", "Où sont les diapos ?"}, {}, {}, ""});
    sources.content.glossary.push_back({"Retweet", {"RT"}, {}, {}});
    sources.phrases = {"slides", "slide deck", "a a a a b", "# #", "q&a"};
    sources.patterns = {R"(\bweek \d+)", "(a|aa)+$", "(.*)(.*)(.*)z$"};
    sources.branches = {"Halifax"};
    sources.bot_handle = "flockmate";
    return language::Reader::build(sources).value();
  }();
  return *built;
}

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all{"#",
                                            "@",
                                            "$",
                                            "a",
                                            "a.",
                                            "a ",
                                            "\"?",
                                            "«",
                                            "http://",
                                            "a.com/",
                                            "://",
                                            "#a",
                                            "@a",
                                            "$A ",
                                            "'",
                                            "e\u0301",
                                            "\u200D",
                                            "👩\u200D",
                                            "🇫🇷",
                                            "👍🏽",
                                            "\u202E\u05D0",
                                            "\u0301",
                                            "?",
                                            "!?",
                                            "-",
                                            "(",
                                            "what is a ",
                                            "i'm Dana, ",
                                            "stop ",
                                            "大",
                                            "\u0E01",
                                            "\n",
                                            "x@x.x ",
                                            "&amp;",
                                            "\u00A0",
                                            "\u0130",
                                            "\uFDFA",
                                            "http://a.co(",
                                            "kill ",
                                            "where are the "};
  return all;
}

double seconds_for(const std::function<void()>& work) {
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    const std::clock_t begin = std::clock();
    work();
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

// Eight times the text: about eight times the processor's time; where it were quadratic, 64 times. Short
// times say nothing.
void expect_linear(const std::string& piece, const std::function<void(const std::string&)>& read) {
  constexpr std::size_t length = 6'000;
  constexpr double too_short = 0.03;
  const std::string longer = repeated(piece, 8 * length);
  const double long_time = seconds_for([&] { read(longer); });
  if (long_time < too_short) return;
  const std::string shorter = repeated(piece, length);
  const double short_time = seconds_for([&] { read(shorter); });
  EXPECT_LT(long_time, 24 * std::max(short_time, too_short / 24)) << piece;
}

TEST(HostilePosts, AreReadInTimeLinearInTheirLength) {
  for (const std::string& piece : pieces()) {
    expect_linear(piece, [](const std::string& text) { (void)reader().read({text, "", true}); });
  }
}

// A repeated piece leaves one hashtag; what compares each with all others is seen only where all differ.
TEST(HostilePosts, ManyHashtagsAreReadInTimeLinearInTheirNumber) {
  const auto seconds_for_hashtags = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "#a" + std::to_string(i) + "b ";
    return seconds_for([&] {
      EXPECT_EQ(reader().read({text, "", false}).hashtags.size(), static_cast<std::size_t>(count));
    });
  };
  constexpr int few = 4'000;
  EXPECT_LT(seconds_for_hashtags(8 * few), 24 * seconds_for_hashtags(few));
}

TEST(HostilePosts, WordsAreLookedForUpToTheLengthOfTheLongestPost) {
  for (const std::string& filling : {std::string("a "), std::string("é ")}) {
    const std::string before = repeated(filling, language::longest_heard - 30);
    EXPECT_EQ(reader().read({before + "slides", "", false}).phrases, std::vector<std::uint32_t>{0})
        << filling;
    const auto longer = reader().read({before + repeated(filling, 60) + "slides", "", false});
    EXPECT_TRUE(longer.phrases.empty()) << filling;
    EXPECT_EQ(longer.lengths.bytes, static_cast<int>(before.size() + 66));
  }
  const std::string silence = repeated(" ", language::longest_heard);
  EXPECT_EQ(reader().read({"stop", "", true}).command, language::Command::stop);
  EXPECT_EQ(reader().read({"stop" + silence + "the presses", "", true}).command, language::Command::none);
}

TEST(HostilePosts, HtmlIsReadInTimeLinearInItsLength) {
  for (const char* piece :
       {"<b>", "<", "</p>", "<a href=\"", "<!--", "&", "&amp;", "&#x", "<p><span class=\"invisible\">",
        "<blockquote>", "<br/>", "a<", "\"", "<script>"}) {
    expect_linear(piece, [](const std::string& text) { (void)language::html_to_text(text); });
  }
}

// Pieces in any order, then any bytes made valid: the same answer twice, and scores that are scores.
TEST(HostilePosts, EveryPostHasAnAnswer) {
  std::uint32_t dice = 7;
  const auto next = [&dice](std::size_t count) {
    dice = dice * 1664525U + 1013904223U;
    return (dice >> 8U) % count;
  };
  for (int round = 0; round < 3'000; ++round) {
    std::string text;
    for (std::size_t i = next(30); i > 0; --i) {
      if (next(4) == 0) {
        text += static_cast<char>(next(256));
      } else {
        text += pieces()[next(pieces().size())];
      }
    }
    text = base::valid_utf8(text);
    const language::Reading reading = reader().read({text, "", next(2) == 0});
    const language::Reading again = reader().read({text, "", false});
    EXPECT_EQ(reading.question.score, again.question.score) << text;
    EXPECT_EQ(reading.language.code, again.language.code) << text;
    EXPECT_EQ(reading.lengths.bytes, static_cast<int>(text.size()));
    for (const double score : {reading.question.score, reading.introduction.score, reading.safety.score,
                               reading.language.confidence}) {
      EXPECT_TRUE(score >= 0 && score <= 1) << text;
    }
  }
}

}  // namespace
