#include "app/roster.hpp"

#include <algorithm>

#include "app/flock.hpp"
#include "domain/store.hpp"

namespace app {
namespace {

constexpr std::string_view label = "roster: ";  // and the handle as it stands there

// The roster's line for this handle, as it is compared, or "".
std::string line_of(const Flock& flock, const std::vector<std::string>& roster, domain::NetworkKind network,
                    const std::string& handle) {
  const std::string wanted = flock.compared(network, handle);
  const auto is_it = [&](const std::string& one) { return flock.compared(network, one) == wanted; };
  return std::any_of(roster.begin(), roster.end(), is_it) ? wanted : "";
}

}  // namespace

// As a label: kept by account, and erased with the person.
void note_on_roster(domain::Tables& tables, const Flock& flock, const std::string& cohort,
                    const std::vector<std::string>& roster, const domain::Post& post) {
  const std::string line = line_of(flock, roster, post.network, post.author.handle);
  if (line.empty()) return;
  const std::string known = std::string(label) + line;
  const auto labels = tables.people.labels(cohort, post.author_key());
  if (std::find(labels.begin(), labels.end(), known) != labels.end()) return;
  tables.people.add_label(cohort, post.author_key(), known);
}

bool is_on_roster(const Flock& flock, const std::vector<std::string>& roster, const domain::Post& post,
                  const std::vector<std::string>& labels) {
  if (!line_of(flock, roster, post.network, post.author.handle).empty()) return true;
  return std::any_of(labels.begin(), labels.end(), [&](const std::string& one) {
    return one.starts_with(label) && !line_of(flock, roster, post.network, one.substr(label.size())).empty();
  });
}

std::vector<std::string> labels_by_rules(std::vector<std::string> labels) {
  std::erase_if(labels, [](const std::string& one) { return one.starts_with(label); });
  return labels;
}

}  // namespace app
