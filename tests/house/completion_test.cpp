// Bash completion, asked as bash asks it, against a program that prints help as CLI11 does.
#include <gtest/gtest.h>

#include "tests/house/shell.hpp"

namespace {

constexpr const char* program = R"(#!/bin/bash
case "$1 ${2:-}" in
  'help ')
    printf 'Flockmate co-facilitates a hashtag cohort.\nOptions:\n  -h,--help  Print this\n\n'
    printf 'Subcommands:\n  check                       every mistake\n  login                       a token\n'
    printf '  test                        the cases\n' ;;
  'help login')
    printf 'a token\nPositionals:\n  NETWORK TEXT:{mastodon,bluesky} REQUIRED\n'
    printf '                              whose account\n\nOptions:\n  --config FILE               settings\n' ;;
  'help check')
    printf 'every mistake\nPositionals:\n  PATH TEXT ...   cohort folders\n\nOptions:\n'
    printf '  -h,--help                   Print this help message and exit\n'
    printf '  --rules DIR                 a folder\n'
    printf '  --format TEXT:{text,json,github}\n                              text by default\n' ;;
esac
)";

struct Asked {
  const char* words;  // as typed so far; the last one is completed
  const char* offered;
};

TEST(Completion, offers_what_the_program_knows) {
  const house::Folder folder;
  const std::string flockmate = folder.write("flockmate", program, true);
  for (const auto& [words, offered] : {
           Asked{"ch", "check\n"},
           Asked{"''", "check\nlogin\ntest\n"},
           Asked{"help t", "test\n"},
           Asked{"login ''", "mastodon\nbluesky\n"},
           Asked{"login b", "bluesky\n"},
           Asked{"check --f", "--format\n"},
           Asked{"check --", "--format\n--help\n--rules\n"},
           Asked{"check --format j", "json\n"},
           Asked{"check --format ''", "text\njson\ngithub\n"},
       }) {
    const house::Said said = house::bash(
        folder.write("ask", "source '" + std::string(FLOCKMATE_SOURCE_DIR) +
                                "/deploy/completion/flockmate.bash'\nCOMP_WORDS=('" + flockmate + "' " +
                                words + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_flockmate\n" +
                                "printf '%s\\n' \"${COMPREPLY[@]}\"\n"));
    EXPECT_EQ(said.text, offered) << words;
  }
}

}  // namespace
