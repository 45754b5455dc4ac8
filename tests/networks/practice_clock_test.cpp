#include "networks/practice_clock.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/folder.hpp"

namespace {

using networks::PracticeClock;
using std::chrono::hours;

TEST(PracticeClockTest, moves_forward_only_and_tells) {
  const fakes::Folder folder;
  fakes::FixedClock machine;
  auto clock = std::move(PracticeClock::open(folder.path(), machine)).value();
  int told = 0;
  clock->when_moved([&] { ++told; });
  EXPECT_EQ(clock->now(), machine.now());
  clock->advance(hours{3});
  clock->advance(hours{-2});
  EXPECT_EQ(clock->now(), machine.now() + hours{3});
  EXPECT_EQ(told, 2);
  machine.advance(hours{1});
  EXPECT_EQ(clock->now(), machine.now() + hours{3});
}

TEST(PracticeClockTest, keeps_its_shift_over_a_restart) {
  const fakes::Folder folder;
  const fakes::FixedClock machine;
  std::move(PracticeClock::open(folder.path() / "new", machine)).value()->advance(hours{5});
  EXPECT_EQ(std::move(PracticeClock::open(folder.path() / "new", machine)).value()->now(),
            machine.now() + hours{5});
}

TEST(PracticeClockTest, stays_within_ten_years_whatever_it_is_told) {
  const fakes::Folder folder;
  const fakes::FixedClock machine;
  auto clock = std::move(PracticeClock::open(folder.path(), machine)).value();
  for (int i = 0; i < 3; ++i) clock->advance(base::Duration::max());
  EXPECT_EQ(clock->now(), machine.now() + std::chrono::days{3650});
}

TEST(PracticeClockTest, nonsense_in_the_file_is_no_shift) {
  for (const char* text : {"", "soon", "-5", "99999999999999999999999999"}) {
    const fakes::Folder folder;
    const fakes::FixedClock machine;
    std::ofstream(folder.path() / "clock") << text;
    EXPECT_EQ(std::move(PracticeClock::open(folder.path(), machine)).value()->now(), machine.now()) << text;
  }
}

TEST(PracticeClockTest, runs_with_the_machine) {
  const fakes::Folder folder;
  auto clock = std::move(PracticeClock::open(folder.path())).value();
  const auto before = base::SystemClock().now();
  EXPECT_GE(clock->now(), before);
  EXPECT_LE(clock->now(), before + hours{1});
}

TEST(PracticeClockTest, a_folder_that_cannot_be_written_is_an_error) {
  EXPECT_FALSE(PracticeClock::open("/proc/flockmate").ok());
}

}  // namespace
