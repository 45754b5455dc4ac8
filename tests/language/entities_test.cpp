// What the conformance suite leaves open: overlaps, odd text, time.
#include "language/entities.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "language/code_points.hpp"
#include "language/reader.hpp"

namespace language {
namespace {

// "url text 4-9; mention ..." in the order of the kinds.
std::string shown(std::string_view text) {
  const Entities entities = entities_of(text);
  std::string line;
  const auto add = [&line](const char* kind, const std::vector<Entity>& list) {
    for (const Entity& entity : list) {
      line += std::string(line.empty() ? "" : "; ") + kind + " " + entity.text + " " +
              std::to_string(entity.span.begin) + "-" + std::to_string(entity.span.end);
    }
  };
  add("tag", entities.hashtags);
  add("mention", entities.mentions);
  add("url", entities.urls);
  add("cash", entities.cashtags);
  return line;
}

TEST(Entities, overlap_nowhere_and_count_code_points) {
  struct Case {
    std::string_view text;
    std::string_view expected;
  };
  const std::vector<Case> cases{
      {"", ""},
      {"👍🏽 #Flock @dana https://example.org/a?b#c $TEST",
       "tag Flock 3-9; mention dana 10-15; url https://example.org/a?b#c 16-41; cash TEST 42-47"},
      {"https://m.example.org/@dana/1 hi", "url https://m.example.org/@dana/1 0-29"},
      {"https://example.org/#intro", "url https://example.org/#intro 0-26"},
      {"@dana@social.example", ""},
      {"@dana/experts and @ana", "mention ana 18-22"},
      {"##flock", "tag flock 1-7"},
      {"#a#b", ""},
      {"#été2026, #Où", "tag été2026 0-8; tag Où 10-13"},
      {"＃ｆｌｏｃｋ", "tag ｆｌｏｃｋ 0-6"},
      {"see slides.pdf or notes.md", "url notes.md 18-26"},
      {"e.g.this and 3.14", ""},
      {"mail dana@example.org", ""},
      {"broken \xff #ok", "tag ok 9-12"},
      {"(https://example.org/a_(b)_(c))", "url https://example.org/a_(b)_(c) 1-30"},
      {"l'URL:example.org!", "url example.org 6-17"},
      {"EXAMPLE.ORG/Path", "url EXAMPLE.ORG/Path 0-16"},
      {"u.s\u0130", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(shown(c.text), c.expected) << c.text;
}

TEST(Entities, take_linear_time_on_hostile_text) {
  for (const std::string_view unit :
       {"#",    "@",  "$",    ".",   "a.",     "http://", "a.com",  "a.com/(", "a.com/.",
        "日本", "。", "日.",  "#a",  "@a",     "@a/",     "rt@",    "x.com?,", "xn--.",
        "-.",   "_.", "\xff", "://", "a_.b-.", "👍.",      "co.jp日"}) {
    std::string text;
    while (text.size() < 200'000) text += unit;
    const Entities entities = entities_of(text);
    EXPECT_LE(entities.urls.size() + entities.hashtags.size(), text.size()) << unit;
  }
}

}  // namespace
}  // namespace language
