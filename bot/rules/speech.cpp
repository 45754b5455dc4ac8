#include "rules/speech.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "rules/etiquette.hpp"
#include "rules/limits.hpp"
#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"
#include "rules/wording.hpp"

namespace rules {
namespace {

using domain::Action;
using domain::ActionKind;
using domain::Route;

Action action_of(const Rule& rule, int index, const Step& step) {
  Action action;
  action.kind = step.kind;
  action.rule = rule.name;
  action.index = index;
  action.target = step.target;
  action.urgent = step.urgent;
  return action;
}

void make_draft(Action& action, std::string reason) {
  if (action.route == Route::draft) return;  // the first reason stands
  action.route = Route::draft;
  action.route_reason = std::move(reason);
}

// The course's own contact may stand in a post: it is the address to ask, not somebody who is talked about.
bool names_somebody(const std::string& text, const std::string& contact) {
  const std::string allowed = base::fold(contact) + "@";
  for (const language::Entity& mention : language::entities_of(text).mentions) {
    if (!allowed.starts_with("@" + base::fold(mention.text) + "@")) return true;
  }
  return false;
}

}  // namespace

Speaker::Speaker(const Situation& situation, domain::Decision& decision)
    : situation_(situation), decision_(decision), spoken_(situation.facts.spoken) {}

bool Speaker::has_acted(const std::string& rule, int index) const {
  const auto& acted = situation_.facts.acted;
  return std::any_of(acted.begin(), acted.end(),
                     [&](const domain::Acted& one) { return one.rule == rule && one.index == index; });
}

std::string Speaker::word(const Rule& rule, const Step& step, Action& action) const {
  const Variants* variants =
      step.template_name.empty() ? &step.wording : situation_.ruleset.wording(step.template_name);
  if (variants == nullptr) return in_words(situation_, Reason::no_wording, {step.template_name});
  const Speaking speaking{rule.name, about(situation_, rule), step.kind == ActionKind::post};
  auto wording = find_words(situation_, *variants, speaking);
  if (!wording) return in_words(situation_, Reason::wording_is_empty);
  action.text = std::move(wording->text);
  action.language = std::move(wording->language);
  if (!speaking.about.faq.entries.empty() && !speaking.about.faq.sure) {
    make_draft(action, in_words(situation_, Reason::answer_unsure));
  }
  if (wording->repeated) make_draft(action, in_words(situation_, Reason::said_before));
  if (!fits(situation_, action.text)) make_draft(action, in_words(situation_, Reason::too_long));
  if (step.kind == ActionKind::post && names_somebody(action.text, situation_.ruleset.course().contact)) {
    make_draft(action, in_words(situation_, Reason::must_name_nobody));
  }
  return "";
}

std::string Speaker::plan(const Rule& rule, int index, std::vector<Action>& planned) const {
  const Step& step = rule.then[static_cast<std::size_t>(index)];
  const bool answers = step.kind == ActionKind::reply || step.kind == ActionKind::boost;
  if (answers && situation_.post == nullptr) return in_words(situation_, Reason::no_post_to_answer);
  Action action = action_of(rule, index, step);
  Way way = way_of(situation_, step.kind, step.target, rule.mode);
  action.route = way.route;
  action.route_reason = std::move(way.reason);
  if (step.kind == ActionKind::reply || step.kind == ActionKind::post) {
    if (std::string why = word(rule, step, action); !why.empty()) return why;
  }
  planned.push_back(std::move(action));
  return "";
}

std::string Speaker::say(const Rule& rule) {
  std::vector<Action> planned;
  bool replied = false;
  for (std::size_t i = 0; i < rule.then.size(); ++i) {
    const Step& step = rule.then[i];
    if (!is_said_aloud(step.kind, step.target) || has_acted(rule.name, static_cast<int>(i))) continue;
    if (step.kind == ActionKind::reply && replied) continue;
    replied = replied || step.kind == ActionKind::reply;
    if (std::string why = plan(rule, static_cast<int>(i), planned); !why.empty()) return why;
  }
  for (Action& action : planned) commit(std::move(action));
  return "";
}

void Speaker::act(const Rule& rule, const std::vector<std::string>& notes) {
  for (std::size_t i = 0; i < rule.then.size(); ++i) {
    const Step& step = rule.then[i];
    if (is_said_aloud(step.kind, step.target) || has_acted(rule.name, static_cast<int>(i))) continue;
    Action action = action_of(rule, static_cast<int>(i), step);
    Way way = way_of(situation_, step.kind, step.target, rule.mode);
    action.route = way.route;
    action.route_reason = std::move(way.reason);
    action.notes = notes;
    decision_.actions.push_back(std::move(action));
  }
}

void Speaker::confirm(const std::string& rule, const Variants& variants, bool only_by_the_bot) {
  Action action;
  action.rule = rule;
  Way way = way_of(situation_, ActionKind::reply, "", domain::Mode::automatic);
  action.route = way.route;
  action.route_reason = std::move(way.reason);
  auto wording = find_words(situation_, variants, {rule, {}, false});
  if (!wording) return;
  action.text = std::move(wording->text);
  action.language = std::move(wording->language);
  if (wording->repeated) make_draft(action, in_words(situation_, Reason::said_before));
  if (only_by_the_bot && action.route == Route::draft) return;
  commit(std::move(action));
}

// Budgets, quiet hours and the breaker; a draft is no speech yet.
void Speaker::clear(Action& action) {
  if (action.route == Route::draft) return;
  const bool is_reply = action.kind == ActionKind::reply;
  bool stopped = situation_.facts.speech_stopped;
  if (is_reply && !stopped &&
      trips_breaker(situation_.ruleset.course().replies, spoken_.by_account, situation_.now)) {
    decision_.trips_breaker = true;
    stopped = true;
  }
  Clearance clearance =
      clear_speech(situation_.ruleset, spoken_, stopped, is_reply, situation_.now, situation_.now);
  if (clearance.kind == Clearance::Kind::hold) {
    action.held_until = clearance.until;
    action.held_reason = std::move(clearance.reason);
  }
  spoken_.in_cohort.push_back(situation_.now);
  spoken_.on_network.push_back(situation_.now);
}

void Speaker::commit(Action action) {
  clear(action);
  decision_.actions.push_back(std::move(action));
}

}  // namespace rules
