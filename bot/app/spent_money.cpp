#include "app/spent_money.hpp"

#include "app/call_all.hpp"
#include "app/flock.hpp"
#include "domain/store.hpp"

namespace app {
namespace {

std::string told_setting(domain::NetworkKind network) {
  return "money_told/" + std::string(domain::to_word(network));
}

// What was told: of this month, and of this limit, which a reload may have raised.
std::string occasion_of(const domain::Bill& bill) {
  return bill.month + "/" + domain::to_dollars(bill.cap);
}

// The bill of a network that stopped the bot and was not told of; none: all is well, or known.
std::optional<domain::Bill> untold_bill(domain::Tables& tables, domain::Network& network) {
  auto bill = network.bill();
  if (!bill || !bill->is_spent()) return std::nullopt;
  const bool told = tables.settings.get(told_setting(network.kind())) == occasion_of(*bill);
  return told ? std::nullopt : bill;
}

domain::Card card_of(const std::string& cohort, domain::NetworkKind network, const domain::Bill& bill,
                     base::Instant now) {
  const std::string word(domain::to_word(network));
  domain::Card card;
  card.key = "money/" + cohort + "/" + word + "/" + occasion_of(bill);
  card.cohort = cohort;
  card.network = network;
  card.rule = "monthly_dollars";
  card.text = domain::sentence_of(bill) + " Until then please answer there by hand.";
  card.at = now;
  return card;
}

}  // namespace

bool is_money_spent_untold(domain::Tables& tables, const Networks& networks) {
  for (const auto& [kind, network] : networks) {
    if (untold_bill(tables, *network)) return true;
  }
  return false;
}

void tell_spent_money(domain::Tables& tables, const Networks& networks, const Flock& flock, base::Instant now,
                      Aftermath& aftermath) {
  for (const auto& [kind, network] : networks) {
    const auto bill = untold_bill(tables, *network);
    if (!bill) continue;
    for (const std::string& cohort : flock.cohorts()) {
      call_all(tables, card_of(cohort, kind, *bill, now), domain::Alert::Kind::breaker, aftermath);
    }
    tables.settings.set(told_setting(kind), occasion_of(*bill));
  }
}

}  // namespace app
