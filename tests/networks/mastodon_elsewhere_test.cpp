// Several Mastodon servers heard as one.
#include <thread>

#include "tests/networks/mastodon_world.hpp"

namespace network_tests {
namespace {

using std::chrono::milliseconds;

TEST_F(MastodonTest, several_servers_are_heard_as_one) {
  fakes::MastodonServer other(clock_, {.host = "other.example", .first_id = 500'000});
  server_->federate_with(other);
  auto both = options();
  both.listen_on = {{other.url(), other.token()}};
  listen(std::move(both));
  ASSERT_TRUE(other.wait_for_streams(1));
  const std::string there = other.post("eve", "From elsewhere #flockcourse");
  ASSERT_TRUE(heard_.wait_for(1));
  const domain::Post post = heard_.events().at(0).post;
  EXPECT_EQ(post.author.handle, "eve@other.example");
  EXPECT_EQ(server_->uri(post.id), other.uri(there));  // an id of our own server: it can be answered
  std::this_thread::sleep_for(milliseconds{300});      // our server tells of it, too
  EXPECT_EQ(heard_.events().size(), 1U);
  EXPECT_TRUE(network().publish(reply_to(post, "Welcome!")).ok());
  other.remove(there);
  ASSERT_TRUE(heard_.wait_for(2));
  EXPECT_EQ(heard_.lines().at(1), "deleted " + post.id);
  // While one server's post is looked for on the own one, this tells of it as well.
  constexpr std::size_t more = 40;
  for (std::size_t i = 0; i < more; ++i) other.post("eve", "Number " + std::to_string(i) + " #flockcourse");
  ASSERT_TRUE(heard_.wait_for(2 + more));
  std::this_thread::sleep_for(milliseconds{300});
  EXPECT_EQ(heard_.events().size(), 2 + more);
}

TEST_F(MastodonTest, what_the_own_server_cannot_find_is_heard_and_cannot_be_answered) {
  fakes::MastodonServer other(clock_, {.host = "other.example", .first_id = 500'000});
  auto both = options();
  both.listen_on = {{other.url(), other.token()}};
  listen(std::move(both));
  ASSERT_TRUE(other.wait_for_streams(1));
  const std::string there = other.post("eve", "From elsewhere #flockcourse");
  ASSERT_TRUE(heard_.wait_for(1));
  const domain::Post post = heard_.events().at(0).post;
  EXPECT_EQ(post.id, other.uri(there));
  const auto said = network().publish(reply_to(post, "Welcome!"));
  ASSERT_FALSE(said.ok());
  EXPECT_EQ(said.error().kind, base::ErrorKind::not_found);
  EXPECT_EQ(said.error().message,
            "The bot's own server does not know this post, so it cannot be answered from there. Answer it by "
            "hand.");
  server_->federate_with(other);  // it arrives after all
  EXPECT_TRUE(network().publish(reply_to(post, "Welcome!")).ok());
}

TEST_F(MastodonTest, a_server_without_an_account_is_looked_through) {
  fakes::MastodonServer other(clock_, {.host = "other.example", .first_id = 500'000});
  server_->federate_with(other);
  other.post("eve", "From elsewhere #flockcourse");
  auto both = options();
  both.listen_on = {{other.url(), ""}};
  both.pace.poll = milliseconds{50};
  listen(std::move(both));
  ASSERT_TRUE(heard_.wait_for(1));
  EXPECT_EQ(other.streams(), 0);
  other.post("eve", "More #flockcourse");
  let_time_pass_until_heard(2);
}

}  // namespace
}  // namespace network_tests
