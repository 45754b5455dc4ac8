#include <algorithm>

#include "tests/fakes/mastodon_parts.hpp"
#include "tests/fakes/mastodon_wishes.hpp"

namespace fakes {

using nlohmann::json;
using std::chrono::milliseconds;

namespace {

constexpr const char* statuses = "/api/v1/statuses";

std::string after(const std::string& path, const std::string& start) {
  return path.starts_with(start) ? path.substr(start.size()) : "";
}

}  // namespace

WebHeaders MastodonServer::Parts::limits() const {
  WebHeaders headers{{"Content-Type", "application/json; charset=utf-8"},
                     {"X-RateLimit-Limit", "300"},
                     {"X-RateLimit-Remaining", std::to_string(options.requests_left)},
                     {"X-RateLimit-Reset", "2026-03-03T18:05:00.123456Z"}};
  if (!options.date.empty()) headers.emplace_back("Date", options.date);
  return headers;
}

// The limits; of a page of a timeline also where the ones before and after it are.
WebHeaders MastodonServer::Parts::paging(const WebRequest& request, const json& page) const {
  WebHeaders headers = limits();
  if (!page.is_array() || page.empty() || !page.front().contains("created_at")) return headers;
  const std::string limit = request.field("limit").empty() ? "" : "limit=" + request.field("limit") + "&";
  const auto link = [&](const char* field, const json& post, const char* relation) {
    return "<" + web->url(request.path) + "?" + limit + field + "=" + post["id"].get<std::string>() +
           ">; rel=\"" + relation + "\"";
  };
  headers.emplace_back("Link",
                       link("max_id", page.back(), "next") + ", " + link("min_id", page.front(), "prev"));
  return headers;
}

MastodonFault MastodonServer::Parts::fault_for(const WebRequest& request) {
  const std::lock_guard lock(mutex);
  if (request.method == "POST" && request.path == statuses && !attempts.empty()) {
    const MastodonFault next = attempts.front();
    attempts.pop_front();
    return next;
  }
  return fault ? fault(request) : MastodonFault::none;
}

bool MastodonServer::Parts::is_allowed(const WebRequest& request) const {
  const bool is_open = request.path.ends_with("/instance") ||
                       request.path.starts_with("/api/v1/timelines/") || request.path == "/api/v1/apps" ||
                       request.path.starts_with("/oauth/");
  const std::string given = token_of(request);
  if (token_refused && !given.empty()) return false;
  return given == "bot-token" || (is_open && given.empty());
}

void MastodonServer::Parts::answer(const WebRequest& request, WebTalk& talk) {
  if (request.path.starts_with("/api/v1/streaming")) return stream(request, talk);
  const MastodonFault fate = fault_for(request);
  if (fails_before(fate, talk)) return;
  if (!is_allowed(request) || fate == MastodonFault::expired) {
    talk.answer(401, R"({"error":"The access token is invalid"})", limits());
    return;
  }
  if (!may(request)) {
    talk.answer(403, R"({"error":"This action is outside the authorized scopes"})", limits());
    return;
  }
  if (request.path == "/api/v1/mutes") return show_muted(request, talk);
  auto result = carry_out(request, fate);
  if (fate == MastodonFault::drop_after) return talk.cut(true);
  if (fate == MastodonFault::error_after) result = {500, json{{"error", "Something went wrong"}}};
  const std::string body = result.second.dump();
  if (fate != MastodonFault::cut) {
    talk.answer(result.first, body, paging(request, result.second));
    return;
  }
  talk.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
            std::to_string(body.size()) + "\r\n\r\n" + body.substr(0, body.size() / 2));
  talk.cut(true);
}

