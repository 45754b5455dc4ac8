#include "cli/decision_output.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;
using domain::to_word;
using rules::Reason;

Json action_json(const domain::Action& action) {
  Json json = {
      {"kind", to_word(action.kind)},
      {"route", action.route ? Json(to_word(*action.route)) : Json(nullptr)},
      {"text", action.text},
      {"rule", action.rule},
      {"held_until", action.held_until ? Json(base::to_rfc3339(*action.held_until)) : Json(nullptr)}};
  if (!action.target.empty()) json["target"] = action.target;
  if (!action.route_reason.empty()) json["route_reason"] = action.route_reason;
  if (!action.notes.empty()) json["notes"] = action.notes;
  return json;
}

// Says things in the language of the course.
auto words_for(const rules::Ruleset& ruleset) {
  return [language = domain::language_for_facilitators(ruleset.course())](
             Reason reason, const std::vector<std::string>& arguments) {
    return rules::in_words(language, reason, arguments);
  };
}

bool is_told(const domain::TraceLine& line, bool all) {
  return all || line.near_miss || line.verdict == domain::Verdict::yes;
}

std::string padded(std::string_view text, std::size_t width) {
  std::string shown(text);
  const std::size_t characters = base::count_graphemes(text);
  if (characters < width) shown.append(width - characters, ' ');
  return shown;
}

std::string action_text(const domain::Action& action, const rules::Ruleset& ruleset) {
  const auto say = words_for(ruleset);
  std::string shown = "  " + std::string(to_word(action.kind));
  if (!action.target.empty()) shown += " " + action.target;
  shown += " (" + action.rule + ")";
  if (!action.text.empty()) shown += ": \"" + action.text + "\"";
  shown += "\n";
  if (action.route)
    shown +=
        "      " + say(Reason::route_is, {std::string(to_word(*action.route)), action.route_reason}) + "\n";
  if (action.held_until) {
    const std::string until = ruleset.calendar().show_time(*action.held_until);
    shown += "      " + say(Reason::held_until, {until, action.held_reason}) + "\n";
  }
  for (const std::string& note : action.notes) shown += "      " + say(Reason::noted, {note}) + "\n";
  return shown;
}

}  // namespace

std::string leading_rule(const domain::Decision& decision) {
  if (!decision.trace.winner.empty()) return decision.trace.winner;
  return decision.actions.empty() ? "" : decision.actions.front().rule;
}

std::string post_text(const domain::Post& post) {
  constexpr std::size_t longest = 120;  // characters
  std::string words = post.author.handle + ": \"" + base::shorten(post.text, longest) + "\"";
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto c = static_cast<unsigned char>(words[at]);
    const bool control = c < 0x20 || c == 0x7f;
    // U+0080 to U+009F are controls, too.
    const bool late = c == 0xC2 && at + 1 < words.size() && static_cast<unsigned char>(words[at + 1]) < 0xA0;
    if (late) words.erase(at, 1);
    if (control || late) words[at] = ' ';
  }
  return words;
}

Json decision_json(const std::string& post, const domain::Decision& decision, const rules::Ruleset& ruleset,
                   bool all) {
  const std::string leading = leading_rule(decision);
  const rules::Rule* rule = ruleset.find(leading);
  Json actions = Json::array();
  for (const domain::Action& action : decision.actions) actions.push_back(action_json(action));
  Json because = Json::array();
  for (const domain::TraceLine& line : decision.trace.lines) {
    if (!is_told(line, all)) continue;
    because.push_back({{"rule", line.rule}, {"verdict", to_word(line.verdict)}, {"reason", line.reason}});
  }
  Json json = {{"post", post.empty() ? Json(nullptr) : Json(post)},
               {"at", base::to_rfc3339(decision.trace.at)},
               {"rule", leading.empty() ? Json(nullptr) : Json(leading)},
               {"mode", rule == nullptr ? Json(nullptr) : Json(to_word(rule->mode))},
               {"actions", std::move(actions)},
               {"because", std::move(because)},
               {"summary", decision.trace.summary}};
  if (!decision.waits.empty()) {
    Json waits = Json::array();
    for (const domain::Wait& wait : decision.waits)
      waits.push_back({{"rule", wait.rule}, {"due", base::to_rfc3339(wait.due)}});
    json["waits"] = std::move(waits);
  }
  if (!decision.trace.faq.empty()) {
    Json faq = Json::array();
    for (const domain::FaqCandidate& one : decision.trace.faq) {
      faq.push_back({{"id", one.id}, {"score", std::round(one.score * 10'000) / 10'000}});
    }
    json["faq"] = std::move(faq);
  }
  return json;
}

std::string decision_text(const domain::Decision& decision, const rules::Ruleset& ruleset, bool all) {
  const auto say = words_for(ruleset);
  std::string shown = decision.trace.summary + "\n";
  for (const domain::Action& action : decision.actions) shown += action_text(action, ruleset);
  for (const domain::Wait& wait : decision.waits) {
    shown += "  " + say(Reason::waits_until, {ruleset.calendar().show_time(wait.due), wait.rule}) + "\n";
  }
  const auto language = domain::language_for_facilitators(ruleset.course());
  std::size_t width = 0;
  for (const domain::TraceLine& line : decision.trace.lines) {
    if (is_told(line, all)) width = std::max(width, base::count_graphemes(line.rule));
  }
  if (width > 0) shown += "\n" + say(Reason::why, {}) + "\n";
  for (const domain::TraceLine& line : decision.trace.lines) {
    if (!is_told(line, all)) continue;
    shown += "  " + padded(rules::in_words(language, line.verdict), 12) + padded(line.rule, width + 2) +
             line.reason + "\n";
  }
  if (!decision.trace.faq.empty()) {
    std::vector<std::string> candidates;
    for (const domain::FaqCandidate& one : decision.trace.faq) {
      std::string score = std::to_string(std::round(one.score * 100) / 100);
      candidates.push_back(one.id + " " + score.substr(0, 4));
    }
    shown += "\n" + say(Reason::nearest_entries, {base::join(candidates, ", ")}) + "\n";
  }
  return shown;
}

}  // namespace cli
