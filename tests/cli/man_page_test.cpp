// The manual page: well-formed, complete, and installed with the rest.
#include "cli/man_page.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <regex>

#include "base/files.hpp"
#include "base/text.hpp"
#include "tests/cli/program.hpp"

namespace {

namespace fs = std::filesystem;

std::string page() {
  return program::run({"help", "man"}).out;
}

TEST(ManPage, is_what_the_words_make_of_it) {
  const std::string text = cli::man_page(
      {{"sing", "a song's words", {{"FILE", "the song"}, {"--loud", ".not a request \\ a hyphen-word"}}}},
      "1.2");
  EXPECT_TRUE(text.starts_with(".TH FLOCKMATE 1 \"\" \"flockmate 1.2\" \"User Commands\"\n.SH NAME\n"))
      << text;
  EXPECT_NE(text.find(".SS flockmate sing FILE\na song's words\n.TP\n.B FILE\nthe song\n.TP\n.B \\-\\-loud\n"
                      "\\&.not a request \\e a hyphen\\-word\n"),
            std::string::npos)
      << text;
}

TEST(ManPage, tells_every_command_and_option_that_help_tells) {
  std::string words = page();
  words = std::regex_replace(words, std::regex(R"(\\-)"), "-");
  const std::string overview = program::run({"help"}).out;
  const std::string list = overview.substr(overview.find("Subcommands:"));
  const std::regex command(R"(\n  ([a-z]+) )");
  int commands = 0;
  for (std::sregex_iterator one(list.begin(), list.end(), command), end; one != end; ++one, ++commands) {
    const std::string name = (*one)[1];
    EXPECT_NE(words.find("\n.SS flockmate " + name), std::string::npos) << name;
    const std::string help = program::run({"help", name}).out;
    const std::regex option(R"(--[a-z-]+)");
    for (std::sregex_iterator named(help.begin(), help.end(), option); named != end; ++named) {
      EXPECT_NE(words.find(named->str()), std::string::npos) << name << " " << named->str();
    }
  }
  EXPECT_GE(commands, 14);
}

TEST(ManPage, is_read_by_man_without_a_warning) {
  if (std::system("command -v groff >/dev/null") != 0) GTEST_SKIP() << "groff is not installed";
  const program::Folder folder;
  folder.write("flockmate.1", page());
  const std::string groff = "groff -man -Tutf8 -ww '" + folder.path("flockmate.1") + "' >'" +
                            folder.path("out") + "' 2>'" + folder.path("warnings") + "'";
  EXPECT_EQ(std::system(groff.c_str()), 0);
  EXPECT_EQ(base::read_file(folder.path("warnings")).value(), "");
}

TEST(Install, brings_program_page_completion_and_guides) {
  const program::Folder folder;
  const std::string install = std::string("cmake --install '") + FLOCKMATE_BINARY_DIR + "' --prefix '" +
                              folder.path("usr") + "' >'" + folder.path("log") + "' 2>&1";
  ASSERT_EQ(std::system(install.c_str()), 0) << base::read_file(folder.path("log")).value();
  for (const char* file :
       {"bin/flockmate", "share/man/man1/flockmate.1", "share/bash-completion/completions/flockmate",
        "share/doc/flockmate/GUIDE.md", "share/doc/flockmate/README.md", "share/flockmate/rules/GUIDE.md"}) {
    EXPECT_TRUE(fs::exists(fs::path(folder.path("usr")) / file)) << file;
  }
  const auto installed = base::read_file(fs::path(folder.path("usr")) / "share/man/man1/flockmate.1");
  ASSERT_TRUE(installed);
  EXPECT_EQ(*installed, page()) << "an old page";
}

}  // namespace
