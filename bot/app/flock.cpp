#include "app/flock.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rules/ruleset.hpp"

namespace app {

void Flock::set_home(const std::string& server) {
  home_ = base::fold(server);
}

std::string Flock::compared(domain::NetworkKind network, const std::string& handle) const {
  std::string folded = base::fold(handle);
  const bool at_home = network == domain::NetworkKind::mastodon && folded.find('@') == std::string::npos;
  if (at_home && !home_.empty()) folded += "@" + home_;
  return folded;
}

Flock::Entry Flock::entry_of(Snapshot snapshot) const {
  Entry entry;
  const domain::Course& course = snapshot.ruleset->course();
  for (const std::string& tag : course.hashtags) entry.hashtags.insert(base::fold(tag));
  for (const domain::Facilitator& facilitator : course.facilitators) {
    for (const auto& [network, handle] : facilitator.handles) {
      entry.facilitators.emplace(network, compared(network, handle));
    }
  }
  entry.snapshot = std::make_shared<const Snapshot>(std::move(snapshot));
  return entry;
}

void Flock::set(const std::string& cohort, Snapshot snapshot) {
  auto entry = std::make_shared<const Entry>(entry_of(std::move(snapshot)));
  std::shared_ptr<const Entry> old;  // may be the last to hold it: let go of outside the lock
  const std::lock_guard lock(mutex_);
  if (!entries_.contains(cohort)) order_.push_back(cohort);
  old = std::exchange(entries_[cohort], std::move(entry));
}

bool Flock::replace(const std::string& cohort, const std::shared_ptr<const Snapshot>& seen,
                    Snapshot snapshot) {
  auto entry = std::make_shared<const Entry>(entry_of(std::move(snapshot)));
  std::shared_ptr<const Entry> old;
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(cohort);
  if (found == entries_.end() || found->second->snapshot != seen) return false;
  old = std::exchange(found->second, std::move(entry));
  return true;
}

std::vector<std::string> Flock::cohorts() const {
  const std::lock_guard lock(mutex_);
  return order_;
}

std::shared_ptr<const Flock::Entry> Flock::entry(const std::string& cohort) const {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(cohort);
  return found == entries_.end() ? nullptr : found->second;
}

std::shared_ptr<const Snapshot> Flock::snapshot(const std::string& cohort) const {
  const auto found = entry(cohort);
  return found ? found->snapshot : nullptr;
}

std::vector<std::shared_ptr<const Snapshot>> Flock::snapshots() const {
  std::vector<std::shared_ptr<const Snapshot>> all;
  const std::lock_guard lock(mutex_);
  for (const std::string& cohort : order_) all.push_back(entries_.at(cohort)->snapshot);
  return all;
}

std::string Flock::cohort_of(const domain::Post& post) const {
  if (post.tags.empty()) return "";
  std::vector<std::string> tags;
  tags.reserve(post.tags.size());
  for (const std::string& tag : post.tags) tags.push_back(base::fold(tag));
  const std::lock_guard lock(mutex_);
  for (const std::string& cohort : order_) {
    const std::set<std::string>& hashtags = entries_.at(cohort)->hashtags;
    if (std::any_of(tags.begin(), tags.end(), [&](const auto& tag) { return hashtags.contains(tag); })) {
      return cohort;
    }
  }
  return "";
}

domain::Role Flock::role_of(const std::string& cohort, const domain::Author& author,
                            domain::NetworkKind network) const {
  if (author.bot) return domain::Role::bot;
  if (!is_facilitator_handle(cohort, author.handle, network)) return domain::Role::learner;
  const std::string account = account_of(network, author.handle);
  return account.empty() || account == author.id ? domain::Role::facilitator : domain::Role::learner;
}

bool Flock::is_facilitator_handle(const std::string& cohort, const std::string& handle,
                                  domain::NetworkKind network) const {
  const auto found = entry(cohort);
  return found && !found->facilitators.empty() &&
         found->facilitators.contains({network, compared(network, handle)});
}

void Flock::resolve(domain::NetworkKind network, const std::string& handle, const std::string& account) {
  const std::lock_guard lock(mutex_);
  accounts_[{network, compared(network, handle)}] = account;
}

std::string Flock::account_of(domain::NetworkKind network, const std::string& handle) const {
  const Handle key{network, compared(network, handle)};
  const std::lock_guard lock(mutex_);
  const auto found = accounts_.find(key);
  return found == accounts_.end() ? "" : found->second;
}

}  // namespace app
