#include "app/withdrawals.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace app {
namespace {

constexpr const char* setting = "withdrawals";  // a line each: network, space, id

void store(domain::Tables& tables, const std::vector<domain::PostKey>& all) {
  std::string lines;
  for (const domain::PostKey& said : all) {
    lines += std::string(domain::to_word(said.network)) + " " + said.id + "\n";
  }
  tables.settings.set(setting, lines);
}

}  // namespace

std::vector<domain::PostKey> planned_withdrawals(domain::Tables& tables) {
  std::vector<domain::PostKey> all;
  const std::string lines = tables.settings.get(setting);
  if (lines.empty()) return all;
  for (const std::string& line : base::split(lines, '\n')) {
    const std::size_t space = line.find(' ');
    if (space == std::string::npos) continue;
    const auto network = domain::network_from_word(line.substr(0, space));
    if (network) all.push_back({*network, line.substr(space + 1)});
  }
  return all;
}

bool erase_person(domain::Tables& tables, const domain::AccountKey& person, bool keep_stopped) {
  const std::vector<domain::PostKey> said = tables.people.forget(person, keep_stopped);
  for (const domain::PostKey& one : said) plan_withdrawal(tables, one);
  return !said.empty();
}

void plan_withdrawal(domain::Tables& tables, const domain::PostKey& said) {
  auto all = planned_withdrawals(tables);
  if (std::find(all.begin(), all.end(), said) != all.end()) return;
  all.push_back(said);
  store(tables, all);
}

void finish_withdrawal(domain::Tables& tables, const domain::PostKey& said) {
  auto all = planned_withdrawals(tables);
  std::erase(all, said);
  store(tables, all);
}

}  // namespace app
