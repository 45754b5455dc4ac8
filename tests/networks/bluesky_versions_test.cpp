// Edits and deletions, of which Bluesky tells nobody.
#include "tests/networks/bluesky_ear.hpp"

namespace {

using network_tests::BlueskyListening;
using network_tests::Heard;
using Lines = std::vector<std::string>;

TEST_F(BlueskyListening, an_edit_has_a_new_content_id_and_is_heard_as_a_version) {
  const auto hello = server.post(ana, {.text = "Helo #flockcourse"});
  Heard heard;
  auto network = listen(heard);
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  later();
  server.edit(hello, "Hello #flockcourse");
  ASSERT_TRUE(heard.wait_for(2)) << all_of(heard);
  later();
  server.edit(hello, "Hello without the tag");  // no search finds it any more
  ASSERT_TRUE(heard.wait_for(3)) << all_of(heard);
  const auto events = heard.events();
  EXPECT_EQ(heard.lines(), (Lines{"created Helo #flockcourse", "edited Hello #flockcourse",
                                  "edited Hello without the tag"}));
  EXPECT_EQ(events[1].post.version, 1);
  EXPECT_EQ(events[2].post.version, 2);
  EXPECT_EQ(base::to_rfc3339(*events[1].post.edited_at), "2026-03-03T18:00:01Z");
}

TEST_F(BlueskyListening, edits_made_while_it_was_away_are_versions_too) {
  const auto hello = server.post(ana, {.text = "Helo #flockcourse"});
  Heard before;
  auto network = listen(before);
  ASSERT_TRUE(before.wait_for(1)) << all_of(before);
  network.reset();
  server.edit(hello, "Hello #flockcourse");
  Heard after;
  network = listen(after, before.events()[0].cursor);
  ASSERT_TRUE(after.wait_for(1)) << all_of(after);
  EXPECT_EQ(after.lines(), Lines{"edited Hello #flockcourse"});
  EXPECT_EQ(after.events()[0].post.version, 1);
}

TEST_F(BlueskyListening, deletions_are_found_and_told_once) {
  const auto hello = server.post(ana, {.text = "Hello #flockcourse"});
  Heard heard;
  const auto network = listen(heard);
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  server.remove(hello);
  ASSERT_TRUE(heard.wait_for(2)) << all_of(heard);
  let_it_look();
  EXPECT_EQ(heard.lines(), (Lines{"created Hello #flockcourse", "deleted " + hello}));
}

TEST_F(BlueskyListening, deletions_while_it_was_away_are_found) {
  const auto hello = server.post(ana, {.text = "Hello #flockcourse"});
  Heard before;
  auto network = listen(before);
  ASSERT_TRUE(before.wait_for(1)) << all_of(before);
  network.reset();
  server.remove(hello);
  Heard after;
  network = listen(after, before.events()[0].cursor);
  ASSERT_TRUE(after.wait_for(1)) << all_of(after);
  EXPECT_EQ(after.lines(), Lines{"deleted " + hello});
}

TEST_F(BlueskyListening, who_blocks_the_bot_has_deleted_nothing) {
  server.post(ana, {.text = "Hello #flockcourse"});
  Heard heard;
  const auto network = listen(heard);
  ASSERT_TRUE(heard.wait_for(1)) << all_of(heard);
  server.block(ana);
  let_it_look(6);
  EXPECT_EQ(heard.lines(), Lines{"created Hello #flockcourse"});
}

}  // namespace
