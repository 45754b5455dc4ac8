#include "tests/fakes/x_server.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace fakes {

using base::Error;
using base::ErrorKind;
using domain::HttpRequest;
using domain::HttpResponse;
using nlohmann::json;

namespace {

constexpr const char* not_summoned =
    "Reply to this conversation is not allowed because you have not been mentioned by its author.";

std::string decoded(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      plain += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

std::map<std::string, std::string> decoded_pairs(const std::string& text) {
  std::map<std::string, std::string> pairs;
  for (const std::string& one : base::split(text, '&')) {
    const std::size_t equals = one.find('=');
    if (equals != std::string::npos) pairs[one.substr(0, equals)] = decoded(one.substr(equals + 1));
  }
  return pairs;
}

HttpResponse answer(int status, const json& body) {
  return {status, {{"content-type", "application/json"}}, body.dump()};
}

HttpResponse problem(int status, const std::string& detail) {
  return answer(status,
                {{"title", "Forbidden"}, {"detail", detail}, {"status", status}, {"type", "about:blank"}});
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos && text != "2";
}

// Links become short ones, "&" is escaped, and a reply begins with the names of those it answers.
json stored_text(const std::string& text, const std::string& prefix) {
  json urls = json::array();
  std::string stored = prefix;
  for (const std::string& word : base::split(text, ' ')) {
    if (!stored.empty() && stored != prefix) stored += ' ';
    if (word.find("example.org") != std::string::npos) {
      const std::string brief = "https://t.co/" + std::to_string(urls.size());
      urls.push_back({{"url", brief}, {"expanded_url", "https://" + word}});
      stored += brief;
    } else {
      for (const char letter : word) stored += letter == '&' ? std::string("&amp;") : std::string(1, letter);
    }
  }
  return {{"text", stored}, {"entities", {{"urls", urls}}}};
}

}  // namespace

std::string XServer::next_id() {
  const auto millis = static_cast<std::uint64_t>(base::to_millis(clock_.now()) - 1'288'834'974'657);
  return std::to_string((millis << 22U) + ++order_);
}

std::string XServer::add_account(const std::string& handle, const std::string& description) {
  const std::lock_guard lock(mutex_);
  const std::string id = std::to_string(100 + accounts_.size());
  accounts_[id] = {handle, description};
  if (bot_.empty()) bot_ = id;
  return id;
}

std::string XServer::post(const std::string& account, const XDraft& draft) {
  const std::lock_guard lock(mutex_);
  return add_post(account, draft);
}

std::string XServer::add_post(const std::string& account, const XDraft& draft) {
  const std::string id = next_id();
  std::string prefix;
  json references = json::array();
  std::string thread = id;
  if (!draft.reply_to.empty()) {
    const json& parent = posts_.at(std::stoull(draft.reply_to));
    thread = parent["conversation_id"];
    prefix = "@" + accounts_.at(parent["author_id"]).handle + " ";
    references.push_back({{"type", "replied_to"}, {"id", draft.reply_to}});
  }
  if (!draft.quotes.empty()) references.push_back({{"type", "quoted"}, {"id", draft.quotes}});
  if (!draft.boosts.empty()) references.push_back({{"type", "retweeted"}, {"id", draft.boosts}});
  json post = stored_text(draft.text, prefix);
  post["id"] = id;
  post["author_id"] = account;
  post["conversation_id"] = thread;
  post["created_at"] = base::to_rfc3339(clock_.now());
  post["edit_history_tweet_ids"] = {id};
  if (!references.empty()) post["referenced_tweets"] = references;
  json mentions = json::array();
  for (const auto& [other, about] : accounts_) {
    if (draft.text.find("@" + about.handle) == std::string::npos) continue;
    mentions.push_back({{"username", about.handle}, {"id", other}});
  }
  post["entities"]["mentions"] = mentions;
  posts_[std::stoull(id)] = std::move(post);
  return id;
}

std::string XServer::edit(const std::string& id, const std::string& text) {
  const std::lock_guard lock(mutex_);
  json post = posts_.at(std::stoull(id));
  const std::string fresh = next_id();
  post["id"] = fresh;
  post["text"] = text;
  post["created_at"] = base::to_rfc3339(clock_.now());
  post["edit_history_tweet_ids"].push_back(fresh);
  posts_[std::stoull(fresh)] = std::move(post);
  return fresh;
}

void XServer::remove(const std::string& id) {
  const std::lock_guard lock(mutex_);
  posts_.erase(std::stoull(id));
}

void XServer::add_rule(const std::string& value, const std::string& tag) {
  const std::lock_guard lock(mutex_);
  rules_[value] = tag;
}

void XServer::stream(const std::vector<XStep>& steps) {
  const std::lock_guard lock(mutex_);
  steps_.insert(steps_.end(), steps.begin(), steps.end());
  waiting_ = false;
  changed_.notify_all();
}

void XServer::next(const std::string& call, const std::vector<XFault>& faults) {
  const std::lock_guard lock(mutex_);
  auto& queue = faults_[call];
  queue.insert(queue.end(), faults.begin(), faults.end());
}

void XServer::revoke_access() {
  const std::lock_guard lock(mutex_);
  access_.clear();
}

int XServer::calls(const std::string& call) const {
  const std::lock_guard lock(mutex_);
  const auto found = calls_.find(call);
  return found == calls_.end() ? 0 : found->second;
}

std::vector<HttpRequest> XServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::vector<json> XServer::posts_of(const std::string& account) const {
  const std::lock_guard lock(mutex_);
  std::vector<json> posts;
  for (const auto& [id, post] : posts_) {
    if (post["author_id"] == account) posts.push_back(post);
  }
  return posts;
}

std::map<std::string, std::string> XServer::rules() const {
  const std::lock_guard lock(mutex_);
  return rules_;
}

bool XServer::wait_until_streamed() {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, std::chrono::seconds{20}, [&] { return waiting_ && steps_.empty(); });
}

