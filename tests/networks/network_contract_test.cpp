// The suite of network_contract.hpp, run on each adapter.
#include "tests/networks/network_contract.hpp"

#include <thread>

#include "tests/networks/mastodon_world.hpp"
#include "tests/networks/practice_room.hpp"
#include "tests/networks/requests_left.hpp"

namespace network_tests {
namespace {

using base::ErrorKind;
using domain::Utterance;
using Kind = domain::PostEvent::Kind;

class Listening {
 public:
  explicit Listening(NetworkWorld& world, const std::string& cursor = "") : network_(world.network()) {
    EXPECT_TRUE(network_.listen(cursor, heard_.sink()).ok());
    world.wait_until_connected();
  }
  ~Listening() { network_.stop_listening(); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

  std::vector<domain::PostEvent> wait_for(std::size_t count) {
    EXPECT_TRUE(heard_.wait_for(count)) << heard_.events().size();
    return heard_.events();
  }
  std::string cursor() const { return heard_.cursor(); }

 private:
  domain::Network& network_;
  Heard heard_;
};

Utterance reply(const domain::Post& to, const std::string& key = "spring/1/greet/0") {
  return {key, Utterance::Kind::reply, "Welcome to the course!", "en", to};
}

TEST_P(NetworkContract, knows_itself) {
  const auto world = GetParam().make();
  const Listening listening(*world);
  EXPECT_FALSE(world->network().self().id.empty());
  EXPECT_FALSE(world->network().self().handle.empty());
  EXPECT_TRUE(world->network().self().bot);
}

TEST_P(NetworkContract, hears_what_is_said_before_and_after_it_listens) {
  const auto world = GetParam().make();
  const std::string before = world->say("ana", "Before #flockcourse", "");
  Listening listening(*world);
  listening.wait_for(1);
  const std::string after = world->say("ben", "After #flockcourse", before);
  const auto events = listening.wait_for(2);
  EXPECT_EQ(events.at(0).post.id, before);
  EXPECT_EQ(events.at(1).post.id, after);
  for (const auto& event : events) {
    EXPECT_EQ(event.kind, Kind::created);
    EXPECT_EQ(event.post.network, world->network().kind());
    EXPECT_EQ(event.post.version, 0);
    EXPECT_FALSE(event.post.author.id.empty());
    EXPECT_FALSE(event.cursor.empty());
    EXPECT_EQ(event.post.thread, before);
  }
  EXPECT_EQ(events.at(1).post.in_reply_to, before);
}

TEST_P(NetworkContract, hears_edits_and_deletions) {
  const auto world = GetParam().make();
  Listening listening(*world);
  const std::string id = world->say("ana", "Frist #flockcourse", "");
  listening.wait_for(1);
  world->edit(id, "First #flockcourse");
  listening.wait_for(2);
  world->remove(id);
  const auto events = listening.wait_for(world->tells_of_deletions() ? 3 : 2);
  EXPECT_EQ(events.at(1).kind, Kind::edited);
  EXPECT_EQ(events.at(1).post.id, id);
  EXPECT_GT(events.at(1).post.version, events.at(0).post.version);
  EXPECT_EQ(events.at(1).post.text, "First #flockcourse");
  if (!world->tells_of_deletions()) return;
  EXPECT_EQ(events.at(2).kind, Kind::deleted);
  EXPECT_EQ(events.at(2).post.id, id);
}

TEST_P(NetworkContract, goes_on_after_its_cursor) {
  const auto world = GetParam().make();
  world->say("ana", "Before #flockcourse", "");
  std::string cursor;
  {
    Listening listening(*world);
    listening.wait_for(1);
    cursor = listening.cursor();
  }
  const std::string meanwhile = world->say("ana", "Meanwhile #flockcourse", "");
  Listening again(*world, cursor);
  const auto events = again.wait_for(1);
  EXPECT_EQ(events.back().post.id, meanwhile);
}

TEST_P(NetworkContract, a_listener_that_has_enough_is_left_alone) {
  const auto world = GetParam().make();
  int heard = 0;
  std::mutex mutex;
  ASSERT_TRUE(world->network()
                  .listen("",
                          [&](const domain::PostEvent&) {
                            const std::lock_guard lock(mutex);
                            ++heard;
                            return false;
                          })
                  .ok());
  world->say("ana", "One #flockcourse", "");
  world->say("ana", "Two #flockcourse", "");
  std::this_thread::sleep_for(std::chrono::milliseconds{300});
  world->network().stop_listening();
  EXPECT_LE(heard, 1);
}

// Waits for what the adapter's own thread finds out.
bool soon(const std::function<bool()>& happened) {
  for (int turn = 0; turn < 1000; ++turn) {
    if (happened()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  return false;
}

TEST_P(NetworkContract, tells_while_nothing_can_be_heard) {
  const auto world = GetParam().make();
  world->say("ana", "Before #flockcourse", "");
  Listening listening(*world);
  listening.wait_for(1);
  EXPECT_TRUE(soon([&] { return !world->network().away_since(); }));
  if (!world->go_away(true)) return;
  EXPECT_TRUE(soon([&] { return world->network().away_since().has_value(); }));
  world->go_away(false);
  EXPECT_TRUE(soon([&] { return !world->network().away_since(); }));
}

TEST_P(NetworkContract, a_reply_is_said_found_and_taken_back) {
  const auto world = GetParam().make();
  Listening listening(*world);
  world->say("ana", "Hello #flockcourse", "");
  const domain::Post post = listening.wait_for(1).at(0).post;
  const auto before = world->network().look_up(reply(post));
  ASSERT_TRUE(before.ok()) << before.error().message;
  EXPECT_FALSE(before->has_value());
  const auto said = world->network().publish(reply(post));
  ASSERT_TRUE(said.ok()) << said.error().message;
  EXPECT_EQ(world->said().size(), 1U);
  const auto found = world->network().look_up(reply(post));
  ASSERT_TRUE(found.ok() && found->has_value());
  EXPECT_EQ((*found)->id, said->id);
  EXPECT_TRUE(world->network().withdraw(said->id).ok());
  EXPECT_TRUE(world->network().withdraw(said->id).ok());
  EXPECT_TRUE(world->said().empty());
}

TEST_P(NetworkContract, whatever_becomes_of_the_answer_a_reply_is_said_once) {
  const auto world = GetParam().make();
  Listening listening(*world);
  world->say("ana", "Hello #flockcourse", "");
  const domain::Post post = listening.wait_for(1).at(0).post;
  const bool lost = world->lose_next_answer();
  const auto first = world->network().publish(reply(post));
  EXPECT_TRUE(first.ok() || lost);
  if (!first.ok()) {  // where a repetition is harmless the adapter has settled it already
    EXPECT_EQ(first.error().kind, ErrorKind::in_doubt);
  }
  const auto found = world->network().look_up(reply(post));
  ASSERT_TRUE(found.ok() && found->has_value());
  EXPECT_EQ(world->said().size(), 1U);
}

TEST_P(NetworkContract, what_is_gone_cannot_be_answered) {
  const auto world = GetParam().make();
  Listening listening(*world);
  const std::string id = world->say("ana", "Hello #flockcourse", "");
  const domain::Post post = listening.wait_for(1).at(0).post;
  world->remove(id);
  if (world->tells_of_deletions()) listening.wait_for(2);
  const auto said = world->network().publish(reply(post));
  if (said.ok()) return;  // some networks take it; the courier withdraws it then
  EXPECT_EQ(said.error().kind, ErrorKind::refused);
  EXPECT_EQ(world->network().read_thread(post).error().kind, ErrorKind::not_found);
}

TEST_P(NetworkContract, a_thread_is_read_from_its_root) {
  const auto world = GetParam().make();
  Listening listening(*world);
  const std::string root = world->say("ana", "Question? #flockcourse", "");
  const std::string answer = world->say("ben", "Answer, without the hashtag", root);
  const domain::Post post = listening.wait_for(1).at(0).post;
  const auto thread = world->network().read_thread(post);
  ASSERT_TRUE(thread.ok()) << thread.error().message;
  ASSERT_EQ(thread->size(), 2U);
  EXPECT_EQ(thread->at(0).id, root);
  EXPECT_EQ(thread->at(1).id, answer);
  EXPECT_EQ(thread->at(1).in_reply_to, root);
  EXPECT_EQ(thread->at(1).thread, root);
}

// --- the worlds

class PracticeWorld final : public NetworkWorld {
 public:
  PracticeWorld() {
    auto opened = PracticeNetwork::open(folder_.path() / "practice", "flockmate", clock_);
    EXPECT_TRUE(opened.ok());
    room_ = std::move(opened).value();
  }
  domain::Network& network() override { return *room_; }
  std::string say(const std::string& handle, const std::string& text, const std::string& to) override {
    return room_->say({.handle = handle, .name = "", .text = text, .mention_bot = false, .in_reply_to = to})
        ->id;
  }
  void edit(const std::string& id, const std::string& text) override {
    EXPECT_TRUE(room_->edit(id, text).ok());
  }
  void remove(const std::string& id) override { EXPECT_TRUE(room_->remove(id).ok()); }
  std::vector<std::string> said() override {
    std::vector<std::string> texts;
    for (const auto& post : room_->timeline(100)) {
      if (post.author.bot) texts.push_back(post.text);
    }
    return texts;
  }
  bool lose_next_answer() override { return false; }

 private:
  fakes::Folder folder_;
  fakes::FixedClock clock_;
  std::unique_ptr<PracticeNetwork> room_;
};

class MastodonWorld final : public NetworkWorld {
 public:
  MastodonWorld() {
    networks::MastodonOptions options;
    options.own = {server_.url(), server_.token()};
    options.state = folder_.path();
    options.hashtags = [] { return std::vector<std::string>{"flockcourse"}; };
    options.may_be_named = [] { return std::vector<std::string>(); };
    options.complain = [](const std::string&) {};
    options.jitter = [] { return 0.0; };
    auto opened = networks::MastodonNetwork::open(std::move(options), http_, {}, clock_);
    EXPECT_TRUE(opened.ok()) << opened.error().message;
    network_ = std::move(opened).value();
  }
  domain::Network& network() override { return *network_; }
  void wait_until_connected() override { EXPECT_TRUE(server_.wait_for_streams(2)); }
  std::string say(const std::string& handle, const std::string& text, const std::string& to) override {
    return server_.post(handle, text, {.in_reply_to = to});
  }
  void edit(const std::string& id, const std::string& text) override {
    server_.edit(id, text, clock_.now() + std::chrono::seconds{5});
  }
  void remove(const std::string& id) override { server_.remove(id); }
  std::vector<std::string> said() override {
    std::vector<std::string> texts;
    for (const auto& toot : server_.said()) texts.push_back(toot.text);
    return texts;
  }
  bool lose_next_answer() override {
    server_.next_attempts({fakes::MastodonFault::drop_after});
    return true;
  }
  bool go_away(bool away) override {
    const auto fault = away ? fakes::MastodonFault::error_before : fakes::MastodonFault::none;
    server_.on_request([fault](const fakes::WebRequest&) { return fault; });
    clock_.advance(std::chrono::minutes{10});  // time to look again, stream or not
    if (away) server_.cut_streams();
    return true;
  }

 private:
  fakes::Folder folder_;
  fakes::FixedClock clock_;
  fakes::MastodonServer server_{clock_};
  const RequestsLeft left_{"mastodon", [this] { return asked_of(server_); }};
  networks::Http http_{{}};
  std::unique_ptr<networks::MastodonNetwork> network_;
};

INSTANTIATE_TEST_SUITE_P(
    Networks, NetworkContract,
    testing::Values(NetworkMaker{"practice", [] { return std::make_unique<PracticeWorld>(); }},
                    NetworkMaker{"mastodon", [] { return std::make_unique<MastodonWorld>(); }}),
    name_of_network);

}  // namespace
}  // namespace network_tests
