#include "cli/when.hpp"

#include <gtest/gtest.h>

namespace {

class When : public ::testing::Test {
 protected:
  When() {
    domain::Course course;
    course.time_zone = "America/Toronto";
    calendar_ = rules::Calendar::of(course).value();
  }
  std::string at(const std::string& text) const {
    const auto instant = cli::parse_when(text, calendar_, now_);
    return instant ? base::to_rfc3339(*instant) : instant.error().message;
  }
  rules::Calendar calendar_;
  base::Instant now_ = base::parse_rfc3339("2026-03-04T17:00:00Z").value();  // Wednesday noon in Toronto
};

TEST_F(When, IsReadInCourseTime) {
  EXPECT_EQ(at(""), "2026-03-04T17:00:00Z");
  EXPECT_EQ(at("18:12"), "2026-03-04T23:12:00Z");
  EXPECT_EQ(at("Wed 09:00"), "2026-03-04T14:00:00Z");
  EXPECT_EQ(at("tuesday 18:12"), "2026-03-10T22:12:00Z");  // after the change to summer time
  EXPECT_EQ(at("2026-07-01 08:30"), "2026-07-01T12:30:00Z");
  EXPECT_EQ(at("2026-03-03T21:50:00Z"), "2026-03-03T21:50:00Z");
}

TEST_F(When, OtherwiseSaysHowToWriteIt) {
  for (const std::string text :
       {"noon", "25:00", "Tue", "2026-02-30 10:00", "Xyz 10:00", "Tue 10:00 pm", " "}) {
    EXPECT_EQ(at(text), "\"" + text + "\" is not a time. Write --at 'Tue 18:12' or --at '2026-03-03 18:12'.");
  }
}

}  // namespace