// Whether the request ends here, before anything was done.
bool MastodonServer::Parts::fails_before(MastodonFault fate, WebTalk& talk) {
  auto headers = limits();
  switch (fate) {
    case MastodonFault::drop_before:
      talk.cut(true);
      return true;
    case MastodonFault::error_before:
      talk.answer(500, "<html>We're sorry</html>");
      return true;
    case MastodonFault::busy:
      talk.answer(503, R"({"error":"There was a temporary problem serving your request, please try again"})",
                  headers);
      return true;
    case MastodonFault::too_many:
      headers[2].second = "7";  // a limit of another kind is used up
      headers[3].second = "2026-03-03T18:00:30.000000Z";
      talk.answer(429, R"({"error":"Too many requests"})", headers);
      return true;
    case MastodonFault::used_up:
      headers[2].second = "0";
      headers[3].second = base::to_rfc3339(state.now() + std::chrono::seconds{1});
      talk.answer(429, R"({"error":"Too many requests"})", headers);
      return true;
    case MastodonFault::slow:
      talk.wait(milliseconds{500});
      return false;
    default:
      return false;
  }
}

std::pair<int, json> MastodonServer::Parts::carry_out(const WebRequest& request, MastodonFault fate) {
  const std::lock_guard lock(mutex);
  if (request.method == "GET") {
    json shown = read(request);
    if (shown.is_null()) return {404, json{{"error", "Record not found"}}};
    return {200, std::move(shown)};
  }
  auto result = act(request, fate);
  changed.notify_all();
  return result;
}

json MastodonServer::Parts::read(const WebRequest& request) {
  const std::string& path = request.path;
  const auto show = [&](const MastodonToot& toot) { return state.status(toot); };
  if (path == "/api/v2/instance") return instance();
  if (path == "/api/v1/instance") return old_instance();
  if (json found = read_people(request); !found.is_null()) return found;
  if (path == "/api/v1/notifications") {
    const auto wanted = [&](const MastodonToot& toot) {
      return toot.author != state.bot && state.mentions(toot, "flockmate");
    };
    return state.page(request.fields, wanted, [&](const auto& toot) { return state.notification(toot); });
  }
  if (path == "/api/v2/search") return search(request);
  if (path == "/api/v1/timelines/public") {
    const bool filtered = !request.header("authorization").empty() && !options.chosen_languages.empty();
    const auto wanted = [&](const MastodonToot& toot) {
      return toot.visibility == "public" && (!filtered || options.chosen_languages.contains(toot.language));
    };
    return state.page(request.fields, wanted, show);
  }
  if (const std::string tag = after(path, "/api/v1/timelines/tag/"); !tag.empty()) {
    const auto wanted = [&](const MastodonToot& toot) {
      const auto tags = state.tags_of(toot.text);
      return toot.visibility == "public" && toot.reblog_of.empty() &&
             std::any_of(tags.begin(), tags.end(),
                         [&](const auto& one) { return folded_tag(one) == folded_tag(tag); });
    };
    return state.page(request.fields, wanted, show);
  }
  if (const std::string rest = after(path, "/api/v1/accounts/"); rest.ends_with("/statuses")) {
    const std::string id = rest.substr(0, rest.find('/'));
    return state.page(
        request.fields, [&](const MastodonToot& toot) { return toot.author == id; }, show);
  }
  return read_status(after(path, std::string(statuses) + "/"));
}

json MastodonServer::Parts::read_people(const WebRequest& request) {
  const std::string& path = request.path;
  if (path == "/api/v1/accounts/verify_credentials") return state.credentials(*state.by_id(state.bot));
  if (path == "/api/v1/accounts/lookup") return state.account(state.person(request.field("acct")));
  if (path == "/api/v1/blocks") return json::array();
  if (path != "/api/v1/accounts/relationships") return nullptr;
  json list = json::array();
  const json asked = wish_of(request).value("id", json::array());
  for (const json& id : asked.is_array() ? asked : json::array({asked})) {
    const MastodonPerson* one = state.by_id(id.get<std::string>());
    if (one != nullptr) list.push_back(state.relationship(*one));
  }
  return list;
}

json MastodonServer::Parts::read_status(const std::string& rest) {
  const MastodonToot* toot = state.find(rest.substr(0, rest.find('/')));
  if (toot == nullptr) return nullptr;
  if (!rest.ends_with("/context")) return state.status(*toot);
  json above = json::array();
  std::set<std::string> below{toot->id};
  for (const auto* one = state.find(toot->in_reply_to); one != nullptr; one = state.find(one->in_reply_to)) {
    above.insert(above.begin(), state.status(*one));
  }
  json under = json::array();
  for (const auto& [id, one] : state.toots()) {
    if (one.in_reply_to.empty() || !below.contains(one.in_reply_to)) continue;
    below.insert(one.id);
    under.push_back(state.status(one));
  }
  return {{"ancestors", above}, {"descendants", under}};
}

