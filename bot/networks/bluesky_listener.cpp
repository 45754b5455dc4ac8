#include "networks/bluesky_listener.hpp"

#include <algorithm>
#include <optional>
#include <set>

// Asking. What the stream tells stands in bluesky_live.cpp.
namespace networks {

using domain::PostEvent;

namespace {

constexpr std::chrono::hours catch_up{24};
constexpr std::chrono::minutes search_lag{2};    // the search shows posts out of order for so long
constexpr std::chrono::minutes restart_lag{10};  // read again after a restart
constexpr std::chrono::seconds first_pause{1};
constexpr std::chrono::minutes longest_pause{5};
constexpr std::chrono::seconds between_saves{10};
constexpr std::chrono::hours between_introductions{1};
constexpr std::size_t posts_a_call = 25;
constexpr int calls_a_turn = 4;

std::vector<const Sighting*> by_time(const std::map<std::string, Sighting>& sightings) {
  std::vector<const Sighting*> sorted;
  sorted.reserve(sightings.size());
  for (const auto& [uri, seen] : sightings) sorted.push_back(&seen);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Sighting* one, const Sighting* other) { return one->indexed < other->indexed; });
  return sorted;
}

}  // namespace

BlueskyListener::BlueskyListener(BlueskyReader& reader, BlueskyMemory& memory, const base::Clock& clock,
                                 Options options)
    : reader_(reader),
      memory_(memory),
      clock_(clock),
      options_(std::move(options)),
      stream_(options_.jetstream, clock, options_.jitter,
              [this](const std::string& trouble) { options_.tell("Bluesky: " + trouble); }),
      revs_(BlueskyMemory::most),
      told_(BlueskyMemory::most) {}

BlueskyListener::~BlueskyListener() {
  stop();
}

void BlueskyListener::start(const std::string& cursor, domain::EventSink sink, Introduction introduce) {
  const auto from = base::parse_rfc3339(cursor);
  mark_ = from ? *from - restart_lag : clock_.now() - catch_up;
  reconciled_ = clock_.now();
  hearing_.lost(reconciled_);  // until the first look
  thread_ = std::jthread(
      [this, sink = std::move(sink), introduce = std::move(introduce)](const std::stop_token& stop) {
        run({stop, sink}, introduce);
      });
}

void BlueskyListener::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void BlueskyListener::run(const Turn& turn, const Introduction& introduce) {
  Backoff backoff(first_pause, longest_pause, options_.jitter);
  std::optional<base::Instant> introduce_at = clock_.now();
  bool wanted = true;
  if (stream_.is_configured())
    stream_.start([this](const JetstreamEvent& event) { return is_wanted(event); });
  while (wanted && !turn.stop.stop_requested()) {
    if (introduce_at && clock_.now() >= *introduce_at) {
      const auto introduced = introduce();
      if (!introduced) tell(introduced.error());
      introduce_at = introduced ? std::nullopt : std::optional(clock_.now() + between_introductions);
    }
    base::Status done;
    for (const auto step :
         {&BlueskyListener::look, &BlueskyListener::look_for_expected, &BlueskyListener::check_known}) {
      if (!done || !wanted) break;
      const auto result = (this->*step)(turn);
      if (!result) done = result.error();
      wanted = !result || *result;
    }
    if (done) {
      backoff.succeeded();
      hearing_.found();
    } else {
      tell(done.error());
      hearing_.lost(clock_.now());
    }
    save(clock_.now());
    wanted = wanted && wait(turn, done ? options_.poll : backoff.next());
  }
  stream_.stop();
  saved_ = {};
  save(clock_.now());
}

void BlueskyListener::tell(const base::Error& trouble) const {
  options_.tell("Bluesky: " + trouble.message);
}

base::Result<bool> BlueskyListener::look(const Turn& turn) {
  learn_hashtags();
  const base::Instant now = clock_.now();
  const bool whole_day = now - reconciled_ >= options_.reconcile;
  const std::uint64_t connection = stream_.connection();  // what comes after this it tells itself
  const bool search = whole_day || gap_ || connection == 0 || connection != searched_;
  auto sightings = gather(whole_day ? std::min(mark_, now - catch_up) : mark_ - search_lag, search);
  if (!sightings) return sightings.error();
  if (whole_day) reconciled_ = now;
  if (search) {
    searched_ = connection;
    gap_ = false;
  }
  if (!pass_on(turn, *sightings)) return false;
  if (newest_notice_ > seen_notice_) {
    if (auto marked = reader_.mark_seen(newest_notice_); !marked) return marked.error();
    seen_notice_ = newest_notice_;
  }
  return true;
}

