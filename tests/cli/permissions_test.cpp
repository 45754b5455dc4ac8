// What the machine does not let the program read or write: each told in a sentence with its mend, and how it
// ends.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "store/sqlite.hpp"
#include "tests/cli/program.hpp"

namespace {

using program::Ran;

const std::string advice = "Permission denied. Check who owns it and its permissions.\n";

class Permissions : public testing::Test {
 protected:
  Permissions() {
    folder.write("small/course.yaml", program::small_course);
    folder.write("hash",
                 "$argon2id$v=19$m=8,t=1,p=1$7uuCF7vY78vCf2dHLg+IaA$"
                 "PDVzA3lE2ntQrwq0SVnpHtfFzpy2aAG7TFVxwV3Ic48\n");
    folder.write("token", "secret-token\n");
    folder.write("flockmate.yaml",
                 "cohorts: [small]\nstate: state\nconsole_password: hash\nnetworks:\n"
                 "  mastodon: {server: \"http://127.0.0.1:1\", credential: token}\n");
    std::filesystem::create_directories(folder.path("state"));
    allow("hash", 0600);
    allow("token", 0600);
  }
  ~Permissions() override {
    for (const char* name : {"", "small", "state"}) allow(name, 0700);  // or nobody can take it away
  }
  Permissions(const Permissions&) = delete;
  Permissions& operator=(const Permissions&) = delete;

  void allow(const std::string& name, mode_t mode) const { ::chmod(folder.path(name).c_str(), mode); }
  Ran ask(std::vector<std::string> words) const {
    words.insert(words.end(), {"--config", folder.path("flockmate.yaml")});
    return program::run_as_no_root(words);
  }
  // These cannot begin, and say no more than that sentence.
  void cannot_begin(const std::vector<std::vector<std::string>>& commands,
                    const std::string& sentence) const {
    for (const auto& command : commands) {
      const Ran ran = ask(command);
      EXPECT_EQ(ran.err, "flockmate: " + sentence) << command.front();
      EXPECT_EQ(ran.out, "") << command.front();
      EXPECT_EQ(ran.exit_code, 3) << command.front();
    }
  }
  void doctor_finds(const std::string& finding) const {
    const Ran ran = ask({"doctor"});
    EXPECT_NE(ran.out.find("\nerror    " + finding), std::string::npos) << ran.out;
    EXPECT_EQ(ran.out.find("Nothing stands in the way"), std::string::npos);
    EXPECT_EQ(ran.exit_code, 1);
  }
  std::string at(const std::string& name) const { return folder.path(name); }

  program::Folder folder;
};

TEST_F(Permissions, SettingsThatCannotBeRead) {
  allow("flockmate.yaml", 0);
  cannot_begin({{"run"}, {"check"}, {"test"}, {"doctor"}, {"status"}, {"export"}, {"forget", "ana"}},
               "Cannot read " + at("flockmate.yaml") + ": " + advice);
}

TEST_F(Permissions, RulesThatCannotBeRead) {
  allow("small/course.yaml", 0);
  cannot_begin({{"run"}, {"check"}, {"test"}}, "Cannot read " + at("small/course.yaml") + ": " + advice);
  doctor_finds("rules: Cannot read " + at("small/course.yaml") +
               ": Permission denied.\n         Check who owns it and its permissions.\n");
  allow("small", 0);
  cannot_begin({{"run"}, {"check"}, {"test"}}, "Cannot read the folder " + at("small") + ": " + advice);
}

TEST_F(Permissions, AStateFolderThatCannotBeWritten) {
  const std::string sentence =
      "The state folder " + at("state") +
      " cannot be written to. Name another one with --state, or mend its permissions. (Cannot "
      "write " +
      at("state/.writable.new") + ": Permission denied. Check who owns it and its permissions.)\n";
  const std::string mend = "state: The state folder " + at("state") +
                           " cannot be written to by its owner.\n         Run: chmod u+rwx " + at("state") +
                           ".\n";
  allow("state", 0500);
  cannot_begin({{"run"}, {"practice", "--port", "0"}, {"export"}, {"forget", "ana"}}, sentence);
  doctor_finds(mend);
  allow("state", 0);
  cannot_begin({{"run"}}, sentence);
  doctor_finds(mend);
  EXPECT_NE(ask({"doctor"})
                .out.find("\nwarning  database: Whether there is a database cannot be seen: Permission "
                          "denied.\n         Mend the state folder first.\n"),
            std::string::npos);
}

TEST_F(Permissions, AStateFolderThatCannotBeMade) {
  std::filesystem::remove(at("state"));
  allow("", 0500);
  cannot_begin({{"run"}},
               "Cannot make the state folder " + at("state") +
                   ": Permission denied. Name another one with --state, or mend its permissions.\n");
}

TEST_F(Permissions, ADatabaseThatCannotBeWritten) {
  ASSERT_TRUE(store::SqliteStore::open(at("state/flockmate.sqlite")).ok());
  const std::string sentence =
      at("state/flockmate.sqlite") +
      " cannot be written. Make sure that the user who runs flockmate owns the folder and the "
      "file, and that the disk is not mounted read-only. Nothing was lost.\n";
  for (const mode_t mode : {0400U, 0U}) {
    allow("state/flockmate.sqlite", mode);
    cannot_begin({{"run"}}, sentence);
    doctor_finds("database: " + at("state/flockmate.sqlite") +
                 " cannot be written to by its owner.\n         Run: chmod u+rw " +
                 at("state/flockmate.sqlite") + "\n");
  }
  cannot_begin({{"export"}}, sentence);  // which was content with reading
}

TEST_F(Permissions, ASecretThatOthersCanRead) {
  for (const std::string name : {"hash", "token"}) {
    for (const mode_t mode : {0644U, 0640U, 0604U}) {
      allow(name, mode);
      cannot_begin({{"run"}}, at(name) + " can be read by others. Run: chmod 600 " + at(name) + "\n");
    }
    doctor_finds((name == "hash" ? "facilitators' password: " : "mastodon: credential: ") + at(name) +
                 " can be read by others.\n         Run: chmod 600 " + at(name) + "\n");
    allow(name, 0600);
  }
}

TEST_F(Permissions, ASecretThatCannotBeRead) {
  for (const std::string name : {"hash", "token"}) {
    allow(name, 0);
    cannot_begin({{"run"}}, "Cannot read " + at(name) + ": " + advice);
    doctor_finds(
        (name == "hash" ? "facilitators' password: Cannot read " : "mastodon: credential: Cannot read ") +
        at(name) + ": Permission denied.\n         Check who owns it and its permissions.\n");
    allow(name, 0600);
  }
}

}  // namespace
