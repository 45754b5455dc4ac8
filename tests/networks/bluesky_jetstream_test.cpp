// What the bot hears on Bluesky where it follows a Jetstream.
#include "tests/fakes/jetstream_server.hpp"
#include "tests/networks/bluesky_ear.hpp"

namespace {

using fakes::BlueskyFault;
using fakes::JetstreamServer;
using network_tests::BlueskyListening;
using network_tests::Heard;
using network_tests::searching;
using networks::BlueskyNetwork;
using networks::BlueskyOptions;
using Lines = std::vector<std::string>;
using namespace std::chrono_literals;

class FollowingAJetstream : public BlueskyListening {
 protected:
  BlueskyOptions how(const std::vector<std::string>& servers) {
    BlueskyOptions how = options();
    how.listening.jetstream.servers = servers;
    how.listening.jetstream.first_retry = 20ms;
    how.listening.jetstream.longest_retry = 40ms;
    how.listening.jetstream.silence = 10s;
    return how;
  }
  // Listens, follows, and has searched for what was before.
  std::unique_ptr<BlueskyNetwork> follow(Heard& heard) { return follow(heard, how({stream.address()})); }
  std::unique_ptr<BlueskyNetwork> follow(Heard& heard, const BlueskyOptions& options) {
    auto network = listen(heard, "", options);
    EXPECT_TRUE(stream.wait_for_followers(1));
    make_it_tell(stream);
    settle();
    return network;
  }
  // Something of no interest, so that the bot knows that the stream tells something.
  static void make_it_tell(JetstreamServer& server) { server.identity("did:plc:nobody"); }
  // Until the hashtags are searched no more.
  void settle() {
    for (int calls = -1, waited = 0; waited < 20'000 && calls != server.calls(searching); ++waited) {
      calls = server.calls(searching);
      std::this_thread::sleep_for(60ms);
    }
  }
  // The searches show what is said from now on only when told to.
  std::string say(const std::string& who, const fakes::BlueskyDraft& draft, bool streamed = true) {
    const std::string uri = server.post(who, draft);
    server.hide_from_search(uri, true);
    if (streamed) tell("create", uri);
    return uri;
  }
  void tell(const std::string& operation, const std::string& uri) {
    stream.commit(operation, uri, server.record(uri).value_or(nullptr), server.cid(uri));
  }
  std::string cursor_of(std::size_t connection) const {
    const auto requests = stream.requests();
    return connection < requests.size() ? requests[connection].field("cursor") : "not asked";
  }
  JetstreamServer stream{clock};
};

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
  EXPECT_EQ(heard.lines(), (Lines{"created Two #flockcourse", "created One #flockcourse"}));
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
TEST_F(FollowingAJetstream, nasty_8_what_is_told_again_is_heard_once_and_old_versions_never) {
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

TEST_F(FollowingAJetstream, nasty_6_after_a_break_it_goes_on_where_it_was_and_searches_the_gap) {
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
TEST_F(FollowingAJetstream, nasty_9_numbers_of_the_second_generation_are_used_where_they_were_given) {
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

TEST_F(FollowingAJetstream, nasty_9_a_cursor_is_never_in_the_future_nor_a_day_old) {
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

TEST_F(FollowingAJetstream, a_post_from_the_future_makes_nobody_deaf) {
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

TEST_F(FollowingAJetstream, nasty_9_a_silent_clamp_loses_nothing_that_can_be_searched) {
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

TEST_F(FollowingAJetstream, nasty_5_a_connection_that_lives_and_tells_nothing_is_made_anew) {
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
