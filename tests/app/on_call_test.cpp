#include "app/on_call.hpp"

#include <gtest/gtest.h>

namespace {

using Names = std::vector<std::string>;

domain::Course course() {
  domain::Course course;
  course.time_zone = "America/Toronto";
  course.facilitators = {{"Dana", {}, {std::chrono::Monday, std::chrono::Tuesday}},
                         {"Eve", {}, {std::chrono::Tuesday}},
                         {"Farid", {}, {}}};
  return course;
}

Names called(const std::string& to, const std::string& at) {
  Names names;
  for (const auto& one : app::on_call(course(), to, *base::parse_rfc3339(at))) names.push_back(one.name);
  return names;
}

TEST(OnCall, duty_is_by_the_days_of_the_courses_time_zone) {
  const Names everybody{"Dana", "Eve", "Farid"};
  EXPECT_EQ(called("duty", "2026-03-02T15:00:00Z"), Names{"Dana"});
  EXPECT_EQ(called("duty", "2026-03-03T15:00:00Z"), (Names{"Dana", "Eve"}));
  EXPECT_EQ(called("duty", "2026-03-04T03:00:00Z"), (Names{"Dana", "Eve"})) << "there it is still Tuesday";
  EXPECT_EQ(called("duty", "2026-03-04T15:00:00Z"), everybody) << "nobody's day";
}

TEST(OnCall, all_a_name_and_nobody_of_that_name) {
  const Names everybody{"Dana", "Eve", "Farid"};
  EXPECT_EQ(called("all", "2026-03-02T15:00:00Z"), everybody);
  EXPECT_EQ(called("Farid", "2026-03-02T15:00:00Z"), Names{"Farid"});
  EXPECT_EQ(called("Gita", "2026-03-02T15:00:00Z"), everybody) << "a call is for somebody";
}

}  // namespace
