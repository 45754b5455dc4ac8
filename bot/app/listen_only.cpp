#include "app/listen_only.hpp"

#include "app/breaker.hpp"
#include "app/call_all.hpp"
#include "app/flock.hpp"
#include "base/text.hpp"
#include "domain/store.hpp"

namespace app {
namespace {

constexpr std::size_t enough = 3;
constexpr std::chrono::hours in_a_row_within{1};

std::string reason_key(domain::NetworkKind network) {
  return "listen_only/" + std::string(domain::to_word(network));
}

// When the last refusals were, oldest first, as RFC 3339 separated by spaces.
std::string refusals_key(domain::NetworkKind network) {
  return "refusals/" + std::string(domain::to_word(network));
}

std::vector<std::string> recent_refusals(domain::Tables& tables, domain::NetworkKind network,
                                         base::Instant now) {
  std::vector<std::string> recent;
  for (const std::string& one : base::split(tables.settings.get(refusals_key(network)), ' ')) {
    const auto at = base::parse_rfc3339(one);
    if (at && now - *at < in_a_row_within) recent.push_back(one);
  }
  return recent;
}

std::string sentence_of(domain::NetworkKind network, const std::string& why) {
  return std::string(domain::to_word(network)) + " refused " + std::to_string(enough) +
         " replies in a row, the last one with: " + why +
         " The bot only listens there now; what it would say becomes a draft until somebody switches speech "
         "on "
         "again.";
}

}  // namespace

std::string listen_only_reason(domain::Tables& tables, domain::NetworkKind network) {
  return tables.settings.get(reason_key(network));
}

std::string why_silent(domain::Tables& tables, domain::NetworkKind network) {
  std::string reason = breaker_reason(tables, network);
  return reason.empty() ? listen_only_reason(tables, network) : reason;
}

void note_accepted(domain::Tables& tables, domain::NetworkKind network) {
  if (!tables.settings.get(refusals_key(network)).empty()) tables.settings.set(refusals_key(network), "");
}

void note_refused(domain::Tables& tables, const Flock& flock, domain::NetworkKind network,
                  const std::string& why, base::Instant now, Aftermath& aftermath) {
  auto recent = recent_refusals(tables, network, now);
  recent.push_back(base::to_rfc3339(now));
  tables.settings.set(refusals_key(network), base::join(recent, " "));
  if (recent.size() < enough || !listen_only_reason(tables, network).empty()) return;
  const std::string sentence = sentence_of(network, why);
  tables.settings.set(reason_key(network), sentence);
  for (const std::string& cohort : flock.cohorts()) {
    domain::Card card;
    card.key = "listen only/" + cohort + "/" + std::string(domain::to_word(network)) + "/" + recent.back();
    card.cohort = cohort;
    card.network = network;
    card.rule = "listen only";
    card.text = sentence;
    card.at = now;
    call_all(tables, std::move(card), domain::Alert::Kind::breaker, aftermath);
  }
}

void let_speak_again(domain::Tables& tables, domain::NetworkKind network) {
  tables.settings.set(reason_key(network), "");
  tables.settings.set(refusals_key(network), "");
}

}  // namespace app