std::string XServer::refresh_token() const {
  const std::lock_guard lock(mutex_);
  return refresh_;
}

XServer::Call XServer::read_call(const HttpRequest& request) const {
  const std::string rest = request.url.substr(std::string(address).size());
  const std::size_t mark = rest.find('?');
  Call call{request.method + " ", {}, {}, request};
  for (const std::string& part :
       base::split(rest.substr(1, mark == std::string::npos ? mark : mark - 1), '/')) {
    call.name += "/" + (is_number(part) ? std::string(":id") : part);
    if (is_number(part)) call.ids.push_back(part);
  }
  if (mark != std::string::npos) call.query = decoded_pairs(rest.substr(mark + 1));
  return call;
}

std::optional<XFault> XServer::take_fault(const std::string& call) {
  const auto queue = faults_.find(call);
  if (queue == faults_.end() || queue->second.empty()) return std::nullopt;
  XFault fault = std::move(queue->second.front());
  queue->second.pop_front();
  return fault;
}

base::Result<HttpResponse> XServer::send(const HttpRequest& request) {
  const std::lock_guard lock(mutex_);
  const Call call = read_call(request);
  requests_.push_back(request);
  ++calls_[call.name];
  const auto fault = take_fault(call.name);
  if (fault && fault->kind == XFault::Kind::no_connection)
    return Error{ErrorKind::unavailable, "no connection"};
  if (fault && fault->kind == XFault::Kind::status) return Answer{fault->status, fault->headers, fault->body};
  Answer done = act(call);
  if (fault) return Error{ErrorKind::in_doubt, "no answer"};
  return done;
}

