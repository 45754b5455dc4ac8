// One cohort group: the cohorts that share bot accounts, their snapshots, and who is who in them.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/person.hpp"
#include "domain/post.hpp"
#include "rulefile/diagnostic.hpp"

namespace rulefile {
struct CohortFiles;
}  // namespace rulefile
namespace rules {
class Ruleset;
}  // namespace rules

namespace app {

// What runs now for one cohort. Immutable; a reload puts a new one in its place.
struct Snapshot {
  std::shared_ptr<const rules::Ruleset> ruleset;
  std::vector<rulefile::Diagnostic> diagnostics;  // of the files as they stand; shown as a banner
  std::vector<std::string> kept_files;            // run in their last good version
  base::Instant loaded_at{};
  std::shared_ptr<const rulefile::CohortFiles> files{};  // the texts that run; null where there are none
  std::string trouble{};  // why the folder as it stands could not be put in service, or ""
};

// The cohorts by listing order. Thread-safe: readers get a shared snapshot, a reload swaps it whole.
class Flock {
 public:
  // Where Mastodon's handles without a server are at home: "social.example". Before the first cohort.
  void set_home(const std::string& server);
  const std::string& home() const { return home_; }
  void set(const std::string& cohort, Snapshot snapshot);
  // Only while `seen` still runs: true when it was replaced.
  bool replace(const std::string& cohort, const std::shared_ptr<const Snapshot>& seen, Snapshot snapshot);
  std::vector<std::string> cohorts() const;
  std::shared_ptr<const Snapshot> snapshot(const std::string& cohort) const;  // null: no such cohort
  std::vector<std::shared_ptr<const Snapshot>> snapshots() const;             // of all, in order
  // The cohort that a post belongs to by its hashtags: the one listed first. "" for none.
  std::string cohort_of(const domain::Post& post) const;
  // A handle as it is compared: folded, and with its server where the network has several.
  std::string compared(domain::NetworkKind network, const std::string& handle) const;
  // Facilitators, by handle on the post's network (compared folded); ids where they are resolved.
  domain::Role role_of(const std::string& cohort, const domain::Author& author,
                       domain::NetworkKind network) const;
  // A facilitator's handle belongs to this account from now on: any other account with it is not them.
  void resolve(domain::NetworkKind network, const std::string& handle, const std::string& account);
  // The account a handle was resolved to, or "".
  std::string account_of(domain::NetworkKind network, const std::string& handle) const;
  // Is it one of the handles that the course names as a facilitator's, whoever owns it now?
  bool is_facilitator_handle(const std::string& cohort, const std::string& handle,
                             domain::NetworkKind network) const;

 private:
  using Handle = std::pair<domain::NetworkKind, std::string>;  // as compared
  struct Entry {
    std::shared_ptr<const Snapshot> snapshot;
    std::set<std::string> hashtags;  // folded
    std::set<Handle> facilitators;
  };
  Entry entry_of(Snapshot snapshot) const;
  std::shared_ptr<const Entry> entry(const std::string& cohort) const;

  mutable std::mutex mutex_;
  std::vector<std::string> order_;
  std::map<std::string, std::shared_ptr<const Entry>> entries_;
  std::map<Handle, std::string> accounts_;
  std::string home_;  // folded
};

}  // namespace app
