#include "rules/expiry.hpp"

namespace rules {
namespace {

bool is_live(const domain::FaqEntry& entry, std::chrono::year_month_day today) {
  return !entry.until || std::chrono::sys_days{today} <= std::chrono::sys_days{*entry.until};
}

// The live entry that a chain of `then` ends in; null when it ends nowhere or bites its tail.
const domain::FaqEntry* heir(const domain::FaqEntry& entry,
                             const std::map<std::string, const domain::FaqEntry*>& by_id,
                             std::chrono::year_month_day today) {
  const domain::FaqEntry* at = &entry;
  for (std::size_t steps = 0; steps <= by_id.size(); ++steps) {
    if (is_live(*at, today)) return at;
    const auto next = by_id.find(at->then);
    if (next == by_id.end()) return nullptr;
    at = next->second;
  }
  return nullptr;
}

}  // namespace

LiveFaq live_faq(const std::vector<domain::FaqEntry>& entries, std::chrono::year_month_day today) {
  std::map<std::string, const domain::FaqEntry*> by_id;
  for (const domain::FaqEntry& entry : entries) by_id.emplace(entry.id, &entry);

  LiveFaq live;
  std::map<std::string, std::size_t> place;
  for (const domain::FaqEntry& entry : entries) {
    if (!is_live(entry, today)) continue;
    place.emplace(entry.id, live.entries.size());
    live.entries.push_back(entry);
    live.ids.emplace(entry.id, entry.id);
  }
  for (const domain::FaqEntry& entry : entries) {
    const domain::FaqEntry* follower = is_live(entry, today) ? nullptr : heir(entry, by_id, today);
    if (follower == nullptr) continue;
    auto& asks = live.entries[place.at(follower->id)].asks;
    asks.insert(asks.end(), entry.asks.begin(), entry.asks.end());
    live.ids.emplace(entry.id, follower->id);
  }
  return live;
}

}  // namespace rules