XServer::Answer XServer::act(const Call& call) {
  if (call.name == "POST /2/oauth2/token") return refresh(call);
  const auto found = call.request.headers.find("authorization");
  const std::string proof = found == call.request.headers.end() ? "" : found->second;
  const bool as_app = proof == std::string("Bearer ") + bearer;
  const bool as_account = proof.starts_with("OAuth ") ||
                          (!access_.empty() && proof == "Bearer " + access_ && clock_.now() < access_until_);
  if (!as_app && !as_account) return problem(401, "Unauthorized");
  if (as_account) return act_as_account(call);
  if (call.name == "GET /2/tweets/search/stream/rules") {
    json all = json::array();
    for (const auto& [value, tag] : rules_) all.push_back({{"id", value}, {"value", value}, {"tag", tag}});
    return answer(200, all.empty() ? json{{"meta", json::object()}} : json{{"data", all}});
  }
  if (call.name == "POST /2/tweets/search/stream/rules") return change_rules(call);
  if (call.name == "GET /2/tweets") {
    const auto ids = base::split(call.query.at("ids"), ',');
    return page(call, [&](const json& post) {
      return std::find(ids.begin(), ids.end(), post["id"].get<std::string>()) != ids.end();
    });
  }
  if (call.name != "GET /2/tweets/search/recent") return problem(403, "Unsupported Authentication");
  const std::string query = call.query.at("query");
  return page(call, [&](const json& post) {
    const auto written = base::parse_rfc3339(post["created_at"].get<std::string>());
    if (*written > clock_.now() - std::chrono::seconds{30}) return false;
    if (query.starts_with("conversation_id:")) return query.substr(16) == post["conversation_id"];
    const std::string text = post["text"];
    const std::size_t tag = text.find('#');
    return tag != std::string::npos &&
           query.find(text.substr(tag, text.find(' ', tag) - tag)) != std::string::npos;
  });
}

XServer::Answer XServer::act_as_account(const Call& call) {
  if (call.name == "GET /2/users/me") {
    return answer(200, {{"data", {{"id", bot_}, {"username", accounts_.at(bot_).handle}}}});
  }
  if (call.name == "GET /2/users/:id/mentions") {
    return page(call, [&](const json& post) {
      for (const json& mention : post["entities"]["mentions"]) {
        if (mention["id"] == call.ids[0]) return true;
      }
      return false;
    });
  }
  if (call.name == "GET /2/users/:id/tweets") {
    return page(call, [&](const json& post) { return post["author_id"] == call.ids[0]; });
  }
  if (call.name == "POST /2/tweets") return create(call);
  if (call.name == "POST /2/users/:id/retweets") {
    add_post(bot_, {.text = "RT", .boosts = json::parse(call.request.body)["tweet_id"]});
    return answer(200, {{"data", {{"retweeted", true}}}});
  }
  if (call.name == "DELETE /2/tweets/:id") {
    const bool gone = posts_.erase(std::stoull(call.ids[0])) == 0;
    return gone ? problem(404, "Not Found") : answer(200, {{"data", {{"deleted", true}}}});
  }
  if (call.name == "DELETE /2/users/:id/retweets/:id") return answer(200, {{"data", {{"retweeted", false}}}});
  return problem(404, "no such call");
}

// Good for one use; who comes with a used one is out for good.
XServer::Answer XServer::refresh(const Call& call) {
  const auto form = decoded_pairs(call.request.body);
  const auto given = form.find("refresh_token");
  if (given == form.end() || given->second != refresh_) {
    return answer(400, {{"error", "invalid_request"},
                        {"error_description", "Value passed for the token was invalid."}});
  }
  ++renewals_;
  access_ = "access-" + std::to_string(renewals_);
  refresh_ = "refresh-" + std::to_string(renewals_);
  access_until_ = clock_.now() + std::chrono::hours{2};
  return answer(200, {{"access_token", access_}, {"refresh_token", refresh_}, {"expires_in", 7200}});
}

XServer::Answer XServer::change_rules(const Call& call) {
  const json input = json::parse(call.request.body);
  json errors = json::array();
  if (input.contains("add")) {
    for (const json& rule : input["add"]) {
      const bool added = rules_.emplace(rule["value"], rule.value("tag", "")).second;
      if (!added) errors.push_back({{"title", "DuplicateRule"}});
    }
  }
  if (input.contains("delete")) {
    for (const json& id : input["delete"]["ids"]) rules_.erase(id.get<std::string>());
  }
  json done{{"meta", json::object()}};
  if (!errors.empty()) done["errors"] = errors;
  return answer(201, done);
}

