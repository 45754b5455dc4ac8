#include "networks/mastodon_answered.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "networks/post_json.hpp"

namespace networks {
namespace {

using nlohmann::json;

constexpr std::size_t most = 500;
constexpr std::chrono::seconds between_saves{5};  // a burst of replies does not wait for the disk each time

}  // namespace

MastodonAnswered::MastodonAnswered(std::filesystem::path file) : file_(std::move(file)) {
  const auto content = base::read_file(file_);
  const json kept = content ? json::parse(*content, nullptr, false) : json();
  if (!kept.is_object()) return;
  for (const auto& [id, at] : kept.items()) {
    if (at.is_number_integer()) answered_[id] = base::from_millis(at.get<std::int64_t>());
  }
}

MastodonAnswered::~MastodonAnswered() {
  if (changed_) save();
}

void MastodonAnswered::add(const std::string& id, base::Instant now) {
  const std::lock_guard lock(mutex_);
  answered_[id] = now;
  changed_ = true;
  if (answered_.size() > most) {
    std::erase_if(answered_, [&](const auto& one) { return now - one.second > longest; });
  }
  if (answered_.size() > most) {
    answered_.erase(
        std::min_element(answered_.begin(), answered_.end(),
                         [](const auto& one, const auto& other) { return one.second < other.second; }));
  }
  if (now - saved_ < between_saves) return;
  saved_ = now;
  save();
}

void MastodonAnswered::forget(const std::string& id) {
  const std::lock_guard lock(mutex_);
  if (answered_.erase(id) > 0) save();
}

std::vector<std::string> MastodonAnswered::newest(std::size_t count) const {
  const std::lock_guard lock(mutex_);
  std::vector<std::pair<base::Instant, std::string>> all;
  for (const auto& [id, at] : answered_) all.emplace_back(at, id);
  std::sort(all.rbegin(), all.rend());
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::min(count, all.size()); ++i) ids.push_back(std::move(all[i].second));
  return ids;
}

// Without a disk it is known until the next start.
void MastodonAnswered::save() {
  json kept = json::object();
  for (const auto& [id, at] : answered_) kept[id] = base::to_millis(at);
  if (base::write_file_atomically(file_, to_line(kept))) changed_ = false;
}

}  // namespace networks
