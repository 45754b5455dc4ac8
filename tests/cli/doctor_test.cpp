// `flockmate doctor` as ops run it, against servers in memory.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "store/sqlite.hpp"
#include "tests/cli/program.hpp"
#include "tests/fakes/bluesky_web.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/mastodon_server.hpp"
#include "tests/fakes/x_web.hpp"

namespace {

using program::Ran;

class DoctorTest : public testing::Test {
 protected:
  DoctorTest() {
    folder.write("course/course.yaml", program::small_course);
    std::filesystem::create_directories(folder.path("state"));
    secret("console-password", "$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA");
  }
  void secret(const std::string& name, const std::string& content, mode_t mode = 0600) const {
    folder.write(name, content + "\n");
    ::chmod(folder.path(name).c_str(), mode);
  }
  void settings(const std::string& networks) const {
    folder.write(
        "flockmate.yaml",
        "cohorts: [course]\nstate: state\nconsole_password: console-password\nnetworks:\n" + networks);
  }
  Ran doctor(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"doctor", "--config", folder.path("flockmate.yaml")};
    words.insert(words.end(), more.begin(), more.end());
    return program::run(words);
  }
  // Without the line about the disk: how full it is depends on the machine.
  static std::string without_disk(const std::string& text) {
    const std::size_t begin = text.find("ok       disk: ");
    return begin == std::string::npos ? text
                                      : text.substr(0, begin) + text.substr(text.find('\n', begin) + 1);
  }
  std::string at_home() const {
    return "ok       settings: " + folder.path("flockmate.yaml") +
           ": The files can be read: 0 errors, 0 warnings.\n"
           "ok       rules: " +
           folder.path("course") +
           ": The files can be read: 0 errors, 0 warnings.\n"
           "ok       state: The state folder " +
           folder.path("state") +
           " can be written to by its owner.\n"
           "ok       database: There is no database yet; the service makes it when it first starts.\n"
           "ok       facilitators' password: The hash of the password is there.\n";
  }

  program::Folder folder;
  fakes::FixedClock clock;
};

TEST_F(DoctorTest, nothing_stands_in_the_way_on_mastodon) {
  fakes::MastodonServer server(clock);
  server.post("ana", "Good morning");
  secret("mastodon-token", server.token());
  settings("  mastodon: {handle: \"@flockmate\", server: \"" + server.url() +
           "\", credential: mastodon-token}\n");
  const std::string host = server.url().substr(std::string("http://").size());
  const Ran ran = doctor();
  EXPECT_EQ(without_disk(ran.out),
            at_home() +
                "ok       mastodon: credential: The credential mastodon-token is there, and only its owner "
                "can read it.\n"
                "ok       mastodon: server: " +
                host +
                " answers, on this machine and without TLS.\n"
                "ok       mastodon: hashtag: " +
                host +
                " shows what is posted under a hashtag.\n"
                "ok       mastodon: token: The token is valid; the bot speaks as @flockmate.\n"
                "ok       mastodon: bot flag: The profile says that it is automated.\n"
                "ok       mastodon: rate limit: 299 of 300 requests are left.\n"
                "ok       mastodon: scopes: The token may read what the bot needs, and post.\n"
                "ok       mastodon: languages: No language is hidden from the account.\n"
                "Nothing stands in the way.\n");
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(ran.exit_code, 0);
}

TEST_F(DoctorTest, a_webhook_is_looked_at_without_calling_anybody) {
  folder.write("flockmate.yaml",
               "cohorts: [course]\nstate: state\nconsole_password: console-password\n"
               "alerts: {webhook: alerts-webhook}\n");
  const auto told = [&] {
    const std::string out = doctor().out;
    return out.substr(out.find("facilitators' webhook"));
  };
  EXPECT_TRUE(
      told().starts_with("facilitators' webhook: The credential alerts-webhook is not there: no file " +
                         folder.path("alerts-webhook") +
                         ".\n         Write the webhook's address into it; the guide for ops says "
                         "how.\n"))
      << told();
  secret("alerts-webhook", "T0/abc");
  EXPECT_TRUE(
      told().starts_with("facilitators' webhook: The credential alerts-webhook holds no webhook's "
                         "address.\n         It should be one line that starts with https://.\n"))
      << told();
  secret("alerts-webhook", "https://hooks.example/T0/abc");
  EXPECT_TRUE(told().starts_with("facilitators' webhook: The address of the webhook is there.\n")) << told();
}

