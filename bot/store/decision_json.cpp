#include "store/decision_json.hpp"

#include <nlohmann/json.hpp>

#include "store/words.hpp"

namespace store {
namespace {

using domain::Action;
using domain::Decision;
using domain::Trace;
using nlohmann::json;

std::int64_t millis(base::Instant at) {
  return base::to_millis(at);
}
base::Instant instant(const json& value) {
  return base::from_millis(value.get<std::int64_t>());
}

json write_action(const Action& action) {
  json out{{"kind", to_word(action.kind)}, {"rule", action.rule},         {"index", action.index},
           {"why", action.route_reason},   {"language", action.language}, {"target", action.target},
           {"urgent", action.urgent},      {"held", action.held_reason},  {"notes", action.notes}};
  if (action.route) out["route"] = to_word(*action.route);
  if (action.held_until) out["held_until"] = millis(*action.held_until);
  return out;
}

Action read_action(const json& in) {
  Action action;
  action.kind = value_of(in.at("kind").get<std::string>(), domain::ActionKind::send_digest);
  action.rule = in.at("rule");
  action.index = in.at("index");
  action.route_reason = in.at("why");
  action.language = in.at("language");
  action.target = in.at("target");
  action.urgent = in.at("urgent");
  action.held_reason = in.at("held");
  action.notes = in.at("notes").get<std::vector<std::string>>();
  if (in.contains("route")) action.route = value_of(in["route"].get<std::string>(), domain::Route::draft);
  if (in.contains("held_until")) action.held_until = instant(in["held_until"]);
  return action;
}

json write_trace(const Trace& trace) {
  json out{{"ruleset", trace.ruleset}, {"at", millis(trace.at)}, {"summary", trace.summary},
           {"winner", trace.winner},   {"lines", json::array()}, {"faq", json::array()}};
  for (const domain::TraceLine& line : trace.lines) {
    out["lines"].push_back({line.rule, to_word(line.verdict), line.reason, line.near_miss});
  }
  for (const domain::FaqCandidate& candidate : trace.faq)
    out["faq"].push_back({candidate.id, candidate.score});
  return out;
}

Trace read_trace(const json& in) {
  Trace trace;
  trace.ruleset = in.at("ruleset");
  trace.at = instant(in.at("at"));
  trace.summary = in.at("summary");
  trace.winner = in.at("winner");
  for (const json& line : in.at("lines")) {
    trace.lines.push_back({line.at(0), value_of(line.at(1).get<std::string>(), domain::Verdict::unknown),
                           line.at(2), line.at(3)});
  }
  for (const json& candidate : in.at("faq")) trace.faq.push_back({candidate.at(0), candidate.at(1)});
  return trace;
}

}  // namespace

std::string to_json(const Decision& decision) {
  json out{{"asked", decision.asked},
           {"breaker", decision.trips_breaker},
           {"human", decision.human_needed},
           {"urgent", decision.urgent_kind},
           {"trace", write_trace(decision.trace)},
           {"actions", json::array()},
           {"waits", json::array()}};
  for (const Action& action : decision.actions) out["actions"].push_back(write_action(action));
  for (const domain::Wait& wait : decision.waits) {
    out["waits"].push_back({wait.rule, millis(wait.due), wait.holds_reply});
  }
  if (decision.consent) out["consent"] = {to_word(decision.consent->to), decision.consent->forget};
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

Decision decision_from_json(const std::string& text) {
  const json in = json::parse(text);
  Decision decision;
  decision.asked = in.at("asked");
  decision.trips_breaker = in.at("breaker");
  decision.human_needed = in.at("human");
  decision.urgent_kind = in.at("urgent");
  decision.trace = read_trace(in.at("trace"));
  for (const json& action : in.at("actions")) decision.actions.push_back(read_action(action));
  for (const json& wait : in.at("waits"))
    decision.waits.push_back({wait.at(0), instant(wait.at(1)), wait.at(2)});
  if (in.contains("consent")) {
    const json& consent = in["consent"];
    decision.consent = {value_of(consent.at(0).get<std::string>(), domain::Consent::stopped), consent.at(1)};
  }
  return decision;
}

}  // namespace store
