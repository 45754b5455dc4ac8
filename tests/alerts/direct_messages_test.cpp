#include "alerts/direct_messages.hpp"

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

#include "domain/messenger.hpp"

namespace {

using alerts::DirectMessages;
using alerts::Recipient;
using base::Error;
using base::ErrorKind;
using domain::Alert;
using domain::NetworkKind;
using Kind = domain::Alert::Kind;
using Lines = std::vector<std::string>;
using namespace std::chrono_literals;

// Remembers what it was to tell, and fails as it is told to.
class Post final : public domain::Messenger {
 public:
  std::size_t longest() const override { return longest_; }
  base::Status tell(const std::string& handle, const std::string& text, const std::string& key) override {
    const std::lock_guard lock(mutex_);
    told_.push_back(handle + ": " + text);
    keys_.push_back(key);
    changed_.notify_all();
    if (failures_.empty()) return {};
    const Error failure = failures_.front();
    failures_.erase(failures_.begin());
    return failure;
  }
  base::Status examine(const std::string&) override { return {}; }

  Lines wait_for(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, 5s, [&] { return told_.size() >= count; });
    return told_;
  }
  Lines keys() {
    const std::lock_guard lock(mutex_);
    return keys_;
  }
  void fail(std::vector<Error> failures) { failures_ = std::move(failures); }
  void shorten(std::size_t longest) { longest_ = longest; }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  Lines told_;
  Lines keys_;
  std::vector<Error> failures_;
  std::size_t longest_ = 400;
};

class DirectMessagesTest : public testing::Test {
 protected:
  DirectMessagesTest() {
    options.messengers = {{NetworkKind::mastodon, &mastodon}, {NetworkKind::bluesky, &bluesky}};
    options.recipients = [this](const Alert& alert) {
      asked.push_back(alert.to);
      return recipients;
    };
    options.page = "https://flock.example/";
    options.complain = [this](const std::string& trouble) {
      const std::lock_guard lock(mutex);
      complaints.push_back(trouble);
    };
    options.pace.gather = 1ms;
    options.pace.first_retry = 1ms;
    options.pace.longest_retry = 1ms;
  }
  Lines troubles() {
    const std::lock_guard lock(mutex);
    return complaints;
  }
  static Alert question(const std::string& text = "A question waits (tell-duty).") {
    return {Kind::question, "spring", "duty", text, ""};
  }

  Post mastodon;
  Post bluesky;
  std::vector<Recipient> recipients{{NetworkKind::mastodon, "dana@social.example"}};
  Lines asked;
  std::mutex mutex;
  Lines complaints;
  DirectMessages::Options options;
};

TEST_F(DirectMessagesTest, whom_a_call_is_for_is_told_what_the_webhook_tells) {
  recipients.push_back({NetworkKind::bluesky, "eve.example.org"});
  recipients.push_back({NetworkKind::x, "farid"});  // nothing can be told there
  DirectMessages messages(options);
  EXPECT_TRUE(messages.tell(question()).ok());
  const std::string text = "spring: A question waits (tell-duty).\nhttps://flock.example/";
  EXPECT_EQ(mastodon.wait_for(1), Lines{"dana@social.example: " + text});
  EXPECT_EQ(bluesky.wait_for(1), Lines{"eve.example.org: " + text});
  EXPECT_EQ(asked, Lines{"duty"});
  EXPECT_TRUE(messages
                  .tell({Kind::urgent, "spring", "all", "A human is needed here (grief).",
                         "https://flock.example/room/7"})
                  .ok());
  EXPECT_EQ(mastodon.wait_for(2)[1],
            "dana@social.example: Urgent: spring: A human is needed here (grief). "
            "https://flock.example/room/7\nhttps://flock.example/");
  EXPECT_EQ(troubles(), Lines{});
}