TEST_F(DoctorTest, findings_are_told_with_their_mends) {
  fakes::MastodonServer server(clock, {.bot_flag = false});
  server.refuse_token(true);
  secret("mastodon-token", server.token());
  settings("  mastodon: {server: \"" + server.url() + "\", credential: mastodon-token}\n");
  const Ran ran = doctor();
  const std::string host = server.url().substr(std::string("http://").size());
  EXPECT_TRUE(ran.out.ends_with("error    mastodon: token: " + host +
                                " refuses the token: The access token is invalid (HTTP 401).\n"
                                "         Run: flockmate login mastodon.\n"
                                "1 error, 0 warnings.\n"))
      << ran.out;
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_EQ(ran.out.find(server.token()), std::string::npos);

  const Ran json = doctor({"--format", "json"});
  const auto report = nlohmann::json::parse(json.out);
  EXPECT_EQ(report.at("errors"), 1);
  EXPECT_EQ(report.at("warnings"), 0);
  EXPECT_EQ(
      report.at("findings").back(),
      (nlohmann::json{{"what", "mastodon: token"},
                      {"verdict", "error"},
                      {"sentence", host + " refuses the token: The access token is invalid (HTTP 401)."},
                      {"mend", "Run: flockmate login mastodon."}}));
  EXPECT_EQ(json.exit_code, 1);
}

TEST_F(DoctorTest, bluesky_with_the_session_that_the_service_has) {
  fakes::BlueskyServer server(clock);
  server.add_account("flockmate.test");
  const fakes::BlueskyWeb web(server);
  secret("bluesky", fakes::BlueskyServer::password);
  settings("  bluesky: {handle: \"@flockmate.test\", server: \"" + web.url() + "\", credential: bluesky}\n");
  const std::string host = web.url().substr(std::string("http://").size());
  for (int turn = 0; turn < 2; ++turn) {
    const Ran ran = doctor();
    EXPECT_EQ(
        without_disk(ran.out),
        at_home() +
            "ok       bluesky: credential: The credential bluesky is there, and only its owner can read it.\n"
            "ok       bluesky: server: " +
            host +
            " answers, on this machine and without TLS.\n"
            "ok       bluesky: session: The app password is good; the bot speaks as @flockmate.test.\n"
            "by hand  bluesky: bot label: The profile does not carry the label \"bot\" yet.\n"
            "         The service sets it when it starts; look again when it runs.\n"
            "ok       bluesky: hearing: Hashtags can be searched and notifications read.\n"
            "Nothing stands in the way.\n");
    EXPECT_EQ(ran.exit_code, 0);
  }
  EXPECT_EQ(server.calls("com.atproto.server.createSession"), 1);
}

TEST_F(DoctorTest, x_where_the_service_would_find_the_next_token) {
  fakes::XServer server(clock);
  server.add_account("flockmate");
  const auto certificates = fakes::make_test_certificates();
  const fakes::AuthorityFile authority(certificates);
  const fakes::XWeb web(server, certificates);
  secret("x", std::string("bearer: ") + fakes::XServer::bearer +
                  "\nclient_id: an-app\nrefresh_token: " + fakes::XServer::first_refresh);
  settings("  x: {handle: \"@flockmate\", server: \"" + web.url() +
           "\", credential: x, ca_file: " + authority.path().string() + "}\n");
  const Ran ran = doctor();
  const char* const label_by_hand =
      "by hand  x: label: Whether the account carries the label \"Automated\" cannot be seen from here; X "
      "asks for it.\n";
  for (const char* line : {"ok       x: app: The app's bearer token is valid.\n",
                           "ok       x: stream: The filtered stream is open to the app.\n",
                           "ok       x: account: The credential is valid; the bot speaks as @flockmate.\n",
                           "ok       x: money: ", label_by_hand, "Nothing stands in the way.\n"}) {
    EXPECT_NE(ran.out.find(line), std::string::npos) << line << ran.out;
  }
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_NE(base::read_file(folder.path("state/tokens/x.json"))->find(server.refresh_token()),
            std::string::npos);
  // A service that runs has its own use for them.
  const auto running = store::SqliteStore::open(folder.path("state/flockmate.sqlite"));
  ASSERT_TRUE(running.ok());
  EXPECT_NE(doctor().out.find(
                "by hand  x: account: The account was not tried: X's tokens are good for one use, and they "
                "are the service's.\n"),
            std::string::npos);
}

