#include "cli/replay_summary.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace cli {
namespace {

using Json = nlohmann::ordered_json;

// Everything learners would see, one line each; "" for silence.
std::string spoken_words(const domain::Decision& decision) {
  std::string words;
  for (const domain::Action& action : decision.actions) {
    if (!domain::is_public_speech(action.kind)) continue;
    if (!words.empty()) words += "\n";
    words += (action.route == domain::Route::draft ? "draft: " : "") +
             std::string(domain::to_word(action.kind)) + " " + action.text;
  }
  return words;
}

std::string_view change_of(const std::string& before, const std::string& after) {
  if (before.empty()) return "newly said";
  return after.empty() ? "no longer said" : "said differently";
}

double in_milliseconds(double seconds) {
  return std::round(seconds * 1000) / 1000;
}

}  // namespace

ReplaySummary::ReplaySummary(const rules::Ruleset& ruleset) {
  for (const rules::Rule& rule : ruleset.rules()) by_rule_[rule.name];
}

void ReplaySummary::add(const domain::Decision& decision, bool of_a_post) {
  if (of_a_post) {
    ++posts_;
    ++(decision.asked ? decided_ : skipped_);
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
  }
}

Json ReplaySummary::json(double seconds) const {
  Json by_rule = Json::object();
  for (const auto& [rule, one] : by_rule_)
    by_rule[rule] = {{"fired", one.fired}, {"drafts", one.drafts}, {"near", one.near}};
  return {{"summary",
           {{"posts", posts_},
            {"decided", decided_},
            {"skipped", skipped_},
            {"by_rule", std::move(by_rule)},
            {"seconds", in_milliseconds(seconds)}}}};
}

std::string ReplaySummary::text(double seconds) const {
  std::string shown = std::to_string(posts_) + " posts: " + std::to_string(decided_) + " decided, " +
                      std::to_string(skipped_) + " skipped.\n";
  for (const auto& [rule, one] : by_rule_) {
    shown += "  " + rule + ": ";
    shown += one.fired == 0 ? "never fired" : "fired " + std::to_string(one.fired);
    if (one.drafts > 0) shown += " (" + std::to_string(one.drafts) + " as drafts)";
    if (one.near > 0) shown += ", nearly fired " + std::to_string(one.near);
    shown += "\n";
  }
  const std::string time = std::to_string(in_milliseconds(seconds));
  return shown + "Took " + time.substr(0, time.find('.') + 4) + " s.\n";
}

void ReplayDifference::note_old(const std::string& cause, const domain::Decision& decision) {
  by_cause_[cause].before = spoken_words(decision);
}

void ReplayDifference::note_new(const std::string& cause, const domain::Decision& decision) {
  by_cause_[cause].after = spoken_words(decision);
}

Json ReplayDifference::json() const {
  Json changes = Json::array();
  for (const auto& [cause, said] : by_cause_) {
    if (said.before == said.after) continue;
    changes.push_back({{"post", cause},
                       {"change", change_of(said.before, said.after)},
                       {"before", said.before},
                       {"after", said.after}});
  }
  return {{"difference", std::move(changes)}};
}

std::string ReplayDifference::text() const {
  std::string shown;
  for (const auto& [cause, said] : by_cause_) {
    if (said.before == said.after) continue;
    shown += cause + " " + std::string(change_of(said.before, said.after)) + "\n";
    if (!said.before.empty()) shown += "  - " + said.before + "\n";
    if (!said.after.empty()) shown += "  + " + said.after + "\n";
  }
  return shown.empty() ? "No difference to the old rules.\n" : "Against the old rules:\n" + shown;
}

}  // namespace cli
