#include "tests/fakes/x_server.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "tests/fakes/x_parts.hpp"

namespace fakes {

using base::Error;
using base::ErrorKind;
using domain::HttpRequest;
using domain::HttpResponse;
using nlohmann::json;
using x_parts::decoded_pairs;
using x_parts::problem;

namespace {

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos && text != "2";
}

}  // namespace

std::string XServer::next_id() {
  const auto millis = static_cast<std::uint64_t>(base::to_millis(clock_.now()) - 1'288'834'974'657);
  return std::to_string((millis << 22U) + ++order_);
}

std::string XServer::add_account(const std::string& handle, const std::string& description) {
  const std::lock_guard lock(mutex_);
  std::string id = std::to_string(100 + accounts_.size());
  accounts_[id] = {handle, description};
  if (bot_.empty()) bot_ = id;
  return id;
}

std::string XServer::post(const std::string& account, const XDraft& draft) {
  const std::lock_guard lock(mutex_);
  std::string id = add_post(account, draft);
  if (live_) deliver(id);
  return id;
}

void XServer::go_live(std::function<Stir()> stir) {
  constexpr std::size_t usual_page = 100;
  const std::lock_guard lock(mutex_);
  live_ = true;
  stir_ = std::move(stir);
  page_size_ = usual_page;
}

void XServer::deliver(const std::string& id) {
  const Stir fate = stir_ ? stir_() : Stir::straight;
  if (fate == Stir::late && late_.empty()) {
    late_ = id;
    return;
  }
  if (fate == Stir::twice) steps_.push_back(XStep::post(id));
  steps_.push_back(XStep::post(id));
  if (!late_.empty()) steps_.push_back(XStep::post(std::exchange(late_, "")));
  changed_.notify_all();
}

void XServer::cut_stream() {
  const std::lock_guard lock(mutex_);
  steps_.push_back(XStep::cut());
  changed_.notify_all();
}

void XServer::remove(const std::string& id) {
  const std::lock_guard lock(mutex_);
  posts_.erase(std::stoull(id));
}

void XServer::add_rule(const std::string& value, const std::string& tag) {
  const std::lock_guard lock(mutex_);
  rules_[value] = {next_id(), tag};
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
  std::map<std::string, std::string> rules;
  for (const auto& [value, rule] : rules_) rules[value] = rule.tag;
  return rules;
}

bool XServer::wait_until_streamed() {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, std::chrono::seconds{20}, [&] { return waiting_ && steps_.empty(); });
}

std::string XServer::refresh_token() const {
  const std::lock_guard lock(mutex_);
  return refresh_;
}

void XServer::take_last_refresh_token() {
  const std::lock_guard lock(mutex_);
  takes_last_refresh_ = true;
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
  if (fault.kind == XFault::Kind::none) return std::nullopt;
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
  done.headers.insert(
      {{"x-rate-limit-limit", "450"},
       {"x-rate-limit-remaining", "449"},
       {"x-rate-limit-reset", std::to_string(base::to_millis(clock_.now()) / 1000 + 15L * 60)}});
  if (fault) return Error{ErrorKind::in_doubt, "no answer"};
  return done;
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
  if (live_) steps_.assign(1, XStep::line(""));  // nothing is told again
  while (const auto step = next_step(lock, stop)) {
    std::string line;
    if (step->kind == XStep::Kind::cut) return Error{ErrorKind::unavailable, "connection reset"};
    if (step->kind == XStep::Kind::end) break;
    if (step->kind == XStep::Kind::silent) {
      clock_.advance(request.idle);
      return Error{ErrorKind::unavailable, "silent for too long"};
    }
    if (step->kind == XStep::Kind::alive) clock_.advance(std::chrono::seconds{20});
    if (step->kind == XStep::Kind::line) line = step->text;
    if (step->kind == XStep::Kind::post) {
      const auto found = posts_.find(std::stoull(step->text));
      if (found == posts_.end()) continue;  // deleted meanwhile
      const json& post = found->second;
      line = json{{"data", post}, {"includes", {{"users", {whole(post)}}}}, {"matching_rules", matches(post)}}
                 .dump();
    }
    lock.unlock();
    const bool goes_on = on_line(line);
    lock.lock();
    if (!goes_on) break;
  }
  return Answer{200, {}, ""};
}

// None: the client went away.
std::optional<XStep> XServer::next_step(std::unique_lock<std::mutex>& lock, const std::stop_token& stop) {
  if (steps_.empty()) {
    waiting_ = true;
    changed_.notify_all();
  }
  const auto has_more = [&] { return !steps_.empty(); };
  if (live_) {
    if (!changed_.wait_for(lock, stop, std::chrono::seconds{2}, has_more)) {
      return stop.stop_requested() ? std::nullopt : std::optional(XStep::line(""));
    }
  } else if (!changed_.wait(lock, stop, has_more)) {
    return std::nullopt;
  }
  const XStep step = std::move(steps_.front());
  steps_.pop_front();
  return step;
}

}  // namespace fakes