TEST_F(DoctorTest, credentials_that_are_missing_open_or_unnamed) {
  const auto line_of = [&](const std::string& network) {
    settings(network);
    const std::string out = doctor().out;
    const std::size_t begin = out.find("credential: ");
    return begin == std::string::npos ? out
                                      : out.substr(begin, out.find('\n', out.find('\n', begin) + 1) - begin);
  };
  EXPECT_EQ(line_of("  mastodon: {server: \"https://social.invalid\", credential: token}\n"),
            "credential: The credential token is not there: no file " + folder.path("token") +
                ".\n"
                "         Run: flockmate login mastodon.");
  EXPECT_EQ(line_of("  bluesky: {handle: \"@a.invalid\"}\n"),
            "credential: The settings name no credential for this account.\n"
            "         Add `credential: bluesky-token` to it. Run: flockmate login bluesky.");
  secret("token", "secret", 0644);
  EXPECT_EQ(line_of("  mastodon: {server: \"https://social.invalid\", credential: token}\n"),
            "credential: " + folder.path("token") + " can be read by others.\n         Run: chmod 600 " +
                folder.path("token"));
  secret("token", "");
  EXPECT_EQ(line_of("  mastodon: {server: \"https://social.invalid\", credential: token}\n"),
            "credential: " + folder.path("token") + " is empty.\n         Run: flockmate login mastodon.");
}

TEST_F(DoctorTest, what_is_at_hand) {
  settings("  practice: {handle: flockmate}\n");
  EXPECT_EQ(doctor().exit_code, 0);
  ASSERT_TRUE(store::SqliteStore::open(folder.path("state/flockmate.sqlite")).ok());
  EXPECT_NE(doctor().out.find("ok       database: " + folder.path("state/flockmate.sqlite") +
                              " can be read and is whole.\n"),
            std::string::npos);

  secret("console-password", "geheim");
  folder.write("state/flockmate.sqlite",
               "This is no database, whatever its name says. " + std::string(600, 'x'));
  folder.write("course/course.yaml", std::string(program::small_course) + "    whne: {says: hi}\n");
  const Ran ran = doctor();
  for (const std::string& line :
       {"error    rules: No usable `course:` was found in " + folder.path("course") + ".\n",
        std::string("error    facilitators' password: The credential console-password holds no hash of a "
                    "password.\n")}) {
    EXPECT_NE(ran.out.find(line), std::string::npos) << line << ran.out;
  }
  EXPECT_NE(ran.out.find("error    database: " + folder.path("state/flockmate.sqlite") +
                         " is damaged, or is not a state of Flockmate's.\n"),
            std::string::npos)
      << ran.out;
  EXPECT_EQ(ran.exit_code, 1);
}

TEST_F(DoctorTest, the_facilitators_password) {
  settings("  practice: {handle: flockmate}\n");
  std::filesystem::remove(folder.path("console-password"));
  const Ran ran = doctor();
  EXPECT_TRUE(ran.out.ends_with(
      "error    facilitators' password: The credential console-password is not there: no file " +
      folder.path("console-password") +
      ".\n         The guide for ops says how the password's hash is made.\n"
      "1 error, 0 warnings.\n"))
      << ran.out;
  folder.write("flockmate.yaml", "cohorts: [course]\nstate: state\n");
  EXPECT_TRUE(doctor().out.ends_with(
      "error    facilitators' password: The settings name no password for the facilitators' pages; the "
      "service needs one.\n"
      "         Add `console_password: console-password`; the guide for ops says how the password is made.\n"
      "1 error, 0 warnings.\n"));
}

TEST_F(DoctorTest, cannot_start_without_the_settings_that_were_named) {
  const Ran ran = program::run({"doctor", "--config", folder.path("nowhere.yaml")});
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_EQ(ran.out, "");
}

}  // namespace
