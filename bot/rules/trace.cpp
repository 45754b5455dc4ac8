#include "rules/trace.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "language/reading.hpp"
#include "rules/manners.hpp"
#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"

namespace rules {
namespace {

using domain::Action;
using domain::Route;

constexpr std::size_t shown_candidates = 3;

std::string speech_line(const Situation& situation, const Action& action) {
  const bool reply = action.kind == domain::ActionKind::reply;
  if (action.route == Route::draft) {
    return in_words(situation, reply ? Reason::replies_as_draft : Reason::posts_as_draft,
                    {action.rule, action.route_reason});
  }
  if (action.held_until) {
    return in_words(
        situation, reply ? Reason::replies_later : Reason::posts_later,
        {action.rule, situation.ruleset.calendar().show_time(*action.held_until), action.held_reason});
  }
  return in_words(situation, reply ? Reason::replies : Reason::posts_it, {action.rule, action.route_reason});
}

const Action* first_speech(const domain::Decision& decision) {
  const auto aloud = [](const Action& action) { return action.route && action.route != Route::digest; };
  const auto found = std::find_if(decision.actions.begin(), decision.actions.end(), aloud);
  return found == decision.actions.end() ? nullptr : &*found;
}

std::string nearest(const Situation& situation, const domain::Decision& decision) {
  const auto& lines = decision.trace.lines;
  const auto near =
      std::find_if(lines.begin(), lines.end(), [](const domain::TraceLine& line) { return line.near_miss; });
  if (near == lines.end()) return in_words(situation, Reason::none_matches);
  return in_words(situation, Reason::nearest_was, {near->rule, near->reason});
}

// What a silent action does, as one would tell a colleague.
Reason deed(domain::ActionKind kind) {
  switch (kind) {
    case domain::ActionKind::save_question:
      return Reason::saves_question;
    case domain::ActionKind::tell_facilitators:
      return Reason::tells_facilitators;
    case domain::ActionKind::label:
      return Reason::sets_label;
    case domain::ActionKind::add_to_digest:
      return Reason::adds_to_digest;
    case domain::ActionKind::send_digest:
      return Reason::sends_digest;
    case domain::ActionKind::reply:
    case domain::ActionKind::post:
    case domain::ActionKind::boost:
      break;
  }
  return Reason::acts;
}

// What calls for a human, in the words of language::to_word(Danger).
std::string danger_words(const Situation& situation, const std::string& kind) {
  constexpr std::array<std::pair<std::string_view, Reason>, 4> kinds{{{"self-harm", Reason::self_harm},
                                                                      {"harassment", Reason::harassment},
                                                                      {"grief", Reason::grief},
                                                                      {"threat", Reason::threat}}};
  for (const auto& [word, reason] : kinds) {
    if (word == kind) return in_words(situation, reason);
  }
  return kind;
}

std::string summary_of(const Situation& situation, const domain::Decision& decision) {
  if (decision.human_needed)
    return in_words(situation, Reason::human_called, {danger_words(situation, decision.urgent_kind)});
  if (const Action* speech = first_speech(decision)) return speech_line(situation, *speech);
  if (!decision.waits.empty()) {
    const domain::Wait& wait = decision.waits.front();
    return in_words(situation, Reason::waits_then_asked,
                    {wait.rule, situation.ruleset.calendar().show_time(wait.due)});
  }
  if (decision.actions.empty()) {
    const bool about_a_post = situation.post != nullptr && situation.reading != nullptr;
    if (const std::string silent = about_a_post ? why_silent(situation) : ""; !silent.empty())
      return in_words(situation, Reason::silent_because, {silent});
    return nearest(situation, decision);
  }
  const Action& first = decision.actions.front();
  return in_words(situation, Reason::acts_silently, {first.rule, in_words(situation, deed(first.kind))});
}

}  // namespace

void finish_trace(const Situation& situation, domain::Decision& decision, const std::string& not_asked) {
  domain::Trace& trace = decision.trace;
  trace.ruleset = situation.ruleset.version();
  trace.at = situation.now;
  if (!not_asked.empty() && !decision.human_needed) {
    trace.summary = in_words(situation, Reason::none_asked, {not_asked});
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
