#include "domain/finding.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Finding, an_error_is_what_is_wrong_and_then_what_to_do) {
  const auto finding =
      domain::finding_of("state", {base::ErrorKind::failed, "/a.b is full. Free some space. Quickly."});
  EXPECT_EQ(finding.sentence, "/a.b is full.");
  EXPECT_EQ(finding.mend, "Free some space. Quickly.");
  EXPECT_EQ(finding.health, domain::Health::error);
  EXPECT_EQ(domain::finding_of("x", {base::ErrorKind::failed, "no connection"}).sentence, "no connection");
}

TEST(Finding, has_a_word_for_how_bad_it_is) {
  EXPECT_EQ(domain::to_word(domain::Health::fine), "ok");
  EXPECT_EQ(domain::to_word(domain::Health::by_hand), "by hand");
  EXPECT_EQ(domain::to_word(domain::Health::warning), "warning");
  EXPECT_EQ(domain::to_word(domain::Health::error), "error");
}

}  // namespace
