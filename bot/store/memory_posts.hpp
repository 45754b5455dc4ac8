// Posts in memory.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "domain/store.hpp"
#include "store/undo.hpp"

namespace store {

class MemoryPosts final : public domain::Posts {
 public:
  explicit MemoryPosts(Journal& journal);

  Remembered remember(const domain::StoredPost& post) override;
  std::optional<domain::StoredPost> find(const domain::PostKey& key) override;
  void set_decided(const domain::PostKey& key) override;
  std::vector<domain::StoredPost> thread(domain::NetworkKind network, const std::string& thread) override;
  std::vector<domain::StoredPost> recent(const std::string& cohort, std::size_t limit) override;
  std::vector<base::Instant> times(const std::string& cohort, domain::NetworkKind network,
                                   std::size_t limit) override;
  void each(const std::string& cohort, const std::function<void(const domain::StoredPost&)>& visit) override;
  void erase(const domain::PostKey& key) override;
  std::size_t erase_texts_before(const std::string& cohort, base::Instant before) override;
  std::int64_t count(const std::string& cohort) override;

  // For an erasure: what the person wrote and what the bot answered below it; then, that a post is gone for
  // good.
  std::vector<domain::PostKey> written_by(const domain::AccountKey& author) const;
  std::vector<domain::PostKey> answered_by_bot(const domain::PostKey& post) const;
  void remove(const domain::PostKey& key);
  void forget_mentions(const domain::AccountKey& person);

 private:
  // whole: as heard. counted: its text has had its time. gone: deleted by its author.
  enum class Keeping { whole, counted, gone };
  struct Row {
    domain::StoredPost stored;
    Keeping keeping = Keeping::whole;
  };
  void put(const std::string& key, Row row);
  void take_out_of_indexes(std::int64_t id, const Row& row);

  Numbered<Row> rows_;
  Index by_thread_;
  Index by_cohort_;  // gone ones left out
  Table<std::string, bool> removed_;
};

}  // namespace store
