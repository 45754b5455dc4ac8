// The program as its users meet it: what each command prints, and its exit code.
#include <gtest/gtest.h>

#include <csignal>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "tests/cli/program.hpp"

namespace {

using program::Folder;
using program::Ran;
using program::run;

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

class Program : public ::testing::Test {
 protected:
  Program() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
      ::unsetenv(name);  // whatever a developer speaks
    folder_.write("small/course.yaml", program::small_course);
  }
  std::string course() const { return folder_.path("small"); }
  Folder folder_;
};

TEST_F(Program, WrongUsageEndsWithTwo) {
  for (const auto& words : std::vector<std::vector<std::string>>{{},
                                                                 {"fly"},
                                                                 {"explain"},
                                                                 {"check", "--format", "xml"},
                                                                 {"practice", "--port", "99999"},
                                                                 {"help", "R9999"}}) {
    const Ran ran = run(words);
    EXPECT_EQ(ran.exit_code, 2) << base::join(words, " ");
    EXPECT_EQ(ran.out, "");
    EXPECT_FALSE(ran.err.empty());
  }
  EXPECT_EQ(run({"help", "R9999"}).err,
            "flockmate: there is no help on \"R9999\". `flockmate help` lists the commands; codes look like "
            "R014, lines of a file like wait.\n");
}

TEST_F(Program, HelpTellsEveryCommand) {
  const Ran overview = run({"help"});
  EXPECT_EQ(overview.exit_code, 0);
  for (const std::string command : {"practice", "run", "check", "test", "explain", "replay", "understand",
                                    "schema", "status", "export", "forget", "backup", "restore", "help"}) {
    EXPECT_TRUE(holds(overview.out, "  " + command + " ")) << command;
    EXPECT_EQ(run({"help", command}).exit_code, 0) << command;
    EXPECT_EQ(run({command, "--help"}).out, run({"help", command}).out) << command;
  }
  EXPECT_EQ(run({"--version"}).out.substr(0, 10), "flockmate ");
}

TEST_F(Program, CheckFindsNothingInAGoodCourse) {
  const Ran ran = run({"check", course()});
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_EQ(ran.out, "0 errors, 0 warnings\n");
  EXPECT_EQ(run({"check"}).out, "0 errors, 0 warnings\n");  // without a config: the shipped course
}

TEST_F(Program, CheckEndsWithOneWhenThereAreErrors) {
  folder_.write("small/more.yaml",
                "rules:\n  - rule: x\n    whne: {says: a}\n    then:\n      - reply: hi\n");
  const Ran text = run({"check", course()});
  EXPECT_EQ(text.exit_code, 1);
  EXPECT_TRUE(holds(
      text.out, "more.yaml:3:5  R003  \"whne\" is not something a rule can have - did you mean \"when\"?"))
      << text.out;
  const auto json = nlohmann::json::parse(run({"check", course(), "--format", "json"}).out);
  ASSERT_EQ(json.at("diagnostics").size(), 1U) << json.dump(2);
  EXPECT_EQ(json.at("diagnostics").at(0).at("code"), "R003");
  EXPECT_EQ(json.at("diagnostics").at(0).at("line"), 3);
  EXPECT_TRUE(holds(run({"check", course(), "--format", "github"}).out, "::error file="));
}

TEST_F(Program, MistakesAreToldInTheLanguageAskedFor) {
  folder_.write("small/more.yaml",
                "rules:\n  - rule: x\n    whne: {says: a}\n    then:\n      - reply: hi\n");
  const std::string french = "vouliez-vous dire «\u00A0when\u00A0»";
  EXPECT_TRUE(holds(run({"check", course(), "--language", "fr"}).out, french));
  EXPECT_TRUE(holds(run({"test", course(), "--language", "fr"}).err, french));
  EXPECT_TRUE(holds(run({"explain", "--rules", course(), "--says", "hi", "--language", "fr"}).err, french));
  EXPECT_TRUE(holds(run({"help", "R003", "--language", "fr"}).out, "Comment corriger"));
  EXPECT_TRUE(holds(run({"check", course(), "--format", "json", "--language", "fr"}).out, french));
  EXPECT_EQ(run({"check", "--language", "de"}).exit_code, 2);
}

