#include "networks/mastodon_intake.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "networks/pause.hpp"
#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::PostEvent;
using nlohmann::json;

namespace {

constexpr std::size_t remembered = 20'000;  // far more than one look at the timelines shows
constexpr std::size_t most_newest = 200;
constexpr std::chrono::seconds between_attempts{5};
constexpr int most_attempts =
    60;  // so long may the own server be out of reach before a post is taken as it is

}  // namespace

MastodonIntake::MastodonIntake(MastodonServer& own, const std::string& cursor, domain::EventSink sink)
    : own_(own),
      sink_(std::move(sink)),
      places_(MastodonPlaces::from_cursor(cursor)),
      delivered_(remembered),
      ids_(remembered),
      roots_(remembered) {}

std::string MastodonIntake::place(const std::string& source) const {
  const std::lock_guard lock(mutex_);
  return places_.place(source);
}

bool MastodonIntake::knows(const MastodonServer& server, const json& status) {
  const auto heard = read_mastodon_status(status);
  const std::lock_guard lock(mutex_);
  return heard && is_delivered(server, *heard);
}

// Delivered in this version or a later one. Then it is known, too, where this server has it.
bool MastodonIntake::is_delivered(const MastodonServer& server, const MastodonStatus& heard) {
  const auto delivered = delivered_.find(heard.uri);
  if (delivered) note_place(server, heard.post.id, delivered->id);
  return delivered && delivered->version >= heard.post.version;
}

std::set<std::string> MastodonIntake::newest(std::size_t count) const {
  const std::lock_guard lock(mutex_);
  const std::size_t left_out = newest_.size() - std::min(count, newest_.size());
  return {newest_.begin() + static_cast<std::ptrdiff_t>(left_out), newest_.end()};
}

void MastodonIntake::set_muted(std::set<std::string> accounts) {
  const std::lock_guard lock(mutex_);
  muted_ = std::move(accounts);
}

std::string MastodonIntake::place_key(const MastodonServer& server, const std::string& id) {
  return server.address() + " " + id;
}

void MastodonIntake::note_place(const MastodonServer& server, const std::string& there,
                                const std::string& id) {
  if (!is_own(server) || there != id) ids_.put(place_key(server, there), id);
}

MastodonIntake::Taken MastodonIntake::take(MastodonServer& server, const std::string& source,
                                           const json& status, const std::stop_token& stop,
                                           const std::string& place) {
  auto heard = read_mastodon_status(status);
  if (!heard) return Taken::unreadable;
  if (heard->uri.empty()) heard->uri = place_key(server, heard->post.id);
  const std::string& uri = heard->uri;
  const std::string& there = heard->post.id;
  const int version = heard->post.version;
  const auto is_known = [&] {
    const std::lock_guard lock(mutex_);
    if (!is_delivered(server, *heard)) return false;
    places_.advance(source, place.empty() ? there : place);
    return true;
  };
  if (is_known()) return Taken::known;
  auto own = in_own_words(server, *heard, stop);
  if (!own) return Taken::stop;
  own->post.thread = root_of(own->post);

  const std::lock_guard turn(delivering_);
  if (is_known()) return Taken::known;  // another server was quicker
  PostEvent event;
  event.kind = version > 0 ? PostEvent::Kind::edited : PostEvent::Kind::created;
  event.post = std::move(own->post);
  {
    const std::lock_guard lock(mutex_);
    // What was delivered under its URI stays so, though the own server has found it since.
    const auto before = delivered_.find(uri);
    if (before) event.post.id = before->id;
    event.post.author.muted = muted_.contains(event.post.author.id);
    if (!before && event.post.id != uri) newest_.push_back(event.post.id);
    if (newest_.size() > most_newest) newest_.pop_front();
    note_place(server, there, event.post.id);
    delivered_.put(uri, {event.post.id, version});
    roots_.put(event.post.id, event.post.thread == event.post.id ? "" : event.post.thread);
    places_.advance(source, place.empty() ? there : place);
    event.cursor = places_.cursor();
  }
  return sink_(std::move(event)) ? Taken::fresh : Taken::stop;
}

bool MastodonIntake::take_deletion(MastodonServer& server, const std::string& id) {
  const std::lock_guard turn(delivering_);
  PostEvent event;
  event.kind = PostEvent::Kind::deleted;
  event.post.network = domain::NetworkKind::mastodon;
  {
    const std::lock_guard lock(mutex_);
    const auto known = ids_.find(place_key(server, id));
    if (!known && !is_own(server)) return true;  // never heard of it
    event.post.id = known.value_or(id);
    std::erase(newest_, event.post.id);
  }
  return sink_(std::move(event));
}

std::optional<MastodonStatus> MastodonIntake::in_own_words(MastodonServer& server, MastodonStatus heard,
                                                           const std::stop_token& stop) {
  if (is_own(server)) return heard;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    auto found = resolve_on(own_, heard.uri);
    if (found) return *std::move(found);
    if (found.error().kind != ErrorKind::unavailable) break;
    if (!pause(stop, between_attempts)) return std::nullopt;
  }
  // Ids of that server mean nothing here.
  heard.post.id = heard.uri;
  heard.post.author.id = server.address() + "/" + heard.post.author.id;
  heard.post.in_reply_to.clear();
  heard.post.thread = heard.post.id;
  heard.post.mentions.clear();
  return heard;
}

std::string MastodonIntake::root_of(const domain::Post& post) {
  if (post.in_reply_to.empty()) return post.id;
  {
    const std::lock_guard lock(mutex_);
    if (const auto root = roots_.find(post.in_reply_to)) return root->empty() ? post.in_reply_to : *root;
  }
  const auto context = own_.get("/api/v1/statuses/" + percent_encoded(post.id) + "/context");
  if (!context) return post.in_reply_to;
  const json& above = part_at(*context, "ancestors");
  const std::string root = above.is_array() && !above.empty() ? id_at(above.front(), "id") : "";
  return root.empty() ? post.in_reply_to : root;
}

base::Result<MastodonStatus> resolve_on(MastodonServer& own, const std::string& uri) {
  const auto answer =
      own.get("/api/v2/search", {{"q", uri}, {"resolve", "true"}, {"type", "statuses"}, {"limit", "1"}});
  if (!answer) return answer.error();
  for (const json& status : part_at(*answer, "statuses")) {
    auto read = read_mastodon_status(status);
    if (read && read->uri == uri) return read;
  }
  return Error{ErrorKind::not_found, "The bot's own server cannot find the post."};
}

}  // namespace networks
