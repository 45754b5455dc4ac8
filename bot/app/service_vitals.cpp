// How the service is, gathered from what was counted, the networks and the store.
#include <set>

#include "app/attention.hpp"
#include "app/flock.hpp"
#include "app/listen_only.hpp"
#include "app/service.hpp"

namespace app {
namespace {

using domain::Tables;

Vitals::OfCohort cohort_of(Tables& tables, const std::string& cohort) {
  Vitals::OfCohort vitals;
  vitals.cohort = cohort;
  vitals.open_questions = tables.questions.open(cohort).size();
  vitals.open_drafts = tables.drafts.open(cohort).size();
  vitals.open_cards = tables.cards.open(cohort).size();
  vitals.waits = static_cast<std::size_t>(tables.waits.count(cohort));
  for (const domain::OutboxRow& row : tables.outbox.open(cohort)) ++vitals.outbox[row.state];
  return vitals;
}

std::size_t bad_files(const Snapshot& snapshot) {
  std::set<std::string> files;
  for (const rulefile::Diagnostic& diagnostic : snapshot.diagnostics) {
    if (diagnostic.severity == rulefile::Severity::error) files.insert(diagnostic.mark.file);
  }
  return files.size();
}

}  // namespace

Vitals Service::vitals() {
  Vitals vitals;
  for (const auto& [kind, network] : ports_.networks) {
    vitals.networks.push_back(pulse_.of(kind));
    Vitals::OfNetwork& one = vitals.networks.back();
    one.away_since = network->away_since();
    one.bill = network->bill();
    if (one.away_since) one.away = ports_.clock.now() - *one.away_since;
  }
  vitals.queue = pipeline_.queued();
  vitals.undecided = pulse_.undecided();
  vitals.sending = pulse_.being_sent();
  const auto read = ports_.store.read([&](Tables& tables) -> base::Status {
    vitals.cohorts.clear();
    for (const auto& [kind, network] : ports_.networks) {
      vitals.speech_stopped = vitals.speech_stopped || !why_silent(tables, kind).empty();
    }
    for (Vitals::OfNetwork& one : vitals.networks) {
      const auto silence = silence_now(tables, one.network);
      one.silence = silence ? sentence_of(one.network, *silence) : "";
    }
    for (const std::string& cohort : flock_.cohorts()) {
      vitals.cohorts.push_back(cohort_of(tables, cohort));
      vitals.cohorts.back().bad_files = bad_files(*flock_.snapshot(cohort));
    }
    return {};
  });
  vitals.state_readable = read.ok();
  return vitals;
}

}  // namespace app
