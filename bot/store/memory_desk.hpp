// Waits, questions, cards, traces and settings in memory.
#pragma once

#include <string>
#include <vector>

#include "domain/store.hpp"
#include "store/undo.hpp"

namespace store {

class MemoryWaits final : public domain::Waits {
 public:
  // Who wrote a post: waits hang on posts, a person's waits on what the person wrote.
  using WrittenBy = std::function<std::vector<domain::PostKey>(const domain::AccountKey&)>;
  MemoryWaits(Journal& journal, WrittenBy written_by);

  void set(const domain::StoredWait& wait) override;
  void remove(const std::string& cohort, const domain::PostKey& post, const std::string& rule) override;
  void remove_of_post(const domain::PostKey& post) override;
  void remove_of_person(const domain::AccountKey& person) override;
  std::vector<domain::StoredWait> due(base::Instant now, std::size_t limit) override;
  std::optional<base::Instant> next_due() override;
  std::vector<domain::StoredWait> of_post(const domain::PostKey& post) override;
  std::int64_t count(const std::string& cohort) override;

 private:
  void remove(std::int64_t id);

  WrittenBy written_by_;
  Numbered<domain::StoredWait> rows_;
  Index by_due_;
  Index by_post_;
};

class MemoryQuestions final : public domain::Questions {
 public:
  explicit MemoryQuestions(Journal& journal);

  void save(const domain::Question& question) override;
  void set_state(const domain::PostKey& post, domain::QuestionState state) override;
  std::vector<domain::Question> open(const std::string& cohort) override;
  std::vector<domain::Question> of_thread(domain::NetworkKind network, const std::string& thread) override;

  void remove_of_post(const domain::PostKey& post);

 private:
  Numbered<domain::Question> rows_;
  Index open_;
  Index by_thread_;
};

class MemoryCards final : public domain::Cards {
 public:
  explicit MemoryCards(Journal& journal);

  void add(const domain::Card& card) override;
  void set_done(const std::string& key) override;
  std::vector<domain::Card> open(const std::string& cohort) override;
  void remove_of_post(const domain::PostKey& post) override;

 private:
  Numbered<domain::Card> rows_;
  Index open_;
  Index by_post_;
};

class MemoryTraces final : public domain::Traces {
 public:
  explicit MemoryTraces(Journal& journal);

  void add(const std::string& cohort, const domain::PostKey& cause,
           const domain::Decision& decision) override;
  std::vector<domain::Decision> of_post(const domain::PostKey& post) override;
  std::size_t forget_before(base::Instant before) override;

  void remove_of_post(const domain::PostKey& post);

 private:
  struct Row {
    std::string cause;
    domain::Decision decision;
  };
  void remove(std::int64_t id);

  std::int64_t last_ = 0;
  Table<std::int64_t, Row> rows_;
  Index by_cause_;  // in order of arrival
  Index by_time_;
};

class MemorySettings final : public domain::Settings {
 public:
  explicit MemorySettings(Journal& journal) : rows_(journal) {}

  std::string get(const std::string& key) override;
  void set(const std::string& key, const std::string& value) override { rows_.put(key, value); }

 private:
  Table<std::string, std::string> rows_;
};

}  // namespace store
