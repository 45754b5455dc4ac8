// Facilitators called by direct message, from the settings to the network in memory.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <csignal>

#include "tests/cli/program.hpp"
#include "tests/fakes/bluesky_web.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/free_port.hpp"
#include "tests/fakes/mastodon_server.hpp"

namespace {

class DirectMessagesRun : public testing::Test {
 protected:
  DirectMessagesRun() {
    std::string course = program::small_course;
    course.insert(course.find("  contact:"),
                  "  facilitators:\n    - {name: Dana, mastodon: \"@dana\", bluesky: \"@dana.test\"}\n"
                  "    - {name: Eve, bluesky: \"@eve.test\"}\n");
    folder.write("small/course.yaml", course);
    std::filesystem::create_directories(folder.path("state"));
    secret("console-password",
           "$argon2id$v=19$m=8,t=1,p=1$7uuCF7vY78vCf2dHLg+IaA$PDVzA3lE2ntQrwq0SVnpHtfFzpy2aAG7TFVxwV3Ic48");
    server.add_account("flockmate.test");
    secret("bluesky", fakes::BlueskyServer::password);
    secret("mastodon-token", mastodon.token());
  }
  void secret(const std::string& name, const std::string& content) const {
    folder.write(name, content + "\n");
    ::chmod(folder.path(name).c_str(), 0600);
  }
  void settings(const std::string& messages) const {
    folder.write("flockmate.yaml", "cohorts: [" + folder.path("small") + "]\nstate: " + folder.path("state") +
                                       "\nlisten: {port: " + std::to_string(port) +
                                       "}\nconsole_password: " + folder.path("console-password") +
                                       "\nalerts: {direct_messages: " + messages +
                                       "}\nnetworks:\n  mastodon: {handle: \"@flockmate\", server: \"" +
                                       mastodon.url() + "\", credential: " + folder.path("mastodon-token") +
                                       "}\n  bluesky: {handle: flockmate.test, server: \"" + web.url() +
                                       "\", credential: " + folder.path("bluesky") + ", poll_seconds: 1}\n");
  }
  // What doctor says of direct messages.
  std::string doctor() const {
    const std::string out = program::run({"doctor", "--config", folder.path("flockmate.yaml")}).out;
    std::string found;
    for (std::size_t begin = 0; begin < out.size();) {
      const std::size_t end = std::min(out.find('\n', begin), out.size());
      const std::string line = out.substr(begin, end - begin);
      const bool goes_on = line.starts_with("         ") && !found.empty() && found.back() == '>';
      if (found.ends_with('>')) found.pop_back();
      if (line.find("direct messages: ") != std::string::npos || goes_on) found += line + "\n>";
      begin = end + 1;
    }
    if (found.ends_with('>')) found.pop_back();
    return found;
  }

  program::Folder folder;
  const int port = fakes::free_port();
  fakes::FixedClock clock;
  fakes::MastodonServer mastodon{clock};
  fakes::BlueskyServer server{clock};
  const std::string dana = server.add_account("dana.test");
  const std::string eve = server.add_account("eve.test");
  fakes::BlueskyWeb web{server};
};

TEST_F(DirectMessagesRun, each_facilitator_on_the_first_network_that_has_them) {
  settings("[mastodon, bluesky]");
  folder.write("small/more.yaml", "rules:\n  - rule: broken\n    whem: {says: hello}\n");
  program::Running bot({"run", "--config", folder.path("flockmate.yaml")}, folder.path("log"));
  ASSERT_NE(bot.wait_for("running; the facilitators' pages are at"), "");
  ASSERT_TRUE(mastodon.wait_for_said(1));
  const auto said = mastodon.said();
  const std::string words = "small: There is a mistake in the rules. more.yaml, line ";
  EXPECT_EQ(said[0].visibility, "direct");
  EXPECT_TRUE(said[0].text.starts_with("@dana " + words)) << said[0].text;
  EXPECT_TRUE(said[0].text.ends_with("\nhttp://127.0.0.1:" + std::to_string(port) + "/")) << said[0].text;
  for (int waited = 0; waited < 10'000 && server.messages_to(eve).empty(); ++waited) ::usleep(1000);
  ASSERT_EQ(server.messages_to(eve).size(), 1U);
  EXPECT_TRUE(server.messages_to(eve)[0].starts_with(words));
  EXPECT_TRUE(server.messages_to(dana).empty()) << "once is enough";
  EXPECT_TRUE(server.records_of("did:plc:flockmate", "app.bsky.feed.post").empty());
  bot.signal(SIGTERM);
  EXPECT_EQ(bot.wait_for_end(), 0);
}

TEST_F(DirectMessagesRun, doctor_says_who_can_be_called) {
  settings("[mastodon, bluesky]");
  server.close_chat(eve);
  EXPECT_EQ(
      doctor(),
      "ok       mastodon: direct messages: Dana can be called by direct message.\n"
      "ok       bluesky: direct messages: Dana can be called by direct message.\n"
      "warning  bluesky: direct messages: Eve cannot be called: They take no direct messages from the "
      "bot.\n"
      "         In the app they can follow the bot, or allow messages from everyone (Chat, Settings).\n");
  EXPECT_TRUE(server.messages_to(dana).empty());
  server.forbid_chat(true);
  settings("bluesky");
  const std::string why =
      " cannot be called: The bot's app password may not send direct messages.\n"
      "         Make a new one with \"Allow access to your direct messages\" ticked, then run: flockmate "
      "login "
      "bluesky.\n";
  EXPECT_EQ(doctor(),
            "warning  bluesky: direct messages: Dana" + why + "warning  bluesky: direct messages: Eve" + why);
}

TEST_F(DirectMessagesRun, doctor_says_when_the_course_names_nobody_there) {
  folder.write("small/course.yaml", program::small_course);
  settings("mastodon");
  EXPECT_EQ(
      doctor(),
      "warning  mastodon: direct messages: The course names no facilitator there, so nobody is called.\n"
      "         Add the line `mastodon:` with their handle below `facilitators:`.\n");
}

}  // namespace
