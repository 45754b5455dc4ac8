// `flockmate run` as ops watch it: facilitators called by a webhook, health and metrics on the pages' port.
#include <gtest/gtest.h>

#include <csignal>
#include <nlohmann/json.hpp>

#include "networks/http.hpp"
#include "tests/cli/program.hpp"
#include "tests/fakes/free_port.hpp"
#include "tests/fakes/web_server.hpp"

namespace {

using program::Ran;
using program::run;

class WatchedRun : public testing::Test {
 protected:
  WatchedRun() {
    folder.write("small/course.yaml", program::small_course);
    write_secret("hash",
                 "$argon2id$v=19$m=8,t=1,p=1$7uuCF7vY78vCf2dHLg+IaA$"
                 "PDVzA3lE2ntQrwq0SVnpHtfFzpy2aAG7TFVxwV3Ic48\n");
    write_secret("hook", server.url("/hooks/T0/secret") + "\n");
    folder.write("flockmate.yaml", "cohorts: [" + folder.path("small") + "]\nstate: " + folder.path("state") +
                                       "\nlisten: {port: " + std::to_string(port) +
                                       ", public_names: [flock.example]}\nconsole_password: " +
                                       folder.path("hash") + "\nalerts: {webhook: " + folder.path("hook") +
                                       "}\nnetworks: {practice: {handle: flockmate}}\n");
  }
  void write_secret(const std::string& name, const std::string& text) const {
    folder.write(name, text);
    std::filesystem::permissions(folder.path(name), std::filesystem::perms::owner_read);
  }
  domain::HttpResponse get(const std::string& path) const {
    networks::Http http{{}};
    domain::HttpRequest request;
    request.url = "http://127.0.0.1:" + std::to_string(port) + path;
    const auto answer = http.send(request);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *answer : domain::HttpResponse{};
  }

  fakes::WebServer server{[](const fakes::WebRequest&, fakes::WebTalk& talk) { talk.answer(200, "ok"); }};
  program::Folder folder;
  const int port = fakes::free_port();
};

TEST_F(WatchedRun, calls_facilitators_and_tells_how_it_is) {
  folder.write("small/more.yaml", "rules:\n  - rule: broken\n    whem: {says: hello}\n");
  program::Running bot({"run", "--config", folder.path("flockmate.yaml")}, folder.path("log"));
  ASSERT_NE(bot.wait_for("running; the facilitators' pages are at"), "");
  ASSERT_TRUE(server.wait_for_requests(1, std::chrono::seconds{10}));
  const std::string text = nlohmann::json::parse(server.requests().at(0).body).at("text");
  EXPECT_TRUE(text.starts_with("small: There is a mistake in the rules. more.yaml, line ")) << text;
  EXPECT_TRUE(text.ends_with("\nhttps://flock.example/")) << text;
  const auto health = get("/health");
  EXPECT_EQ(health.status, 200);
  EXPECT_EQ(health.body, "well\n");
  const std::string metrics = get("/metrics").body;
  EXPECT_NE(metrics.find("flockmate_bad_rule_files{cohort=\"small\"} 1\n"), std::string::npos) << metrics;
  EXPECT_NE(metrics.find("flockmate_build_info{version=\"" + run({"--version"}).out.substr(10, 5)),
            std::string::npos)
      << metrics;
  bot.signal(SIGTERM);
  EXPECT_EQ(bot.wait_for_end(), 0);
  EXPECT_EQ(bot.wait_for("stopped").find("secret"), std::string::npos) << "the webhook's address is one";
}

TEST_F(WatchedRun, a_webhook_that_cannot_be_one_keeps_it_from_starting) {
  std::filesystem::remove(folder.path("hook"));
  write_secret("hook", "hooks.example/T0/secret\n");
  const Ran ran = run({"run", "--config", folder.path("flockmate.yaml")});
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_EQ(ran.err, "flockmate: the credential " + folder.path("hook") +
                         " holds no webhook's address. It should be one line that starts with https://.\n");
  std::filesystem::permissions(folder.path("hook"),
                               std::filesystem::perms::owner_read | std::filesystem::perms::others_read);
  EXPECT_EQ(run({"run", "--config", folder.path("flockmate.yaml")}).err,
            "flockmate: " + folder.path("hook") + " can be read by others. Run: chmod 600 " +
                folder.path("hook") + "\n");
}

// As `login` leaves them and `doctor` looks for them: by name, beside the settings.
TEST_F(WatchedRun, finds_the_credentials_beside_its_settings) {
  folder.write("flockmate.yaml", "cohorts: [small]\nstate: state\nlisten: {port: " + std::to_string(port) +
                                     "}\nconsole_password: hash\nalerts: {webhook: hook}\n"
                                     "networks: {practice: {handle: flockmate}}\n");
  {
    program::Running bot({"run", "--config", folder.path("flockmate.yaml")}, folder.path("log"));
    EXPECT_NE(bot.wait_for("running; the facilitators' pages are at"), "");
    bot.signal(SIGTERM);
    EXPECT_EQ(bot.wait_for_end(), 0);
  }
  std::filesystem::remove(folder.path("hook"));
  const Ran ran = run({"run", "--config", folder.path("flockmate.yaml")});
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_EQ(ran.err, "flockmate: The credential hook is not there: no file " + folder.path("hook") +
                         ". `flockmate doctor` says how it is made.\n");
}

}  // namespace
