// The vitals as Prometheus reads them.
#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>
#include <unistd.h>

#include <fstream>

#include "app/vitals.hpp"
#include "console/watch_pages.hpp"
#include "domain/action.hpp"
#include "domain/store.hpp"

namespace console {
namespace {

using domain::DeliveryState;
using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;
using Labels = std::vector<ClientMetric::Label>;

class Families {
 public:
  void begin(MetricType type, const std::string& name, const std::string& help) {
    families_.push_back({name, help, type, {}});
  }
  template <typename Number>
  void add(Number number, Labels labels = {}) {
    ClientMetric metric;
    metric.label = std::move(labels);
    const auto value = static_cast<double>(number);
    if (families_.back().type == MetricType::Counter) {
      metric.counter.value = value;
    } else {
      metric.gauge.value = value;
    }
    families_.back().metric.push_back(std::move(metric));
  }
  std::string text() const { return prometheus::TextSerializer().Serialize(families_); }

 private:
  std::vector<MetricFamily> families_;
};

double seconds(base::Duration duration) {
  return std::chrono::duration<double>(duration).count();
}

ClientMetric::Label network_of(const app::Vitals::OfNetwork& vitals) {
  return {"network", std::string(domain::to_word(vitals.network))};
}

// Label values are words of one piece, as PromQL is written.
std::string state_word(DeliveryState state) {
  std::string word(domain::to_word(state));
  for (char& c : word) c = c == ' ' ? '_' : c;
  return word;
}

void add_networks(Families& families, const app::Vitals& vitals) {
  families.begin(MetricType::Counter, "flockmate_posts_heard_total",
                 "Posts, edits and deletions taken from a network since the start.");
  for (const auto& one : vitals.networks) families.add(one.heard, {network_of(one)});
  families.begin(MetricType::Counter, "flockmate_decisions_total",
                 "Decisions written since the start: about posts, waits that were over, and timed rules.");
  for (const auto& one : vitals.networks) families.add(one.decided, {network_of(one)});
  families.begin(MetricType::Counter, "flockmate_said_total", "What reached a network since the start.");
  for (const auto& one : vitals.networks) {
    for (const auto& [kind, count] : one.said) {
      families.add(count, {network_of(one), {"kind", std::string(domain::to_word(kind))}});
    }
  }
  families.begin(MetricType::Gauge, "flockmate_last_post_age_seconds",
                 "Since something was last heard from a network, or since the start.");
  for (const auto& one : vitals.networks) families.add(seconds(one.since_last_heard), {network_of(one)});
  families.begin(MetricType::Gauge, "flockmate_network_up", "1 while a network is heard, 0 while it is not.");
  for (const auto& one : vitals.networks) families.add(one.away_since ? 0 : 1, {network_of(one)});
}

double dollars(std::int64_t millionths) {
  return static_cast<double>(millionths) / 1e6;
}

// Of networks that charge for reading and speaking.
void add_money(Families& families, const app::Vitals& vitals) {
  families.begin(MetricType::Gauge, "flockmate_month_spent_dollars",
                 "What a network costs this month, as the bot counts it.");
  for (const auto& one : vitals.networks) {
    if (one.bill) families.add(dollars(one.bill->spent), {network_of(one)});
  }
  families.begin(MetricType::Gauge, "flockmate_month_cap_dollars",
                 "What it may cost in a month; once that is spent the bot neither reads nor speaks there.");
  for (const auto& one : vitals.networks) {
    if (one.bill) families.add(dollars(one.bill->cap), {network_of(one)});
  }
}

void add_of_cohorts(Families& families, const app::Vitals& vitals, const std::string& name,
                    const std::string& help, std::size_t app::Vitals::OfCohort::*value) {
  families.begin(MetricType::Gauge, name, help);
  for (const auto& one : vitals.cohorts) families.add(one.*value, {{"cohort", one.cohort}});
}

void add_cohorts(Families& families, const app::Vitals& vitals) {
  using Cohort = app::Vitals::OfCohort;
  add_of_cohorts(families, vitals, "flockmate_open_questions", "Questions without an answer.",
                 &Cohort::open_questions);
  add_of_cohorts(families, vitals, "flockmate_open_drafts", "Drafts that wait for a facilitator.",
                 &Cohort::open_drafts);
  add_of_cohorts(families, vitals, "flockmate_open_cards", "Cards that wait for a facilitator.",
                 &Cohort::open_cards);
  add_of_cohorts(families, vitals, "flockmate_waits", "Posts that a rule will look at again.",
                 &Cohort::waits);
  add_of_cohorts(families, vitals, "flockmate_bad_rule_files", "Files with mistakes.", &Cohort::bad_files);
  families.begin(MetricType::Gauge, "flockmate_outbox_deliveries", "What is to be said, by its state.");
  for (const auto& one : vitals.cohorts) {
    for (const auto state : {DeliveryState::planned, DeliveryState::sending, DeliveryState::in_doubt}) {
      const auto found = one.outbox.find(state);
      families.add(found == one.outbox.end() ? 0 : found->second,
                   {{"cohort", one.cohort}, {"state", state_word(state)}});
    }
  }
}

// Of this process; 0 where the system does not tell.
double resident_bytes() {
  std::ifstream file("/proc/self/statm");
  double whole = 0;
  double resident = 0;
  file >> whole >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

std::string metrics_text(const app::Vitals& vitals, const std::string& version) {
  Families families;
  families.begin(MetricType::Gauge, "flockmate_build_info", "Always 1; the version is its label.");
  families.add(1, {{"version", version}});
  families.begin(MetricType::Gauge, "flockmate_healthy", "1 when /health answers 200.");
  families.add(app::health_of(vitals).well ? 1 : 0);
  add_networks(families, vitals);
  add_money(families, vitals);
  add_cohorts(families, vitals);
  families.begin(MetricType::Gauge, "flockmate_queued_posts", "Heard and not decided yet.");
  families.add(vitals.queue);
  families.begin(MetricType::Gauge, "flockmate_speech_stopped",
                 "1 while the circuit breaker keeps the bot silent.");
  families.add(vitals.speech_stopped ? 1 : 0);
  families.begin(MetricType::Gauge, "process_resident_memory_bytes", "Resident memory of the process.");
  families.add(resident_bytes());
  return families.text();
}

}  // namespace console
