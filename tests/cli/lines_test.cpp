#include "cli/lines.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <thread>
#include <vector>

namespace {

struct Seen {
  std::vector<std::string> lines;
  int too_long = 0;
  int pauses = 0;
};

Seen read_lines(const std::string& input, std::size_t longest) {
  std::array<int, 2> ends{};
  EXPECT_EQ(::pipe(ends.data()), 0);
  std::thread writer([&] {
    for (std::size_t sent = 0; sent < input.size();) {
      const ssize_t count = ::write(ends[1], input.data() + sent, input.size() - sent);
      if (count <= 0) break;
      sent += static_cast<std::size_t>(count);
    }
    ::close(ends[1]);
  });
  Seen seen;
  cli::each_line(
      ends[0], longest,
      [&](const std::string& line, bool too_long) {
        seen.lines.push_back(line);
        seen.too_long += too_long ? 1 : 0;
      },
      [&] { ++seen.pauses; });
  writer.join();
  ::close(ends[0]);
  return seen;
}

TEST(EachLine, KnowsEveryLineEnd) {
  const std::vector<std::string> expected{"one", "", "two", "three"};
  EXPECT_EQ(read_lines("one\n\r\ntwo\r\nthree", 100).lines, expected);
  EXPECT_EQ(read_lines("one\n\ntwo\nthree\n", 100).lines, expected);
  EXPECT_TRUE(read_lines("", 100).lines.empty());
}

TEST(EachLine, GoesOnAfterALineThatIsTooLong) {
  const Seen seen = read_lines(std::string(1'000'000, 'x') + "\nshort\n" + std::string(101, 'y'), 100);
  EXPECT_EQ(seen.lines, (std::vector<std::string>{"", "short", ""}));
  EXPECT_EQ(seen.too_long, 2);
}

TEST(EachLine, PausesSoThatAnswersAreNotHeldBack) {
  EXPECT_GE(read_lines("one\n", 100).pauses, 1);
}

}  // namespace
