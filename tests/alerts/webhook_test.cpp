// Facilitators called by webhook: what it says, once or together, and through every fault of the other side.
#include "alerts/webhook.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "alerts/channels.hpp"
#include "networks/http.hpp"
#include "tests/fakes/web_server.hpp"

namespace {

using alerts::Webhook;
using domain::Alert;
using fakes::WebHeaders;
using fakes::WebRequest;
using fakes::WebTalk;
using Kind = domain::Alert::Kind;
using Lines = std::vector<std::string>;
using namespace std::chrono_literals;

Alert question(const std::string& text) {
  return {Kind::question, "spring", "duty", text, ""};
}
Alert urgent(const std::string& text) {
  return {Kind::urgent, "spring", "all", text, ""};
}

class WebhookTest : public testing::Test {
 protected:
  struct Answer {
    int status = 200;
    WebHeaders headers = {};
  };
  WebhookTest() {
    options.address = server.url("/hooks/T0/secret");
    options.page = "https://flock.example/";
    options.complain = [this](const std::string& trouble) {
      const std::lock_guard lock(mutex);
      troubles.push_back(trouble);
    };
    options.pace.gather = 50ms;
    options.pace.first_retry = 20ms;
  }
  void answer(const WebRequest&, WebTalk& talk) {
    if (holding) talk.wait(400ms);
    Answer next;
    {
      const std::lock_guard lock(mutex);
      if (!answers.empty()) {
        next = answers.front();
        answers.erase(answers.begin());
      }
    }
    talk.answer(next.status, "ok", next.headers);
  }
  std::string text_of(std::size_t request) const {
    const auto requests = server.requests();
    return request < requests.size() ? nlohmann::json::parse(requests[request].body).at("text") : "";
  }
  Lines complaints() {
    const std::lock_guard lock(mutex);
    return troubles;
  }

  std::mutex mutex;
  std::vector<Answer> answers;  // then 200
  Lines troubles;
  std::atomic<bool> holding{false};
  fakes::WebServer server{[this](const WebRequest& request, WebTalk& talk) { answer(request, talk); }};
  networks::Http http{{}};
  Webhook::Options options;
};

TEST_F(WebhookTest, tells_which_course_calls_why_and_where_to_look) {
  Webhook webhook(http, options);
  EXPECT_TRUE(webhook.tell(question("A question waits (tell-duty).")));
  ASSERT_TRUE(server.wait_for_requests(1));
  const WebRequest request = server.requests().at(0);
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.path, "/hooks/T0/secret");
  EXPECT_EQ(request.header("content-type"), "application/json");
  EXPECT_EQ(nlohmann::json::parse(request.body),
            (nlohmann::json{{"text", "spring: A question waits (tell-duty).\nhttps://flock.example/"}}));
  EXPECT_TRUE(complaints().empty());
}

TEST_F(WebhookTest, every_kind_of_call_is_told) {
  const std::vector<std::pair<Kind, std::string>> cases{{Kind::urgent, "Urgent: spring: Why"},
                                                        {Kind::breaker, "Urgent: spring: Why"},
                                                        {Kind::question, "spring: Why"},
                                                        {Kind::draft, "spring: Why"},
                                                        {Kind::rules, "spring: Why"}};
  options.pace.gather = 1ms;
  Webhook webhook(http, options);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    EXPECT_TRUE(webhook.tell({cases[i].first, "spring", "duty", "Why", "https://flock.example/why"}));
    ASSERT_TRUE(server.wait_for_requests(i + 1));
    EXPECT_EQ(text_of(i), cases[i].second + " https://flock.example/why\nhttps://flock.example/");
  }
}

TEST_F(WebhookTest, what_comes_together_is_told_together_and_urgent_calls_first) {
  options.pace.gather = 10s;  // cut short by the urgent one
  Webhook webhook(http, options);
  EXPECT_TRUE(webhook.tell(question("One.")));
  EXPECT_TRUE(webhook.tell(question("Two.")));
  EXPECT_TRUE(webhook.tell(urgent("A human is needed here (grief). The bot says nothing.")));
  ASSERT_TRUE(server.wait_for_requests(1));
  EXPECT_EQ(text_of(0),
            "3 calls from Flockmate:\n"
            "• Urgent: spring: A human is needed here (grief). The bot says nothing.\n"
            "• spring: One.\n"
            "• spring: Two.\n"
            "https://flock.example/");
}

TEST_F(WebhookTest, words_call_nobody_and_link_nowhere) {
  Webhook webhook(http, options);
  EXPECT_TRUE(webhook.tell(question("<!channel> & <https://evil.example|here>")));
  ASSERT_TRUE(server.wait_for_requests(1));
  EXPECT_EQ(text_of(0),
            "spring: &lt;!channel&gt; &amp; &lt;https://evil.example|here&gt;\nhttps://flock.example/");
}