TEST_F(Program, TheEnvironmentChoosesTheLanguage) {
  const auto title = [](const std::vector<std::pair<const char*, const char*>>& set) {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) ::unsetenv(name);
    for (const auto& [name, value] : set) ::setenv(name, value, 1);
    const std::string page = run({"help", "R030"}).out;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) ::unsetenv(name);
    return page.substr(0, page.find('\n'));
  };
  EXPECT_EQ(title({{"LANG", "fr_CA.UTF-8"}}), "R030  Ce n'est pas une date");
  EXPECT_EQ(title({{"LANG", "fr_CA.UTF-8"}, {"LC_ALL", "en_GB.UTF-8"}}), "R030  Not a date");
  EXPECT_EQ(title({{"LANG", "en_US.UTF-8"}, {"LC_MESSAGES", "fr_FR.UTF-8"}}), "R030  Ce n'est pas une date");
  EXPECT_EQ(title({{"LANG", "de_DE.UTF-8"}}), "R030  Not a date");
  EXPECT_EQ(title({}), "R030  Not a date");
}

TEST_F(Program, AFolderThatIsNoneIsSaidPlainly) {
  const Ran ran = run({"check", "/nowhere"});
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_EQ(ran.err,
            "flockmate: /nowhere is not a folder. Name the folder that holds the course's YAML files.\n");
}

TEST_F(Program, TestAsksEveryCase) {
  const Ran good = run({"test", course()});
  EXPECT_EQ(good.exit_code, 0) << good.out << good.err;
  EXPECT_TRUE(good.out.ends_with("2 passed, 0 failed\n")) << good.out;
  const Ran junit = run({"test", course(), "--format", "junit"});
  EXPECT_TRUE(holds(junit.out, "tests=\"2\" failures=\"0\"")) << junit.out;
  EXPECT_EQ(nlohmann::json::parse(run({"test", course(), "--format", "json"}).out).at("passed"), 2);
}

TEST_F(Program, AFailingCaseEndsWithOneAndCanBeAccepted) {
  std::string text = program::small_course;
  text.replace(text.find("expect: silent"), 14, "expect: save_question  # a note of mine");
  folder_.write("small/course.yaml", text);
  const Ran failing = run({"test", course()});
  EXPECT_EQ(failing.exit_code, 1);
  EXPECT_TRUE(failing.out.ends_with("1 passed, 1 failed\n")) << failing.out;
  const Ran accepted = run({"test", course(), "--accept", course() + "/course.yaml:17"});
  EXPECT_EQ(accepted.exit_code, 0) << accepted.err;
  EXPECT_EQ(accepted.out, course() + "/course.yaml:17 now expects: silent\n");
  EXPECT_TRUE(run({"test", course()}).out.ends_with("2 passed, 0 failed\n"));
  EXPECT_EQ(run({"test", course(), "--accept", course() + "/course.yaml:17"}).exit_code, 2);
}

TEST_F(Program, ExplainTellsEveryRuleAndWhy) {
  const Ran said =
      run({"explain", "--rules", course(), "--says", "hello all #small", "--at", "2026-03-03 18:12"});
  EXPECT_EQ(said.exit_code, 0);
  EXPECT_TRUE(holds(said.out, "Good day!")) << said.out;
  EXPECT_TRUE(holds(said.out, "Tue 3 Mar 18:12")) << said.out;
  const auto json = nlohmann::json::parse(
      run({"explain", "--rules", course(), "--says", "bye #small", "--format", "json"}).out);
  EXPECT_EQ(json.at("rule"), nullptr);
  EXPECT_EQ(json.at("because").at(0).at("verdict"), "no");
  EXPECT_EQ(run({"explain", "--rules", course(), "--says", "x", "--at", "noonish"}).exit_code, 2);
}

TEST_F(Program, UnderstandAnswersLineByLine) {
  const Ran ran =
      run({"understand", "--rules", course()},
          "{\"id\":\"a\",\"text\":\"hi @ana see https://example.org/a #Flock\"}\nnot json\n[1]\n{\"id\":2}\n"
          "{\"id\":\"b\",\"text\":\"stop\",\"addressed\":true}\n{\"id\":\"c\",\"text\":\"x\\ud800\"}\n");
  EXPECT_EQ(ran.exit_code, 1);
  const auto lines = base::split(ran.out, '\n');
  ASSERT_EQ(lines.size(), 7U) << ran.out;
  const auto first = nlohmann::json::parse(lines[0]);
  EXPECT_EQ(first.at("id"), "a");
  EXPECT_EQ(first.at("entities").at("mentions").at(0).dump(), "{\"indices\":[3,7],\"text\":\"ana\"}");
  EXPECT_EQ(first.at("faq").dump(), "{\"best\":null,\"decision\":\"silent\",\"next\":[],\"score\":0}");
  EXPECT_EQ(lines[1], "{\"line\":2,\"error\":\"this line is not JSON\"}");
  EXPECT_EQ(lines[2], "{\"line\":3,\"error\":\"this line is not a JSON object\"}");
  EXPECT_EQ(lines[3], "{\"line\":4,\"error\":\"\\\"text\\\" is missing or not a string\"}");
  EXPECT_EQ(nlohmann::json::parse(lines[4]).at("command"), "stop");
  EXPECT_EQ(lines[5], "{\"line\":6,\"error\":\"this line is not JSON\"}");
}

