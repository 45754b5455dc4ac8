#include "networks/x_own_posts.hpp"

#include "tests/networks/x_world.hpp"

namespace {

using namespace std::chrono_literals;
using base::ErrorKind;
using domain::Post;
using fakes::XFault;

const std::string timeline = "GET /2/users/:id/tweets";  // three posts on a page

class XOwnPosts : public network_tests::XTest {
 protected:
  // Nine, ten minutes apart; "Noted 8" is the newest.
  void SetUp() override {
    for (int i = 0; i < 9; ++i) {
      clock.advance(10min);
      server.post(bot, {.text = "Noted " + std::to_string(i)});
    }
    clock.advance(10min);
  }

  base::Result<std::optional<Post>> find(const std::string& text) {
    return own.find(bot, beginning, [&](const Post& one) { return one.text == text; });
  }
  int pages_for(const std::string& text) {
    const int before = server.calls(timeline);
    (void)find(text);
    return server.calls(timeline) - before;
  }

  const base::Instant beginning = clock.now();
  networks::XSpend spend{folder.path() / "spend.json", clock, {}, [](const std::string&) {}};
  networks::XSession session{server, clock, fakes::XServer::address, options().keys,
                             networks::TokenFile(folder.path() / "tokens.json")};
  networks::XReader reader{session, spend};
  networks::XOwnPosts own{reader};
};

TEST_F(XOwnPosts, what_was_read_once_is_not_read_again) {
  const auto found = find("Noted 4");
  ASSERT_TRUE(found.ok() && found->has_value());
  EXPECT_EQ((*found)->text, "Noted 4");
  EXPECT_EQ(server.calls(timeline), 3);
  EXPECT_EQ(pages_for("Noted 1"), 0) << "it is known";
  EXPECT_EQ(pages_for("Never said"), 1) << "only what is new";
  clock.advance(10min);
  server.post(bot, {.text = "Noted 9"});
  EXPECT_EQ(pages_for("Noted 9"), 1);
}

TEST_F(XOwnPosts, what_is_shown_late_is_found_all_the_same) {
  server.post(bot, {.text = "Newer"});
  ASSERT_TRUE(find("Newer")->has_value());
  clock.advance(-4min);
  server.post(bot, {.text = "Said before, shown after"});
  clock.advance(4min);
  EXPECT_TRUE(find("Said before, shown after")->has_value());
}

TEST_F(XOwnPosts, a_page_that_fails_costs_no_other) {
  // The second page does not come, nor when it is asked for again.
  server.next(timeline, {XFault::none(), XFault::no_connection(), XFault::no_connection()});
  const auto failed = find("Noted 1");
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().kind, ErrorKind::unavailable);
  EXPECT_EQ(pages_for("Noted 1"), 3) << "what is new, and the two pages that were left";
  EXPECT_TRUE(find("Noted 1")->has_value());
}

TEST_F(XOwnPosts, what_was_found_holds_whatever_failed_after_it) {
  server.next(timeline, {XFault::none(), XFault::no_connection(), XFault::no_connection()});
  const auto found = find("Noted 8");
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(found->has_value());
}

TEST_F(XOwnPosts, what_was_deleted_is_not_there_any_more) {
  const auto newest = find("Noted 8");
  ASSERT_TRUE(newest->has_value());
  server.remove((*newest)->id);
  own.forget([&](const Post& one) { return one.id == (*newest)->id; });
  EXPECT_FALSE(find("Noted 8")->has_value());
  EXPECT_TRUE(find("Noted 7")->has_value());
}

TEST_F(XOwnPosts, another_account_is_another_timeline) {
  ASSERT_TRUE(find("Noted 4")->has_value());
  const auto found = own.find(ana, beginning, [](const Post& one) { return one.text == "Noted 4"; });
  ASSERT_TRUE(found.ok());
  EXPECT_FALSE(found->has_value());
}

TEST_F(XOwnPosts, older_than_asked_for_is_not_meant) {
  ASSERT_TRUE(find("Noted 0")->has_value());
  const auto found =
      own.find(bot, clock.now() - 30min, [](const Post& one) { return one.text == "Noted 0"; });
  ASSERT_TRUE(found.ok());
  EXPECT_FALSE(found->has_value());
}

}  // namespace