TEST_F(WebhookTest, a_limit_is_respected_and_what_came_meanwhile_goes_along) {
  answers = {{429, {{"Retry-After", "1"}}}};
  Webhook webhook(http, options);
  EXPECT_TRUE(webhook.tell(question("One.")));
  ASSERT_TRUE(server.wait_for_requests(1));
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_TRUE(webhook.tell(question("Two.")));
  ASSERT_TRUE(server.wait_for_requests(2));
  EXPECT_GE(std::chrono::steady_clock::now() - begun, 900ms);
  EXPECT_EQ(text_of(1), "2 calls from Flockmate:\n• spring: One.\n• spring: Two.\nhttps://flock.example/");
  EXPECT_EQ(complaints(), (Lines{"The alerts' webhook answers 429; it is tried again."}));
}

TEST_F(WebhookTest, a_server_in_trouble_is_tried_again_and_that_is_told_once) {
  answers = {{500}, {500}, {503}};
  Webhook webhook(http, options);
  EXPECT_TRUE(webhook.tell(question("One.")));
  ASSERT_TRUE(server.wait_for_requests(4));
  EXPECT_EQ(text_of(3), "spring: One.\nhttps://flock.example/");
  EXPECT_EQ(complaints(), (Lines{"The alerts' webhook answers 500; it is tried again.",
                                 "The alerts' webhook answers 503; it is tried again."}));
}

TEST_F(WebhookTest, a_refusal_is_final_for_that_call_only) {
  answers = {{404}};
  Webhook webhook(http, options);
  EXPECT_TRUE(webhook.tell(question("One.")));
  ASSERT_TRUE(server.wait_for_requests(1));
  std::this_thread::sleep_for(200ms);
  EXPECT_EQ(server.requests().size(), 1U);
  EXPECT_EQ(
      complaints(),
      (Lines{"The alerts' webhook refuses what it is told (404): facilitators are not called there. Was "
             "it removed? Put its new address into the credential and restart."}));
  EXPECT_TRUE(webhook.tell(question("Two.")));
  ASSERT_TRUE(server.wait_for_requests(2));
  EXPECT_EQ(text_of(1), "spring: Two.\nhttps://flock.example/");
}

TEST_F(WebhookTest, nobody_waits_for_it_and_too_many_calls_are_counted) {
  holding = true;
  options.pace.most = 30;
  options.pace.gather = 1ms;
  Webhook webhook(http, options);
  EXPECT_TRUE(webhook.tell(question("First.")));
  ASSERT_TRUE(server.wait_for_requests(1));
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_TRUE(webhook.tell(urgent("Help.")));
  for (int i = 0; i < 1000; ++i) EXPECT_TRUE(webhook.tell(question("Call " + std::to_string(i) + ".")));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 200ms);
  holding = false;
  ASSERT_TRUE(server.wait_for_requests(2));
  const std::string text = text_of(1);
  EXPECT_EQ(text.find("• Urgent: spring: Help.\n"), text.find('\n') + 1) << text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 22) << "a title, twenty calls, and how many more";
  EXPECT_NE(text.find(" calls from Flockmate:\n"), std::string::npos) << text;
  EXPECT_NE(text.find(" more\nhttps://flock.example/"), std::string::npos) << text;
}

TEST_F(WebhookTest, calls_too_old_to_help_are_dropped) {
  answers = {{500}};
  options.pace.give_up = 100ms;
  options.pace.first_retry = 300ms;
  Webhook webhook(http, options);
  EXPECT_TRUE(webhook.tell(question("Old.")));
  ASSERT_TRUE(server.wait_for_requests(1));
  std::this_thread::sleep_for(500ms);
  EXPECT_EQ(server.requests().size(), 1U);
}

TEST_F(WebhookTest, a_server_that_is_away_is_told_without_its_address) {
  options.address = "http://127.0.0.1:1/hooks/T0/secret";
  {
    Webhook webhook(http, options);
    EXPECT_TRUE(webhook.tell(question("One.")));
    for (int i = 0; i < 500 && complaints().empty(); ++i) std::this_thread::sleep_for(10ms);
  }
  EXPECT_EQ(complaints(), (Lines{"The alerts' webhook cannot be reached; it is tried again."}));
}

class Deaf final : public domain::Alerts {
 public:
  base::Status tell(const Alert&) override {
    ++told;
    return base::Error{base::ErrorKind::failed, "Nobody hears."};
  }
  int told = 0;
};

TEST(Channels, all_are_told_whatever_becomes_of_one) {
  Deaf one;
  Deaf other;
  alerts::Channels channels({&one, &other});
  EXPECT_EQ(channels.tell(question("One.")).error().message, "Nobody hears.");
  EXPECT_EQ(one.told + other.told, 2);
}

}  // namespace
