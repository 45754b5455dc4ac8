#include "base/clock.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Rfc3339, ReadsEveryFormAndWritesOne) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"2026-03-03T21:50:00Z", "2026-03-03T21:50:00Z"},
      {"2026-03-03T21:50:00.5+02:00", "2026-03-03T19:50:00.500Z"},
      {"2026-03-03 21:50:00.123456-0530", "2026-03-04T03:20:00.123Z"},
      {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
      {"9999-12-31T23:59:59z", "9999-12-31T23:59:59Z"},
      {"2024-02-29T12:00:00Z", "2024-02-29T12:00:00Z"},
  };
  for (const auto& [text, expected] : rows) {
    const auto instant = base::parse_rfc3339(text);
    ASSERT_TRUE(instant.ok()) << text;
    EXPECT_EQ(base::to_rfc3339(*instant), expected);
  }
}

TEST(Rfc3339, RefusesWhatIsNoTime) {
  for (const std::string text :
       {"", "2026", "2026-02-30T00:00:00Z", "2026-03-03T24:00:00Z", "2026-03-03T21:50:00",
        "2026-03-03T21:50:00Zx", "2026-13-01T00:00:00Z", "yesterday", "0000-01-01T00:00:00Z",
        "2026-03-03T21:60:00Z", "2026-03-03T21:50:00+25:00"}) {
    const auto instant = base::parse_rfc3339(text);
    ASSERT_FALSE(instant.ok()) << text;
    EXPECT_EQ(instant.error().message, "\"" + text + "\" is not a time like 2026-03-03T21:50:00Z.");
  }
}

TEST(Millis, AreTheSameInstant) {
  EXPECT_EQ(base::to_rfc3339(base::from_millis(0)), "1970-01-01T00:00:00Z");
  EXPECT_EQ(base::to_millis(base::from_millis(-5)), -5);
}

TEST(SystemClock, Moves) {
  EXPECT_GT(base::to_millis(base::SystemClock().now()), 1'700'000'000'000);
}

}  // namespace
