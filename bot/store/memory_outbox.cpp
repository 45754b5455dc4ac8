#include "store/memory_outbox.hpp"

#include <algorithm>

namespace store {

using domain::DeliveryState;
using domain::Draft;
using domain::DraftState;
using domain::OutboxRow;
using domain::PostKey;

namespace {

std::string network_key(domain::NetworkKind network, const std::string& id) {
  return joined({to_word(network), id});
}

bool is_open(const OutboxRow& row) {
  return row.state == DeliveryState::planned || row.state == DeliveryState::sending ||
         row.state == DeliveryState::in_doubt;
}

}  // namespace

MemoryOutbox::MemoryOutbox(Journal& journal)
    : rows_(journal), open_(journal), by_post_(journal), by_published_(journal) {}

void MemoryOutbox::add(const OutboxRow& row) {
  if (!rows_.id_of(row.key)) put(row);
}

void MemoryOutbox::update(const OutboxRow& row) {
  if (rows_.id_of(row.key)) put(row);
}

void MemoryOutbox::remove(const std::string& key) {
  const auto id = rows_.id_of(key);
  if (!id) return;
  index(rows_.at(*id), *id, &Index::erase);
  rows_.erase(key);
}

std::optional<OutboxRow> MemoryOutbox::find(const std::string& key) {
  const OutboxRow* row = rows_.find(key);
  return row == nullptr ? std::nullopt : std::optional(*row);
}

std::vector<OutboxRow> MemoryOutbox::due(base::Instant now, std::size_t limit) {
  std::vector<Timed> ready;
  for (const Timed& entry : open_.of("")) {
    if (entry.at > now) break;
    ready.push_back(entry);
  }
  auto rows = in_order_of_planning(std::move(ready));
  if (rows.size() > limit) rows.resize(limit);
  return rows;
}

std::optional<base::Instant> MemoryOutbox::next_due() {
  const auto& entries = open_.of("");
  return entries.empty() ? std::nullopt : std::optional(entries.front().at);
}

std::vector<OutboxRow> MemoryOutbox::of_post(const PostKey& post) {
  return in_order_of_planning(by_post_.of(network_key(post.network, post.id)));
}

std::optional<OutboxRow> MemoryOutbox::by_published(domain::NetworkKind network, const std::string& id) {
  const auto& entries = by_published_.of(network_key(network, id));
  return entries.empty() ? std::nullopt : std::optional(rows_.at(entries.front().row));
}

std::vector<OutboxRow> MemoryOutbox::open(const std::string& cohort) {
  auto rows = in_order_of_planning(open_.of(""));
  std::erase_if(rows, [&](const OutboxRow& row) { return row.cohort != cohort; });
  return rows;
}

std::size_t MemoryOutbox::erase_texts_before(const std::string& cohort, base::Instant before) {
  std::vector<OutboxRow> old;
  for (const auto& [id, row] : rows_.rows()) {
    if (row.cohort == cohort && row.planned_at < before && !is_open(row) && !row.text.empty())
      old.push_back(row);
  }
  for (OutboxRow& row : old) {
    row.text.clear();
    put(row);
  }
  return old.size();
}

std::vector<OutboxRow> MemoryOutbox::of_person(const domain::AccountKey& person) const {
  std::vector<OutboxRow> rows;
  for (const auto& [id, row] : rows_.rows()) {
    if (row.network == person.network && row.account == person.id) rows.push_back(row);
  }
  return rows;
}

void MemoryOutbox::put(const OutboxRow& row) {
  if (const auto id = rows_.id_of(row.key)) index(rows_.at(*id), *id, &Index::erase);
  const std::int64_t id = rows_.put(row.key, row);
  index(row, id, &Index::insert);
}

void MemoryOutbox::index(const OutboxRow& row, std::int64_t id,
                         void (Index::*change)(const std::string&, Timed)) {
  if (is_open(row)) (open_.*change)("", {row.not_before, id});
  if (!row.post_id.empty()) (by_post_.*change)(network_key(row.network, row.post_id), {row.planned_at, id});
  if (!row.published_id.empty()) {
    (by_published_.*change)(network_key(row.network, row.published_id), {row.planned_at, id});
  }
}

std::vector<OutboxRow> MemoryOutbox::in_order_of_planning(std::vector<Timed> entries) const {
  for (Timed& entry : entries) entry.at = rows_.at(entry.row).planned_at;
  std::sort(entries.begin(), entries.end());
  std::vector<OutboxRow> rows;
  rows.reserve(entries.size());
  for (const Timed& entry : entries) rows.push_back(rows_.at(entry.row));
  return rows;
}

MemoryDrafts::MemoryDrafts(Journal& journal) : rows_(journal), open_(journal), by_post_(journal) {}

void MemoryDrafts::add(const Draft& draft) {
  if (rows_.id_of(draft.key)) return;
  const std::int64_t id = rows_.put(draft.key, draft);
  if (draft.state == DraftState::open) open_.insert(draft.cohort, {draft.created_at, id});
  by_post_.insert(network_key(draft.network, draft.post_id), {draft.created_at, id});
}

std::optional<Draft> MemoryDrafts::find(const std::string& key) {
  const Draft* draft = rows_.find(key);
  return draft == nullptr ? std::nullopt : std::optional(*draft);
}

void MemoryDrafts::set_state(const std::string& key, DraftState state) {
  const auto id = rows_.id_of(key);
  if (!id) return;
  Draft draft = rows_.at(*id);
  if (draft.state == DraftState::open) open_.erase(draft.cohort, {draft.created_at, *id});
  if (state == DraftState::open) open_.insert(draft.cohort, {draft.created_at, *id});
  draft.state = state;
  rows_.put(key, std::move(draft));
}

void MemoryDrafts::set_text(const std::string& key, const std::string& text) {
  auto draft = find(key);
  if (!draft) return;
  draft->text = text;
  rows_.put(key, *std::move(draft));
}

std::vector<Draft> MemoryDrafts::open(const std::string& cohort) {
  std::vector<Draft> drafts;
  for (const Timed& entry : open_.of(cohort)) drafts.push_back(rows_.at(entry.row));
  return drafts;
}

std::vector<Draft> MemoryDrafts::of_post(const PostKey& post) {
  std::vector<Draft> drafts;
  for (const Timed& entry : by_post_.of(network_key(post.network, post.id)))
    drafts.push_back(rows_.at(entry.row));
  return drafts;
}

void MemoryDrafts::remove_open_of_post(const PostKey& post) {
  const std::vector<Timed> entries = by_post_.of(network_key(post.network, post.id));
  for (const Timed& entry : entries) {
    if (rows_.at(entry.row).state == DraftState::open) remove(entry.row);
  }
}

std::map<std::string, std::pair<int, int>> MemoryDrafts::outcomes(const std::string& cohort) {
  std::map<std::string, std::pair<int, int>> outcomes;
  for (const auto& [id, draft] : rows_.rows()) {
    if (draft.cohort != cohort) continue;
    if (draft.state == DraftState::sent) ++outcomes[draft.rule].first;
    if (draft.state == DraftState::dismissed) ++outcomes[draft.rule].second;
  }
  return outcomes;
}

std::size_t MemoryDrafts::erase_texts_before(const std::string& cohort, base::Instant before) {
  std::vector<Draft> old;
  for (const auto& [id, draft] : rows_.rows()) {
    if (draft.cohort == cohort && draft.created_at < before && draft.state != DraftState::open &&
        !draft.text.empty()) {
      old.push_back(draft);
    }
  }
  for (const Draft& draft : old) set_text(draft.key, "");
  return old.size();
}

void MemoryDrafts::remove_of_post(const PostKey& post) {
  const std::vector<Timed> entries = by_post_.of(network_key(post.network, post.id));
  for (const Timed& entry : entries) remove(entry.row);
}

void MemoryDrafts::remove_of_person(const domain::AccountKey& person) {
  std::vector<std::int64_t> ids;
  for (const auto& [id, draft] : rows_.rows()) {
    if (draft.network == person.network && draft.account == person.id) ids.push_back(id);
  }
  for (const std::int64_t id : ids) remove(id);
}

void MemoryDrafts::remove(std::int64_t id) {
  const Draft draft = rows_.at(id);
  if (draft.state == DraftState::open) open_.erase(draft.cohort, {draft.created_at, id});
  by_post_.erase(network_key(draft.network, draft.post_id), {draft.created_at, id});
  rows_.erase(draft.key);
}

}  // namespace store