TEST_F(DirectMessagesTest, a_rules_name_calls_nobody_else) {
  DirectMessages messages(options);
  EXPECT_TRUE(messages.tell(question("A question waits (ask-@ben@other.example).")).ok());
  EXPECT_EQ(mastodon.wait_for(1),
            Lines{"dana@social.example: spring: A question waits (ask-@\u2060ben@\u2060other.example).\n"
                  "https://flock.example/"});
}

TEST_F(DirectMessagesTest, as_many_lines_as_there_is_room_for) {
  mastodon.shorten(100);
  options.pace.gather = 50ms;
  DirectMessages messages(options);
  for (const char* text : {"One.", "Two.", "Three.", "Four.", "Five.", "Six."}) {
    EXPECT_TRUE(messages.tell(question(text)).ok());
  }
  EXPECT_EQ(
      mastodon.wait_for(1),
      Lines{"dana@social.example: 6 calls from Flockmate:\n• spring: One.\n• spring: Two.\n… and 4 more\n"
            "https://flock.example/"});
}

TEST_F(DirectMessagesTest, one_call_that_is_too_long_is_cut) {
  mastodon.shorten(100);
  DirectMessages messages(options);
  EXPECT_TRUE(messages.tell(question(std::string(500, 'x'))).ok());
  EXPECT_EQ(mastodon.wait_for(1),
            Lines{"dana@social.example: spring: " + std::string(22, 'x') + "…\nhttps://flock.example/"});
}

TEST_F(DirectMessagesTest, what_did_not_work_is_tried_again_with_the_same_key_and_not_for_ever) {
  options.pace.most_attempts = 3;
  const Error away{ErrorKind::unavailable, "The server is away."};
  mastodon.fail({away, away, away});
  DirectMessages messages(options);
  EXPECT_TRUE(messages.tell(question("One.")).ok());
  mastodon.wait_for(3);
  std::this_thread::sleep_for(50ms);
  EXPECT_TRUE(messages.tell(question("Two.")).ok());
  EXPECT_EQ(mastodon.wait_for(4)[3], "dana@social.example: spring: Two.\nhttps://flock.example/");
  const Lines keys = mastodon.keys();
  EXPECT_EQ(keys[0], keys[2]);
  EXPECT_NE(keys[0], keys[3]);
  EXPECT_EQ(troubles(),
            Lines{"A facilitator is not told by direct message on Mastodon: The server is away. It "
                  "is tried again."});
}

TEST_F(DirectMessagesTest, a_refusal_is_told_without_a_name_and_not_tried_again) {
  mastodon.fail({{ErrorKind::refused, "They take no direct messages from the bot."}});
  DirectMessages messages(options);
  EXPECT_TRUE(messages.tell(question()).ok());
  mastodon.wait_for(1);
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(mastodon.wait_for(1).size(), 1U);
  EXPECT_EQ(troubles(), Lines{"A facilitator is not told by direct message on Mastodon: They take no direct "
                              "messages from the bot."});
}

TEST_F(DirectMessagesTest, one_who_cannot_be_told_is_in_nobodys_way) {
  recipients = {{NetworkKind::mastodon, "away@social.example"}, {NetworkKind::bluesky, "eve.example.org"}};
  mastodon.fail(std::vector<Error>(100, Error{ErrorKind::in_doubt, "Nobody knows."}));
  DirectMessages messages(options);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(messages.tell(question()).ok());
  EXPECT_FALSE(bluesky.wait_for(1).empty());
}

TEST_F(DirectMessagesTest, there_is_a_bound_on_how_many_are_called) {
  recipients.clear();
  for (int i = 0; i < 150; ++i) recipients.push_back({NetworkKind::mastodon, "dana" + std::to_string(i)});
  DirectMessages messages(options);
  EXPECT_TRUE(messages.tell(question()).ok());
  EXPECT_EQ(mastodon.wait_for(DirectMessages::most_recipients).size(), DirectMessages::most_recipients);
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(mastodon.wait_for(0).size(), DirectMessages::most_recipients);
}

}  // namespace
