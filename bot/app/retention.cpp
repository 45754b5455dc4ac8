#include "app/retention.hpp"

#include <algorithm>

#include "app/aside.hpp"
#include "app/flock.hpp"
#include "domain/store.hpp"
#include "rules/ruleset.hpp"

namespace app {
namespace {

// A post this young may still be answered, even when the course ended long ago.
constexpr std::chrono::hours still_in_work{24};

bool has_expiring_answers(const rules::Ruleset& ruleset) {
  const auto& faq = ruleset.content().faq;
  return std::any_of(faq.begin(), faq.end(), [](const auto& entry) { return entry.until.has_value(); });
}

}  // namespace

bool throw_away(domain::Tables& tables, const Flock& flock, base::Instant now) {
  std::size_t erased = tables.traces.forget_before(now - keep_traces);
  for (const std::string& cohort : flock.cohorts()) {
    const auto end = flock.snapshot(cohort)->ruleset->calendar().course_end();
    if (!end || now < *end + keep_texts_after_course) continue;
    const base::Instant before = now - still_in_work;
    erased += tables.posts.erase_texts_before(cohort, before);
    erased += tables.outbox.erase_texts_before(cohort, before);
    erased += tables.drafts.erase_texts_before(cohort, before);
  }
  return erased > 0;
}

bool renew_rulesets(Flock& flock, base::Instant now) {
  bool swapped = false;
  for (const std::string& cohort : flock.cohorts()) {
    const auto snapshot = flock.snapshot(cohort);
    if (!has_expiring_answers(*snapshot->ruleset)) continue;
    auto ruleset = aside([&] { return rules::Ruleset::compile(snapshot->ruleset->source(), now); });
    if (!ruleset) continue;  // it compiled yesterday; the old one still runs
    Snapshot renewed = *snapshot;
    renewed.ruleset = std::move(ruleset).value();
    swapped = flock.replace(cohort, snapshot, std::move(renewed)) || swapped;  // unless a reload was faster
  }
  return swapped;
}

}  // namespace app
