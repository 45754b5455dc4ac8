#include "networks/bluesky_reader.hpp"

#include <algorithm>
#include <set>

#include "networks/archive_formats.hpp"
#include "networks/bluesky_posts.hpp"
#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using nlohmann::json;

namespace {

constexpr std::size_t most_pages = 100;
constexpr std::size_t profiles_a_call = 25;
constexpr std::size_t most_profiles = 10'000;
constexpr std::chrono::hours profile_lasts{1};  // so soon a #nobot written today is obeyed
constexpr int reads_at_once = 3;  // a look is many reads: one that breaks must not cost them all
constexpr const char* page_size = "100";
constexpr const char* replies_deep = "100";
constexpr const char* parents_high = "100";

Error refused_by(const XrpcAnswer& answer, const std::string& method) {
  return {ErrorKind::unavailable, "Bluesky answered " + std::to_string(answer.status) + " to " + method +
                                      ": " + (answer.message.empty() ? answer.error : answer.message)};
}

bool is_gone(const XrpcAnswer& answer) {
  return answer.error == "NotFound" || answer.error == "RecordNotFound" ||
         answer.message.starts_with("Could not find repo");
}

}  // namespace

base::Result<json> BlueskyReader::get(const std::string& method, const Parameters& parameters) {
  auto answer = session_.read(method, parameters);
  for (int reads = 1; !answer && reads < reads_at_once; ++reads) {
    if (auto again = session_.read(method, parameters)) answer = std::move(again);
  }
  if (!answer) return answer.error();
  if (answer->ok()) return std::move(answer->body);
  if (is_gone(*answer)) return Error{ErrorKind::not_found, "That post is not there any more."};
  return refused_by(*answer, method);
}

base::Result<std::vector<Sighting>> BlueskyReader::search(const std::string& hashtag, base::Instant since) {
  return walk(
      "app.bsky.feed.searchPosts",
      {{"q", "#" + hashtag}, {"tag", hashtag}, {"sort", "latest"}, {"since", base::to_rfc3339(since)}},
      "posts", since, [](const Sighting& seen) { return seen.post.created_at; });
}

// `priority=false`: everybody's. Some servers narrow an account to those it follows once it has said what it
// saw, and the bot follows nobody.
base::Result<std::vector<Sighting>> BlueskyReader::addressed(base::Instant since) {
  return walk("app.bsky.notification.listNotifications",
              {{"reasons", "mention"}, {"reasons", "reply"}, {"reasons", "quote"}, {"priority", "false"}},
              "notifications", since, [](const Sighting& seen) { return seen.indexed; });
}

// Page after page, the newest first, until back at `since`.
base::Result<std::vector<Sighting>> BlueskyReader::walk(const std::string& method, Parameters parameters,
                                                        const char* list, base::Instant since,
                                                        const Order& order) {
  parameters.emplace_back("limit", page_size);
  std::vector<Sighting> sightings;
  std::string cursor;
  for (std::size_t page = 0;; ++page) {
    if (page == most_pages) {
      ++cut_short_;
      break;
    }
    Parameters asked = parameters;
    if (!cursor.empty()) asked.emplace_back("cursor", cursor);
    const auto body = get(method, asked);
    if (!body) return body.error();
    for (const json& view : part_at(*body, list)) take(view, sightings);
    const std::string next = text_at(*body, "cursor");
    const bool back = !sightings.empty() && order(sightings.back()) < since;
    if (back || next.empty() || next == cursor) break;
    cursor = next;
  }
  std::erase_if(sightings, [&](const Sighting& seen) { return seen.indexed < since; });
  if (auto filled = fill_authors(sightings); !filled) return filled.error();
  return sightings;
}

void BlueskyReader::take(const json& view, std::vector<Sighting>& sightings) {
  auto seen = read_sighting(view);
  if (!seen) {
    ++unreadable_;
  } else {
    sightings.push_back(std::move(seen).value());
  }
}

base::Result<std::vector<Sighting>> BlueskyReader::posts(const std::vector<std::string>& uris) {
  Parameters asked;
  for (const std::string& uri : uris) asked.emplace_back("uris", uri);
  const auto body = get("app.bsky.feed.getPosts", asked);
  if (!body) return body.error();
  std::vector<Sighting> sightings;
  for (const json& view : part_at(*body, "posts")) take(view, sightings);
  if (auto filled = fill_authors(sightings); !filled) return filled.error();
  return sightings;
}

base::Result<bool> BlueskyReader::exists(const std::string& uri) {
  const RecordAddress record = address_of(uri);
  const auto body = get("com.atproto.repo.getRecord",
                        {{"repo", record.account}, {"collection", record.collection}, {"rkey", record.key}});
  if (body) return true;
  if (body.error().kind == ErrorKind::not_found) return false;
  return body.error();
}