base::Result<BlueskyListener::Sightings> BlueskyListener::gather(base::Instant since, bool search) {
  Sightings sightings;
  const auto add = [&](std::vector<Sighting> found) {
    for (Sighting& seen : found) sightings.emplace(seen.post.id, std::move(seen));
  };
  for (const std::string& hashtag : search ? options_.hashtags() : std::vector<std::string>{}) {
    auto found = reader_.search(hashtag, since);
    if (!found) return found.error();
    add(std::move(found).value());
  }
  auto addressed = reader_.addressed(since);
  if (!addressed) return addressed.error();
  for (const Sighting& seen : *addressed) newest_notice_ = std::max(newest_notice_, seen.indexed);
  auto around = answered_by(*addressed);
  if (!around) return around.error();
  add(std::move(addressed).value());
  add(std::move(around).value());
  return sightings;
}

// Notifications are faster than the search: what they answer has to be heard before them, for it may be what
// makes them the course's.
base::Result<std::vector<Sighting>> BlueskyListener::answered_by(const std::vector<Sighting>& addressed) {
  std::set<std::string> unknown;
  for (const Sighting& seen : addressed) {
    for (const std::string& uri : {seen.post.in_reply_to, seen.post.thread}) {
      if (!uri.empty() && uri != seen.post.id && !memory_.knows(uri)) unknown.insert(uri);
    }
  }
  std::vector<Sighting> found;
  while (!unknown.empty()) {
    std::vector<std::string> some;
    while (!unknown.empty() && some.size() < posts_a_call) {
      some.push_back(std::move(unknown.extract(unknown.begin()).value()));
    }
    auto posts = reader_.posts(some);
    if (!posts) return posts.error();
    for (Sighting& seen : *posts) found.push_back(std::move(seen));
  }
  return found;
}

// The oldest first, so that the cursor of each says that everything before it was heard.
bool BlueskyListener::pass_on(const Turn& turn, const Sightings& sightings) {
  for (const Sighting* seen : by_time(sightings)) {
    if (turn.stop.stop_requested() || !deliver(turn, *seen)) return false;
  }
  return true;
}

bool BlueskyListener::deliver(const Turn& turn, Sighting seen) {
  const std::string uri = seen.post.id;
  const auto noted = memory_.note(uri, seen.cid, seen.post.created_at);
  mark_ = std::max(mark_, seen.indexed);
  if (noted.news == BlueskyMemory::News::known) return true;
  PostEvent event;
  event.kind = PostEvent::Kind::created;
  event.cursor = base::to_rfc3339(mark_);
  event.post = std::move(seen.post);
  event.post.version = noted.version;
  if (noted.news == BlueskyMemory::News::edited) {
    event.kind = PostEvent::Kind::edited;
    event.post.edited_at = seen.indexed;
  }
  if (!turn.sink(std::move(event))) return false;
  memory_.set_delivered(uri);
  return true;
}

base::Result<bool> BlueskyListener::check_known(const Turn& turn) {
  for (int call = 0; call < calls_a_turn && !turn.stop.stop_requested(); ++call) {
    const std::vector<std::string> uris = memory_.round(checked_, posts_a_call);
    if (uris.empty()) break;
    auto standing = reader_.posts(uris);
    if (!standing) return standing.error();
    std::set<std::string> missing(uris.begin(), uris.end());
    for (Sighting& seen : *standing) {
      missing.erase(seen.post.id);
      if (!deliver(turn, std::move(seen))) return false;
    }
    for (const std::string& uri : missing) {
      auto followed = follow_missing(turn, uri);
      if (!followed || !*followed) return followed;
    }
    checked_ = uris.size() < posts_a_call ? "" : uris.back();
    if (checked_.empty()) break;
  }
  return true;
}

// Missing for the bot may mean gone, or that its author blocked the bot: only what is gone is deleted.
base::Result<bool> BlueskyListener::follow_missing(const Turn& turn, const std::string& uri) {
  const auto exists = reader_.exists(uri);
  if (!exists) return exists.error();
  return *exists || tell_deleted(turn, uri);
}

bool BlueskyListener::tell_deleted(const Turn& turn, const std::string& uri) {
  PostEvent event;
  event.kind = PostEvent::Kind::deleted;
  event.post.network = domain::NetworkKind::bluesky;
  event.post.id = uri;
  if (!turn.sink(std::move(event))) return false;
  memory_.forget(uri);
  return true;
}

void BlueskyListener::save(base::Instant now) {
  if (now - saved_ < between_saves) return;
  saved_ = now;
  if (auto saved = memory_.save(now); !saved) tell(saved.error());
}

}  // namespace networks
