#include "store/memory_desk.hpp"

#include <algorithm>

#include "store/bare_decision.hpp"

namespace store {

using domain::Card;
using domain::PostKey;
using domain::Question;
using domain::QuestionState;
using domain::StoredWait;

namespace {

std::string key_of(const PostKey& post) {
  return joined({to_word(post.network), post.id});
}
std::string wait_key(const std::string& cohort, const PostKey& post, const std::string& rule) {
  return joined({cohort, to_word(post.network), post.id, rule});
}
PostKey post_of(const StoredWait& wait) {
  return {wait.network, wait.post_id};
}

}  // namespace

MemoryWaits::MemoryWaits(Journal& journal, WrittenBy written_by)
    : written_by_(std::move(written_by)), rows_(journal), by_due_(journal), by_post_(journal) {}

void MemoryWaits::set(const StoredWait& wait) {
  remove(wait.cohort, post_of(wait), wait.wait.rule);
  const std::int64_t id = rows_.put(wait_key(wait.cohort, post_of(wait), wait.wait.rule), wait);
  by_due_.insert("", {wait.wait.due, id});
  by_post_.insert(key_of(post_of(wait)), {wait.wait.due, id});
}

void MemoryWaits::remove(const std::string& cohort, const PostKey& post, const std::string& rule) {
  if (const auto id = rows_.id_of(wait_key(cohort, post, rule))) remove(*id);
}

void MemoryWaits::remove_of_post(const PostKey& post) {
  const std::vector<Timed> entries = by_post_.of(key_of(post));
  for (const Timed& entry : entries) remove(entry.row);
}

void MemoryWaits::remove_of_person(const domain::AccountKey& person) {
  for (const PostKey& post : written_by_(person)) remove_of_post(post);
}

std::vector<StoredWait> MemoryWaits::due(base::Instant now, std::size_t limit) {
  std::vector<StoredWait> waits;
  for (const Timed& entry : by_due_.of("")) {
    if (entry.at > now || waits.size() == limit) break;
    waits.push_back(rows_.at(entry.row));
  }
  return waits;
}

std::optional<base::Instant> MemoryWaits::next_due() {
  const auto& entries = by_due_.of("");
  return entries.empty() ? std::nullopt : std::optional(entries.front().at);
}

std::int64_t MemoryWaits::count(const std::string& cohort) {
  const auto& all = by_due_.of("");
  return std::count_if(all.begin(), all.end(),
                       [&](const Timed& entry) { return rows_.at(entry.row).cohort == cohort; });
}

std::vector<StoredWait> MemoryWaits::of_post(const PostKey& post) {
  std::vector<StoredWait> waits;
  for (const Timed& entry : by_post_.of(key_of(post))) waits.push_back(rows_.at(entry.row));
  return waits;
}

void MemoryWaits::remove(std::int64_t id) {
  const StoredWait wait = rows_.at(id);
  by_due_.erase("", {wait.wait.due, id});
  by_post_.erase(key_of(post_of(wait)), {wait.wait.due, id});
  rows_.erase(wait_key(wait.cohort, post_of(wait), wait.wait.rule));
}

MemoryQuestions::MemoryQuestions(Journal& journal) : rows_(journal), open_(journal), by_thread_(journal) {}

void MemoryQuestions::save(const Question& question) {
  const std::string key = key_of({question.network, question.post_id});
  if (rows_.id_of(key)) return;
  const std::int64_t id = rows_.put(key, question);
  if (question.state == QuestionState::open) open_.insert(question.cohort, {question.asked_at, id});
  by_thread_.insert(key_of({question.network, question.thread}), {question.asked_at, id});
}

void MemoryQuestions::set_state(const PostKey& post, QuestionState state) {
  const auto id = rows_.id_of(key_of(post));
  if (!id) return;
  Question question = rows_.at(*id);
  if (question.state == QuestionState::open) open_.erase(question.cohort, {question.asked_at, *id});
  if (state == QuestionState::open) open_.insert(question.cohort, {question.asked_at, *id});
  question.state = state;
  rows_.put(key_of(post), std::move(question));
}

std::vector<Question> MemoryQuestions::open(const std::string& cohort) {
  std::vector<Question> questions;
  for (const Timed& entry : open_.of(cohort)) questions.push_back(rows_.at(entry.row));
  return questions;
}

std::vector<Question> MemoryQuestions::of_thread(domain::NetworkKind network, const std::string& thread) {
  std::vector<Question> questions;
  for (const Timed& entry : by_thread_.of(key_of({network, thread})))
    questions.push_back(rows_.at(entry.row));
  return questions;
}

void MemoryQuestions::remove_of_post(const PostKey& post) {
  const auto id = rows_.id_of(key_of(post));
  if (!id) return;
  const Question question = rows_.at(*id);
  if (question.state == QuestionState::open) open_.erase(question.cohort, {question.asked_at, *id});
  by_thread_.erase(key_of({question.network, question.thread}), {question.asked_at, *id});
  rows_.erase(key_of(post));
}

MemoryCards::MemoryCards(Journal& journal) : rows_(journal), open_(journal), by_post_(journal) {}

void MemoryCards::add(const Card& card) {
  if (rows_.id_of(card.key)) return;
  const std::int64_t id = rows_.put(card.key, card);
  if (!card.done) open_.insert(card.cohort, {card.at, id});
  by_post_.insert(key_of({card.network, card.post_id}), {card.at, id});
}

void MemoryCards::set_done(const std::string& key) {
  const auto id = rows_.id_of(key);
  if (!id) return;
  Card card = rows_.at(*id);
  if (!card.done) open_.erase(card.cohort, {card.at, *id});
  card.done = true;
  rows_.put(key, std::move(card));
}

std::vector<Card> MemoryCards::open(const std::string& cohort) {
  std::vector<Card> cards;
  for (const Timed& entry : open_.of(cohort)) cards.push_back(rows_.at(entry.row));
  std::stable_partition(cards.begin(), cards.end(), [](const Card& card) { return card.urgent; });
  return cards;
}

void MemoryCards::remove_of_post(const PostKey& post) {
  const std::vector<Timed> entries = by_post_.of(key_of(post));
  for (const Timed& entry : entries) {
    const Card card = rows_.at(entry.row);
    if (!card.done) open_.erase(card.cohort, entry);
    by_post_.erase(key_of(post), entry);
    rows_.erase(card.key);
  }
}

MemoryTraces::MemoryTraces(Journal& journal) : rows_(journal), by_cause_(journal), by_time_(journal) {}

void MemoryTraces::add(const std::string& /*cohort*/, const PostKey& cause,
                       const domain::Decision& decision) {
  const std::int64_t id = ++last_;
  by_cause_.insert(key_of(cause), {base::Instant{}, id});
  by_time_.insert("", {decision.trace.at, id});
  rows_.put(id, {key_of(cause), without_texts(decision)});
}

std::vector<domain::Decision> MemoryTraces::of_post(const PostKey& post) {
  std::vector<domain::Decision> decisions;
  for (const Timed& entry : by_cause_.of(key_of(post))) decisions.push_back(rows_.find(entry.row)->decision);
  return decisions;
}

std::size_t MemoryTraces::forget_before(base::Instant before) {
  std::size_t forgotten = 0;
  const std::vector<Timed> entries = by_time_.of("");
  for (const Timed& entry : entries) {
    if (entry.at >= before) break;
    remove(entry.row);
    ++forgotten;
  }
  return forgotten;
}

void MemoryTraces::remove_of_post(const PostKey& post) {
  const std::vector<Timed> entries = by_cause_.of(key_of(post));
  for (const Timed& entry : entries) remove(entry.row);
}

void MemoryTraces::remove(std::int64_t id) {
  const Row row = *rows_.find(id);
  by_cause_.erase(row.cause, {base::Instant{}, id});
  by_time_.erase("", {row.decision.trace.at, id});
  rows_.erase(id);
}

std::string MemorySettings::get(const std::string& key) {
  const auto* value = rows_.find(key);
  return value == nullptr ? "" : *value;
}

}  // namespace store