// Finds what is here, else fetches it from the other server: here it gets ids of its own.
json MastodonServer::Parts::search(const WebRequest& request) {
  const std::string uri = request.field("q");
  const MastodonToot* found = state.find_uri(uri);
  if (found == nullptr && peer != nullptr && request.field("resolve") == "true") {
    MastodonServer::Parts& there = *peer->parts_;
    const std::lock_guard lock(there.mutex);
    if (const MastodonToot* original = there.state.find_uri(uri)) {
      MastodonToot copy = *original;
      copy.id.clear();
      copy.in_reply_to.clear();
      copy.author = state.person(there.state.by_id(original->author)->acct + "@" + there.options.host).id;
      found = &state.add(std::move(copy));
    }
  }
  json list = json::array();
  if (found != nullptr) list.push_back(state.status(*found));
  return {{"accounts", json::array()}, {"statuses", list}, {"hashtags", json::array()}};
}

std::pair<int, json> MastodonServer::Parts::act(const WebRequest& request, MastodonFault fate) {
  if (request.path == "/api/v1/apps" || request.path.starts_with("/oauth/")) return give_token(request);
  const std::string rest = after(request.path, std::string(statuses) + "/");
  const std::string id = rest.substr(0, rest.find('/'));
  if (request.method == "POST" && request.path == statuses) return post_status(request, fate);
  const MastodonToot* toot = state.find(id);
  if (toot == nullptr) return {404, {{"error", "Record not found"}}};
  if (request.method == "DELETE") {
    if (toot->author != state.bot) return {403, {{"error", "This action is not allowed"}}};
    const json shown = state.status(*toot);
    state.erase(id);
    return {200, shown};
  }
  for (const auto& [number, one] : state.toots()) {
    if (one.author == state.bot && one.reblog_of == id) return {200, state.status(one)};
  }
  MastodonToot boost;
  boost.author = state.bot;
  boost.reblog_of = id;
  return {200, state.status(state.add(std::move(boost)))};
}

std::pair<int, json> MastodonServer::Parts::post_status(const WebRequest& request, MastodonFault fate) {
  const json wish = wish_of(request);
  const std::string key = request.header("idempotency-key");
  if (const auto before = state.keys.find(key); !key.empty() && before != state.keys.end()) {
    if (options.repeated_key_fails) return {500, {{"error", "Something went wrong"}}};
    const MastodonToot* toot = state.find(before->second);
    if (toot != nullptr) return {200, state.status(*toot)};
    return {404, {{"error", "Record not found"}}};
  }
  MastodonToot toot;
  toot.author = state.bot;
  toot.text = wish.value("status", "");
  toot.visibility = wish.value("visibility", "public");
  toot.language = wish.value("language", "en");
  toot.in_reply_to = wish.value("in_reply_to_id", "");
  if (!toot.in_reply_to.empty() && state.find(toot.in_reply_to) == nullptr) {
    return {404, {{"error", "The post you are trying to reply to does not appear to exist."}}};
  }
  if (toot.text.empty()) return {422, {{"error", "Validation failed: Text can't be blank"}}};
  if (static_cast<int>(toot.text.size()) > options.max_characters) {
    return {422, {{"error", "Validation failed: Text character limit of 500 exceeded"}}};
  }
  for (const std::string& acct : state.people_in(toot.text)) {
    const json allowed = wish.value("allowed_mentions", json::array());
    if (std::find(allowed.begin(), allowed.end(), state.person(acct).id) == allowed.end()) {
      return {422, {{"error", "Post would be sent to unexpected accounts"}, {"unexpected_accounts", {acct}}}};
    }
  }
  if (fate == MastodonFault::as_root) toot.in_reply_to.clear();
  const MastodonToot& kept = state.add(std::move(toot));
  if (!key.empty()) state.keys[key] = kept.id;
  const json shown = state.status(kept);
  if (fate == MastodonFault::dropped_quietly) state.erase(kept.id);
  return {200, shown};
}

}  // namespace fakes
