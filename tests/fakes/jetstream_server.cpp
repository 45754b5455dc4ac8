#include "tests/fakes/jetstream_server.hpp"

#include <thread>

#include "tests/fakes/bluesky_parts.hpp"

namespace fakes {

using nlohmann::json;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds turn{5};
constexpr std::int64_t first_time = 1'000'000'000'000'000;
constexpr std::chrono::hours lookback{36};

std::int64_t micros_of(base::Instant instant) {
  return base::to_millis(instant) * 1000;
}

}  // namespace

JetstreamServer::JetstreamServer(const base::Clock& clock, std::int64_t first_number)
    : clock_(clock),
      first_number_(first_number),
      web_([this](const WebRequest& request, WebTalk& talk) { serve(request, talk); }) {}

JetstreamServer::~JetstreamServer() = default;

void JetstreamServer::commit(const std::string& operation, const std::string& uri, const json& record,
                             const std::string& cid, const std::string& rev) {
  const std::lock_guard lock(mutex_);
  const std::string account = bluesky::account_of(uri);
  json commit{{"rev", rev.empty() ? "3rev" + std::to_string(1'000'000 + revs_++) : rev},
              {"operation", operation},
              {"collection", bluesky::collection_of(uri)},
              {"rkey", uri.substr(uri.rfind('/') + 1)}};
  if (operation != "delete") {
    commit["record"] = record;
    commit["cid"] = cid;
  }
  add({{"did", account}, {"kind", "commit"}, {"commit", std::move(commit)}});
}

void JetstreamServer::identity(const std::string& account) {
  const std::lock_guard lock(mutex_);
  add({{"did", account}, {"kind", "identity"}, {"identity", {{"did", account}, {"seq", 7}}}});
}

void JetstreamServer::add(json message) {
  Message told;
  told.micros = micros_of(clock_.now());
  told.number = first_number_ + static_cast<std::int64_t>(messages_.size());
  message["time_us"] = told.micros;
  if (first_number_ > 0) message["cursor"] = told.number;
  told.text = message.dump();
  messages_.push_back(std::move(told));
  changed_.notify_all();
}

void JetstreamServer::tell(const std::string& text) {
  const std::lock_guard lock(mutex_);
  messages_.push_back(
      {micros_of(clock_.now()), first_number_ + static_cast<std::int64_t>(messages_.size()), text});
  changed_.notify_all();
}

void JetstreamServer::tell_again(std::size_t message) {
  const std::lock_guard lock(mutex_);
  messages_.push_back(messages_.at(message));
  changed_.notify_all();
}

void JetstreamServer::cut() {
  ++cuts_;
}

void JetstreamServer::fall_silent(bool silent) {
  silent_ = silent;
}

void JetstreamServer::refuse(int status) {
  refusal_ = status;
}

bool JetstreamServer::wait_for_followers(int count) const {
  for (int waited = 0; waited < 20'000; ++waited) {
    if (followers_ == count) return true;
    std::this_thread::sleep_for(milliseconds{1});
  }
  return false;
}

bool JetstreamServer::cut_until_followed_again() {
  const int before = connections_;
  cut();
  for (int waited = 0; waited < 20'000 && connections_ == before; ++waited) {
    std::this_thread::sleep_for(milliseconds{1});
  }
  return connections_ > before;
}

// Inclusive; what is too old is cut at the look-back without a word, what is to come is taken for now.
std::size_t JetstreamServer::first_from(const std::string& cursor) const {
  if (cursor.empty()) return messages_.size();
  const std::int64_t given = std::stoll(cursor);
  const bool is_number = first_number_ > 0 && given < first_time;
  const std::int64_t oldest = micros_of(clock_.now() - lookback);
  std::size_t place = 0;
  while (place < messages_.size()) {
    const Message& one = messages_[place];
    if (one.micros >= oldest && (is_number ? one.number : one.micros) >= given) break;
    ++place;
  }
  return place;
}

void JetstreamServer::serve(const WebRequest& request, WebTalk& talk) {
  if (refusal_ != 0 || request.path != "/subscribe") {
    talk.answer(refusal_ != 0 ? refusal_.load() : 404, "");
    return;
  }
  if (!talk.agree_to_websocket()) return;
  const int born = cuts_;
  ++followers_;
  ++connections_;
  std::size_t next = 0;
  {
    const std::lock_guard lock(mutex_);
    next = first_from(request.field("cursor"));
  }
  bool gone = false;
  while (!gone && !talk.stopping() && cuts_ == born) {
    (void)talk.receive_text(milliseconds{0}, gone);
    std::vector<std::string> news;
    {
      std::unique_lock lock(mutex_);
      changed_.wait_for(lock, turn, [&] { return messages_.size() > next; });
      if (silent_) continue;
      while (next < messages_.size()) news.push_back(messages_[next++].text);
    }
    for (const std::string& text : news) gone = gone || !talk.send_text(text);
  }
  --followers_;
  talk.cut(true);
}

}  // namespace fakes
