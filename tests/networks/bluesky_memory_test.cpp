#include "networks/bluesky_memory.hpp"

#include <gtest/gtest.h>

#include "tests/fakes/folder.hpp"

namespace {

TEST(BlueskyMemory, is_bounded_and_lets_go_of_what_was_answered_last) {
  fakes::Folder folder;
  networks::BlueskyMemory memory(folder.path() / "bluesky.json");
  const base::Instant start = base::from_millis(0);
  memory.note("at://first", "a", start);
  memory.set_answered("at://first");
  for (std::size_t number = 0; number < networks::BlueskyMemory::most; ++number) {
    memory.note("at://" + std::to_string(number), "a", start + std::chrono::seconds{number + 1});
  }
  EXPECT_TRUE(memory.knows("at://first"));
  EXPECT_FALSE(memory.knows("at://0"));
  EXPECT_TRUE(memory.knows("at://1"));
  ASSERT_TRUE(memory.save(start + std::chrono::hours{2}).ok());
  networks::BlueskyMemory again(folder.path() / "bluesky.json");
  EXPECT_TRUE(again.knows("at://first"));
  ASSERT_TRUE(again.save(start + std::chrono::days{31}).ok());
  EXPECT_FALSE(again.knows("at://first"));
}

}  // namespace
