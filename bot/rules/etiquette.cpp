#include "rules/etiquette.hpp"

#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"

namespace rules {
namespace {

using domain::ActionKind;
using domain::Route;

struct Permission {
  bool given = false;
  std::string reason;
};

std::string what_would_be_needed(const Situation& situation, const NetworkPolicy& policy) {
  std::string who =
      in_words(situation, policy.answering_is_consent ? Reason::has_called : Reason::mentions_or_quotes);
  if (policy.joined_is_consent) who = in_words(situation, Reason::or_joined, {who});
  const auto language = domain::language_for_facilitators(situation.ruleset.course());
  return in_words(language, Reason::needs_consent, {domain::name_in_words(policy.network, language), who});
}

Permission consent_to_answer(const Situation& situation) {
  const NetworkPolicy& policy = situation.ruleset.policy(situation.network);
  const domain::Facts& facts = situation.facts;
  const auto given = [&](Reason reason) { return Permission{true, in_words(situation, reason)}; };
  if (situation.consent_given) return given(Reason::consent_taken_as_given);
  if (policy.mention_is_consent && is_called(policy, facts.addressed, facts.only_answers_bot)) {
    return given(facts.only_answers_bot ? Reason::post_answers_bot : Reason::post_speaks_to_bot);
  }
  if (policy.joined_is_consent && facts.consent == domain::Consent::joined)
    return given(Reason::author_joined);
  if (policy.hashtag_is_consent) return given(Reason::hashtag_is_consent);
  return {false, what_would_be_needed(situation, policy)};
}

}  // namespace

bool is_called(const NetworkPolicy& policy, bool speaks_to_bot, bool only_answers) {
  return speaks_to_bot && (policy.answering_is_consent || !only_answers);
}

bool is_said_aloud(ActionKind kind, const std::string& target) {
  return domain::is_public_speech(kind) || (kind == ActionKind::send_digest && target == "learners");
}

Way way_of(const Situation& situation, ActionKind kind, const std::string& target, domain::Mode mode) {
  if (kind == ActionKind::add_to_digest)
    return {Route::digest, in_words(situation, Reason::digest_needs_no_consent)};
  if (!is_said_aloud(kind, target)) return {};
  if (mode != domain::Mode::automatic && !situation.consent_given) {
    return {Route::draft, in_words(situation, Reason::rule_in_draft)};
  }
  if (kind == ActionKind::reply || kind == ActionKind::boost) {
    const Permission permission = consent_to_answer(situation);
    if (!permission.given) return {Route::draft, permission.reason};
    return {kind == ActionKind::reply ? Route::reply : Route::post, permission.reason};
  }
  return {Route::post, in_words(situation, Reason::post_names_nobody)};
}

}  // namespace rules
