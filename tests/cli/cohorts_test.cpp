#include "cli/cohorts.hpp"
#include "rulefile/read_options.hpp"

#include <gtest/gtest.h>

namespace {

TEST(ReadOptions, carry_what_ops_set_to_where_rules_are_read) {
  cli::Settings settings;
  settings.config.breaker_replies = 77;
  settings.config.breaker_minutes = 9;
  const auto options = cli::read_options(settings, base::Instant{});
  EXPECT_EQ(options.breaker_replies, 77);
  EXPECT_EQ(options.breaker_minutes, 9);
}

}  // namespace
