#include "tests/fakes/scripted_network.hpp"

#include <algorithm>
#include <utility>

namespace fakes {

using base::Error;
using base::ErrorKind;
using domain::Post;
using domain::PostEvent;
using domain::Published;
using domain::Utterance;

ScriptedNetwork::ScriptedNetwork(domain::NetworkKind kind)
    : ScriptedNetwork(kind,
                      domain::Author{.id = "bot", .handle = "flockmate", .name = "Flockmate", .bot = true}) {}

ScriptedNetwork::ScriptedNetwork(domain::NetworkKind kind, domain::Author self)
    : kind_(kind), self_(std::move(self)) {}

void ScriptedNetwork::next_publish(std::vector<Outcome> outcomes) {
  const std::lock_guard lock(mutex_);
  outcomes_.insert(outcomes_.end(), outcomes.begin(), outcomes.end());
}
void ScriptedNetwork::otherwise(Outcome outcome) {
  const std::lock_guard lock(mutex_);
  otherwise_ = outcome;
}
void ScriptedNetwork::forget_keys() {
  const std::lock_guard lock(mutex_);
  takes_keys_ = false;
}
void ScriptedNetwork::fail_look_ups(std::optional<base::ErrorKind> with) {
  const std::lock_guard lock(mutex_);
  look_ups_fail_ = with;
}
void ScriptedNetwork::fail_withdrawals(bool fail) {
  const std::lock_guard lock(mutex_);
  withdrawals_fail_ = fail;
}
void ScriptedNetwork::fail_threads(bool fail) {
  const std::lock_guard lock(mutex_);
  threads_fail_ = fail;
}
void ScriptedNetwork::fail_listening(bool fail) {
  const std::lock_guard lock(mutex_);
  listening_fails_ = fail;
}
void ScriptedNetwork::set_bill(const domain::Bill& bill) {
  const std::lock_guard lock(mutex_);
  bill_ = bill;
}

void ScriptedNetwork::set_away(std::optional<base::Instant> since) {
  const std::lock_guard lock(mutex_);
  away_since_ = since;
}

std::optional<base::Instant> ScriptedNetwork::away_since() const {
  const std::lock_guard lock(mutex_);
  return away_since_;
}

std::optional<domain::Bill> ScriptedNetwork::bill() {
  const std::lock_guard lock(mutex_);
  return bill_;
}

void ScriptedNetwork::set_thread(const std::string& root, std::vector<Post> posts) {
  const std::lock_guard lock(mutex_);
  threads_[root] = std::move(posts);
}
void ScriptedNetwork::on_publish(std::function<void(const Utterance&)> hook) {
  const std::lock_guard lock(mutex_);
  hook_ = std::move(hook);
}

bool ScriptedNetwork::deliver(const PostEvent& event) {
  const std::lock_guard delivering(delivering_);
  domain::EventSink sink;
  {
    const std::lock_guard lock(mutex_);
    sink = sink_;
  }
  if (!sink) return false;
  if (sink(event)) return true;
  const std::lock_guard lock(mutex_);
  sink_ = nullptr;
  return false;
}

bool ScriptedNetwork::deliver_twice(const std::vector<PostEvent>& events) {
  const auto give = [this](const PostEvent& event) { return deliver(event); };
  return std::all_of(events.begin(), events.end(), give) && std::all_of(events.begin(), events.end(), give);
}

bool ScriptedNetwork::deliver_backwards(const std::vector<PostEvent>& events) {
  return std::all_of(events.rbegin(), events.rend(),
                     [this](const PostEvent& event) { return deliver(event); });
}

PostEvent ScriptedNetwork::created(const Post& post, const std::string& cursor) {
  return {PostEvent::Kind::created, post, cursor};
}
PostEvent ScriptedNetwork::edited(const Post& post, const std::string& cursor) {
  return {PostEvent::Kind::edited, post, cursor};
}
PostEvent ScriptedNetwork::deleted(const domain::PostKey& key, const std::string& cursor) {
  Post gone;
  gone.network = key.network;
  gone.id = key.id;
  return {PostEvent::Kind::deleted, gone, cursor};
}

std::vector<Utterance> ScriptedNetwork::attempts() const {
  const std::lock_guard lock(mutex_);
  return attempts_;
}
std::vector<ScriptedNetwork::Said> ScriptedNetwork::posted() const {
  const std::lock_guard lock(mutex_);
  return posted_;
}
std::vector<Utterance> ScriptedNetwork::looked_up() const {
  const std::lock_guard lock(mutex_);
  return looked_up_;
}
std::vector<std::string> ScriptedNetwork::withdrawn() const {
  const std::lock_guard lock(mutex_);
  return withdrawn_;
}
std::vector<std::string> ScriptedNetwork::threads_read() const {
  const std::lock_guard lock(mutex_);
  return threads_read_;
}
std::vector<std::string> ScriptedNetwork::cursors() const {
  const std::lock_guard lock(mutex_);
  return cursors_;
}
bool ScriptedNetwork::listening() const {
  const std::lock_guard lock(mutex_);
  return sink_ != nullptr;
}
bool ScriptedNetwork::wait_for_posted(std::size_t count, std::chrono::milliseconds at_most) const {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, at_most, [&] { return posted_.size() >= count; });
}
bool ScriptedNetwork::wait_until_listening(std::chrono::milliseconds at_most) const {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, at_most, [&] { return sink_ != nullptr; });
}

