#include "rules/etiquette.hpp"

#include "rules/ruleset.hpp"

namespace rules {
namespace {

using domain::ActionKind;
using domain::Route;

struct Permission {
  bool given = false;
  std::string reason;
};

std::string shown(domain::NetworkKind network) {
  switch (network) {
    case domain::NetworkKind::practice:
      return "the practice network";
    case domain::NetworkKind::mastodon:
      return "Mastodon";
    case domain::NetworkKind::bluesky:
      return "Bluesky";
    case domain::NetworkKind::x:
      return "X";
  }
  return "";
}

std::string what_would_be_needed(const NetworkPolicy& policy) {
  std::string who = policy.answering_is_consent ? "has called the bot" : "mentions or quotes the bot";
  if (policy.joined_is_consent) who += " or joined";
  return "on " + shown(policy.network) + " the bot only answers whoever " + who + "; a human can answer";
}

Permission consent_to_answer(const Situation& situation) {
  const NetworkPolicy& policy = situation.ruleset.policy(situation.network);
  const domain::Facts& facts = situation.facts;
  if (situation.consent_given) return {true, "consent is taken as given"};
  const bool called = facts.addressed && (policy.answering_is_consent || !facts.only_answers_bot);
  if (policy.mention_is_consent && called) {
    return {true, facts.only_answers_bot ? "the post answers the bot" : "the post speaks to the bot"};
  }
  if (policy.joined_is_consent && facts.consent == domain::Consent::joined)
    return {true, "its author has joined"};
  if (policy.hashtag_is_consent) return {true, "here the course's hashtag is consent"};
  return {false, what_would_be_needed(policy)};
}

}  // namespace

bool is_said_aloud(ActionKind kind, const std::string& target) {
  return domain::is_public_speech(kind) || (kind == ActionKind::send_digest && target == "learners");
}

Way way_of(const Situation& situation, ActionKind kind, const std::string& target, domain::Mode mode) {
  if (kind == ActionKind::add_to_digest) return {Route::digest, "a digest needs no consent"};
  if (!is_said_aloud(kind, target)) return {};
  if (mode != domain::Mode::automatic && !situation.consent_given) {
    return {Route::draft, "the rule is in draft mode; a human sends it"};
  }
  if (kind == ActionKind::reply || kind == ActionKind::boost) {
    const Permission permission = consent_to_answer(situation);
    if (!permission.given) return {Route::draft, permission.reason};
    return {kind == ActionKind::reply ? Route::reply : Route::post, permission.reason};
  }
  return {Route::post, "a post of the bot's own names nobody"};
}

}  // namespace rules
