#include <algorithm>

#include "base/text.hpp"
#include "networks/bluesky_listener.hpp"
#include "networks/bluesky_posts.hpp"
#include "networks/pause.hpp"

// What the stream tells: which of it is ours, and in which order it is believed. Asking stands in
// bluesky_listener.cpp.
namespace networks {

using domain::Post;
using Kind = JetstreamEvent::Kind;

namespace {

constexpr std::chrono::minutes longest_expected{2};  // then the search, or the round, finds it
constexpr std::size_t most_expected = 1000;
constexpr std::size_t posts_a_call = 25;

using SteadyClock = std::chrono::steady_clock;

}  // namespace

void BlueskyListener::learn_hashtags() {
  std::set<std::string> folded;
  for (const std::string& hashtag : options_.hashtags()) folded.insert(base::fold(hashtag));
  const std::lock_guard lock(hashtags_mutex_);
  if (folded == hashtags_) return;
  hashtags_ = std::move(folded);
  gap_ = true;  // of a new one the stream has told nothing so far
}

// Deletions come so soon after their posts that the memory may not know these yet.
bool BlueskyListener::is_wanted(const JetstreamEvent& event) {
  if (event.kind == Kind::account) {
    reader_.forget_author(event.account);  // another name, or #nobot
    return false;
  }
  const bool known = memory_.knows(event.uri) || told_.find(event.uri);
  const bool wanted = known || (event.kind != Kind::deleted && concerns_us(event.seen.post));
  if (wanted) told_.put(event.uri, true);
  return wanted;
}

bool BlueskyListener::concerns_us(const Post& post) {
  if (post.author.id == reader_.own_account()) return false;
  if (is_addressed(post) || memory_.knows(post.in_reply_to) || memory_.knows(post.thread)) return true;
  const std::lock_guard lock(hashtags_mutex_);
  return std::any_of(post.tags.begin(), post.tags.end(),
                     [&](const std::string& tag) { return hashtags_.contains(base::fold(tag)); });
}

bool BlueskyListener::is_addressed(const Post& post) const {
  const std::string bot = reader_.own_account();
  if (bot.empty()) return false;
  return address_of(post.in_reply_to).account == bot || address_of(post.quote_of).account == bot ||
         std::find(post.mentions.begin(), post.mentions.end(), bot) != post.mentions.end();
}

// Until the next turn. False: the sink has enough, or it is to stop.
bool BlueskyListener::wait(const Turn& turn, base::Duration time) {
  if (!stream_.is_configured()) return pause(turn.stop, time);
  const auto until = SteadyClock::now() + time;
  while (!turn.stop.stop_requested()) {
    const auto left = std::chrono::duration_cast<base::Duration>(until - SteadyClock::now());
    if (left.count() <= 0) return true;
    const auto taken = take(turn, stream_.next(left, turn.stop));
    if (taken && !*taken) return false;
    if (!taken) {
      tell(taken.error());
      return pause(turn.stop, left);  // what comes meanwhile waits
    }
  }
  return false;
}

// A new post is believed as it was told. Of one that is known another version may be an older one that was
// told again, so the network is asked how it stands.
base::Result<bool> BlueskyListener::take(const Turn& turn, std::vector<JetstreamEvent> events) {
  std::vector<Sighting> fresh;
  for (JetstreamEvent& event : events) {
    if (!is_news(event)) continue;
    if (event.kind == Kind::deleted) {
      std::erase_if(fresh, [&](const Sighting& seen) { return seen.post.id == event.uri; });
      expected_.erase(event.uri);
      if (memory_.knows(event.uri) && !tell_deleted(turn, event.uri)) return false;
    } else if (event.kind == Kind::created && !memory_.knows(event.uri)) {
      fresh.push_back(std::move(event.seen));
    } else if (memory_.cid_of(event.uri) != event.seen.cid) {
      expect(event.seen);
    }
  }
  return fresh.empty() ? base::Result<bool>(true) : hear(turn, std::move(fresh));
}

// Connections overlap: what was told before is told again.
bool BlueskyListener::is_news(const JetstreamEvent& event) {
  const auto last = revs_.find(event.uri);
  if (last && !event.rev.empty() && event.rev <= *last) return false;
  revs_.put(event.uri, event.rev);
  return true;
}

base::Result<bool> BlueskyListener::hear(const Turn& turn, std::vector<Sighting> fresh) {
  const auto later = [&](const base::Error& trouble) {
    for (const Sighting& seen : fresh) expect(seen);
    return trouble;
  };
  const auto strangers = reader_.introduce(fresh);
  if (!strangers) return later(strangers.error());
  for (const Sighting& seen : *strangers) expect(seen);
  // Nobody writes in the future, and no search begins there.
  const base::Instant now = clock_.now();
  for (Sighting& seen : fresh) {
    seen.indexed = std::min(seen.indexed, now);
    seen.post.created_at = std::min(seen.post.created_at, now);
  }
  std::vector<Sighting> addressed;
  std::copy_if(fresh.begin(), fresh.end(), std::back_inserter(addressed),
               [&](const Sighting& seen) { return is_addressed(seen.post); });
  auto around = answered_by(addressed);
  if (!around) return later(around.error());
  Sightings sightings;
  for (std::vector<Sighting>* some : {&fresh, &*around}) {
    for (Sighting& seen : *some) sightings.emplace(seen.post.id, std::move(seen));
  }
  return pass_on(turn, sightings);
}

void BlueskyListener::expect(const Sighting& seen) {
  if (expected_.size() < most_expected) {
    expected_[seen.post.id] = {seen.cid, std::nullopt};
  } else {
    gap_ = true;
  }
}

base::Result<bool> BlueskyListener::look_for_expected(const Turn& turn) {
  std::vector<std::string> uris;
  for (const auto& [uri, expected] : expected_) uris.push_back(uri);
  for (std::size_t begin = 0; begin < uris.size(); begin += posts_a_call) {
    const auto from = uris.begin() + static_cast<std::ptrdiff_t>(begin);
    auto standing = reader_.posts({from, from + std::min<std::ptrdiff_t>(posts_a_call, uris.end() - from)});
    if (!standing) return standing.error();
    for (Sighting& seen : *standing) {
      const auto expected = expected_.find(seen.post.id);
      if (expected == expected_.end() || expected->second.cid != seen.cid) continue;
      expected_.erase(expected);
      if (!deliver(turn, std::move(seen))) return false;
    }
  }
  const base::Instant now = clock_.now();
  for (auto& [uri, expected] : expected_) expected.asked = expected.asked.value_or(now);
  std::erase_if(expected_, [&](const auto& one) { return now - *one.second.asked >= longest_expected; });
  return true;
}

}  // namespace networks
