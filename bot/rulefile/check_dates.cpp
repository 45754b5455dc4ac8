// Days that lie far outside the course: mostly those of the year before.
#include "base/clock.hpp"
#include "rulefile/check_parts.hpp"
#include "rulefile/cohort_parts.hpp"

namespace rulefile {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

// People prepare for a course and look back on it: so long before and after it is no slip.
constexpr days around{28};

class DateCheck {
 public:
  DateCheck(year_month_day starts, int weeks) : starts_(starts), weeks_(weeks) {}

  void check(const BetweenAt& between, Findings& findings) const {
    const sys_days last = starts_ + days{7 * weeks_ - 1};
    if (is_long_before(between.last)) {
      findings.add(Message::before_the_course, between.spot, {base::to_date(starts_)});
    } else if (weeks_ > 0 && sys_days{between.first} > last + around) {
      findings.add(Message::after_the_course, between.spot, {base::to_date(last)});
    }
  }

  void check(const FaqPart& part, Findings& findings) const {
    if (!part.entry.until || !is_long_before(*part.entry.until)) return;
    findings.add(Message::over_before_the_course, part.until_spot, {base::to_date(starts_)});
  }

 private:
  bool is_long_before(year_month_day day) const { return sys_days{day} < starts_ - around; }

  sys_days starts_;
  int weeks_;
};

}  // namespace

void check_dates(CohortParts& parts) {
  const CoursePart* course = parts.course();
  if (course == nullptr || !course->course.starts) return;
  const DateCheck check(*course->course.starts, course->course.weeks);
  for (const auto& file : parts.own) {
    for (const RulePart& rule : file->rules) {
      if (rule.between) check.check(*rule.between, file->findings);
    }
    for (const FaqPart& entry : file->faq) check.check(entry, file->findings);
  }
}

}  // namespace rulefile
