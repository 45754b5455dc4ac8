#include "app/call_all.hpp"

namespace app {

void call_all(domain::Tables& tables, domain::Card card, domain::Alert::Kind kind, Aftermath& aftermath) {
  card.to = "all";
  tables.cards.add(card);
  aftermath.alerts.push_back({kind, card.cohort, card.to, card.text, ""});
}

}  // namespace app
