#include "store/memory_people.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace store {

using domain::AccountKey;
using domain::Consent;

namespace {

std::string key_of(const AccountKey& key) {
  return joined({to_word(key.network), key.id});
}
std::string handle_key(domain::NetworkKind network, const std::string& handle) {
  return joined({to_word(network), base::fold(handle)});
}

}  // namespace

MemoryPeople::MemoryPeople(Journal& journal, EraseElsewhere erase_elsewhere)
    : erase_elsewhere_(std::move(erase_elsewhere)), rows_(journal), stopped_(journal), by_handle_(journal) {}

domain::Person MemoryPeople::find(const std::string& cohort, const AccountKey& key) {
  domain::Person person;
  person.key = key;
  const std::string name = key_of(key);
  if (const Row* row = rows_.find(name)) {
    person.handle = row->handle;
    person.name = row->name;
    if (const auto membership = row->cohorts.find(cohort); membership != row->cohorts.end()) {
      person.consent = membership->second.joined ? Consent::joined : Consent::unknown;
      person.posts = membership->second.posts;
      person.first_post_at = membership->second.first_post_at;
    }
  }
  if (stopped_.find(name) != nullptr) person.consent = Consent::stopped;
  return person;
}

void MemoryPeople::note(const std::string& cohort, domain::NetworkKind network, const domain::Author& author,
                        base::Instant at, bool counts) {
  Row row = row_of({network, author.id});
  if (row.handle != author.handle) release_handle(row);
  row.handle = author.handle;
  row.name = author.name;
  Membership& membership = row.cohorts[cohort];
  if (counts) {
    ++membership.posts;
    membership.first_post_at = std::min(at, membership.first_post_at.value_or(at));
  }
  const std::string handle = handle_key(network, author.handle);
  const AccountKey* holder = by_handle_.find(handle);
  if (holder == nullptr || *holder != row.key) by_handle_.put(handle, row.key);
  rows_.put(key_of({network, author.id}), std::move(row));
}

void MemoryPeople::set_consent(const std::string& cohort, const AccountKey& key, Consent consent) {
  Row row = row_of(key);
  if (consent == Consent::stopped) {
    for (auto& [name, membership] : row.cohorts) membership.joined = false;
    stopped_.put(key_of(key), true);
  } else {
    row.cohorts[cohort].joined = consent == Consent::joined;
    stopped_.erase(key_of(key));
  }
  rows_.put(key_of(key), std::move(row));
}

std::optional<AccountKey> MemoryPeople::by_handle(domain::NetworkKind network, const std::string& handle) {
  const AccountKey* key = by_handle_.find(handle_key(network, handle));
  return key == nullptr ? std::nullopt : std::optional(*key);
}

void MemoryPeople::add_label(const std::string& cohort, const AccountKey& key, const std::string& label) {
  Row row = row_of(key);
  row.cohorts[cohort].labels.insert(label);
  rows_.put(key_of(key), std::move(row));
}

std::vector<std::string> MemoryPeople::labels(const std::string& cohort, const AccountKey& key) {
  const Row* row = rows_.find(key_of(key));
  if (row == nullptr) return {};
  const auto membership = row->cohorts.find(cohort);
  if (membership == row->cohorts.end()) return {};
  return {membership->second.labels.begin(), membership->second.labels.end()};
}

std::vector<domain::PostKey> MemoryPeople::forget(const AccountKey& key, bool keep_stopped) {
  release_handle(row_of(key));
  rows_.erase(key_of(key));
  if (keep_stopped) {
    stopped_.put(key_of(key), true);
  } else {
    stopped_.erase(key_of(key));
  }
  return erase_elsewhere_(key);
}

MemoryPeople::Row MemoryPeople::row_of(const AccountKey& key) const {
  const Row* row = rows_.find(key_of(key));
  return row == nullptr ? Row{.key = key, .handle = "", .name = "", .cohorts = {}} : *row;
}

void MemoryPeople::release_handle(const Row& row) {
  const std::string handle = handle_key(row.key.network, row.handle);
  const AccountKey* holder = by_handle_.find(handle);
  if (holder != nullptr && *holder == row.key) by_handle_.erase(handle);
}

}  // namespace store
