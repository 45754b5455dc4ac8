// `flockmate replay`: why posts are skipped; with --against only what the rules changed is a difference.
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace {

using program::Folder;
using program::run;

// Two posts of another course, and whatever more.
std::string foreign_posts(const std::string& more = "") {
  std::string posts;
  for (const char* id : {"1", "2"}) {
    posts += std::string("{\"id\":\"") + id +
             "\",\"network\":\"practice\",\"author\":{\"id\":\"7\",\"handle\":\"ana\"},\"text\":\"hello "
             "#other\",\"created_at\":\"2026-03-03T10:0" +
             id + ":00Z\"}\n";
  }
  return posts + more;
}

TEST(Replay, TellsWhyPostsAreSkipped) {
  Folder folder;
  folder.write("spring/course.yaml", program::small_course);
  folder.write("posts.ndjson", foreign_posts());
  const auto ran = run({"replay", folder.path("posts.ndjson"), "--rules", folder.path("spring"), "--quiet"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(ran.out.substr(0, ran.out.find("Took")),
            "2 posts: 0 decided, 2 skipped.\n"
            "  skipped 2: No rule is asked: it is not under the course's hashtag.\n"
            "  The course listens to #small.\n"
            "  say-hello: never fired\n");
  const auto json = run({"replay", folder.path("posts.ndjson"), "--rules", folder.path("spring"), "--quiet",
                         "--format", "json"});
  EXPECT_EQ(json.out.substr(0, json.out.find(",\"by_rule\"")),
            "{\"summary\":{\"posts\":2,\"decided\":0,\"skipped\":2,\"skipped_because\":{\"No rule is asked: "
            "it is not "
            "under the course's hashtag.\":2}");
}

TEST(Replay, NamesTheHashtagOnlyWhereNothingWasDecided) {
  Folder folder;
  folder.write("spring/course.yaml", program::small_course);
  folder.write(
      "posts.ndjson",
      foreign_posts("{\"id\":\"3\",\"network\":\"practice\",\"author\":{\"id\":\"8\",\"handle\":"
                    "\"ben\"},\"text\":\"hello #small\",\"created_at\":\"2026-03-03T10:03:00Z\"}\n"));
  const auto ran = run({"replay", folder.path("posts.ndjson"), "--rules", folder.path("spring"), "--quiet"});
  EXPECT_EQ(ran.out.substr(0, ran.out.find("Took")),
            "3 posts: 1 decided, 2 skipped.\n"
            "  skipped 2: No rule is asked: it is not under the course's hashtag.\n"
            "  say-hello: fired 1\n");
}

TEST(ReplayAgainst, TheSameRulesInAnotherFolderMakeNoDifference) {
  const std::string course =
      "course:\n  name: Small\n  hashtags: [\"#small\"]\nrules:\n  - rule: say-hello\n    mode: auto\n    "
      "when: {says: hello}\n    then:\n      - reply: [one, two, three, four, five, six, seven]\n";
  Folder folder;
  folder.write("spring/course.yaml", course);
  folder.write("before/course.yaml", course);
  std::string posts;
  for (const char* id : {"1", "2", "3", "4", "5", "6"}) {
    posts += std::string("{\"id\":\"") + id + "\",\"network\":\"practice\",\"author\":{\"id\":\"" + id +
             "\",\"handle\":\"p" + id +
             "\",\"name\":\"P\"},\"text\":\"hello #small\",\"created_at\":" + "\"2026-03-03T10:0" + id +
             ":00Z\"}\n";
  }
  folder.write("posts.ndjson", posts);
  const auto ran = run({"replay", folder.path("posts.ndjson"), "--rules", folder.path("spring"), "--against",
                        folder.path("before"), "--quiet"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(ran.out.substr(0, ran.out.find("Took")),
            "No difference to the old rules.\n6 posts: 6 decided, 0 skipped.\n  say-hello: fired 6\n");
  const auto one = run({"replay", folder.path("posts.ndjson"), "--rules", folder.path("spring"), "--quiet"});
  EXPECT_EQ(one.out.substr(0, one.out.find("Took")),
            "6 posts: 6 decided, 0 skipped.\n  say-hello: fired 6\n");
}

}  // namespace
