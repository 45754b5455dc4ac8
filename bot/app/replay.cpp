#include "app/replay.hpp"

#include "app/flock.hpp"
#include "app/rehearsal.hpp"
#include "rules/ruleset.hpp"

namespace app {
namespace {

std::string spoken_words(const domain::Decision& decision) {
  std::string words;
  for (const domain::Action& action : decision.actions) {
    if (!domain::is_public_speech(action.kind)) continue;
    if (!words.empty()) words += "\n";
    words +=
        (action.route == domain::Route::draft ? "draft: " : "") + std::string(domain::to_word(action.kind));
    if (!action.text.empty()) words += " " + action.text;
  }
  return words;
}

}  // namespace

base::Status replay(const std::vector<domain::Post>& posts,
                    const std::shared_ptr<const rules::Ruleset>& ruleset, domain::Store& store,
                    domain::Network& network, const std::string& home, const ReplayListeners& listeners) {
  if (posts.empty()) return {};
  const base::Instant start = posts.front().created_at;
  Flock flock;
  flock.set_home(home);
  flock.set(ruleset->course().cohort, Snapshot{ruleset, {}, {}, start, nullptr, ""});
  Rehearsal::Listeners told;
  told.final_outcome = [&listeners](Outcome&& outcome) { listeners.outcome(outcome); };
  Rehearsal rehearsal(store, network, flock, start, std::move(told));
  for (const domain::Post& post : posts) {
    if (base::Status heard = rehearsal.hear(post); !heard) return heard;
    if (listeners.heard) listeners.heard();
  }
  return rehearsal.finish();
}

ReplaySummary::ReplaySummary(const rules::Ruleset& ruleset) : hashtags_(ruleset.course().hashtags) {
  for (const rules::Rule& rule : ruleset.rules()) {
    by_rule_[rule.name];
    if (rule.mode == domain::Mode::shadow) in_shadow_.insert(rule.name);
  }
}

void ReplaySummary::add(const domain::Decision& decision, bool of_a_post) {
  if (of_a_post) {
    ++posts_;
    ++(decision.asked ? decided_ : skipped_);
    if (!decision.asked) ++why_skipped_[decision.trace.summary];
  }
  std::set<std::string> acted;
  std::set<std::string> drafted;
  for (const domain::Action& action : decision.actions) {
    acted.insert(action.rule);
    if (action.route == domain::Route::draft) drafted.insert(action.rule);
  }
  for (const std::string& rule : acted) ++by_rule_[rule].fired;
  for (const std::string& rule : drafted) ++by_rule_[rule].drafts;
  for (const domain::TraceLine& line : decision.trace.lines) {
    if (line.near_miss) ++by_rule_[line.rule].near;
    if (line.verdict == domain::Verdict::yes && in_shadow_.contains(line.rule)) ++by_rule_[line.rule].fired;
  }
}

void ReplayDifference::note_old(const Outcome& outcome) {
  Said& said = by_cause_[outcome.cause];
  said.timed = !outcome.post;
  said.before = spoken_words(outcome.decision);
}

void ReplayDifference::note_new(const Outcome& outcome) {
  Said& said = by_cause_[outcome.cause];
  said.timed = !outcome.post;
  said.after = spoken_words(outcome.decision);
}

std::map<std::string, ReplayDifference::Said> ReplayDifference::changes() const {
  std::map<std::string, Said> differ;
  for (const auto& [cause, said] : by_cause_) {
    if (said.before != said.after) differ.emplace(cause, said);
  }
  return differ;
}

}  // namespace app