base::Result<std::vector<Sighting>> BlueskyReader::thread(const std::string& root, const std::string& uri) {
  const std::string method = "app.bsky.feed.getPostThread";
  const Parameters bounds{{"depth", replies_deep}, {"parentHeight", parents_high}};
  const auto asked_about = [&](const std::string& post) {
    Parameters asked = bounds;
    asked.emplace_back("uri", post);
    return get(method, asked);
  };
  auto body = asked_about(root);
  // The root was deleted: what is left hangs on the post itself.
  if (!body && body.error().kind == ErrorKind::not_found && root != uri) body = asked_about(uri);
  if (!body) return body.error();
  std::vector<Sighting> sightings;
  std::vector<const json*> open{&part_at(*body, "thread")};  // no recursion over what others wrote
  while (!open.empty()) {
    const json& node = *open.back();
    open.pop_back();
    if (part_at(node, "post").is_object()) take(part_at(node, "post"), sightings);
    if (part_at(node, "parent").is_object()) open.push_back(&part_at(node, "parent"));
    for (const json& reply : part_at(node, "replies")) open.push_back(&reply);
  }
  if (auto filled = fill_authors(sightings); !filled) return filled.error();
  std::sort(sightings.begin(), sightings.end(), [](const Sighting& one, const Sighting& other) {
    const bool is_root = one.post.in_reply_to.empty();
    if (is_root != other.post.in_reply_to.empty()) return is_root;
    return one.indexed < other.indexed;
  });
  return sightings;
}

base::Status BlueskyReader::mark_seen(base::Instant until) {
  const std::string method = "app.bsky.notification.updateSeen";
  const auto answer = session_.write(method, {{"seenAt", base::to_rfc3339(until)}});
  if (!answer) return answer.error();
  return answer->ok() ? base::Status{} : base::Status{refused_by(*answer, method)};
}

// Most views leave out what an author says of themselves, and #nobot stands there. Without knowing it nothing
// is passed on.
base::Status BlueskyReader::fill_authors(std::vector<Sighting>& sightings) {
  const std::vector<std::string> unknown = unknown_authors(sightings);
  for (std::size_t begin = 0; begin < unknown.size(); begin += profiles_a_call) {
    const std::size_t end = std::min(begin + profiles_a_call, unknown.size());
    auto asked = ask_profiles({unknown.begin() + static_cast<std::ptrdiff_t>(begin),
                               unknown.begin() + static_cast<std::ptrdiff_t>(end)});
    if (!asked) return asked;
  }
  const std::lock_guard lock(mutex_);
  for (Sighting& seen : sightings) {
    domain::Author& author = seen.post.author;
    const auto known = profiles_.find(author.id);
    if (known == profiles_.end()) continue;  // the account is being closed: as the view says
    author.wants_no_bots = known->second.author.wants_no_bots;
    author.bot = author.bot || known->second.author.bot;
    author.muted = author.muted || known->second.author.muted;
  }
  return {};
}

base::Result<std::vector<Sighting>> BlueskyReader::introduce(std::vector<Sighting>& sightings) {
  if (auto filled = fill_authors(sightings); !filled) return filled.error();
  std::vector<Sighting> strangers;
  const std::lock_guard lock(mutex_);
  std::erase_if(sightings, [&](Sighting& seen) {
    const auto known = profiles_.find(seen.post.author.id);
    if (known != profiles_.end()) {
      seen.post.author = known->second.author;
      return false;
    }
    strangers.push_back(std::move(seen));
    return true;
  });
  return strangers;
}

void BlueskyReader::forget_author(const std::string& account) {
  const std::lock_guard lock(mutex_);
  profiles_.erase(account);
}

std::vector<std::string> BlueskyReader::unknown_authors(const std::vector<Sighting>& sightings) {
  const base::Instant now = clock_.now();
  const std::lock_guard lock(mutex_);
  std::erase_if(profiles_, [&](const auto& one) { return now - one.second.asked > profile_lasts; });
  if (profiles_.size() > most_profiles) profiles_.clear();
  std::set<std::string> unknown;
  for (const Sighting& seen : sightings) {
    if (!profiles_.contains(seen.post.author.id)) unknown.insert(seen.post.author.id);
  }
  return {unknown.begin(), unknown.end()};
}

base::Status BlueskyReader::ask_profiles(const std::vector<std::string>& accounts) {
  Parameters asked;
  for (const std::string& account : accounts) asked.emplace_back("actors", account);
  const auto body = get("app.bsky.actor.getProfiles", asked);
  if (!body) return body.error();
  const std::lock_guard lock(mutex_);
  for (const json& profile : part_at(*body, "profiles")) {
    profiles_[text_at(profile, "did")] = {read_bluesky_author(profile, ""), clock_.now()};
  }
  return {};
}

}  // namespace networks
