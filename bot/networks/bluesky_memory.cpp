#include "networks/bluesky_memory.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "networks/post_json.hpp"

namespace networks {

using nlohmann::json;

namespace {

constexpr std::size_t longest_file = std::size_t{8} * 1024 * 1024;
constexpr int highest_version = 1'000'000;

}  // namespace

BlueskyMemory::BlueskyMemory(std::filesystem::path file) : file_(std::move(file)) {
  const auto content = base::read_file(file_, longest_file);
  if (!content) return;
  const json kept = json::parse(*content, nullptr, false);
  if (!kept.is_array()) return;
  for (const json& one : kept) {
    const std::string uri = text_at(one, "uri");
    const json& written = part_at(one, "written");
    const json& version = part_at(one, "version");
    if (uri.empty() || !written.is_number_integer() || !version.is_number_unsigned()) continue;
    const auto number = std::min<std::uint64_t>(version.get<std::uint64_t>(), highest_version);
    heard_[uri] = {text_at(one, "cid"), static_cast<int>(number),
                   base::from_millis(written.get<std::int64_t>()), flag_at(one, "answered"), false};
  }
}

BlueskyMemory::Noted BlueskyMemory::note(const std::string& uri, const std::string& cid,
                                         base::Instant written) {
  const std::lock_guard lock(mutex_);
  const auto [place, is_new] = heard_.try_emplace(uri, Heard{cid, 0, written, false, false});
  Heard& heard = place->second;
  Noted noted{News::known, heard.version};
  if (is_new) {
    noted.news = News::fresh;
  } else if (heard.cid != cid) {
    heard.cid = cid;
    heard.delivered = false;
    noted = {News::edited, ++heard.version};
  } else if (!heard.delivered) {
    noted.news = heard.version > 0 ? News::edited : News::fresh;
  }
  if (is_new || noted.news == News::edited) changed_ = true;
  if (is_new && heard_.size() > most) make_room();
  return noted;
}

void BlueskyMemory::make_room() {
  const auto goes_first = [](const auto& one, const auto& other) {
    if (one.second.answered != other.second.answered) return !one.second.answered;
    return one.second.written < other.second.written;
  };
  heard_.erase(std::min_element(heard_.begin(), heard_.end(), goes_first));
}

void BlueskyMemory::set_delivered(const std::string& uri) {
  const std::lock_guard lock(mutex_);
  if (const auto place = heard_.find(uri); place != heard_.end()) place->second.delivered = true;
}

void BlueskyMemory::set_answered(const std::string& uri) {
  const std::lock_guard lock(mutex_);
  const auto place = heard_.find(uri);
  if (place == heard_.end() || place->second.answered) return;
  place->second.answered = true;
  changed_ = true;
}

void BlueskyMemory::forget(const std::string& uri) {
  const std::lock_guard lock(mutex_);
  if (heard_.erase(uri) > 0) changed_ = true;
}

bool BlueskyMemory::knows(const std::string& uri) const {
  const std::lock_guard lock(mutex_);
  return heard_.contains(uri);
}

std::string BlueskyMemory::cid_of(const std::string& uri) const {
  const std::lock_guard lock(mutex_);
  const auto place = heard_.find(uri);
  return place == heard_.end() ? "" : place->second.cid;
}

std::vector<std::string> BlueskyMemory::round(const std::string& after, std::size_t count) const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> uris;
  for (auto place = heard_.upper_bound(after); place != heard_.end() && uris.size() < count; ++place) {
    uris.push_back(place->first);
  }
  return uris;
}

base::Status BlueskyMemory::save(base::Instant now) {
  json kept = json::array();
  {
    const std::lock_guard lock(mutex_);
    const std::size_t before = heard_.size();
    std::erase_if(heard_, [&](const auto& one) { return now - one.second.written > longest; });
    if (!changed_ && heard_.size() == before) return {};
    for (const auto& [uri, heard] : heard_) {
      kept.push_back({{"uri", uri},
                      {"cid", heard.cid},
                      {"version", heard.version},
                      {"written", base::to_millis(heard.written)},
                      {"answered", heard.answered}});
    }
    changed_ = false;
  }
  return base::write_file_atomically(file_, to_line(kept));
}

}  // namespace networks
