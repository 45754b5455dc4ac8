// What the bot hears on Bluesky where it follows a Jetstream.
#include <algorithm>

#include "tests/networks/jetstream_world.hpp"

namespace network_tests {
namespace {

using fakes::BlueskyFault;
using Lines = std::vector<std::string>;
using namespace std::chrono_literals;

TEST_F(FollowingAJetstream, posts_under_the_hashtag_are_heard_at_once_and_searched_no_more) {
  Heard heard;
  const auto network = follow(heard);
  const int searched = server.calls(searching);
  say(ben, {.text = "Nothing of ours"});
  const auto hello = say(ana, {.text = "Hello #FlockCourse"});
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  say(ben, {.text = "I agree", .reply_to = hello});  // in a thread that is followed
  ASSERT_TRUE(heard.wait_for(2)) << all_of(heard);
  EXPECT_EQ(heard.lines(), (Lines{"created Hello #FlockCourse", "created I agree"}));
  const auto post = heard.events()[0].post;
  EXPECT_EQ(post.id, hello);
  EXPECT_EQ(post.author.id, ana);
  EXPECT_EQ(post.author.handle, "ana.test");
  EXPECT_EQ(post.url, "https://bsky.app/profile/did:plc:ana/post/" + hello.substr(hello.rfind('/') + 1));
  EXPECT_EQ(heard.events()[0].cursor, "2026-03-03T18:00:00Z");
  EXPECT_EQ(server.calls(searching), searched);
  EXPECT_EQ(troubles(), Lines{});
  const auto asked = stream.requests().at(0);
  EXPECT_EQ(asked.field("wantedCollections"), "app.bsky.feed.post");
}

TEST_F(FollowingAJetstream, a_hashtag_counts_where_it_is_marked_and_where_it_is_only_typed) {
  Heard heard;
  const auto network = follow(heard);
  const nlohmann::json range{{"byteStart", 0}, {"byteEnd", 6}};
  say(ana, {.text = "#other and #flockcourse",
            .more = {{"facets", {{{"index", range}, {"features", {{{"tag", "other"}}}}}}}}});
  say(ana, {.text = "Outside the text", .more = {{"tags", {"flockcourse"}}}});
  say(ana, {.text = "#flockcourses is another one"});
  say(ana, {.text = "The end #flockcourse"});
  ASSERT_TRUE(heard.wait_for(3)) << all_of(heard);
  EXPECT_EQ(heard.lines(), (Lines{"created #other and #flockcourse", "created Outside the text",
                                  "created The end #flockcourse"}));
}

TEST_F(FollowingAJetstream, what_is_addressed_to_the_bot_is_heard_after_what_it_answers) {
  Heard heard;
  const auto network = follow(heard);
  const auto topic = say(ana, {.text = "Peer feedback"}, false);
  later();
  say(ben, {.text = "@flockmate.test why?", .reply_to = topic, .mentions = bot});
  ASSERT_TRUE(heard.wait_for(2)) << all_of(heard);
  EXPECT_EQ(heard.lines(), (Lines{"created Peer feedback", "created @flockmate.test why?"}));
}

TEST_F(FollowingAJetstream, authors_are_known_by_their_profile_and_a_new_one_is_read_after_a_change) {
  server.describe(ben, "No thanks #nobot");
  Heard heard;
  const auto network = follow(heard);
  say(ana, {.text = "One #flockcourse"});
  say(ben, {.text = "Two #flockcourse"});
  ASSERT_TRUE(heard.wait_for(2)) << all_of(heard);
  EXPECT_FALSE(heard.events()[0].post.author.wants_no_bots);
  EXPECT_TRUE(heard.events()[1].post.author.wants_no_bots);
  server.rename(ana, "ana.example");
  server.describe(ana, "#nobot");
  stream.identity(ana);
  say(ana, {.text = "Three #flockcourse"});
  ASSERT_TRUE(heard.wait_for(3)) << all_of(heard);
  EXPECT_EQ(heard.events()[2].post.author.handle, "ana.example");
  EXPECT_TRUE(heard.events()[2].post.author.wants_no_bots);
}

TEST_F(FollowingAJetstream, whose_profile_is_not_there_yet_is_heard_when_it_is) {
  Heard heard;
  const auto network = follow(heard);
  server.hide_profile(ana, true);
  say(ana, {.text = "One #flockcourse"});
  say(ben, {.text = "Two #flockcourse"});
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  server.hide_profile(ana, false);
  ASSERT_TRUE(heard.wait_for(2)) << all_of(heard);
  Lines lines = heard.lines();
  std::sort(lines.begin(), lines.end());
  EXPECT_EQ(lines, (Lines{"created One #flockcourse", "created Two #flockcourse"}));
}

TEST_F(FollowingAJetstream, without_the_profile_nothing_is_passed_on_and_nothing_is_lost) {
  Heard heard;
  const auto network = follow(heard);
  const auto broken = BlueskyFault::answer(502, "UpstreamFailure");
  server.next("app.bsky.actor.getProfiles", {broken, broken, broken});
  say(ana, {.text = "One #flockcourse"});
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  EXPECT_EQ(heard.lines(), Lines{"created One #flockcourse"});
  EXPECT_EQ(troubles(), Lines{"Bluesky: Bluesky answered 502 to app.bsky.actor.getProfiles."});
}

TEST_F(FollowingAJetstream, edits_are_heard_when_the_network_shows_them) {
  Heard heard;
  const auto network = follow(heard);
  const auto hello = say(ana, {.text = "Helo #flockcourse"});
  const auto other = say(ben, {.text = "No tag yet"});
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  later();
  server.edit(hello, "Hello #flockcourse");
  tell("update", hello);
  server.edit(other, "A tag now #flockcourse");
  tell("update", other);
  ASSERT_TRUE(heard.wait_for(3)) << all_of(heard);
  Lines lines = heard.lines();
  std::sort(lines.begin(), lines.end());
  EXPECT_EQ(lines, (Lines{"created A tag now #flockcourse", "created Helo #flockcourse",
                          "edited Hello #flockcourse"}));
}

TEST_F(FollowingAJetstream, deletions_are_heard_also_when_they_follow_at_once) {
  Heard heard;
  const auto network = follow(heard);
  const auto hello = say(ana, {.text = "Hello #flockcourse"});
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  server.remove(hello);
  tell("delete", hello);
  ASSERT_TRUE(heard.wait_for(2)) << all_of(heard);
  EXPECT_EQ(heard.lines(), (Lines{"created Hello #flockcourse", "deleted " + hello}));
  for (int round = 0; round < 20; ++round) {
    const auto slip = say(ana, {.text = "A slip #flockcourse"});
    server.remove(slip);
    tell("delete", slip);
  }
  say(ben, {.text = "The end #flockcourse"});
  for (int waited = 0; waited < 20'000 && heard.lines().back() != "created The end #flockcourse"; ++waited) {
    std::this_thread::sleep_for(1ms);
  }
  let_it_look(0);
  int standing = 0;
  for (const std::string& line : heard.lines()) standing += line.starts_with("created A slip") ? 1 : 0;
  for (const std::string& line : heard.lines())
    standing -= line.starts_with("deleted") && line != "deleted " + hello;
  EXPECT_EQ(standing, 0) << all_of(heard);
}

// The trap: after a break the server tells again what came before it, also versions that stand no more.
TEST_F(FollowingAJetstream, nasty_08_what_is_told_again_is_heard_once_and_old_versions_never) {
  Heard heard;
  const auto network = follow(heard);
  const auto hello = say(ana, {.text = "Helo #flockcourse"});
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  server.edit(hello, "Hello #flockcourse");
  tell("update", hello);
  ASSERT_TRUE(heard.wait_for(2)) << all_of(heard);
  const auto gone = say(ben, {.text = "Gone #flockcourse"});
  ASSERT_TRUE(heard.wait_for(3)) << all_of(heard);
  server.remove(gone);
  tell("delete", gone);
  ASSERT_TRUE(heard.wait_for(4)) << all_of(heard);
  ASSERT_TRUE(stream.cut_until_followed_again());  // five seconds come again
  for (std::size_t message = 0; message < 4; ++message) stream.tell_again(message);
  say(ana, {.text = "Next #flockcourse"});
  ASSERT_TRUE(heard.wait_for(5)) << all_of(heard);
  EXPECT_EQ(heard.lines(),
            (Lines{"created Helo #flockcourse", "edited Hello #flockcourse", "created Gone #flockcourse",
                   "deleted " + gone, "created Next #flockcourse"}));
}

}  // namespace
}  // namespace network_tests
