// `flockmate run` on X, as ops start it, against an X in memory behind a real port.
#include <gtest/gtest.h>

#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/cli/program.hpp"
#include "tests/fakes/free_port.hpp"
#include "tests/fakes/x_web.hpp"

namespace {

using fakes::XStep;
using program::Running;

const char* const course = R"(course:
  name: The Week
  hashtags: ["#flock"]
  languages: [en]
  contact: "@dana"
rules:
  - rule: welcome
    because: Nobody should arrive unnoticed.
    mode: auto
    when: {introduces_self: yes, from: newcomer}
    then:
      - reply: "Welcome to the week, {{name}}!"
  - rule: point-to-faq
    because: The answer is known.
    mode: auto
    when: {asks_about: faq}
    then:
      - reply_with: faq
faq:
  - id: slides
    asks: ["Where are the slides?", "Where do I find the slides?"]
    answer: "They are in the shared folder."
  - id: homework
    asks: ["When is the homework due?", "What is the deadline of the homework?"]
    answer: "On Sunday evening."
)";

bool soon(const std::function<bool()>& happened) {
  for (int i = 0; i < 2000; ++i) {
    if (happened()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  return false;
}

class XRun : public testing::Test {
 protected:
  XRun() {
    folder_.write("week/course.yaml", course);
    write_secret("keys", "bearer: " + std::string(fakes::XServer::bearer) +
                             "\nclient_id: client\nrefresh_token: " + fakes::XServer::first_refresh + "\n");
    write_secret("hash",
                 "$argon2id$v=19$m=8,t=1,p=1$7uuCF7vY78vCf2dHLg+IaA$"
                 "PDVzA3lE2ntQrwq0SVnpHtfFzpy2aAG7TFVxwV3Ic48\n");
    set_limit("1");
  }
  void set_limit(const std::string& dollars) const {
    folder_.write(
        "flockmate.yaml",
        "cohorts: [" + folder_.path("week") + "]\nstate: " + folder_.path("state") +
            "\nlisten: {port: " + std::to_string(port_) + "}\nconsole_password: " + folder_.path("hash") +
            "\nnetworks:\n  x:\n    handle: \"@flockmate\"\n    server: " + web_.url() +
            "\n    ca_file: " + authority_.path().string() + "\n    credential: " + folder_.path("keys") +
            "\n    monthly_dollars: " + dollars + "\n    prices: {as_of: 2026-12-01, reply: 0.4}\n");
  }
  void write_secret(const std::string& name, const std::string& text) {
    folder_.write(name, text);
    std::filesystem::permissions(folder_.path(name), std::filesystem::perms::owner_read);
  }

  std::unique_ptr<Running> start(const std::string& log) {
    const int before = server_.calls(stream_call);
    auto bot = std::make_unique<Running>(
        std::vector<std::string>{"run", "--config", folder_.path("flockmate.yaml")}, folder_.path(log));
    EXPECT_NE(bot->wait_for("running; the facilitators' pages are at"), "");
    EXPECT_TRUE(gone_ || soon([&] { return server_.calls(stream_call) > before; }));
    return bot;
  }
  static void stop(Running& bot) {
    bot.signal(SIGTERM);
    EXPECT_EQ(bot.wait_for_end(), 0);
  }
  std::string ask(const std::string& who, const std::string& text) {
    std::string id = server_.post(server_.add_account(who), {.text = text});
    server_.stream({XStep::post(id)});
    return id;
  }
  std::vector<std::string> said() const {
    std::vector<std::string> texts;
    for (const auto& post : server_.posts_of(bot_)) texts.push_back(post["said"]);
    return texts;
  }
  bool says(std::size_t count) const {
    return soon([&] { return said().size() >= count; });
  }
  nlohmann::json status() const {
    const auto ran = program::run({"status", "--format", "json", "--config", folder_.path("flockmate.yaml")});
    EXPECT_EQ(ran.exit_code, 0) << ran.err;
    return nlohmann::json::parse(ran.out);
  }
  std::string status_text() const {
    return program::run({"status", "--config", folder_.path("flockmate.yaml")}).out;
  }

  static constexpr const char* stream_call = "GET /2/tweets/search/stream";
  program::Folder folder_;
  const int port_ = fakes::free_port();
  fakes::FixedClock clock_{base::SystemClock().now() - std::chrono::minutes{5}};
  fakes::XServer server_{clock_};
  const std::string bot_ = server_.add_account("flockmate");
  fakes::TestCertificates certificates_ = fakes::make_test_certificates();
  fakes::AuthorityFile authority_{certificates_};
  fakes::XWeb web_{server_, certificates_};
  bool gone_ = false;  // the money
};

TEST_F(XRun, welcomes_answers_restarts_and_stops_at_its_limit) {
  auto bot = start("first.log");
  const auto introduced = ask("ana", "@flockmate Hi, I'm Ana, a nurse from Halifax! #flock");
  ASSERT_TRUE(says(1)) << bot->wait_for("") << status_text();
  const auto asked = ask("ben", "@flockmate Where do I find the slides? #flock");
  ASSERT_TRUE(says(2));
  EXPECT_EQ(said()[0], "Welcome to the week, ana!");
  EXPECT_NE(said()[1].find("They are in the shared folder."), std::string::npos) << said()[1];
  ask("cora", "Where are the slides? #flock");  // did not ask the bot: a draft for a facilitator
  EXPECT_TRUE(soon([&] { return status()["cohorts"][0]["open_drafts"] == 1; }));
  stop(*bot);

  // What it did is known after a restart, and its session goes on.
  bot = start("second.log");
  server_.stream({XStep::post(introduced), XStep::post(asked)});
  const auto money = status()["money"][0];
  EXPECT_EQ(money["network"], "x");
  EXPECT_EQ(money["cap"], 1.0);
  EXPECT_GE(money["spent"], 0.8);
  EXPECT_FALSE(money["is_spent"]);
  EXPECT_NE(status_text().find("(prices of 2026-12-01). When all is spent the bot reads and says nothing"),
            std::string::npos)
      << status_text();
  ask("dora", "@flockmate When is the homework due? #flock");
  ASSERT_TRUE(says(3));
  EXPECT_NE(said()[2].find("On Sunday evening."), std::string::npos) << said()[2];

  // That reply spent the last of the month's dollar.
  EXPECT_TRUE(soon([&] { return status()["cohorts"][0]["open_cards"] == 1; }));
  const std::string words =
      "X: this month's $1.00 are spent. The bot reads and says nothing there until next month, or until "
      "`monthly_dollars` is raised and the service reloaded.";
  EXPECT_NE(status_text().find(words + "\n"), std::string::npos) << status_text();
  const std::string log = bot->wait_for("facilitators are called (week): " + words);
  EXPECT_NE(log, "");
  for (const char* secret : {"nurse", "Ana", "homework", "the-app-bearer", "access-1", "refresh-"}) {
    EXPECT_EQ(log.find(secret), std::string::npos) << secret << " is in the log";
  }
  ask("emil", "@flockmate Hello, I'm Emil, a teacher from Montreal! #flock");
  stop(*bot);

  // Nobody is told twice, and a restart brings no money.
  gone_ = true;
  const auto requests = server_.requests().size();
  bot = start("third.log");
  std::this_thread::sleep_for(std::chrono::seconds{1});
  stop(*bot);
  const std::string third = bot->wait_for("stopped");
  EXPECT_NE(third, "");
  EXPECT_EQ(third.find("facilitators are called"), std::string::npos) << third;
  EXPECT_EQ(server_.requests().size(), requests);
  EXPECT_EQ(said().size(), 3U);

  // A raised limit counts from the next reload on.
  bot = start("fourth.log");
  set_limit("3");
  bot->signal(SIGHUP);
  EXPECT_TRUE(soon([&] { return status()["money"][0]["cap"] == 3.0; })) << status_text();
  EXPECT_FALSE(status()["money"][0]["is_spent"]);
  stop(*bot);
}

TEST_F(XRun, a_credential_that_is_none_is_told_before_it_starts) {
  std::filesystem::permissions(folder_.path("keys"), std::filesystem::perms::owner_all);
  folder_.write("keys", "bearer: something\n");
  const auto ran = program::run({"run", "--config", folder_.path("flockmate.yaml")});
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_EQ(ran.err,
            "flockmate: X's credential needs `client_id` and `refresh_token` (OAuth 2.0), or `api_key`, "
            "`api_secret`, `access_token` and `access_secret` (OAuth 1.0a).\n");
}

}  // namespace
