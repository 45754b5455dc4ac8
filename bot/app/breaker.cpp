#include "app/breaker.hpp"

namespace app {
namespace {

std::string key_of(domain::NetworkKind network) {
  return "breaker/" + std::string(domain::to_word(network));
}

}  // namespace

std::string breaker_reason(domain::Tables& tables, domain::NetworkKind network) {
  return tables.settings.get(key_of(network));
}

bool trip_breaker(domain::Tables& tables, domain::NetworkKind network, const domain::Budgets& budgets) {
  if (!breaker_reason(tables, network).empty()) return false;
  tables.settings.set(key_of(network),
                      std::to_string(budgets.breaker_replies) + " replies were decided within " +
                          std::to_string(budgets.breaker_minutes) + " minutes on " +
                          std::string(domain::to_word(network)) +
                          ". The bot says nothing more until somebody switches it on again.");
  return true;
}

void reset_breaker(domain::Tables& tables, domain::NetworkKind network) {
  tables.settings.set(key_of(network), "");
}

}  // namespace app