base::Status ScriptedNetwork::listen(const std::string& cursor, domain::EventSink sink) {
  const std::lock_guard lock(mutex_);
  if (listening_fails_) return Error{ErrorKind::unavailable, "The scripted network cannot be reached."};
  cursors_.push_back(cursor);
  sink_ = std::move(sink);
  changed_.notify_all();
  return {};
}

void ScriptedNetwork::stop_listening() {
  const std::lock_guard delivering(delivering_);
  const std::lock_guard lock(mutex_);
  sink_ = nullptr;
}

base::Result<Published> ScriptedNetwork::publish(const Utterance& utterance) {
  std::function<void(const Utterance&)> hook;
  {
    const std::lock_guard lock(mutex_);
    hook = hook_;
  }
  if (hook) hook(utterance);
  const std::lock_guard lock(mutex_);
  attempts_.push_back(utterance);
  switch (take_outcome()) {
    case Outcome::posted:
      return post(utterance);
    case Outcome::refused:
      return Error{ErrorKind::refused, "The scripted network said no."};
    case Outcome::unreachable:
      return Error{ErrorKind::not_found, "The scripted network cannot reach this post."};
    case Outcome::unavailable:
      return Error{ErrorKind::unavailable, "The scripted network is away."};
    case Outcome::in_doubt_but_posted:
      post(utterance);
      break;
    case Outcome::in_doubt_not_posted:
      break;
  }
  return Error{ErrorKind::in_doubt, "The scripted network gave no answer."};
}

base::Result<std::optional<Published>> ScriptedNetwork::look_up(const Utterance& utterance) {
  const std::lock_guard lock(mutex_);
  looked_up_.push_back(utterance);
  if (look_ups_fail_) return Error{*look_ups_fail_, "The scripted network cannot look anything up."};
  return find(utterance.key);
}

base::Status ScriptedNetwork::withdraw(const std::string& id) {
  const std::lock_guard lock(mutex_);
  if (withdrawals_fail_) return Error{ErrorKind::unavailable, "The scripted network takes nothing back."};
  withdrawn_.push_back(id);
  return {};
}

base::Result<std::vector<Post>> ScriptedNetwork::read_thread(const Post& post) {
  const std::lock_guard lock(mutex_);
  threads_read_.push_back(post.id);
  if (threads_fail_) return Error{ErrorKind::unavailable, "The scripted network cannot read threads."};
  const auto thread = threads_.find(post.thread.empty() ? post.id : post.thread);
  if (thread == threads_.end()) return std::vector<Post>{post};
  return thread->second;
}

Outcome ScriptedNetwork::take_outcome() {
  if (outcomes_.empty()) return otherwise_;
  const Outcome outcome = outcomes_.front();
  outcomes_.pop_front();
  return outcome;
}

Published ScriptedNetwork::post(const Utterance& utterance) {
  if (takes_keys_) {
    if (const auto before = find(utterance.key)) return *before;
  }
  const std::string id = "said-" + std::to_string(posted_.size() + 1);
  Published published{id, "https://scripted.example/" + id};
  posted_.push_back({utterance, published});
  changed_.notify_all();
  return published;
}

std::optional<Published> ScriptedNetwork::find(const std::string& key) const {
  const auto said =
      std::find_if(posted_.begin(), posted_.end(), [&](const Said& one) { return one.utterance.key == key; });
  if (said == posted_.end()) return std::nullopt;
  return said->published;
}

}  // namespace fakes
