#include "app/rehearsal.hpp"

#include "app/flock.hpp"
#include "domain/action.hpp"
#include "domain/content.hpp"

#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace app {
namespace {

Log no_log() {
  return std::make_shared<spdlog::logger>("rehearsal", std::make_shared<spdlog::sinks::null_sink_st>());
}

bool speaks(const domain::Decision& decision) {
  return std::any_of(decision.actions.begin(), decision.actions.end(),
                     [](const domain::Action& action) { return domain::is_public_speech(action.kind); });
}

// Of each rule the last verdict counts; actions add up. What was said is not summed up as silence because a
// facilitator was told later.
void merge(domain::Decision& whole, const domain::Decision& later) {
  for (const domain::TraceLine& line : later.trace.lines) {
    auto& lines = whole.trace.lines;
    const auto same =
        std::find_if(lines.begin(), lines.end(), [&](const auto& one) { return one.rule == line.rule; });
    if (same == lines.end()) {
      lines.push_back(line);
    } else {
      *same = line;
    }
  }
  if (speaks(later) || !speaks(whole)) whole.trace.summary = later.trace.summary;
  whole.actions.insert(whole.actions.end(), later.actions.begin(), later.actions.end());
  if (!later.trace.winner.empty()) whole.trace.winner = later.trace.winner;
  whole.trace.at = later.trace.at;
  if (whole.trace.faq.empty()) whole.trace.faq = later.trace.faq;
  whole.waits.clear();
}

}  // namespace

class Rehearsal::Silence final : public domain::Alerts {
 public:
  base::Status tell(const domain::Alert& /*alert*/) override { return {}; }
};

Rehearsal::Rehearsal(domain::Store& store, domain::Network& network, Flock& flock, base::Instant start,
                     Listeners listeners)
    : store_(store),
      listeners_(std::move(listeners)),
      alerts_(std::make_unique<Silence>()),
      ports_{store, {{network.kind(), &network}}, clock_, *alerts_, no_log()},
      decider_(flock, ports_.networks, ports_.log, [this](const Decided& decided) { note(decided); }),
      courier_(
          ports_, flock, [] { return 0.0; },
          [this](const domain::OutboxRow& row) {
            if (listeners_.sent) listeners_.sent(row);
          }),
      scheduler_(decider_, ports_, flock, [this](const Errand& errand) { return run(errand).ok(); }) {
  clock_.set(start);
  scheduler_.run_due();
}

Rehearsal::~Rehearsal() = default;

base::Status Rehearsal::hear(const domain::Post& post) {
  if (auto moved = run_to(post.created_at); !moved) return moved;
  return run([&](domain::Tables& tables, base::Instant now, Aftermath& aftermath) {
    decider_.hear(tables, {domain::PostEvent::Kind::created, post, ""}, now, aftermath);
  });
}

base::Status Rehearsal::run(const Errand& errand) {
  Aftermath aftermath;
  auto written = store_.write([&](domain::Tables& tables) -> base::Status {
    aftermath = {};
    errand(tables, clock_.now(), aftermath);
    return {};
  });
  if (!written) {
    failed_ = written;
    return written;
  }
  stale_ = stale_ || aftermath.waits || aftermath.speech;
  if (aftermath.speech) courier_.run_due();
  if (aftermath.waits && !open_.empty()) settle_open();
  return {};
}

base::Status Rehearsal::run_to(base::Instant instant) {
  for (auto next = next_due(); next && *next <= instant; next = next_due()) {
    clock_.set(std::max(clock_.now(), *next));
    stale_ = true;
    const bool scheduled = scheduler_.run_due();
    const bool sent = courier_.run_due();
    if (!failed_) return failed_;
    if (!scheduled && !sent) break;
  }
  clock_.set(std::max(clock_.now(), instant));
  return failed_;
}

base::Status Rehearsal::finish() {
  for (;;) {
    std::optional<base::Instant> next;
    auto read = store_.read([&](domain::Tables& tables) -> base::Status {
      next = tables.waits.next_due();
      const auto held = tables.outbox.next_due();
      if (held && (!next || *held < *next)) next = held;
      return {};
    });
    if (!read) return read;
    if (!next) break;
    const base::Instant before = clock_.now();
    if (auto moved = run_to(std::max(*next, before)); !moved) return moved;
    if (clock_.now() == before && *next < before) break;
  }
  for (auto& [cause, outcome] : open_) finish_outcome(std::move(outcome));
  open_.clear();
  return {};
}

std::optional<base::Instant> Rehearsal::next_due() {
  if (!stale_) return next_;
  stale_ = false;
  next_ = scheduler_.next_due(clock_.now());
  const auto held = courier_.next_due();
  if (held && (!next_ || *held < *next_)) next_ = held;
  return next_;
}

void Rehearsal::note(const Decided& decided) {
  if (listeners_.decided) listeners_.decided(decided);
  if (!listeners_.final_outcome) return;
  const auto& decision = decided.decision;
  const std::string& cause = decided.cause.id;
  if (const auto known = open_.find(cause); known != open_.end()) {
    merge(known->second.decision, decision);
    return;
  }
  if (!decided.cause.post && decision.actions.empty()) return;
  Outcome outcome{std::nullopt, cause, decided.cause.cohort, decided.at, decision};
  if (decided.cause.post) outcome.post = *decided.cause.post;
  if (decision.waits.empty()) {
    finish_outcome(std::move(outcome));
  } else {
    open_.emplace(cause, std::move(outcome));
  }
}

// Those of which nothing waits any more: asked again, or cancelled by a stop.
void Rehearsal::settle_open() {
  std::vector<std::string> over;
  const auto read = store_.read([&](domain::Tables& tables) -> base::Status {
    for (const auto& [cause, outcome] : open_) {
      if (tables.waits.of_post(outcome.post->key()).empty()) over.push_back(cause);
    }
    return {};
  });
  if (!read) failed_ = read;
  for (const std::string& cause : over) finish_outcome(std::move(open_.extract(cause).mapped()));
}

void Rehearsal::finish_outcome(Outcome outcome) {
  outcome.at = clock_.now();
  listeners_.final_outcome(std::move(outcome));
}

}  // namespace app
