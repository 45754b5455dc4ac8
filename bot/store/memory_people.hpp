// People in memory.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "domain/store.hpp"
#include "store/undo.hpp"

namespace store {

class MemoryPeople final : public domain::People {
 public:
  // Erases all that other tables hold of a person; gives what should be withdrawn.
  using EraseElsewhere = std::function<std::vector<domain::PostKey>(const domain::AccountKey&)>;
  MemoryPeople(Journal& journal, EraseElsewhere erase_elsewhere);

  domain::Person find(const std::string& cohort, const domain::AccountKey& key) override;
  void note(const std::string& cohort, domain::NetworkKind network, const domain::Author& author,
            base::Instant at, bool counts) override;
  void set_consent(const std::string& cohort, const domain::AccountKey& key,
                   domain::Consent consent) override;
  std::optional<domain::AccountKey> by_handle(domain::NetworkKind network,
                                              const std::string& handle) override;
  void add_label(const std::string& cohort, const domain::AccountKey& key, const std::string& label) override;
  std::vector<std::string> labels(const std::string& cohort, const domain::AccountKey& key) override;
  std::vector<domain::PostKey> forget(const domain::AccountKey& key, bool keep_stopped) override;

 private:
  struct Membership {
    bool joined = false;
    int posts = 0;
    std::optional<base::Instant> first_post_at;
    std::set<std::string> labels;
  };
  struct Row {
    domain::AccountKey key;
    std::string handle;
    std::string name;
    std::map<std::string, Membership> cohorts;
  };
  Row row_of(const domain::AccountKey& key) const;
  void release_handle(const Row& row);

  EraseElsewhere erase_elsewhere_;
  Table<std::string, Row> rows_;
  Table<std::string, bool> stopped_;
  Table<std::string, domain::AccountKey> by_handle_;  // whoever was seen last under it
};

}  // namespace store
