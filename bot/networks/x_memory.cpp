#include "networks/x_memory.hpp"

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "networks/post_json.hpp"

namespace networks {

using nlohmann::json;

XMemory::XMemory(std::filesystem::path file) : file_(std::move(file)) {
  const auto content = base::read_file(file_);
  if (!content) return;
  const json kept = json::parse(*content, nullptr, false);
  id_ = text_at(kept, "id");
  handle_ = text_at(kept, "handle");
  if (const json& checked = part_at(kept, "checked"); checked.is_number_integer()) {
    checked_ = base::from_millis(checked.get<std::int64_t>());
  }
  for (const auto& [id, at] : part_at(kept, "answered").items()) {
    if (at.is_number_integer()) answered_[id] = base::from_millis(at.get<std::int64_t>());
  }
}

std::string XMemory::id() const {
  const std::lock_guard lock(mutex_);
  return id_;
}

std::string XMemory::handle() const {
  const std::lock_guard lock(mutex_);
  return handle_;
}

base::Status XMemory::set_self(const std::string& id, const std::string& handle) {
  const std::lock_guard lock(mutex_);
  id_ = id;
  handle_ = handle;
  return save();
}

domain::Post XMemory::with_first_ids(domain::Post post) {
  const std::lock_guard lock(mutex_);
  const std::string own = post.url.substr(post.url.rfind('/') + 1);  // of this very version
  if (post.version > 0 && !own.empty() && own != post.id) {
    first_of_.put(own, post.id);
    newest_of_.put(post.id, own);
  }
  for (std::string* id : {&post.in_reply_to, &post.thread, &post.quote_of, &post.boost_of}) {
    if (const auto first = first_of_.find(*id)) *id = *first;
  }
  return post;
}

std::string XMemory::newest_id(const std::string& first) const {
  const std::lock_guard lock(mutex_);
  return newest_of_.find(first).value_or(first);
}

bool XMemory::is_news(const domain::Post& post) const {
  const std::lock_guard lock(mutex_);
  const auto version = passed_on_.find(post.id);
  return !version || post.version > *version;
}

void XMemory::set_passed_on(const domain::Post& post) {
  const std::lock_guard lock(mutex_);
  passed_on_.put(post.id, post.version);
}

base::Status XMemory::set_answered(const std::string& id, base::Instant now) {
  const std::lock_guard lock(mutex_);
  answered_[id] = now;
  return save();
}

std::vector<std::string> XMemory::answered(base::Instant now) {
  const std::lock_guard lock(mutex_);
  std::erase_if(answered_, [&](const auto& one) { return now - one.second > longest; });
  std::vector<std::string> ids;
  for (const auto& [id, at] : answered_) ids.push_back(id);
  return ids;
}

base::Status XMemory::forget(const std::string& id) {
  const std::lock_guard lock(mutex_);
  answered_.erase(id);
  return save();
}

base::Instant XMemory::checked() const {
  const std::lock_guard lock(mutex_);
  return checked_;
}

base::Status XMemory::set_checked(base::Instant now) {
  const std::lock_guard lock(mutex_);
  checked_ = now;
  return save();
}

base::Status XMemory::save() {
  json answered = json::object();
  for (const auto& [id, at] : answered_) answered[id] = base::to_millis(at);
  return base::write_file_atomically(file_, to_line({{"id", id_},
                                                     {"handle", handle_},
                                                     {"checked", base::to_millis(checked_)},
                                                     {"answered", std::move(answered)}}));
}

}  // namespace networks
