#include "networks/practice_network.hpp"

#include <gtest/gtest.h>

#include "tests/networks/practice_room.hpp"

namespace network_tests {
namespace {

using base::ErrorKind;

TEST_F(PracticeNetworkTest, a_post_is_read_as_on_any_network) {
  const Post post = say("@Ana", "Hello @flockmate and @ben, see https://example.org/a #FlockCourse");
  EXPECT_EQ(post.network, domain::NetworkKind::practice);
  EXPECT_EQ(post.author.id, "person-ana");
  EXPECT_EQ(post.author.handle, "Ana");
  EXPECT_EQ(post.author.name, "Ana");
  EXPECT_FALSE(post.author.bot);
  EXPECT_EQ(post.mentions, (std::vector<std::string>{"bot", "person-ben"}));
  EXPECT_EQ(post.tags, std::vector<std::string>{"FlockCourse"});
  EXPECT_EQ(post.links, std::vector<std::string>{"https://example.org/a"});
  EXPECT_EQ(post.thread, post.id);
  EXPECT_EQ(post.created_at, clock_.now());
  EXPECT_EQ(room_->find(post.id)->text, post.text);
  EXPECT_FALSE(room_->find("p99"));
}

TEST_F(PracticeNetworkTest, mentioning_the_bot_writes_its_handle_once) {
  const auto typed =
      room_->say({.handle = "ana", .name = "Ana", .text = "help", .mention_bot = true, .in_reply_to = ""});
  EXPECT_EQ(typed->text, "@flockmate help");
  EXPECT_EQ(typed->mentions, std::vector<std::string>{"bot"});
  const auto again = room_->say(
      {.handle = "ana", .name = "Ana", .text = "@Flockmate help", .mention_bot = true, .in_reply_to = ""});
  EXPECT_EQ(again->text, "@Flockmate help");
}

TEST_F(PracticeNetworkTest, the_same_person_in_any_spelling) {
  EXPECT_EQ(say("José", "one").author.id, say("@JOSE", "two").author.id);
  EXPECT_EQ(say("Ana María", "three").author.handle, "Ana_María");
}

struct Refused {
  const char* name;
  std::string handle;
  std::string text;
  std::string to;
  std::string message;
};

TEST_F(PracticeNetworkTest, what_cannot_be_posted_gets_a_sentence) {
  const Refused cases[] = {
      {"empty", "ana", " \n ", "", "There is nothing to post. Type something first."},
      {"10 MB", "ana", std::string(10U << 20U, 'a'), "",
       "That post is too long: 10240 KiB, and at most 64 KiB fit. Make it shorter."},
      {"invalid UTF-8", "ana", "caf\xe9", "",
       "That post is not readable text (UTF-8). Type or paste it again."},
      {"nobody", " @ ", "hello", "", "Who speaks? Type a name."},
      {"broken name", "\xff", "hello", "", "The name is not readable text (UTF-8). Type it again."},
      {"the bot's name", "@FlockMate", "hello", "", "That is the bot's own name. Choose another one."},
      {"long name", std::string(61, 'a'), "hello", "", "That name is too long. Use a shorter one."},
      {"gone parent", "ana", "hello", "p99", "That post is not there any more."},
  };
  for (const Refused& one : cases) {
    const auto said = room_->say(
        {.handle = one.handle, .name = "", .text = one.text, .mention_bot = false, .in_reply_to = one.to});
    ASSERT_FALSE(said.ok()) << one.name;
    EXPECT_EQ(said.error().message, one.message) << one.name;
  }
  EXPECT_TRUE(room_->timeline(9).empty());
  EXPECT_EQ(journal(), "");
}

TEST_F(PracticeNetworkTest, threads_hang_together_and_the_timeline_is_newest_first) {
  const Post root = say("ana", "Where are the slides?");
  const Post other = say("eve", "Hello");
  const Post answer = say("ben", "On the page", root.id);
  const Post thanks = say("ana", "Thanks!", answer.id);
  EXPECT_EQ(thanks.thread, root.id);
  EXPECT_EQ(ids(*room_->read_thread(answer)), (std::vector<std::string>{root.id, answer.id, thanks.id}));
  EXPECT_EQ(ids(room_->timeline(3)), (std::vector<std::string>{thanks.id, answer.id, other.id}));
  Post gone;
  gone.id = "p99";
  EXPECT_EQ(room_->read_thread(gone).error().message, "That post is not there any more.");
}

TEST_F(PracticeNetworkTest, the_bot_speaks_once_per_key) {
  const Post post = say("ana", "Hello #flockcourse");
  const auto first = room_->publish(reply("k1", post));
  ASSERT_TRUE(first.ok()) << first.error().message;
  EXPECT_EQ(room_->publish(reply("k1", post))->id, first->id);
  EXPECT_EQ(room_->timeline(9).size(), 2U);
  EXPECT_EQ((*room_->look_up(reply("k1", post)))->id, first->id);
  EXPECT_FALSE(*room_->look_up(reply("k2", post)));
  const Post said = *room_->find(first->id);
  EXPECT_EQ(said.author.id, "bot");
  EXPECT_EQ(said.author.handle, "flockmate");
  EXPECT_TRUE(said.author.bot);
  EXPECT_EQ(said.in_reply_to, post.id);
  EXPECT_EQ(said.thread, post.id);
  EXPECT_EQ(said.text, "Welcome!");
  EXPECT_EQ(said.language, "en");
}

TEST_F(PracticeNetworkTest, posts_and_boosts_of_the_bot) {
  const Post post = say("ana", "A question #flockcourse");
  ASSERT_TRUE(room_->publish(
      {.key = "a", .kind = Utterance::Kind::post, .text = "Week 3 starts", .language = "en", .to = {}}));
  ASSERT_TRUE(
      room_->publish({.key = "b", .kind = Utterance::Kind::boost, .text = "", .language = "", .to = post}));
  const auto timeline = room_->timeline(2);
  EXPECT_EQ(timeline[0].boost_of, post.id);
  EXPECT_EQ(timeline[0].text, post.text);
  EXPECT_EQ(timeline[1].text, "Week 3 starts");
  EXPECT_EQ(timeline[1].in_reply_to, "");
}

TEST_F(PracticeNetworkTest, a_reply_to_a_deleted_post_is_refused) {
  const Post post = say("ana", "Hello");
  ASSERT_TRUE(room_->remove(post.id));
  const auto published = room_->publish(reply("k1", post));
  EXPECT_EQ(published.error().kind, ErrorKind::refused);
  EXPECT_EQ(published.error().message, "That post is not there any more.");
  EXPECT_EQ(room_->publish(reply("k2", say("ana", "x"), std::string(70000, 'a'))).error().kind,
            ErrorKind::refused);
}

TEST_F(PracticeNetworkTest, the_bot_takes_back_only_its_own) {
  const Post post = say("ana", "Hello");
  const auto said = room_->publish(reply("k1", post));
  EXPECT_EQ(room_->withdraw(post.id).error().message, "Only what the bot said can be taken back.");
  EXPECT_TRUE(room_->withdraw(said->id));
  EXPECT_TRUE(room_->withdraw(said->id)) << "gone already is fine";
  EXPECT_FALSE(room_->find(said->id));
  EXPECT_EQ(room_->publish(reply("k1", post))->id, said->id) << "it is not said again";
  EXPECT_EQ(room_->timeline(9).size(), 1U);
}

TEST_F(PracticeNetworkTest, edits_deletions_and_boosts_by_people) {
  const Post post = say("ana", "Where are the sldes?");
  const auto edited = room_->edit(post.id, "Where are the slides? #flockcourse");
  EXPECT_EQ(edited->version, 1);
  EXPECT_EQ(edited->id, post.id);
  EXPECT_EQ(edited->edited_at, clock_.now());
  EXPECT_EQ(edited->tags, std::vector<std::string>{"flockcourse"});
  const auto boosted = room_->boost(post.id, "ben");
  EXPECT_EQ(boosted->boost_of, post.id);
  EXPECT_EQ(boosted->author.handle, "ben");
  EXPECT_EQ(room_->edit(boosted->id, "no").error().message, "Only what a person wrote can be edited here.");
  EXPECT_EQ(room_->edit("p99", "no").error().message, "That post is not there any more.");
  EXPECT_TRUE(room_->remove(post.id));
  EXPECT_EQ(room_->remove(post.id).error().message, "That post is not there any more.");
  EXPECT_EQ(room_->boost(post.id, "ben").error().message, "That post is not there any more.");
}

}  // namespace
}  // namespace network_tests
