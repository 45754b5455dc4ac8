#include "networks/practice_network.hpp"

#include <gtest/gtest.h>

#include <condition_variable>
#include <fstream>

#include "tests/fakes/fixed_clock.hpp"
#include "tests/networks/folder.hpp"

namespace {

using base::ErrorKind;
using domain::Post;
using domain::PostEvent;
using domain::Utterance;
using network_tests::Folder;
using networks::PracticeNetwork;

// Takes what a listener hears; the test waits for it.
class Ear {
 public:
  domain::EventSink sink() {
    return [this](PostEvent event) {
      const std::lock_guard lock(mutex_);
      heard_.push_back(std::move(event));
      changed_.notify_all();
      return heard_.size() < enough_;
    };
  }
  std::vector<PostEvent> wait_for(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds{5}, [&] { return heard_.size() >= count; });
    return heard_;
  }
  void stop_after(std::size_t enough) { enough_ = enough; }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<PostEvent> heard_;
  std::size_t enough_ = 1000;
};

class PracticeNetworkTest : public testing::Test {
 protected:
  PracticeNetworkTest() { open(); }

  void open() {
    room_.reset();
    auto opened = PracticeNetwork::open(folder_.path() / "practice", "flockmate", clock_);
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    room_ = std::move(opened).value();
  }
  Post say(const std::string& handle, const std::string& text, const std::string& to = "") {
    clock_.advance(std::chrono::seconds{1});
    auto said =
        room_->say({.handle = handle, .name = "", .text = text, .mention_bot = false, .in_reply_to = to});
    EXPECT_TRUE(said.ok()) << said.error().message;
    return said.ok() ? *said : Post{};
  }
  static Utterance reply(const std::string& key, const Post& to, const std::string& text = "Welcome!") {
    return {.key = key, .kind = Utterance::Kind::reply, .text = text, .language = "en", .to = to};
  }
  std::string journal() const {
    std::ifstream file(folder_.path() / "practice" / "timeline.ndjson");
    return {std::istreambuf_iterator<char>(file), {}};
  }

  Folder folder_;
  fakes::FixedClock clock_;
  std::unique_ptr<PracticeNetwork> room_;
};

std::vector<std::string> ids(const std::vector<Post>& posts) {
  std::vector<std::string> ids;
  for (const Post& post : posts) ids.push_back(post.id);
  return ids;
}

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
      {"10 MB", "ana", std::string(10 * 1024 * 1024, 'a'), "",
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
  EXPECT_TRUE(room_->remove(recent.id));
  const auto heard = ear.wait_for(4);
  ASSERT_EQ(heard.size(), 4U);
  EXPECT_EQ(heard[1].kind, PostEvent::Kind::edited);
  EXPECT_EQ(heard[1].post.text, "this evening");
  EXPECT_EQ(heard[2].post.author.id, "bot");
  EXPECT_EQ(heard[3].kind, PostEvent::Kind::deleted);
  EXPECT_EQ(heard[3].post.id, recent.id);
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
