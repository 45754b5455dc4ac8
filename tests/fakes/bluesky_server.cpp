#include "tests/fakes/bluesky_server.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "tests/fakes/bluesky_parts.hpp"

namespace fakes {

using domain::HttpRequest;
using domain::HttpResponse;
using nlohmann::json;
using namespace bluesky;

std::string BlueskyServer::add_account(const std::string& handle, const std::string& description) {
  const std::lock_guard lock(mutex_);
  std::string did = "did:plc:" + handle.substr(0, handle.find('.'));
  accounts_[did] = {handle, description};
  return did;
}

std::string BlueskyServer::post(const std::string& did, const BlueskyDraft& draft) {
  const std::lock_guard lock(mutex_);
  json record{{"$type", post_type},
              {"text", draft.text},
              {"createdAt", base::to_rfc3339(draft.created.value_or(clock_.now()))},
              {"langs", {"en"}}};
  const auto reference = [&](const std::string& uri) {
    const auto known = records_.find(uri);
    return json{{"uri", uri}, {"cid", known == records_.end() ? "bafygone" : known->second.cid}};
  };
  if (!draft.reply_to.empty()) {
    json root = reference(draft.reply_to);
    const auto parent = records_.find(draft.reply_to);
    if (parent != records_.end() && parent->second.value.contains("reply")) {
      root = parent->second.value["reply"]["root"];
    }
    record["reply"] = {{"parent", reference(draft.reply_to)}, {"root", root}};
  }
  if (!draft.mentions.empty()) {
    record["facets"] = {
        {{"index", {{"byteStart", 0}, {"byteEnd", 1}}}, {"features", {{{"did", draft.mentions}}}}}};
  }
  if (!draft.quotes.empty()) record["embed"] = {{"record", reference(draft.quotes)}};
  if (draft.more.is_object()) record.update(draft.more);
  std::string uri = uri_of(did, post_type, "post" + std::to_string(order_));
  store(uri, std::move(record));
  return uri;
}

void BlueskyServer::edit(const std::string& uri, const std::string& text) {
  const std::lock_guard lock(mutex_);
  json value = records_.at(uri).value;
  value["text"] = text;
  store(uri, std::move(value));
}

void BlueskyServer::remove(const std::string& uri) {
  const std::lock_guard lock(mutex_);
  records_.erase(uri);
}

void BlueskyServer::describe(const std::string& did, const std::string& description) {
  const std::lock_guard lock(mutex_);
  accounts_.at(did).description = description;
}

void BlueskyServer::rename(const std::string& did, const std::string& handle) {
  const std::lock_guard lock(mutex_);
  accounts_.at(did).handle = handle;
}

void BlueskyServer::hide_profile(const std::string& did, bool hidden) {
  const std::lock_guard lock(mutex_);
  accounts_.at(did).hidden = hidden;
}

void BlueskyServer::block(const std::string& did) {
  const std::lock_guard lock(mutex_);
  accounts_.at(did).blocks = true;
}

void BlueskyServer::close_replies(const std::string& uri) {
  const std::lock_guard lock(mutex_);
  closed_.insert(uri);
}

void BlueskyServer::hide_from_search(const std::string& uri, bool hidden) {
  const std::lock_guard lock(mutex_);
  if (hidden) {
    hidden_.insert(uri);
  } else {
    hidden_.erase(uri);
  }
}

void BlueskyServer::move_to(const std::string& server) {
  const std::lock_guard lock(mutex_);
  own_server_ = server;
}

void BlueskyServer::expire_access() {
  const std::lock_guard lock(mutex_);
  access_over_ = true;
}

void BlueskyServer::expire_refresh() {
  const std::lock_guard lock(mutex_);
  refresh_over_ = true;
}

void BlueskyServer::next(const std::string& method, std::vector<BlueskyFault> faults) {
  const std::lock_guard lock(mutex_);
  faults_[method] = {faults.begin(), faults.end()};
}

void BlueskyServer::fail_all(std::optional<BlueskyFault> fault) {
  const std::lock_guard lock(mutex_);
  fault_for_all_ = std::move(fault);
}

std::vector<json> BlueskyServer::records_of(const std::string& did, const std::string& collection) const {
  const std::lock_guard lock(mutex_);
  std::vector<json> found;
  for (const auto& [uri, record] : records_) {
    if (account_of(uri) == did && collection_of(uri) == collection) found.push_back(record.value);
  }
  return found;
}

std::optional<json> BlueskyServer::record(const std::string& uri) const {
  const std::lock_guard lock(mutex_);
  const auto known = records_.find(uri);
  return known == records_.end() ? std::nullopt : std::optional(known->second.value);
}

std::string BlueskyServer::cid(const std::string& uri) const {
  const std::lock_guard lock(mutex_);
  const auto known = records_.find(uri);
  return known == records_.end() ? "" : known->second.cid;
}

int BlueskyServer::calls(const std::string& method) const {
  const std::lock_guard lock(mutex_);
  return static_cast<int>(std::count_if(requests_.begin(), requests_.end(), [&](const HttpRequest& one) {
    return one.url.find("/xrpc/" + method) != std::string::npos;
  }));
}

std::vector<HttpRequest> BlueskyServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

base::Result<HttpResponse> BlueskyServer::send(const HttpRequest& request) {
  const std::lock_guard lock(mutex_);
  requests_.push_back(request);
  Call call;
  const std::size_t path = request.url.find("/xrpc/");
  const std::size_t query = std::min(request.url.find('?'), request.url.size());
  call.host = request.url.substr(0, path);
  call.method = request.url.substr(path + 6, query - path - 6);
  for (const std::string& pair :
       base::split(request.url.substr(std::min(query + 1, request.url.size())), '&')) {
    const std::size_t equals = pair.find('=');
    if (equals != std::string::npos)
      call.query.emplace(pair.substr(0, equals), decoded(pair.substr(equals + 1)));
  }
  call.input = json::parse(request.body, nullptr, false);
  if (!call.input.is_object()) call.input = json::object();
  if (const auto bearer = request.headers.find("authorization"); bearer != request.headers.end()) {
    call.token = bearer->second.substr(std::string_view("Bearer ").size());
  }
  if (const auto proxy = request.headers.find("atproto-proxy"); proxy != request.headers.end()) {
    call.proxy = proxy->second;
  }
  const auto fault = take_fault(call.method);
  if (fault && fault->kind == BlueskyFault::Kind::no_connection) {
    return base::Error{base::ErrorKind::unavailable, "no connection"};
  }
  if (fault && fault->kind == BlueskyFault::Kind::status) {
    HttpResponse response = error(fault->status, fault->error, "as the test wanted");
    response.headers.insert(fault->headers.begin(), fault->headers.end());
    return response;
  }
  HttpResponse response = act(call);
  if (!fault) return response;
  const bool reads = request.method == "GET";
  return base::Error{reads ? base::ErrorKind::unavailable : base::ErrorKind::in_doubt, "the answer was lost"};
}

std::optional<BlueskyFault> BlueskyServer::take_fault(const std::string& method) {
  if (fault_for_all_) return fault_for_all_;
  auto& faults = faults_[method];
  if (faults.empty()) return std::nullopt;
  const BlueskyFault fault = faults.front();
  faults.pop_front();
  return fault;
}

HttpResponse BlueskyServer::act(const Call& call) {
  if (call.method.starts_with("com.atproto.server.")) return act_on_session(call);
  if (call.token.empty()) return error(401, "AuthMissing", "Authentication Required");
  if (call.token != access_) return error(400, "InvalidToken", "Token could not be verified");
  if (access_over_) return error(400, "ExpiredToken", "Token has expired");
  if (call.method.starts_with("com.atproto.repo.")) return act_on_record(call);
  if (call.method == "com.atproto.identity.resolveHandle") return resolve(call);
  if (call.method.starts_with("chat.bsky.")) return act_on_chat(call);
  if (call.method == "app.bsky.feed.searchPosts") return search(call);
  if (call.method == "app.bsky.feed.getPosts") return posts(call);
  if (call.method == "app.bsky.feed.getPostThread") return thread(call);
  if (call.method == "app.bsky.actor.getProfiles") return profiles(call);
  if (call.method == "app.bsky.notification.listNotifications") return notifications(call);
  if (call.method == "app.bsky.notification.updateSeen") return {200, {}, ""};
  return error(501, "MethodNotImplemented", "Method Not Implemented");
}

HttpResponse BlueskyServer::act_on_record(const Call& call) {
  const std::string uri = uri_of(call.text("repo"), call.text("collection"), call.text("rkey"));
  if (call.method == "com.atproto.repo.getRecord") return get_record(call);
  if (call.method == "com.atproto.repo.putRecord") return put_record(call);
  if (call.method == "com.atproto.repo.deleteRecord") {
    records_.erase(uri);
    return answer(json::object());
  }
  if (records_.contains(uri)) return error(500, "InternalServerError", "Internal Server Error");
  store(uri, call.input["record"]);
  return answer({{"uri", uri}, {"cid", records_.at(uri).cid}});
}

HttpResponse BlueskyServer::put_record(const Call& call) {
  const std::string uri = uri_of(call.text("repo"), call.text("collection"), call.text("rkey"));
  const json& value = call.input["record"];
  if (base::count_graphemes(value.value("text", "")) > 300) {
    return error(400, "InvalidRequest",
                 "Invalid app.bsky.feed.post record: Record/text must not be longer than 300");
  }
  const auto known = records_.find(uri);
  if (known != records_.end() && known->second.value == value) {
    return answer({{"uri", uri}, {"cid", known->second.cid}});
  }
  if (call.input.contains("swapRecord")) {
    const json& wanted = call.input["swapRecord"];
    const json current = known == records_.end() ? json(nullptr) : json(known->second.cid);
    if (wanted != current) {
      return error(400, "InvalidSwap",
                   "Record was at " + (current.is_null() ? "null" : current.get<std::string>()));
    }
  }
  store(uri, value);
  return answer({{"uri", uri}, {"cid", records_.at(uri).cid}, {"commit", {{"cid", "x"}, {"rev", "y"}}}});
}

HttpResponse BlueskyServer::get_record(const Call& call) const {
  const auto known = records_.find(uri_of(call.first("repo"), call.first("collection"), call.first("rkey")));
  if (known == records_.end()) return error(400, "RecordNotFound", "Could not locate record");
  return answer({{"uri", known->first}, {"cid", known->second.cid}, {"value", known->second.value}});
}

std::string BlueskyServer::cid_of(const json& value) const {
  return "bafy" + base::to_hex(base::stable_hash(value.dump()));
}

void BlueskyServer::store(const std::string& uri, json value) {
  const std::string cid = cid_of(value);
  records_[uri] = {std::move(value), cid, clock_.now(), ++order_};
}

}  // namespace fakes
