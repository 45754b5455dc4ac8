#include "alerts/caller.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace alerts {
namespace {

using Kind = domain::Alert::Kind;

constexpr std::size_t most_lines = 20;
constexpr std::size_t most_bytes = 2;  // of a letter, as good as always

bool is_urgent(const domain::Alert& alert) {
  return alert.kind == Kind::urgent || alert.kind == Kind::breaker;
}

std::string more(std::uint64_t count) {
  return "… and " + std::to_string(count) + " more\n";
}

}  // namespace

Caller::Caller(Options options)
    : options_(std::move(options)),
      born_(base::to_millis(base::SystemClock().now())),
      thread_([this] { run(); }) {}

Caller::~Caller() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Caller::call(const domain::Alert& alert) {
  {
    const std::lock_guard lock(mutex_);
    calls_.push_back({next_number_++, alert, std::chrono::steady_clock::now()});
    if (calls_.size() > options_.pace.most) make_room();
  }
  changed_.notify_all();
}

void Caller::make_room() {
  const auto calm =
      std::find_if(calls_.begin(), calls_.end(), [](const Call& call) { return !is_urgent(call.alert); });
  calls_.erase(calm == calls_.end() ? calls_.begin() : calm);
  ++left_out_;
}

bool Caller::urgent_waits() const {
  return std::any_of(calls_.begin(), calls_.end(), [](const Call& call) { return is_urgent(call.alert); });
}

// False: it is to stop.
bool Caller::wait_for_calls(std::unique_lock<std::mutex>& lock) {
  changed_.wait(lock, [this] { return stopping_ || !calls_.empty(); });
  changed_.wait_for(lock, options_.pace.gather, [this] { return stopping_ || urgent_waits(); });
  const auto too_old = std::chrono::steady_clock::now() - options_.pace.give_up;
  std::erase_if(calls_, [&](const Call& call) { return call.since < too_old; });
  return !stopping_;
}

void Caller::run() {
  base::Duration pause = options_.pace.first_retry;
  int attempts = 0;
  std::unique_lock lock(mutex_);
  while (wait_for_calls(lock)) {
    if (calls_.empty()) continue;
    const std::string text = message();
    const std::uint64_t told = calls_.back().number;
    const std::uint64_t told_left_out = left_out_;
    const std::string key = std::to_string(born_) + "-" + std::to_string(calls_.front().number) + "-" +
                            std::to_string(told) + "-" + std::to_string(left_out_);
    lock.unlock();
    const Attempt attempt = options_.tell(text, key);
    complain(attempt.trouble);
    lock.lock();
    if (attempt.outcome != Outcome::again || ++attempts >= options_.pace.most_attempts) {
      std::erase_if(calls_, [&](const Call& call) { return call.number <= told; });
      left_out_ -= told_left_out;
      pause = options_.pace.first_retry;
      attempts = 0;
      continue;
    }
    changed_.wait_for(lock, std::max(pause, attempt.after), [this] { return stopping_; });
    pause = std::min(pause * 2, options_.pace.longest_retry);
  }
}

std::string Caller::line_of(const domain::Alert& alert) const {
  const std::string urgent = is_urgent(alert) ? "Urgent: " : "";
  const std::string link = alert.link.empty() ? "" : " " + alert.link;
  return urgent + options_.harmless(alert.cohort + ": " + alert.text) + link;
}

// One line for one call; urgent ones first when there are several. As many lines as there is room for.
std::string Caller::message() const {
  std::vector<const Call*> sorted;
  for (const Call& call : calls_) sorted.push_back(&call);
  std::stable_partition(sorted.begin(), sorted.end(),
                        [](const Call* call) { return is_urgent(call->alert); });
  const std::uint64_t all = sorted.size() + left_out_;
  const std::string title = all > 1 ? std::to_string(all) + " calls from Flockmate:\n" : "";
  const std::size_t kept = title.size() + more(all).size() + options_.page.size();
  std::string lines;
  std::size_t shown = 0;
  while (shown < std::min(sorted.size(), most_lines)) {
    std::string line = (all > 1 ? "• " : "") + line_of(sorted[shown]->alert) + "\n";
    if (kept + lines.size() + line.size() > options_.longest) {
      if (shown > 0) break;
      line = base::shorten(line, (options_.longest - std::min(kept, options_.longest)) / most_bytes) + "\n";
    }
    lines += line;
    ++shown;
  }
  return title + lines + (all > shown ? more(all - shown) : "") + options_.page;
}

// The same trouble again and again is told once, until all is well.
void Caller::complain(const std::string& trouble) {
  if (!trouble.empty() && trouble != last_complaint_) options_.complain(trouble);
  last_complaint_ = trouble;
}

}  // namespace alerts
