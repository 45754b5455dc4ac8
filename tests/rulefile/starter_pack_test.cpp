// The shipped pack is a complete, working course: no diagnostics at all.
#include <gtest/gtest.h>

#include <iostream>

#include "tests/rulefile/folder.hpp"

namespace {

TEST(StarterPack, HasNoMistakes) {
  const rulefile::ReadCohort read = rulefile::read_cohort(tests::starter_pack(), {});
  EXPECT_EQ(rulefile::to_text(read.diagnostics, false), "");
  ASSERT_TRUE(read.source.has_value());
  EXPECT_GE(read.source->rules.size(), 5U);
  EXPECT_GE(read.source->content.faq.size(), 12U);
  EXPECT_GE(read.source->content.glossary.size(), 24U);
  EXPECT_EQ(read.source->course.name, "Learning Out Loud");
}

TEST(StarterPack, SpeaksEnglishAndFrenchEverywhere) {
  const rulefile::ReadCohort read = rulefile::read_cohort(tests::starter_pack(), {});
  ASSERT_TRUE(read.source.has_value());
  for (const auto& [name, wording] : read.source->templates) {
    EXPECT_TRUE(wording.contains("en")) << name;
    EXPECT_TRUE(wording.contains("fr")) << name;
  }
  for (const auto& entry : read.source->content.faq) EXPECT_TRUE(entry.answer.contains("fr")) << entry.id;
  for (const auto& term : read.source->content.glossary) EXPECT_TRUE(term.means.contains("fr")) << term.term;
}

}  // namespace
