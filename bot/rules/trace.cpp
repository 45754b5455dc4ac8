#include "rules/trace.hpp"

#include <algorithm>

#include "language/reading.hpp"
#include "rules/manners.hpp"
#include "rules/ruleset.hpp"

namespace rules {
namespace {

using domain::Action;
using domain::Route;

constexpr std::size_t shown_candidates = 3;

std::string speech_line(const Calendar& calendar, const Action& action) {
  const bool reply = action.kind == domain::ActionKind::reply;
  std::string line = action.rule + (reply ? " replies" : " posts");
  if (action.route == Route::draft) return line + " as a draft: " + action.route_reason + ".";
  if (action.held_until) {
    return line + " at " + calendar.show_time(*action.held_until) +
           " at the earliest: " + action.held_reason + ".";
  }
  return line + ": " + action.route_reason + ".";
}

const Action* first_speech(const domain::Decision& decision) {
  const auto aloud = [](const Action& action) { return action.route && action.route != Route::digest; };
  const auto found = std::find_if(decision.actions.begin(), decision.actions.end(), aloud);
  return found == decision.actions.end() ? nullptr : &*found;
}

std::string nearest(const domain::Decision& decision) {
  const auto& lines = decision.trace.lines;
  const auto near =
      std::find_if(lines.begin(), lines.end(), [](const domain::TraceLine& line) { return line.near_miss; });
  if (near == lines.end()) return "Nothing to do: no rule matches.";
  return "Nothing to do. Nearest was " + near->rule + ": " + near->reason + ".";
}

// What a silent action does, as one would tell a colleague.
std::string_view deed(domain::ActionKind kind) {
  switch (kind) {
    case domain::ActionKind::save_question:
      return "saves the question";
    case domain::ActionKind::tell_facilitators:
      return "tells the facilitators";
    case domain::ActionKind::label:
      return "sets a label";
    case domain::ActionKind::add_to_digest:
      return "adds it to the digest";
    case domain::ActionKind::send_digest:
      return "sends the digest";
    case domain::ActionKind::reply:
    case domain::ActionKind::post:
    case domain::ActionKind::boost:
      break;
  }
  return "acts";
}

std::string summary_of(const Situation& situation, const domain::Decision& decision) {
  const Calendar& calendar = situation.ruleset.calendar();
  if (decision.human_needed)
    return "A human is needed (" + decision.urgent_kind + "): facilitators are called, nothing is said.";
  if (const Action* speech = first_speech(decision)) return speech_line(calendar, *speech);
  if (!decision.waits.empty()) {
    const domain::Wait& wait = decision.waits.front();
    return wait.rule + " waits until " + calendar.show_time(wait.due) + ", then it is asked again.";
  }
  if (decision.actions.empty()) {
    const bool about_a_post = situation.post != nullptr && situation.reading != nullptr;
    if (const std::string silent = about_a_post ? why_silent(situation) : ""; !silent.empty())
      return "Nothing is said: " + silent + ".";
    return nearest(decision);
  }
  const Action& first = decision.actions.front();
  return first.rule + " " + std::string(deed(first.kind)) + ". Nothing is said.";
}

}  // namespace

void finish_trace(const Situation& situation, domain::Decision& decision, const std::string& not_asked) {
  domain::Trace& trace = decision.trace;
  trace.ruleset = situation.ruleset.version();
  trace.at = situation.now;
  if (!not_asked.empty() && !decision.human_needed) {
    trace.summary = "No rule is asked: " + not_asked + ".";
  } else if (trace.summary.empty()) {
    trace.summary = summary_of(situation, decision);
  }
  if (situation.reading == nullptr) return;
  const auto& faq = situation.ruleset.content().faq;
  for (const language::FaqHit& hit : situation.reading->faq) {
    if (trace.faq.size() == shown_candidates) break;
    if (hit.entry < faq.size()) trace.faq.push_back({faq[hit.entry].id, hit.score});
  }
}

}  // namespace rules