TEST_F(Program, UnderstandGivesTheIdBackAsItCame) {
  const Ran ran = run({"understand", "--rules", course()},
                      "{\"id\":{\"a\":[1,2.5,\"é\"]},\"text\":\"x\"}\n{\"text\":\"x\"}\n{\"id\":" +
                          std::string(200'000, '[') + std::string(200'000, ']') + ",\"text\":\"x\"}\n");
  EXPECT_EQ(ran.exit_code, 1);
  const auto lines = base::split(ran.out, '\n');
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_TRUE(lines[0].starts_with("{\"id\":{\"a\":[1,2.5,\"é\"]},\"entities\"")) << lines[0];
  EXPECT_TRUE(lines[1].starts_with("{\"id\":null,\"entities\"")) << lines[1];
  EXPECT_EQ(lines[2], "{\"line\":3,\"error\":\"this line has more than 100 brackets within brackets\"}");
}

TEST_F(Program, UnderstandSurvivesAHugePost) {
  std::string huge = "{\"id\":1,\"text\":\"";
  huge.append(10'000'000, '#').append("\"}\n");
  const Ran ran = run({"understand", "--rules", course()}, huge);
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_EQ(nlohmann::json::parse(ran.out).at("length").at("bytes"), 10'000'000);
}

TEST_F(Program, ReplayTellsEachDecisionAndTheSum) {
  folder_.write(
      "posts.ndjson",
      "{\"id\":\"1\",\"network\":\"practice\",\"author\":{\"id\":\"a\",\"handle\":\"ana\",\"name\":\"Ana\"},"
      "\"text\":\"hello #small\",\"created_at\":\"2026-03-03T10:00:00Z\"}\nrubbish\n");
  const Ran ran = run({"replay", folder_.path("posts.ndjson"), "--rules", course(), "--format", "json"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_TRUE(holds(ran.err, "line 2 was left out: ")) << ran.err;
  const auto lines = base::split(ran.out, '\n');
  const auto decision = nlohmann::json::parse(lines.at(0));
  EXPECT_EQ(decision.at("post"), "1");
  EXPECT_EQ(decision.at("rule"), "say-hello");
  EXPECT_EQ(decision.at("mode"), "auto");
  EXPECT_EQ(decision.at("actions").at(0).at("route"), "reply");
  EXPECT_EQ(decision.at("actions").at(0).at("text"), "Good day!");
  const auto sum = nlohmann::json::parse(lines.at(1)).at("summary");
  EXPECT_EQ(sum.at("posts"), 1);
  EXPECT_EQ(sum.at("by_rule").at("say-hello").at("fired"), 1);
  const Ran drafts =
      run({"replay", folder_.path("posts.ndjson"), "--rules", course(), "--consent", "mention", "--quiet"});
  EXPECT_TRUE(holds(drafts.out, "say-hello: fired 1 (1 as drafts)")) << drafts.out;
  EXPECT_EQ(run({"replay", "/nowhere", "--rules", course()}).err,
            "flockmate: cannot read the archive /nowhere: No such file or directory.\n");
}

TEST_F(Program, ReplayLaysOldAndNewRulesSideBySide) {
  folder_.write("old/course.yaml", base::join(base::split(program::small_course, '!'), "?"));
  folder_.write(
      "posts.ndjson",
      "{\"id\":\"1\",\"network\":\"practice\",\"author\":{\"id\":\"a\",\"handle\":\"ana\",\"name\":\"Ana\"},"
      "\"text\":\"hello #small\",\"created_at\":\"2026-03-03T10:00:00Z\"}\n");
  const Ran ran = run({"replay", folder_.path("posts.ndjson"), "--rules", course(), "--against",
                       folder_.path("old"), "--quiet"});
  EXPECT_TRUE(holds(
      ran.out, "1 said differently\n    ana: \"hello #small\"\n  - reply Good day?\n  + reply Good day!\n"))
      << ran.out << ran.err;
}

TEST_F(Program, SchemaIsJson) {
  EXPECT_TRUE(nlohmann::json::parse(run({"schema"}).out).contains("properties"));
}

TEST_F(Program, ABadConfigIsSaidPlainly) {
  EXPECT_EQ(run({"run", "--config", "/nowhere.yaml"}).err,
            "flockmate: Cannot read /nowhere.yaml: No such file or directory.\n");
  EXPECT_EQ(run({"run", "--config", "/nowhere.yaml"}).exit_code, 3);
  folder_.write("bad.yaml", "cohorts: [small]\nlissten: {port: 1}\n");
  const Ran ran = run({"practice", "--port", "0", "--config", folder_.path("bad.yaml")});
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_TRUE(holds(ran.err, "\"lissten\"") && holds(ran.err, "did you mean \"listen\"?")) << ran.err;
  folder_.write("fine.yaml", "cohorts: [small]\nstate: state\nnetworks:\n  practice: {handle: flockmate}\n");
  const Ran open = run({"run", "--config", folder_.path("fine.yaml")});
  EXPECT_EQ(open.exit_code, 3);
  EXPECT_TRUE(holds(open.err, "flockmate: the pages need a password.")) << open.err;
}

TEST_F(Program, AStateFolderThatCannotBeWrittenIsSaidPlainly) {
  const Ran ran = run({"practice", "--port", "0", "--state", "/proc/nothing", "--rules", course()});
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_TRUE(holds(ran.err, "flockmate: Cannot make the state folder /proc/nothing: ")) << ran.err;
  folder_.write("file", "");
  EXPECT_EQ(
      run({"practice", "--port", "0", "--state", folder_.path("file")}).err,
      "flockmate: The state folder " + folder_.path("file") + " is a file. Name another one with --state.\n");
}

TEST_F(Program, NothingAnswersWhereNothingRuns) {
  const Ran ran = run({"status", "--state", folder_.path("state")});
  EXPECT_EQ(ran.exit_code, 1);
  EXPECT_EQ(ran.err, "flockmate: No flockmate answers on " + folder_.path("state/flockmate.sock") +
                         ". Is the service running?\n");
  EXPECT_EQ(run({"forget", "ana", "--state", folder_.path("state")}).exit_code, 1);
  EXPECT_EQ(run({"export", "--state", folder_.path("state")}).exit_code, 3);
}

TEST_F(Program, PracticeRunsIsReachedReloadsAndStops) {
  const std::string state = folder_.path("state");
  program::Running bot({"practice", "--port", "0", "--state", state, "--rules", course()},
                       folder_.path("log"));
  ASSERT_NE(bot.wait_for("The practice room is open: http://127.0.0.1:"), "");
  EXPECT_TRUE(holds(run({"status", "--state", state}).out, "small (Small)\n  1 rules, 0 posts"));
  const Ran second = run({"practice", "--port", "0", "--state", state, "--rules", course()});
  EXPECT_EQ(second.exit_code, 3);
  EXPECT_TRUE(holds(second.err, "flockmate: ")) << second.err;
  EXPECT_EQ(run({"export", "--state", state, "--rules", course()}).exit_code, 0);
  EXPECT_EQ(run({"forget", "@nobody", "--state", state}).err,
            "flockmate: Nobody known as @nobody on practice.\n");
  bot.signal(SIGHUP);
  EXPECT_NE(bot.wait_for("files were read again"), "");
  bot.signal(SIGTERM);
  EXPECT_EQ(bot.wait_for_end(), 0);
}

TEST_F(Program, APortThatIsTakenIsSaidPlainly) {
  program::Running bot({"practice", "--port", "0", "--state", folder_.path("one"), "--rules", course()},
                       folder_.path("log"));
  const std::string said = bot.wait_for("Stop with Ctrl-C");
  const std::string mark = "http://127.0.0.1:";
  ASSERT_TRUE(holds(said, mark)) << said;
  const std::string port = said.substr(said.find(mark) + mark.size(), 5);
  const std::string digits = port.substr(0, port.find('/'));
  const Ran ran = run({"practice", "--port", digits, "--state", folder_.path("two"), "--rules", course()});
  EXPECT_EQ(ran.exit_code, 3);
  EXPECT_TRUE(
      holds(ran.err, "flockmate: Port " + digits +
                         " is taken by another program. Choose another one with `--port`, for example"))
      << ran.err;
}

}  // namespace
