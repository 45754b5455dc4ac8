#include "tests/networks/x_world.hpp"

// What X's stream does though nothing is wrong with it.
namespace {

using fakes::XStep;
using networks::XNetwork;
using Lines = std::vector<std::string>;

class XOddities : public network_tests::XTest {
 protected:
  XNetwork network{server, reads(), clock, options()};
};

// Nasty behaviour 5: the stream lives, its heart beats, and it tells nothing any more.
TEST_F(XOddities, nasty_05_what_a_living_stream_does_not_tell_is_found_by_search) {
  const std::vector<XStep> minutes(50, XStep::alive());  // a third each
  server.stream(minutes);
  ASSERT_TRUE(network.listen("", sink()).ok());
  ASSERT_TRUE(server.wait_until_streamed());
  server.post(ana, {.text = "Nobody tells of this #flockcourse"});
  server.stream(minutes);
  ASSERT_TRUE(wait_for(1));
  EXPECT_EQ(heard(), Lines{"created Nobody tells of this #flockcourse"});
  EXPECT_EQ(server.calls("GET /2/tweets/search/stream"), 1);
}

// Nasty behaviour 14: ids are larger than a number of JSON holds, and text is escaped once.
TEST_F(XOddities, nasty_14_ids_are_texts_and_texts_are_unescaped_once) {
  const std::string line =
      R"({"data": {"id": "9007199254740995", "conversation_id": "9007199254740993", "author_id": ")" + ana +
      R"(", "created_at": "2026-03-03T17:59:00.000Z",
          "referenced_tweets": [{"type": "replied_to", "id": "9007199254740993"}],
          "text": "Is &lt;b&gt; &amp;amp; a …",
          "note_tweet": {"text": "Is &lt;b&gt; &amp;amp; a tag? #flockcourse",
                         "entities": {"hashtags": [{"tag": "flockcourse"}]}}},
          "includes": {"users": [{"id": ")" +
      ana + R"(", "username": "ana", "name": "Ana"}]}})";
  server.stream({XStep::line(line)});
  ASSERT_TRUE(network.listen("", sink()).ok());
  ASSERT_TRUE(wait_for(1));
  const auto post = events().at(0).post;
  EXPECT_EQ(post.id, "9007199254740995");
  EXPECT_EQ(post.in_reply_to, "9007199254740993");
  EXPECT_EQ(post.thread, "9007199254740993");
  EXPECT_EQ(post.text, "Is <b> &amp; a tag? #flockcourse");
  EXPECT_EQ(post.tags, Lines{"flockcourse"});
}

}  // namespace
