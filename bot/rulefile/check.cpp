#include "rulefile/check.hpp"

#include "rulefile/check_parts.hpp"
#include "rulefile/cohort_parts.hpp"
#include "rulefile/read_options.hpp"
#include "rulefile/zones.hpp"
#include "rules/calendar.hpp"

namespace rulefile {
namespace {

// What was meant, or how a zone is named.
Argument zone_hint(const std::string& zone) {
  const std::string meant = zone_meant(zone);
  if (meant.empty()) return Phrase::name_a_city;
  return {Phrase::did_you_mean_line, {"time_zone", meant}};
}

void check_zone(const CoursePart& part, Findings& findings) {
  const std::string& zone = part.course.time_zone;
  domain::Course clock;
  clock.time_zone = zone;
  if (!rules::Calendar::of(clock)) {
    findings.add(Message::wrong_zone, part.zone_spot, {zone, zone_hint(zone)});
  } else if (is_zone_without_place(zone)) {
    findings.add(Message::zone_without_place, part.zone_spot, {zone, zone_hint(zone)});
  }
}

}  // namespace

void check_course(CohortParts& parts) {
  const FilePart* first = nullptr;
  for (const auto& file : parts.own) {
    if (!file->course) continue;
    const CoursePart& part = *file->course;
    if (first != nullptr) {
      file->findings.add(Message::two_courses, part.spot, {first->source.path()});
      continue;
    }
    first = file.get();
    check_zone(part, file->findings);
  }
  if (first == nullptr && parts.all_readable() && !parts.own.empty()) {
    parts.own.front()->findings.add(Message::no_course, {});
  }
}

// The entry with which it becomes too much is told, once for each file.
void check_size(CohortParts& parts) {
  std::size_t entries = 0;
  std::size_t questions = 0;
  for (const auto& file : parts.own) {
    for (const FaqPart& part : file->faq) {
      questions += part.entry.asks.size();
      if (++entries <= most_entries && questions <= most_questions) continue;
      file->findings.add(Message::too_many_entries, part.id_spot,
                         {std::to_string(most_entries), std::to_string(most_questions)});
      break;
    }
  }
}

void check_cohort(CohortParts& parts, const CohortFiles& files, const ReadOptions& options) {
  check_course(parts);
  check_size(parts);
  check_names(parts, files);
  check_dates(parts);
  check_wordings(parts);
  check_lengths(parts, options);
  if (!options.advise) return;
  advise_on_rules(parts);
  advise_on_content(parts);
}

}  // namespace rulefile
