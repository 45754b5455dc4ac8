// How the servers show what is there.
#include <algorithm>

#include "tests/fakes/bluesky_parts.hpp"

namespace fakes {

using domain::HttpResponse;
using nlohmann::json;
using namespace bluesky;

bool BlueskyServer::may_be_seen(const std::string& uri) const {
  return records_.contains(uri) && !accounts_.at(account_of(uri)).blocks;
}

std::vector<std::string> BlueskyServer::newest_first() const {
  std::vector<std::string> uris;
  for (const auto& [uri, record] : records_) {
    if (collection_of(uri) == post_type && may_be_seen(uri)) uris.push_back(uri);
  }
  std::sort(uris.begin(), uris.end(), [&](const std::string& one, const std::string& other) {
    return records_.at(one).order > records_.at(other).order;
  });
  return uris;
}

HttpResponse BlueskyServer::search(const Call& call) const {
  const std::size_t limit = std::stoul(call.first("limit"));
  std::size_t skip = call.first("cursor").empty() ? 0 : std::stoul(call.first("cursor"));
  const std::size_t next = skip + limit;
  json found = json::array();
  bool more = false;
  for (const std::string& uri : newest_first()) {
    if (hidden_.contains(uri)) continue;
    if (records_.at(uri).value["text"].get<std::string>().find(call.first("q")) == std::string::npos)
      continue;
    if (skip > 0) {
      --skip;
    } else if (found.size() < limit) {
      found.push_back(view(uri));
    } else {
      more = true;
    }
  }
  json body{{"posts", std::move(found)}};
  if (more) body["cursor"] = std::to_string(next);
  return answer(body);
}

// What mentions, answers or quotes the bot.
HttpResponse BlueskyServer::notifications(const Call& call) const {
  const std::string bot = "did:plc:flockmate";
  json found = json::array();
  for (const std::string& uri : newest_first()) {
    const json& value = records_.at(uri).value;
    std::string reason;
    if (value.value("facets", json()).dump().find(bot) != std::string::npos) reason = "mention";
    if (account_of(parent_of(value)) == bot) reason = "reply";
    if (value.contains("embed") && value["embed"].dump().find(bot) != std::string::npos) reason = "quote";
    if (reason.empty() || account_of(uri) == bot) continue;
    json one = view(uri);
    one["reason"] = reason;
    found.push_back(std::move(one));
  }
  if (call.first("priority") != "false") found.clear();  // those whom the bot follows: nobody
  return answer({{"notifications", std::move(found)}});
}

HttpResponse BlueskyServer::posts(const Call& call) const {
  json found = json::array();
  const auto [begin, end] = call.query.equal_range("uris");
  for (auto one = begin; one != end; ++one) {
    if (may_be_seen(one->second)) found.push_back(view(one->second));
  }
  return answer({{"posts", std::move(found)}});
}

HttpResponse BlueskyServer::profiles(const Call& call) const {
  json found = json::array();
  const auto [begin, end] = call.query.equal_range("actors");
  for (auto one = begin; one != end; ++one) {
    const auto account = accounts_.find(one->second);
    if (account == accounts_.end() || account->second.hidden) continue;
    found.push_back(profile(one->second, true));
  }
  return answer({{"profiles", std::move(found)}});
}

HttpResponse BlueskyServer::thread(const Call& call) const {
  const std::string uri = call.first("uri");
  if (!may_be_seen(uri)) return error(400, "NotFound", "Post not found: " + uri);
  return answer({{"thread", thread_node(uri)}});
}

json BlueskyServer::thread_node(const std::string& uri) const {
  json replies = json::array();
  for (const std::string& other : newest_first()) {
    const json& value = records_.at(other).value;
    if (parent_of(value) == uri) replies.push_back(thread_node(other));
  }
  return {
      {"$type", "app.bsky.feed.defs#threadViewPost"}, {"post", view(uri)}, {"replies", std::move(replies)}};
}

json BlueskyServer::view(const std::string& uri) const {
  const Record& record = records_.at(uri);
  return {{"uri", uri},
          {"cid", record.cid},
          {"author", profile(account_of(uri), false)},
          {"record", record.value},
          {"viewer", {{"replyDisabled", closed_.contains(uri)}}},
          {"indexedAt", base::to_rfc3339(record.indexed)}};
}

// What authors say of themselves is left out where they are only named.
json BlueskyServer::profile(const std::string& did, bool whole) const {
  const Account& account = accounts_.at(did);
  json profile{{"did", did}, {"handle", account.handle}, {"displayName", account.handle}};
  if (whole) profile["description"] = account.description;
  if (account.blocks) profile["viewer"] = {{"blockedBy", true}};
  return profile;
}

}  // namespace fakes
