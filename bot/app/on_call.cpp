#include "app/on_call.hpp"

#include <algorithm>

#include "rules/calendar.hpp"

namespace app {

std::vector<domain::Facilitator> on_call(const domain::Course& course, const std::string& to,
                                         base::Instant now) {
  const auto calendar = rules::Calendar::of(course);
  const std::chrono::weekday today = (calendar ? *calendar : rules::Calendar()).local(now).day;
  std::vector<domain::Facilitator> chosen;
  for (const domain::Facilitator& one : course.facilitators) {
    const bool has_duty = std::find(one.duty.begin(), one.duty.end(), today) != one.duty.end();
    if (to == "duty" ? has_duty : one.name == to) chosen.push_back(one);
  }
  return chosen.empty() ? course.facilitators : chosen;
}

}  // namespace app
