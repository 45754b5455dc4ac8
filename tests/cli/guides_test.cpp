// The guides' examples, taken from the guides and given to the program: they must not grow stale.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>

#include "base/files.hpp"
#include "base/text.hpp"
#include "domain/course.hpp"
#include "rulefile/cohort_files.hpp"
#include "rulefile/service_config.hpp"
#include "tests/cli/program.hpp"

namespace {

using program::Folder;
using program::Ran;
using program::run;

const std::filesystem::path source_dir = FLOCKMATE_SOURCE_DIR;

// Each ```yaml block is a whole file; its first line is a note with the file's name.
std::map<std::string, std::string> files_in(const std::string& guide) {
  std::map<std::string, std::string> files;
  const auto text = base::read_file(source_dir / guide);
  EXPECT_TRUE(text) << guide;
  const std::string fence = "```yaml\n";
  std::size_t at = 0;
  while (text && (at = text->find(fence, at)) != std::string::npos) {
    at += fence.size();
    const std::string block = text->substr(at, text->find("```", at) - at);
    const std::string first = block.substr(0, block.find('\n'));
    EXPECT_TRUE(first.starts_with("# ") && first.ends_with(".yaml")) << first;
    EXPECT_TRUE(files.emplace(first.substr(std::min<std::size_t>(2, first.size())), block).second) << first;
  }
  return files;
}

class FacilitatorsGuide : public testing::Test {
 protected:
  FacilitatorsGuide() {
    for (const auto& [name, text] : files_in("rules/GUIDE.md")) folder_.write("my-course/" + name, text);
  }
  Ran in_folder(const std::vector<std::string>& words) const { return run(words, "", folder_.path()); }
  Folder folder_;
};

TEST_F(FacilitatorsGuide, HasNoMistakeInItsExamples) {
  EXPECT_EQ(files_in("rules/GUIDE.md").size(), 7U);
  EXPECT_EQ(in_folder({"check", "my-course"}).out, "0 errors, 0 warnings\n");
}

TEST_F(FacilitatorsGuide, ProvesWhatItSays) {
  const Ran ran = in_folder({"test", "my-course"});
  EXPECT_EQ(ran.exit_code, 0);
  EXPECT_TRUE(ran.out.ends_with("8 passed, 0 failed\n")) << ran.out;
}

TEST_F(FacilitatorsGuide, AcceptsTheExpectationItNames) {
  folder_.write("my-course/rooms.yaml", [] {
    std::string changed = files_in("rules/GUIDE.md").at("rooms.yaml");
    changed.replace(changed.find("Room 204, second"), 16, "Room 117, second");
    return changed;
  }());
  EXPECT_EQ(in_folder({"test", "my-course"}).exit_code, 1);
  const Ran ran = in_folder({"test", "my-course", "--accept", "my-course/rooms.yaml:12"});
  EXPECT_EQ(ran.exit_code, 0) << ran.err;
  EXPECT_EQ(in_folder({"test", "my-course"}).exit_code, 0);
}

TEST_F(FacilitatorsGuide, ExplainsAndReplays) {
  const Ran why = in_folder(
      {"explain", "--rules", "my-course", "--says", "Which room?", "--as", "ana", "--at", "Tue 18:12"});
  EXPECT_NE(why.out.find("where-is-the-room replies as a draft"), std::string::npos) << why.out << why.err;
  folder_.write(
      "last-term.json",
      R"({"id":"1","network":"practice","author":{"id":"1","handle":"ana"},"text":"Which room? #flockcourse",)"
      R"("created_at":"2026-03-03T15:00:00Z"})");
  const Ran replayed = in_folder({"replay", "last-term.json", "--rules", "my-course"});
  EXPECT_EQ(replayed.exit_code, 0) << replayed.err;
  EXPECT_NE(replayed.out.find("where-is-the-room"), std::string::npos);
  EXPECT_EQ(
      in_folder({"replay", "last-term.json", "--rules", "my-course", "--against", "my-course"}).exit_code, 0);
}

// The shipped settings hold an account on each network as a note: with the signs taken away they have to be
// good.
TEST(SampleSettings, OfEachNetworkAreGood) {
  const auto text = base::read_file(source_dir / "config/flockmate.yaml");
  ASSERT_TRUE(text);
  std::string settings;
  bool in_sample = false;
  for (const std::string& line : base::split(*text, '\n')) {
    const std::regex begins("  # (mastodon|bluesky|x):");
    in_sample = !line.empty() && (in_sample || std::regex_match(line, begins));
    settings += (in_sample ? "  " + line.substr(4) : line) + "\n";
  }
  const auto read = rulefile::read_service_config({"flockmate.yaml", settings});
  EXPECT_EQ(rulefile::to_text(read.diagnostics, false), "") << settings;
  using domain::NetworkKind;
  const auto& networks = read.config.networks;
  ASSERT_EQ(networks.size(), 4U);
  EXPECT_EQ(networks.at(NetworkKind::bluesky).jetstreams.size(), 2U);
  EXPECT_EQ(networks.at(NetworkKind::mastodon).listen_on.size(), 2U);
  EXPECT_EQ(networks.at(NetworkKind::x).monthly_cap, 25'000'000);
  const domain::PriceList usual;
  EXPECT_EQ(networks.at(NetworkKind::x).prices.as_of, usual.as_of);
  for (const auto price :
       {&domain::PriceList::post_read, &domain::PriceList::mention_read, &domain::PriceList::user_read,
        &domain::PriceList::post, &domain::PriceList::post_with_link, &domain::PriceList::reply,
        &domain::PriceList::boost, &domain::PriceList::deletion}) {
    EXPECT_EQ(networks.at(NetworkKind::x).prices.*price, usual.*price) << "the sample is what is built in";
  }
  const auto& policy = read.config.policies[1];
  EXPECT_EQ(policy.per_hour, 10);
  EXPECT_EQ(policy.per_day, 50);
}

TEST(OpsGuide, HasSettingsWithoutMistakes) {
  const auto files = files_in("deploy/GUIDE.md");
  ASSERT_EQ(files.size(), 1U);
  const auto read = rulefile::read_service_config({"flockmate.yaml", files.at("flockmate.yaml")});
  EXPECT_EQ(rulefile::to_text(read.diagnostics, false), "");
  EXPECT_EQ(read.config.console_password, "console-password");
}

TEST(Guides, NameFilesThatAreThereAndOptionsThatExist) {
  for (const char* guide : {"rules/GUIDE.md", "deploy/GUIDE.md", "README.md"}) {
    const auto text = base::read_file(source_dir / guide);
    ASSERT_TRUE(text);
    const std::regex link(R"(\]\(([^)#]+)\))");
    for (std::sregex_iterator one(text->begin(), text->end(), link), end; one != end; ++one) {
      const auto target = source_dir / std::filesystem::path(guide).parent_path() / (*one)[1].str();
      EXPECT_TRUE(std::filesystem::exists(target)) << guide << ": " << target;
    }
    const std::regex command(R"(\n    flockmate ([a-z]+)([^\n]*))");
    for (std::sregex_iterator one(text->begin(), text->end(), command), end; one != end; ++one) {
      const std::string page = run({"help", (*one)[1].str()}).out;
      EXPECT_NE(page, "") << (*one)[0];
      const std::string words = (*one)[2].str();
      const std::regex option(R"(--[a-z-]+)");
      for (std::sregex_iterator named(words.begin(), words.end(), option); named != end; ++named) {
        EXPECT_NE(page.find(named->str()), std::string::npos) << (*one)[0];
      }
    }
  }
}

TEST(Guides, AreNamedByHelp) {
  const std::string overview = run({"help"}).out;
  EXPECT_NE(overview.find((source_dir / "rules/GUIDE.md").string()), std::string::npos) << overview;
  EXPECT_NE(overview.find("deploy/GUIDE.md"), std::string::npos);
}

}  // namespace
