// Paths from the Rules page: hostile until proved otherwise.
#include "app/rule_place.hpp"

#include <gtest/gtest.h>

#include "base/files.hpp"
#include "tests/fakes/folder.hpp"

namespace {

namespace fs = std::filesystem;

class RulePlaceTest : public testing::Test {
 protected:
  RulePlaceTest() {
    fs::create_directories(folder() / "sub");
    EXPECT_TRUE(base::write_file_atomically(top_ / "secret.yaml", "no").ok());
    EXPECT_TRUE(base::write_file_atomically(folder() / "rules.yaml", "rules: []\n").ok());
  }

  fs::path folder() const { return top_ / "week"; }
  std::string message(const std::string& path) const {
    const auto place = app::place_in(folder(), path);
    return place ? place->string() : place.error().message;
  }
  const fakes::Folder own_;
  const fs::path top_ = fs::canonical(own_.path());
};

TEST_F(RulePlaceTest, RuleFilesHaveAPlace) {
  for (const char* path : {"rules.yaml", "new.test.yaml", "sub/more.yaml", "no-such/more.yaml", "roster.txt",
                           "Où sont-ils.yaml", "templates/en/faq.mustache"}) {
    EXPECT_EQ(message(path), (folder() / path).string());
  }
}

TEST_F(RulePlaceTest, NothingElseHas) {
  const std::string longest(300, 'a');
  for (const std::string& path : {std::string(),
                                  std::string("/"),
                                  std::string("."),
                                  std::string(".."),
                                  std::string("../secret.yaml"),
                                  std::string("/etc/passwd.yaml"),
                                  std::string("sub/../../secret.yaml"),
                                  std::string("./rules.yaml"),
                                  std::string("sub//more.yaml"),
                                  std::string("rules.yaml/"),
                                  std::string(".hidden.yaml"),
                                  std::string(".git/config.yaml"),
                                  std::string("rules.yml"),
                                  std::string("rules"),
                                  std::string(".yaml"),
                                  std::string("run.sh"),
                                  std::string("rules.yaml\n"),
                                  std::string("a\0b.yaml", 8),
                                  std::string("..\\secret.yaml"),
                                  std::string("C:rules.yaml"),
                                  std::string("a/b/c.yaml"),
                                  std::string("templates/faq.mustache"),
                                  std::string("templates/en/x.yaml"),
                                  std::string("templates/en/deep/faq.mustache"),
                                  std::string("\xFF.yaml"),
                                  longest + ".yaml"}) {
    const auto place = app::place_in(folder(), path);
    ASSERT_FALSE(place.ok()) << path;
    EXPECT_EQ(place.error().kind, base::ErrorKind::invalid) << path;
  }
  EXPECT_EQ(message("../secret.yaml"),
            "\"../secret.yaml\" is not a name for a rule file. Names look like questions.yaml or "
            "templates/en/welcome.mustache.");
}

TEST_F(RulePlaceTest, LinksMayNotLeadOutOfTheFolder) {
  fs::create_symlink(top_ / "secret.yaml", folder() / "link.yaml");
  fs::create_directory_symlink(top_, folder() / "out");
  fs::create_symlink(folder() / "rules.yaml", folder() / "inside.yaml");
  fs::create_directory(folder() / "folder.yaml");
  EXPECT_EQ(message("link.yaml"), "link.yaml is not a file inside the course's folder.");
  EXPECT_EQ(message("out/secret.yaml"), "out/secret.yaml is not a file inside the course's folder.");
  EXPECT_EQ(message("folder.yaml"), "folder.yaml is not a file inside the course's folder.");
  EXPECT_EQ(message("inside.yaml"), (folder() / "rules.yaml").string());
}

TEST_F(RulePlaceTest, AFolderThatIsGoneIsSaid) {
  const auto place = app::place_in(top_ / "gone", "rules.yaml");
  ASSERT_FALSE(place.ok());
  EXPECT_EQ(place.error().kind, base::ErrorKind::not_found);
}

}  // namespace
