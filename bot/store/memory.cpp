#include "store/memory.hpp"

#include <algorithm>
#include <exception>
#include <mutex>

#include "store/memory_desk.hpp"
#include "store/memory_ledger.hpp"
#include "store/memory_outbox.hpp"
#include "store/memory_people.hpp"
#include "store/memory_posts.hpp"

namespace store {

using domain::AccountKey;
using domain::PostKey;

// Every table, and the journal that takes a failed transaction back.
struct MemoryState {
  Journal journal;
  MemoryPosts posts{journal};
  MemoryPeople people{journal, [this](const AccountKey& person) { return erase_person(person); }};
  MemoryLedger ledger{journal};
  MemoryOutbox outbox{journal};
  MemoryDrafts drafts{journal};
  MemoryWaits waits{journal, [this](const AccountKey& person) { return posts.written_by(person); }};
  MemoryQuestions questions{journal};
  MemoryCards cards{journal};
  MemoryTraces traces{journal};
  MemorySettings settings{journal};
  domain::Tables tables{posts, people, ledger, outbox, drafts, waits, questions, cards, traces, settings};

  std::vector<PostKey> erase_person(const AccountKey& person);
  void erase_post(const PostKey& post, std::vector<PostKey>& withdrawn);
  void erase_delivery(const domain::OutboxRow& row, std::vector<PostKey>& withdrawn);
};

std::vector<PostKey> MemoryState::erase_person(const AccountKey& person) {
  std::vector<PostKey> withdrawn;
  for (const PostKey& post : posts.written_by(person)) erase_post(post, withdrawn);
  for (const domain::OutboxRow& row : outbox.of_person(person)) erase_delivery(row, withdrawn);
  drafts.remove_of_person(person);
  ledger.remove_of_person(person);
  std::sort(withdrawn.begin(), withdrawn.end());
  withdrawn.erase(std::unique(withdrawn.begin(), withdrawn.end()), withdrawn.end());
  for (const PostKey& post : withdrawn) posts.remove(post);
  posts.forget_mentions(person);
  return withdrawn;
}

void MemoryState::erase_post(const PostKey& post, std::vector<PostKey>& withdrawn) {
  for (const PostKey& answer : posts.answered_by_bot(post)) withdrawn.push_back(answer);
  for (const domain::OutboxRow& row : outbox.of_post(post)) erase_delivery(row, withdrawn);
  drafts.remove_of_post(post);
  waits.remove_of_post(post);
  questions.remove_of_post(post);
  cards.remove_of_post(post);
  traces.remove_of_post(post);
  ledger.remove_of_cause(post.network, post.id);
  posts.remove(post);
}

void MemoryState::erase_delivery(const domain::OutboxRow& row, std::vector<PostKey>& withdrawn) {
  const bool said = !row.published_id.empty() && row.state != domain::DeliveryState::withdrawn;
  if (said) withdrawn.push_back({row.network, row.published_id});
  outbox.remove(row.key);
}

MemoryStore::MemoryStore() : state_(std::make_unique<MemoryState>()) {}
MemoryStore::~MemoryStore() = default;

base::Status MemoryStore::write(const std::function<base::Status(domain::Tables&)>& work) {
  const std::unique_lock lock(mutex_);
  state_->journal.begin();
  try {
    base::Status status = work(state_->tables);
    if (status.ok()) {
      state_->journal.commit();
    } else {
      state_->journal.roll_back();
    }
    return status;
  } catch (const std::exception& problem) {
    state_->journal.roll_back();
    return base::Error{base::ErrorKind::failed,
                       std::string("The state could not be changed: ") + problem.what()};
  }
}

base::Status MemoryStore::read(const std::function<base::Status(domain::Tables&)>& work) {
  const std::shared_lock lock(mutex_);
  try {
    return work(state_->tables);
  } catch (const std::exception& problem) {
    return base::Error{base::ErrorKind::failed,
                       std::string("The state could not be read: ") + problem.what()};
  }
}

}  // namespace store
