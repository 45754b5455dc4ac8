// What is to be said, and what was proposed to a human, in memory.
#pragma once

#include <string>
#include <vector>

#include "domain/store.hpp"
#include "store/undo.hpp"

namespace store {

class MemoryOutbox final : public domain::Outbox {
 public:
  explicit MemoryOutbox(Journal& journal);

  void add(const domain::OutboxRow& row) override;
  void update(const domain::OutboxRow& row) override;
  void remove(const std::string& key) override;
  std::optional<domain::OutboxRow> find(const std::string& key) override;
  std::vector<domain::OutboxRow> due(base::Instant now, std::size_t limit) override;
  std::optional<base::Instant> next_due() override;
  std::vector<domain::OutboxRow> of_post(const domain::PostKey& post) override;
  std::optional<domain::OutboxRow> by_published(domain::NetworkKind network, const std::string& id) override;
  std::vector<domain::OutboxRow> open(const std::string& cohort) override;
  std::size_t erase_texts_before(const std::string& cohort, base::Instant before) override;

  std::vector<domain::OutboxRow> of_person(const domain::AccountKey& person) const;  // for an erasure

 private:
  void put(const domain::OutboxRow& row);
  void index(const domain::OutboxRow& row, std::int64_t id, void (Index::*change)(const std::string&, Timed));
  std::vector<domain::OutboxRow> in_order_of_planning(std::vector<Timed> entries) const;

  Numbered<domain::OutboxRow> rows_;
  Index open_;  // by not_before
  Index by_post_;
  Index by_published_;
};

class MemoryDrafts final : public domain::Drafts {
 public:
  explicit MemoryDrafts(Journal& journal);

  void add(const domain::Draft& draft) override;
  std::optional<domain::Draft> find(const std::string& key) override;
  void set_state(const std::string& key, domain::DraftState state) override;
  void set_text(const std::string& key, const std::string& text) override;
  std::vector<domain::Draft> open(const std::string& cohort) override;
  std::vector<domain::Draft> of_post(const domain::PostKey& post) override;
  void remove_open_of_post(const domain::PostKey& post) override;
  std::map<std::string, std::pair<int, int>> outcomes(const std::string& cohort) override;
  std::size_t erase_texts_before(const std::string& cohort, base::Instant before) override;

  // For an erasure.
  void remove_of_post(const domain::PostKey& post);
  void remove_of_person(const domain::AccountKey& person);

 private:
  void remove(std::int64_t id);

  Numbered<domain::Draft> rows_;
  Index open_;
  Index by_post_;
};

}  // namespace store
