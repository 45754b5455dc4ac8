// A Jetstream that breaks, falls silent, lies about the time, or is none.
#include "tests/networks/jetstream_world.hpp"

namespace network_tests {
namespace {

using fakes::JetstreamServer;
using networks::BlueskyOptions;
using Lines = std::vector<std::string>;
using namespace std::chrono_literals;

TEST_F(FollowingAJetstream, nasty_06_after_a_break_it_goes_on_where_it_was_and_searches_the_gap) {
  Heard heard;
  const auto network = follow(heard);
  say(ana, {.text = "One #flockcourse"});
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  later(20s);
  stream.refuse(503);
  stream.cut();
  ASSERT_TRUE(stream.wait_for_followers(0));
  const auto lost = say(ana, {.text = "Told to nobody #flockcourse"}, false);
  say(ana, {.text = "Told later #flockcourse"});
  server.hide_from_search(lost, false);
  stream.refuse(0);
  ASSERT_TRUE(heard.wait_for(3)) << all_of(heard);
  Lines lines = heard.lines();
  std::sort(lines.begin(), lines.end());
  EXPECT_EQ(lines, (Lines{"created One #flockcourse", "created Told later #flockcourse",
                          "created Told to nobody #flockcourse"}));
  EXPECT_EQ(cursor_of(0), "1772560795000000");                             // five seconds before the start
  EXPECT_EQ(cursor_of(stream.requests().size() - 1), "1772560795000000");  // and before the last post
}

// nasty_09 of networks.md, part by part.
TEST_F(FollowingAJetstream, nasty_09_numbers_of_the_second_generation_are_used_where_they_were_given) {
  JetstreamServer first(clock, 500);
  JetstreamServer second(clock, 9'000'000);
  Heard heard;
  const auto network = listen(heard, "", how({first.address(), second.address()}));
  ASSERT_TRUE(first.wait_for_followers(1));
  const auto one = say(ana, {.text = "One #flockcourse"}, false);
  first.commit("create", one, *server.record(one), server.cid(one));
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  ASSERT_TRUE(first.cut_until_followed_again());
  EXPECT_EQ(first.requests().at(0).field("cursor"), "1772560795000000");
  EXPECT_EQ(first.requests().at(1).field("cursor"), "500");
  later(2s);
  first.refuse(503);
  first.cut();
  ASSERT_TRUE(second.wait_for_followers(1));
  EXPECT_EQ(second.requests().at(0).field("cursor"), "1772560795000000");  // its own numbers are others
  const auto two = say(ana, {.text = "Two #flockcourse"}, false);
  second.commit("create", two, *server.record(two), server.cid(two));
  ASSERT_TRUE(heard.wait_for(2)) << all_of(heard);
  EXPECT_EQ(heard.lines(), (Lines{"created One #flockcourse", "created Two #flockcourse"}));
}

TEST_F(FollowingAJetstream, nasty_09_a_cursor_is_never_in_the_future_nor_a_day_old) {
  Heard heard;
  const auto network = follow(heard);
  stream.tell(R"({"did":"did:plc:x","kind":"identity","time_us":4102444800000000})");  // 2100
  let_it_look(0);
  std::this_thread::sleep_for(50ms);
  ASSERT_TRUE(stream.cut_until_followed_again());
  EXPECT_EQ(cursor_of(1), "1772560795000000");
  later();
  make_it_tell(stream);
  std::this_thread::sleep_for(50ms);
  stream.refuse(503);
  stream.cut();
  ASSERT_TRUE(stream.wait_for_followers(0));
  later(std::chrono::hours{30});
  const std::size_t before = stream.requests().size();
  stream.refuse(0);
  ASSERT_TRUE(stream.wait_for_followers(1));
  EXPECT_EQ(cursor_of(before), "1772668196000000");
}

TEST_F(FollowingAJetstream, nasty_17_a_post_from_the_future_makes_nobody_deaf) {
  Heard heard;
  const auto network = follow(heard);
  stream.tell(
      R"({"did":"did:plc:ana","time_us":4102444800000000,"kind":"commit","commit":{"rev":"3x","operation":"create",)"
      R"("collection":"app.bsky.feed.post","rkey":"3x","cid":"bafyx","record":{"$type":"app.bsky.feed.post",)"
      R"("text":"In 2100 #flockcourse","createdAt":"2100-01-01T00:00:00Z"}}})");
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  EXPECT_EQ(heard.events()[0].post.created_at, clock.now());
  EXPECT_EQ(heard.events()[0].cursor, "2026-03-03T18:00:00Z");
  stream.refuse(503);
  stream.cut();
  ASSERT_TRUE(stream.wait_for_followers(0));
  server.post(ben, {.text = "Today #flockcourse"});
  ASSERT_TRUE(heard.wait_for(2)) << all_of(heard);
}

TEST_F(FollowingAJetstream, nasty_09_a_silent_clamp_loses_nothing_that_can_be_searched) {
  Heard heard;
  const auto network = follow(heard);
  stream.refuse(503);
  stream.cut();
  ASSERT_TRUE(stream.wait_for_followers(0));
  const auto lost = say(ana, {.text = "In the gap #flockcourse"}, false);
  later(std::chrono::hours{40});  // further than any server looks back
  server.hide_from_search(lost, false);
  stream.refuse(0);
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  EXPECT_EQ(heard.lines(), Lines{"created In the gap #flockcourse"});
}

TEST_F(FollowingAJetstream, nasty_05_a_connection_that_lives_and_tells_nothing_is_made_anew) {
  BlueskyOptions quick = how({stream.address()});
  quick.listening.jetstream.silence = 200ms;
  Heard heard;
  const auto network = listen(heard, "", quick);
  ASSERT_TRUE(stream.wait_for_followers(1));
  stream.fall_silent(true);
  for (int waited = 0; waited < 20'000 && stream.requests().size() < 3; ++waited)
    std::this_thread::sleep_for(1ms);
  EXPECT_GE(stream.requests().size(), 3U);
  say(ana, {.text = "While it was silent #flockcourse"});
  stream.fall_silent(false);
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  EXPECT_EQ(troubles(), Lines{});
}

TEST_F(FollowingAJetstream, while_none_can_be_followed_the_hashtags_are_searched_and_that_is_told_once) {
  stream.refuse(403);
  Heard heard;
  const auto network = listen(heard, "", how({stream.address()}));
  server.post(ana, {.text = "One #flockcourse"});
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  let_it_look(20);
  server.post(ana, {.text = "Two #flockcourse"});
  ASSERT_TRUE(heard.wait_for(2)) << all_of(heard);
  for (int waited = 0; waited < 20'000 && stream.requests().size() < 3; ++waited) {
    std::this_thread::sleep_for(1ms);
  }
  EXPECT_FALSE(network->away_since());
  EXPECT_EQ(troubles(),
            Lines{"Bluesky: localhost does not let its Jetstream be followed (HTTP 403). Until the "
                  "Jetstream is back the hashtags are searched."});
}

TEST_F(FollowingAJetstream, a_message_that_is_too_long_is_left_behind) {
  Heard heard;
  const auto network = follow(heard);
  later();
  say(ana, {.text = "One #flockcourse"});
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  stream.tell(std::string((std::size_t{1} << 20U) + 1, 'x'));
  for (int waited = 0; waited < 20'000 && stream.requests().size() < 4; ++waited)
    std::this_thread::sleep_for(1ms);
  EXPECT_EQ(cursor_of(3), "");  // from now on
  ASSERT_TRUE(stream.wait_for_followers(1));
  std::this_thread::sleep_for(50ms);
  say(ana, {.text = "Two #flockcourse"});
  ASSERT_TRUE(heard.wait_for(2)) << all_of(heard);
  EXPECT_EQ(heard.lines(), (Lines{"created One #flockcourse", "created Two #flockcourse"}));
}

TEST_F(FollowingAJetstream, nonsense_is_passed_over) {
  Heard heard;
  const auto network = follow(heard);
  for (const char* text : {"", "{", "[]", R"({"time_us":1})", R"({"time_us":1772560800000000,"kind":{}})",
                           R"({"time_us":1772560800000000,"kind":"commit","did":7,"commit":[]})"}) {
    stream.tell(text);
  }
  say(ana, {.text = "One #flockcourse"});
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  EXPECT_EQ(stream.requests().size(), 1U);
}

TEST_F(FollowingAJetstream, a_server_that_is_no_jetstream_is_never_relied_upon) {
  Heard heard;
  const auto network = listen(heard, "", how({stream.address()}));
  ASSERT_TRUE(stream.wait_for_followers(1));
  stream.tell("hello");
  let_it_look(5);
  server.post(ana, {.text = "One #flockcourse"});
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
}

TEST_F(FollowingAJetstream, hashtags_of_a_reload_are_searched_and_followed) {
  std::mutex guard;
  Lines hashtags{"flockcourse"};
  BlueskyOptions changing = how({stream.address()});
  changing.listening.hashtags = [&] {
    const std::lock_guard lock(guard);
    return hashtags;
  };
  Heard heard;
  const auto network = follow(heard, changing);
  server.post(ana, {.text = "Before #newcourse"});
  {
    const std::lock_guard lock(guard);
    hashtags = {"newcourse"};
  }
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  say(ana, {.text = "After #newcourse"});
  ASSERT_TRUE(heard.wait_for(2)) << all_of(heard);
  EXPECT_EQ(heard.lines(), (Lines{"created Before #newcourse", "created After #newcourse"}));
}

TEST_F(FollowingAJetstream, the_bots_own_posts_are_none_of_its_business) {
  Heard heard;
  const auto network = follow(heard);
  say(bot, {.text = "Good morning #flockcourse"});
  say(ana, {.text = "One #flockcourse"});
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  EXPECT_EQ(heard.lines(), Lines{"created One #flockcourse"});
}

TEST_F(FollowingAJetstream, it_stops_at_once) {
  Heard heard;
  auto network = follow(heard);
  const auto begun = std::chrono::steady_clock::now();
  network->stop_listening();
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
  EXPECT_TRUE(stream.wait_for_followers(0));
}

}  // namespace
}  // namespace network_tests