XServer::Answer XServer::create(const Call& call) {
  const json input = json::parse(call.request.body);
  const std::string text = input["text"];
  for (const auto& [id, post] : posts_) {
    if (post["author_id"] == bot_ && post.value("said", "") == text) {
      return problem(403, "You are not allowed to create a Tweet with duplicate content.");
    }
  }
  std::string parent;
  if (input.contains("reply")) {
    parent = input["reply"]["in_reply_to_tweet_id"];
    const auto found = posts_.find(std::stoull(parent));
    if (found == posts_.end()) {
      return problem(403, "You attempted to reply to a Tweet that is deleted or not visible to you.");
    }
    const bool summoned = std::any_of(found->second["entities"]["mentions"].begin(),
                                      found->second["entities"]["mentions"].end(),
                                      [&](const json& mention) { return mention["id"] == bot_; });
    if (!summoned) return problem(403, not_summoned);
  }
  const std::string id = add_post(bot_, {.text = text, .reply_to = parent});
  posts_[std::stoull(id)]["said"] = text;
  return answer(201, {{"data", {{"id", id}, {"text", text}}}});
}

json XServer::whole(const json& post) const {
  const std::string author = post["author_id"];
  const Account& account = accounts_.at(author);
  return {{"id", author},
          {"username", account.handle},
          {"name", account.handle},
          {"description", account.description}};
}

// Newest first, of an edited post the version that stands, 3 a page.
XServer::Answer XServer::page(const Call& call, const std::function<bool(const json&)>& wanted) const {
  constexpr std::size_t page_size = 3;
  const auto at = [&](const char* name) {
    const auto found = call.query.find(name);
    return found == call.query.end() ? std::string() : found->second;
  };
  const std::string token = at("next_token") + at("pagination_token");
  std::size_t skip = token.empty() ? 0 : std::stoull(token);
  const std::uint64_t since = at("since_id").empty() ? 0 : std::stoull(at("since_id"));
  json found = json::array();
  json users = json::array();
  json meta = json::object();
  std::size_t place = 0;
  for (auto one = posts_.rbegin(); one != posts_.rend() && one->first > since; ++one) {
    if (!wanted(one->second)) continue;
    if (place++ < skip) continue;
    if (found.size() == page_size) {
      meta["next_token"] = std::to_string(place - 1);
      break;
    }
    found.push_back(one->second);
    users.push_back(whole(one->second));
  }
  json body{{"meta", meta}};
  if (!found.empty()) {
    body["data"] = found;
    body["includes"] = {{"users", users}};
  }
  return answer(200, body);
}

base::Result<HttpResponse> XServer::read_lines(const HttpRequest& request,
                                               const std::function<bool(std::string_view)>& on_line,
                                               const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  const std::string name = read_call(request).name;
  requests_.push_back(request);
  ++calls_[name];
  if (const auto fault = take_fault(name)) {
    if (fault->kind == XFault::Kind::status) return Answer{fault->status, fault->headers, fault->body};
    return Error{ErrorKind::unavailable, "no connection"};
  }
  if (rules_.empty()) return problem(409, "There are no rules.");
  for (;;) {
    if (steps_.empty()) {
      waiting_ = true;
      changed_.notify_all();
    }
    if (!changed_.wait(lock, stop, [&] { return !steps_.empty(); })) return Answer{200, {}, ""};
    const XStep step = std::move(steps_.front());
    steps_.pop_front();
    std::string line;
    if (step.kind == XStep::Kind::cut) return Error{ErrorKind::unavailable, "connection reset"};
    if (step.kind == XStep::Kind::end) return Answer{200, {}, ""};
    if (step.kind == XStep::Kind::silent) {
      clock_.advance(request.idle);
      return Error{ErrorKind::unavailable, "silent for too long"};
    }
    if (step.kind == XStep::Kind::alive) clock_.advance(std::chrono::seconds{20});
    if (step.kind == XStep::Kind::line) line = step.text;
    if (step.kind == XStep::Kind::post) {
      const json& post = posts_.at(std::stoull(step.text));
      line = json{{"data", post}, {"includes", {{"users", {whole(post)}}}}}.dump();
    }
    lock.unlock();
    const bool goes_on = on_line(line);
    lock.lock();
    if (!goes_on) return Answer{200, {}, ""};
  }
}

}  // namespace fakes
