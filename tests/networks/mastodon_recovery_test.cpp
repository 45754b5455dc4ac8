// What the bot on Mastodon makes good afterwards: deletions that nobody told of, a server that was away at
// the first start, long lists, and replies that it has to find again.
#include "tests/networks/mastodon_world.hpp"

namespace network_tests {
namespace {

using base::ErrorKind;
using Lines = std::vector<std::string>;
using std::chrono::milliseconds;

TEST_F(MastodonTest, what_was_deleted_while_nobody_listened_is_found_out) {
  auto quick = options();
  quick.pace.deletions = milliseconds{0};
  listen(std::move(quick));
  const std::string gone = server_->post("ana", "I should not have said this #flockcourse");
  server_->post("ben", "Hello #flockcourse");
  ASSERT_TRUE(heard_.wait_for(2));
  cut_off(true, [&] { server_->remove(gone); });
  ASSERT_TRUE(heard_.wait_for(3));
  EXPECT_EQ(heard_.lines().at(2), "deleted " + gone);
  ASSERT_TRUE(server_->wait_for_streams(2));
  server_->post("ben", "Again #flockcourse");
  ASSERT_TRUE(heard_.wait_for(4));
  EXPECT_EQ(heard_.events().size(), 4U);
}

TEST_F(MastodonTest, the_deletion_of_an_answered_post_is_found_out_after_a_restart) {
  const std::string id = server_->post("ana", "Slides? #flockcourse");
  ASSERT_TRUE(network().publish(reply_to(post_of(id), "Here.")).ok());
  network_.reset();
  server_->remove(id);
  listen();
  ASSERT_TRUE(heard_.wait_for(1));
  EXPECT_EQ(heard_.lines(), Lines{"deleted " + id});
  network_.reset();  // and it is forgotten
  listen();
  server_->post("ben", "Hello #flockcourse");
  ASSERT_TRUE(heard_.wait_for(2));
  EXPECT_EQ(heard_.lines().at(1), "created Hello #flockcourse");
}

TEST_F(MastodonTest, a_server_that_is_away_at_the_very_first_start_is_waited_for) {
  server_->on_request([](const fakes::WebRequest&) { return Fault::drop_before; });
  auto first = options();
  first.handle = "flockmate";
  EXPECT_EQ(network(std::move(first)).self().id, "");
  EXPECT_EQ(network().self().handle, "flockmate");
  EXPECT_TRUE(network().self().bot);
  ASSERT_EQ(complaints().size(), 1U);
  EXPECT_TRUE(complaints()[0].starts_with(
      "The bot cannot find out who it is on Mastodon. localhost cannot be reached: "))
      << complaints()[0];
  EXPECT_TRUE(complaints()[0].ends_with(" It tries again and again.")) << complaints()[0];
  ASSERT_TRUE(network().listen("", heard_.sink()).ok());
  EXPECT_TRUE(network().away_since());
  EXPECT_EQ(network().look_up({"k", domain::Utterance::Kind::post, "Hello", "en", {}}).error().kind,
            ErrorKind::unavailable);
  server_->on_request(nullptr);
  server_->post("ana", "Hello #flockcourse");
  ASSERT_TRUE(heard_.wait_for(1));
  EXPECT_EQ(network().self().id, server_->id_of("flockmate"));
}

TEST_F(MastodonTest, all_who_are_muted_are_known_however_many_they_are) {
  for (int number = 0; number < 200; ++number) server_->mute("troll" + std::to_string(number));
  for (int number = 0; number < 200; ++number) {
    server_->post("troll" + std::to_string(number), "Ha " + std::to_string(number) + " #flockcourse");
  }
  listen();
  ASSERT_TRUE(heard_.wait_for(200));
  for (const auto& event : heard_.events()) EXPECT_TRUE(event.post.author.muted) << event.post.author.handle;
}

// A stream may tell a newer post first, and break before the older one.
TEST_F(MastodonTest, nasty_08_what_was_overtaken_when_the_stream_broke_is_found_before_the_place) {
  listen();
  server_->post("ana", "Overtaken #flockcourse", {.untold = true});
  server_->post("ben", "@flockmate overtaken as well", {.untold = true});
  server_->post("ana", "@flockmate Newer #flockcourse");
  ASSERT_TRUE(heard_.wait_for(1));
  const std::string cursor = heard_.cursor();
  network_.reset();
  listen(cursor);
  ASSERT_TRUE(heard_.wait_for(3));
}

// One of very many posts is missing: the newest page alone does not show it.
TEST_F(MastodonTest, what_a_busy_stream_lost_is_found_however_much_came_after_it) {
  auto quick = options();
  quick.pace.reconcile = milliseconds{100};
  listen_with_no_gap_left(std::move(quick));
  server_->post("ana", "Lost #flockcourse", {.untold = true});
  for (int number = 0; number < 150; ++number) server_->post("ben", "Talk #flockcourse");
  ASSERT_TRUE(heard_.wait_for(150));
  let_time_pass_until_heard(151);
}

// A server in bad hands might send the bot there, and its token along.
TEST_F(MastodonTest, a_list_that_goes_on_elsewhere_is_not_followed_there) {
  const fakes::MastodonServer elsewhere(clock_);
  restart_server({.next_pages_at = elsewhere.url()});
  for (int number = 0; number < 200; ++number) server_->mute("troll" + std::to_string(number));
  listen();
  server_->post("ana", "Hello #flockcourse");
  ASSERT_TRUE(heard_.wait_for(1));
  EXPECT_GE(server_->asked("GET", "/api/v1/mutes"), 1);
  EXPECT_EQ(elsewhere.requests().size(), 0U);
}

// Hours of silence of the network, and the bot has said much since: what is below the post is what counts.
TEST_F(MastodonTest, a_reply_is_found_again_below_its_post_however_much_was_said_since) {
  const auto reply = reply_to(post_of(server_->post("ana", "Slides? #flockcourse")), "Here.");
  server_->next_attempts({Fault::drop_after});
  EXPECT_EQ(network().publish(reply).error().kind, ErrorKind::in_doubt);
  const auto other = reply_to(post_of(server_->post("ben", "Homework? #flockcourse")), "There.", "k2");
  for (int number = 0; number < 400; ++number) server_->post("flockmate", "Noted " + std::to_string(number));
  const auto found = network().look_up(reply);
  ASSERT_TRUE(found.ok()) << found.error().message;
  EXPECT_TRUE(found->has_value());
  const auto not_said = network().look_up(other);
  ASSERT_TRUE(not_said.ok()) << not_said.error().message;
  EXPECT_FALSE(not_said->has_value());
}

TEST_F(MastodonTest, a_reply_longer_than_the_server_allows_is_not_sent) {
  restart_server({.max_characters = 40});
  listen();
  const auto post = post_of(server_->post("ana", "Slides? #flockcourse"));
  const auto said = network().publish(reply_to(post, "They are where they have always been, below."));
  ASSERT_FALSE(said.ok());
  EXPECT_EQ(said.error().kind, ErrorKind::invalid);
  EXPECT_EQ(said.error().message, "It is longer than the 40 characters that " + server_->url() + " allows.");
  EXPECT_EQ(server_->asked("POST", "/api/v1/statuses"), 0);
  EXPECT_TRUE(network().publish(reply_to(post, "They are here.", "k2")).ok());
}

}  // namespace
}  // namespace network_tests
