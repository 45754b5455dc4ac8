// What the room keeps over a restart, and what a listener hears.
#include <gtest/gtest.h>

#include "tests/networks/practice_room.hpp"

namespace network_tests {
namespace {

TEST_F(PracticeNetworkTest, everything_is_there_after_a_restart) {
  const Post post = say("ana", "Hello #flockcourse");
  EXPECT_TRUE(room_->edit(post.id, "Hello again #flockcourse"));
  const auto said = room_->publish(reply("k1", post));
  const Post gone = say("eve", "a secret");
  EXPECT_TRUE(room_->remove(gone.id));
  open();
  EXPECT_EQ(ids(room_->timeline(9)), (std::vector<std::string>{said->id, post.id}));
  EXPECT_EQ(room_->find(post.id)->text, "Hello again #flockcourse");
  EXPECT_EQ(room_->find(post.id)->version, 1);
  EXPECT_EQ(room_->publish(reply("k1", post))->id, said->id);
  EXPECT_EQ(room_->find(said->id)->thread, post.id);
  EXPECT_NE(say("eve", "new").id, gone.id) << "ids are never given twice";
}

TEST_F(PracticeNetworkTest, the_words_of_a_deleted_post_leave_the_file) {
  const Post post = say("ana", "a secret");
  EXPECT_NE(journal().find("a secret"), std::string::npos);
  EXPECT_TRUE(room_->remove(post.id));
  EXPECT_EQ(journal().find("a secret"), std::string::npos);
  EXPECT_NE(journal().find("deleted"), std::string::npos);
}

TEST_F(PracticeNetworkTest, a_line_cut_short_by_a_crash_is_dropped) {
  const Post post = say("ana", "Hello");
  std::ofstream(folder_.path() / "practice" / "timeline.ndjson", std::ios::app)
      << R"({"number":2,"event":"crea)";
  open();
  EXPECT_EQ(ids(room_->timeline(9)), std::vector<std::string>{post.id});
  const Post next = say("ana", "Still here");
  open();
  EXPECT_EQ(ids(room_->timeline(9)), (std::vector<std::string>{next.id, post.id}));
}

TEST_F(PracticeNetworkTest, a_file_damaged_in_the_middle_is_left_alone) {
  say("ana", "Hello");
  room_.reset();
  const auto file = folder_.path() / "practice" / "timeline.ndjson";
  const std::string before = "nonsense\n" + journal();
  std::ofstream(file, std::ios::trunc) << before;
  const auto opened = PracticeNetwork::open(folder_.path() / "practice", "flockmate", clock_);
  EXPECT_EQ(opened.error().message,
            file.string() +
                " is damaged in line 1: it is not an event of the practice network. Move the "
                "file away to start with an empty practice room. Nothing was changed.");
  EXPECT_EQ(journal(), before);
}

TEST_F(PracticeNetworkTest, a_listener_hears_the_last_day_and_then_what_comes) {
  say("ana", "long ago");
  clock_.advance(std::chrono::hours{25});
  const Post recent = say("ana", "this morning");
  Ear ear;
  ASSERT_TRUE(room_->listen("", ear.sink()));
  ASSERT_EQ(ear.wait_for(1).size(), 1U);
  EXPECT_EQ(ear.wait_for(1)[0].post.id, recent.id);
  EXPECT_TRUE(room_->edit(recent.id, "this evening"));
  EXPECT_TRUE(room_->publish(reply("k1", recent)));
  ASSERT_EQ(ear.wait_for(3).size(), 3U);
  EXPECT_TRUE(room_->remove(recent.id));
  const auto heard = ear.wait_for(4);
  ASSERT_EQ(heard.size(), 4U);
  EXPECT_EQ(heard[1].kind, PostEvent::Kind::edited);
  EXPECT_EQ(heard[1].post.text, "this evening");
  EXPECT_EQ(heard[2].post.author.id, "bot");
  EXPECT_EQ(heard[3].kind, PostEvent::Kind::deleted);
  EXPECT_EQ(heard[3].post.id, recent.id);
}

TEST_F(PracticeNetworkTest, what_was_deleted_before_it_was_heard_comes_as_a_deletion_only) {
  const Post gone = say("ana", "never mind");
  EXPECT_TRUE(room_->edit(gone.id, "really, never mind"));
  const Post stays = say("ana", "hello");
  EXPECT_TRUE(room_->remove(gone.id));
  Ear ear;
  ASSERT_TRUE(room_->listen("0", ear.sink()));
  const auto heard = ear.wait_for(2);
  ASSERT_EQ(heard.size(), 2U);
  EXPECT_EQ(heard[0].post.id, stays.id);
  EXPECT_EQ(heard[1].kind, PostEvent::Kind::deleted);
  EXPECT_EQ(heard[1].post.id, gone.id);
}

TEST_F(PracticeNetworkTest, listening_goes_on_after_the_cursor) {
  for (int i = 0; i < 4; ++i) say("ana", "post " + std::to_string(i));
  Ear first;
  first.stop_after(2);
  ASSERT_TRUE(room_->listen("", first.sink()));
  const auto heard = first.wait_for(2);
  ASSERT_EQ(heard.size(), 2U);
  room_->stop_listening();
  open();
  Ear second;
  ASSERT_TRUE(room_->listen(heard.back().cursor, second.sink()));
  const auto rest = second.wait_for(2);
  ASSERT_EQ(rest.size(), 2U);
  EXPECT_EQ(rest[0].post.text, "post 2");
  EXPECT_EQ(rest[1].post.text, "post 3");
}

TEST_F(PracticeNetworkTest, after_stop_listening_nothing_is_delivered) {
  Ear ear;
  ASSERT_TRUE(room_->listen("", ear.sink()));
  say("ana", "heard");
  EXPECT_EQ(ear.wait_for(1).size(), 1U);
  room_->stop_listening();
  say("ana", "not heard");
  EXPECT_EQ(ear.wait_for(0).size(), 1U);
}

TEST(PracticeNetworkOpen, a_folder_that_cannot_be_made_gets_a_sentence) {
  const fakes::FixedClock clock;
  const auto opened = PracticeNetwork::open("/proc/flockmate/practice", "flockmate", clock);
  EXPECT_EQ(opened.error().message,
            "The practice room cannot write /proc/flockmate/practice/timeline.ndjson (No such file or "
            "directory). Make "
            "sure that the disk is not full and that the folder belongs to the user who runs flockmate. "
            "Nothing was "
            "lost, only this post was not taken.");
}

}  // namespace
}  // namespace network_tests
