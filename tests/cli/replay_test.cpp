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

// Mastodon tells its own people without their server.
TEST(Replay, KnowsFacilitatorsOfTheBotsOwnServerByTheSettings) {
  Folder folder;
  folder.write(
      "spring/course.yaml",
      "course:\n  name: Small\n  hashtags: [\"#small\"]\n  facilitators:\n    - name: Dana\n      "
      "mastodon: \"@dana@social.example\"\nrules:\n  - rule: said-by-us\n    mode: shadow\n    when: {says: "
      "hello, from: facilitator}\n    then:\n      - reply: Hi\n");
  folder.write(
      "posts.json",
      R"([{"id": "1", "created_at": "2026-03-03T11:00:00.000Z", "visibility": "public", "language": "en",
                   "content": "<p>hello</p>", "account": {"id": "9", "acct": "dana", "display_name": "Dana"},
                   "tags": [{"name": "small"}], "reblog": null}])");
  for (const auto& [server, fired] :
       {std::pair("social.example", "fired 1"), {"other.example", "never fired, nearly fired 1"}}) {
    folder.write("flockmate.yaml", "cohorts: [spring]\nnetworks:\n  mastodon:\n    server: https://" +
                                       std::string(server) +
                                       "\n    handle: \"@flockmate\"\n    credential: m\n");
    const auto ran =
        run({"replay", folder.path("posts.json"), "--config", folder.path("flockmate.yaml"), "--quiet"});
    EXPECT_EQ(ran.out.substr(0, ran.out.find("Took")),
              "1 post: 1 decided, 0 skipped.\n  said-by-us: " + std::string(fired) + "\n")
        << server << ran.err;
  }
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

// A course with a rule more than before, one less, and one that says something else.
void write_two_courses(const Folder& folder) {
  const std::string course =
      "course:\n  name: Small\n  hashtags: [\"#small\"]\n  languages: [en]\n  contact: \"@dana\"\nrules:\n";
  const auto rule = [](const std::string& word, const std::string& reply) {
    return "  - rule: say-" + word + "\n    mode: auto\n    when: {says: " + word +
           "}\n    then:\n      - reply: \"" + reply + "\"\n";
  };
  folder.write("before/course.yaml", course + rule("hello", "Good day?") + rule("bye", "See you!"));
  folder.write("spring/course.yaml",
               course + rule("hello", "Good day!") + rule("thanks", "You are welcome!"));
}

// What is told of three posts of one person: hello, thanks, bye.
std::string three_differences(const std::string& id, const std::string& handle) {
  return "Against the old rules:\n" + id + "1 said differently\n    " + handle +
         ": \"hello #small\"\n  - reply Good day?\n  + reply Good day!\n" + id + "2 newly said\n    " +
         handle + ": \"thanks #small\"\n  + reply You are welcome!\n" + id + "3 no longer said\n    " +
         handle +
         ": \"bye #small\"\n  - reply See you!\n3 posts: 3 decided, 0 skipped.\n"
         "  say-hello: fired 1\n  say-thanks: fired 1\n";
}

struct Foreign {
  const char* name;
  std::string (*archive)(const std::string& number, const std::string& text);  // of one post
  const char* begin;
  const char* between;
  const char* end;
  const char* id;  // what stands before the number
  const char* handle;
};

const std::vector<Foreign> foreign{
    {"mastodon",
     [](const std::string& number, const std::string& text) {
       return R"({"id": ")" + number + R"(", "created_at": "2026-03-03T1)" + number +
              R"(:00:00.000Z", "visibility": "public", "language": "en", "content": "<p>)" + text +
              R"(</p>", "account": {"id": "9", "acct": "ana", "display_name": "Ana"},
                 "tags": [{"name": "small"}], "reblog": null})";
     },
     "[", ",", "]", "", "ana"},
    {"bluesky",
     [](const std::string& number, const std::string& text) {
       return R"({"uri": "at://did:plc:ana/app.bsky.feed.post/)" + number +
              R"(", "author": {"did": "did:plc:ana", "handle": "ana.example", "displayName": "Ana"},
                  "record": {"$type": "app.bsky.feed.post", "text": ")" +
              text + R"(", "createdAt": "2026-03-03T1)" + number + R"(:00:00Z", "langs": ["en"]}})";
     },
     R"({"posts": [)", ",", "]}", "at://did:plc:ana/app.bsky.feed.post/", "ana.example"},
    {"x",
     [](const std::string& number, const std::string& text) {
       return R"({"id": ")" + number + R"(", "author_id": "9", "created_at": "2026-03-03T1)" + number +
              R"(:00:00.000Z", "text": ")" + text + R"(", "lang": "en"})";
     },
     R"({"data": [)", ",", R"(], "includes": {"users": [{"id": "9", "username": "ana", "name": "Ana"}]}})",
     "", "ana"},
    {"tags",
     [](const std::string& number, const std::string& text) {
       return number + ",ana," + text + ",,03/03/2026 1" + number + ":00:00,en,,9,http://x/" + number;
     },
     "id_str,from_user,text,created_at,time,user_lang,in_reply_to_status_id_str,from_user_id_str,status_"
     "url\n",
     "\n", "\n", "", "ana"},
};

class ReplayAgainstOldRules : public testing::TestWithParam<Foreign> {};

TEST_P(ReplayAgainstOldRules, TellsTheDifferenceOfEveryFormat) {
  const Foreign& format = GetParam();
  Folder folder;
  write_two_courses(folder);
  folder.write("posts", format.begin + format.archive("1", "hello #small") + format.between +
                            format.archive("2", "thanks #small") + format.between +
                            format.archive("3", "bye #small") + format.end);
  for (const char* from : {"auto", format.name}) {
    const auto ran = run({"replay", folder.path("posts"), "--from", from, "--rules", folder.path("spring"),
                          "--against", folder.path("before"), "--quiet", "--consent", "hashtag"});
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    EXPECT_EQ(ran.out.substr(0, ran.out.find("Took")), three_differences(format.id, format.handle));
  }
}

INSTANTIATE_TEST_SUITE_P(Replay, ReplayAgainstOldRules, testing::ValuesIn(foreign),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
