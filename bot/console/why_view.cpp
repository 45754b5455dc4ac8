#include "console/why_view.hpp"

#include <cmath>

#include "base/text.hpp"
#include "console/words.hpp"
#include "rulefile/messages.hpp"
#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"

namespace console {
namespace {

using nlohmann::json;

constexpr std::size_t most_lines = 1000;  // a page stays a page with ten thousand rules

json action_view(const domain::Action& action, const rules::Calendar& calendar) {
  json view{
      {"does", action_words(action)}, {"rule", action.rule}, {"text", action.text}, {"notes", action.notes}};
  view["route"] = action.route ? route_words(*action.route) : "";
  view["is_draft"] = action.route == domain::Route::draft;
  view["route_reason"] = action.route_reason;
  view["held"] = action.held_until ? "held until " + calendar.show_time(*action.held_until) +
                                         (action.held_reason.empty() ? "" : ": " + action.held_reason)
                                   : "";
  return view;
}

json line_view(const domain::TraceLine& line, domain::Language language) {
  return {{"rule", line.rule},
          {"verdict", rules::in_words(language, line.verdict)},
          {"verdict_class", verdict_class(line.verdict)},
          {"reason", line.reason},
          {"near_miss", line.near_miss}};
}

// What is on its way: replies that wait, were refused, or of which nobody knows.
json delivery_view(const domain::OutboxRow& row, const rules::Calendar& calendar) {
  const std::string because = row.reason.empty() ? "." : ": " + row.reason;
  switch (row.state) {
    case domain::DeliveryState::planned:
    case domain::DeliveryState::sending:
      if (row.not_before <= row.planned_at) return "The reply is on its way.";
      return "The reply is held until " + calendar.show_time(row.not_before) + because;
    case domain::DeliveryState::in_doubt:
      return "Nobody knows yet whether the reply arrived" + because;
    case domain::DeliveryState::refused:
      return "The network refused the reply" + because;
    case domain::DeliveryState::withdrawn:
      return "The reply was taken back.";
    case domain::DeliveryState::sent:
      break;
  }
  return nullptr;
}

json replies_view(domain::Tables& tables, const domain::PostKey& post) {
  json replies = json::array();
  for (const domain::OutboxRow& row : tables.outbox.of_post(post)) {
    if (!can_be_marked_wrong(row) || row.text.empty()) continue;
    replies.push_back({{"rule", row.rule}, {"text", row.text}, {"wrong_key", row.key}});
  }
  return replies;
}

json states_view(domain::Tables& tables, const domain::PostKey& post, const rules::Calendar& calendar) {
  json states = json::array();
  for (const domain::StoredWait& wait : tables.waits.of_post(post)) {
    states.push_back("The rule \"" + wait.wait.rule + "\" waits until " + calendar.show_time(wait.wait.due) +
                     ".");
  }
  for (const domain::OutboxRow& row : tables.outbox.of_post(post)) {
    json state = delivery_view(row, calendar);
    if (!state.is_null()) states.push_back(std::move(state));
  }
  for (const domain::Draft& draft : tables.drafts.of_post(post)) {
    if (draft.state == domain::DraftState::open)
      states.push_back("A draft waits for a facilitator: " + draft.reason);
    if (draft.state == domain::DraftState::sent) states.push_back("A facilitator sent the draft.");
    if (draft.state == domain::DraftState::dismissed) states.push_back("A facilitator put the draft away.");
  }
  return states;
}

}  // namespace

json decision_view(const domain::Decision& decision, const rules::Ruleset& ruleset) {
  const rules::Calendar& calendar = ruleset.calendar();
  const domain::Language language = domain::language_for_facilitators(ruleset.course());
  const domain::Trace& trace = decision.trace;
  json view{{"when", calendar.show_time(trace.at)},
            {"summary", trace.summary},
            {"asked", decision.asked},
            {"lang", rulefile::to_word(language)}};
  view["actions"] = json::array();
  for (const domain::Action& action : decision.actions)
    view["actions"].push_back(action_view(action, calendar));
  view["lines"] = json::array();
  for (const domain::TraceLine& line : trace.lines) {
    if (view["lines"].size() == most_lines) break;
    view["lines"].push_back(line_view(line, language));
  }
  view["left_out"] = trace.lines.size() > most_lines ? std::to_string(trace.lines.size() - most_lines) : "";
  view["faq"] = json::array();
  for (const domain::FaqCandidate& candidate : trace.faq) {
    view["faq"].push_back(
        {{"id", candidate.id}, {"percent", std::to_string(std::lround(candidate.score * 100))}});
  }
  view["has_actions"] = !decision.actions.empty();
  view["has_lines"] = !trace.lines.empty();
  view["has_faq"] = !trace.faq.empty();
  return view;
}

bool can_be_marked_wrong(const domain::OutboxRow& row) {
  return row.state == domain::DeliveryState::sent && !base::starts_with_folded(row.rule, "manners:");
}

json why_view(domain::Tables& tables, const domain::PostKey& post, const rules::Ruleset& ruleset) {
  json view{{"rounds", json::array()}, {"headline", ""}, {"route", ""}, {"is_draft", false}};
  for (const domain::Decision& decision : tables.traces.of_post(post)) {
    view["headline"] = decision.trace.summary;
    for (const domain::Action& action : decision.actions) {
      if (!action.route) continue;
      view["route"] = route_words(*action.route);
      view["is_draft"] = action.route == domain::Route::draft;
    }
    view["rounds"].push_back(decision_view(decision, ruleset));
  }
  view["lang"] = rulefile::to_word(domain::language_for_facilitators(ruleset.course()));
  view["replies"] = replies_view(tables, post);
  view["states"] = states_view(tables, post, ruleset.calendar());
  view["decided"] = !view["rounds"].empty();
  return view;
}

}  // namespace console
