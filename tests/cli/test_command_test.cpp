// `flockmate test`: its reports for programs when a folder has mistakes, and a French course's words.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace {

using program::Folder;
using program::Ran;
using program::run;

class TestCommand : public testing::Test {
 protected:
  TestCommand() { folder_.write("small/course.yaml", program::small_course); }
  std::string course() const { return folder_.path("small"); }
  void break_it() const {
    folder_.write("small/more.yaml",
                  "rules:\n  - rule: x\n    whne: {says: \"<a>\"}\n    then:\n      - reply: hi\n");
  }
  void speak_french() const {
    folder_.write(
        "small/course.yaml",
        "course:\n  name: Petit\n  hashtags: [\"#petit\"]\n  languages: [fr]\n  contact: \"@dana\"\n"
        "  time_zone: Europe/Paris\n"
        "rules:\n  - rule: bonjour\n    mode: auto\n    when: {says: bonjour}\n    then:\n"
        "      - reply: \"Bonne journée !\"\n    test:\n"
        "      - post: \"bonjour #petit\"\n        expect: reply with \"Bonsoir\"\n"
        "      - post: \"salut #petit\"\n        expect: silent\n"
        "      - post: \"bonjour #petit\"\n        expect: reply\n        some_day: yes\n");
  }
  Folder folder_;
};

TEST_F(TestCommand, TellsMistakesInJson) {
  break_it();
  const Ran ran = run({"test", course(), "--format", "json"});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_EQ(ran.err, "");
  const auto report = nlohmann::json::parse(ran.out);
  EXPECT_EQ(report.at("passed"), 0);
  EXPECT_EQ(report.at("failed"), 0);
  EXPECT_TRUE(report.at("cases").empty());
  const auto checked = nlohmann::json::parse(run({"check", course(), "--format", "json"}).out);
  nlohmann::json mistake = checked.at("diagnostics").at(0);
  EXPECT_EQ(report.at("diagnostics"), nlohmann::json::array({mistake}));
  EXPECT_EQ(mistake.at("code"), "R003");
}

TEST_F(TestCommand, HasNoDiagnosticsInJsonWithoutMistakes) {
  const auto report = nlohmann::json::parse(run({"test", course(), "--format", "json"}).out);
  EXPECT_EQ(report.at("diagnostics"), nlohmann::json::array());
  EXPECT_EQ(report.at("passed"), 2);
}

TEST_F(TestCommand, TellsMistakesInJunit) {
  break_it();
  const Ran ran = run({"test", course(), "--format", "junit"});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_EQ(ran.err, "");
  const std::string file = course() + "/more.yaml";
  EXPECT_EQ(
      ran.out,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuite name=\"flockmate\" tests=\"1\" failures=\"0\" errors=\"1\">\n"
      "  <testcase name=\"R003 " +
          file + ":3\" file=\"" + file +
          "\" line=\"3\">"
          "<error message=\"&quot;whne&quot; is not something a rule can have - did you mean "
          "&quot;when&quot;?\">" +
          file +
          ":3:5  R003  &quot;whne&quot; is not something a rule can have - did you mean &quot;when&quot;?\n"
          "   A rule can have: rule, because, mode, when, unless, wait, then, limit, replaces, test.\n"
          "</error></testcase>\n"
          "</testsuite>\n");
}

TEST_F(TestCommand, TellsAFrenchCourseInFrench) {
  speak_french();
  const std::string file = course() + "/course.yaml";
  const Ran ran = run({"test", course()});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_EQ(
      ran.out,
      "échec  " + file +
          ":14  bonjour: bonjour #petit\n"
          "    les mots «\u00A0Bonsoir\u00A0» étaient attendus, mais il dit «\u00A0Bonne journée !\u00A0» "
          "(says: bonjour - il dit «\u00A0bonjour\u00A0»)\n"
          "réussi  " +
          file +
          ":16  bonjour: salut #petit\n"
          "    says: bonjour - ses mots ne sont pas dans le message\n"
          "réussit enfin  " +
          file +
          ":18  bonjour: bonjour #petit - retirez `some_day`, c'est vrai "
          "maintenant\n"
          "2 passed, 1 failed\n");
  const auto report = nlohmann::json::parse(run({"test", course(), "--format", "json"}).out);
  EXPECT_EQ(report.at("cases").at(0).at("outcome"), "failed") << "what programs read stays";
}

TEST_F(TestCommand, ExplainsAFrenchCourseInFrench) {
  speak_french();
  const Ran ran = run({"explain", "--rules", course(), "--says", "Bonjour tout le monde #petit", "--as",
                       "ana", "--at", "2026-03-03 18:12"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(ran.out,
            "«\u00A0Bonjour tout le monde #petit\u00A0» - dit le mar. 3 mars 18:12 sur practice\n\n"
            "bonjour répond\u00A0: ici, le mot-dièse du cours vaut accord.\n"
            "  reply (bonjour): \"Bonne journée !\"\n"
            "      route\u00A0: reply - ici, le mot-dièse du cours vaut accord\n"
            "\nPourquoi\n"
            "  oui         bonjour  says: bonjour - il dit «\u00A0bonjour\u00A0»\n");
}

}  // namespace
