#include "alerts/webhook.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/http_client.hpp"

namespace alerts {
namespace {

using Kind = domain::Alert::Kind;

constexpr std::size_t most_lines = 20;
constexpr std::chrono::seconds longest_request{10};
constexpr std::size_t longest_answer = 64UL * 1024;

bool is_urgent(const domain::Alert& alert) {
  return alert.kind == Kind::urgent || alert.kind == Kind::breaker;
}

// What Slack and its likes would read as a link or as a call to everybody.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string line_of(const domain::Alert& alert) {
  const std::string urgent = is_urgent(alert) ? "Urgent: " : "";
  const std::string link = alert.link.empty() ? "" : " " + alert.link;
  return urgent + escaped(alert.cohort + ": " + alert.text) + link;
}

// Seconds, as webhooks write it; a date is taken for none.
base::Duration retry_after(const domain::HttpResponse& answer) {
  constexpr long longest = 3600;
  const auto header = answer.headers.find("retry-after");
  if (header == answer.headers.end()) return {};
  const std::string& text = header->second;
  const bool digits =
      !text.empty() && text.size() < 9 && text.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::chrono::seconds{std::min(std::stol(text), longest)} : base::Duration{};
}

}  // namespace

Webhook::Webhook(domain::HttpClient& http, Options options)
    : http_(http), options_(std::move(options)), thread_([this] { run(); }) {}

Webhook::~Webhook() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

base::Status Webhook::tell(const domain::Alert& alert) {
  {
    const std::lock_guard lock(mutex_);
    calls_.push_back({next_number_++, alert, std::chrono::steady_clock::now()});
    if (calls_.size() > options_.pace.most) make_room();
  }
  changed_.notify_all();
  return {};
}

void Webhook::make_room() {
  const auto calm =
      std::find_if(calls_.begin(), calls_.end(), [](const Call& call) { return !is_urgent(call.alert); });
  calls_.erase(calm == calls_.end() ? calls_.begin() : calm);
  ++left_out_;
}

bool Webhook::urgent_waits() const {
  return std::any_of(calls_.begin(), calls_.end(), [](const Call& call) { return is_urgent(call.alert); });
}

// False: it is to stop.
bool Webhook::wait_for_calls(std::unique_lock<std::mutex>& lock) {
  changed_.wait(lock, [this] { return stopping_ || !calls_.empty(); });
  changed_.wait_for(lock, options_.pace.gather, [this] { return stopping_ || urgent_waits(); });
  const auto too_old = std::chrono::steady_clock::now() - options_.pace.give_up;
  std::erase_if(calls_, [&](const Call& call) { return call.since < too_old; });
  return !stopping_;
}

void Webhook::run() {
  base::Duration pause = options_.pace.first_retry;
  std::unique_lock lock(mutex_);
  while (wait_for_calls(lock)) {
    if (calls_.empty()) continue;
    const std::string text = message();
    const std::uint64_t told = calls_.back().number;
    const std::uint64_t told_left_out = left_out_;
    lock.unlock();
    const Attempt attempt = send(text);
    complain(attempt.trouble);
    lock.lock();
    if (attempt.outcome != Outcome::again) {
      std::erase_if(calls_, [&](const Call& call) { return call.number <= told; });
      left_out_ -= told_left_out;
      pause = options_.pace.first_retry;
      continue;
    }
    changed_.wait_for(lock, std::max(pause, attempt.after), [this] { return stopping_; });
    pause = std::min(pause * 2, options_.pace.longest_retry);
  }
}

// One line for one call; urgent ones first when there are several.
std::string Webhook::message() const {
  std::vector<const Call*> sorted;
  for (const Call& call : calls_) sorted.push_back(&call);
  std::stable_partition(sorted.begin(), sorted.end(),
                        [](const Call* call) { return is_urgent(call->alert); });
  const std::uint64_t all = sorted.size() + left_out_;
  std::string text;
  if (all > 1) text = std::to_string(all) + " calls from Flockmate:\n";
  const std::size_t shown = std::min(sorted.size(), most_lines);
  for (std::size_t i = 0; i < shown; ++i) text += (all > 1 ? "• " : "") + line_of(sorted[i]->alert) + "\n";
  if (all > shown) text += "… and " + std::to_string(all - shown) + " more\n";
  return text + options_.page;
}

Webhook::Attempt Webhook::send(const std::string& text) {
  domain::HttpRequest request;
  request.method = "POST";
  request.url = options_.address;
  request.headers = {{"content-type", "application/json"}};
  request.body =
      nlohmann::json{{"text", text}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  request.idle = longest_request;
  request.total = longest_request;
  request.body_limit = longest_answer;
  const auto answer = http_.send(request);
  if (answer) return judge(*answer);
  // An answer that was lost is asked for again: a call that comes twice is better than none.
  if (answer.error().kind != base::ErrorKind::invalid)
    return {Outcome::again, {}, "The alerts' webhook cannot be reached; it is tried again."};
  return {Outcome::refused, {}, "The alerts' webhook cannot be used: its address is no address of a server."};
}

Webhook::Attempt Webhook::judge(const domain::HttpResponse& answer) {
  if (answer.status >= 200 && answer.status < 300) return {};
  const std::string status = std::to_string(answer.status);
  if (answer.status == 429 || answer.status == 408 || answer.status >= 500) {
    return {Outcome::again, retry_after(answer),
            "The alerts' webhook answers " + status + "; it is tried again."};
  }
  return {Outcome::refused,
          {},
          "The alerts' webhook refuses what it is told (" + status +
              "): facilitators are not called there. Was it removed? Put its new address into the credential "
              "and restart."};
}

// The same trouble again and again is told once, until all is well.
void Webhook::complain(const std::string& trouble) {
  if (!trouble.empty() && trouble != last_complaint_) options_.complain(trouble);
  last_complaint_ = trouble;
}

}  // namespace alerts
