#include <algorithm>

#include "rules/finding.hpp"

#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"

// Who wrote, who answered, and when: findings that rest on facts and calendar, not on the post's words.
namespace rules {
namespace {

using domain::Role;
using domain::Verdict;

struct Answered {
  bool by_learner = false;
  bool by_facilitator = false;
  bool by_guest = false;
  bool solved = false;  // the asker closed it
  bool at_all() const { return by_learner || by_facilitator || by_guest || solved; }
};

Answered answers_in(const std::vector<domain::ReplyFact>& replies) {
  Answered answered;
  for (const domain::ReplyFact& reply : replies) {
    if (reply.by_asker) {
      answered.solved = answered.solved || reply.closes;
    } else {
      answered.by_learner = answered.by_learner || reply.role == Role::learner;
      answered.by_facilitator = answered.by_facilitator || reply.role == Role::facilitator;
      answered.by_guest = answered.by_guest || reply.role == Role::guest;
    }
  }
  return answered;
}

}  // namespace

Finding find_answer(const Situation& situation, const AnsweredBy& condition) {
  if (!situation.facts.replies) return unknown_because(in_words(situation, Reason::replies_unread));
  const Answered answered = answers_in(*situation.facts.replies);
  const auto holds = [&](AnsweredBy::Who who) {
    switch (who) {
      case AnsweredBy::Who::anyone:
        return answered.at_all();
      case AnsweredBy::Who::learner:
        return answered.by_learner;
      case AnsweredBy::Who::facilitator:
        return answered.by_facilitator;
      case AnsweredBy::Who::nobody:
        return !answered.at_all();
    }
    return false;
  };
  const Reason why = answered.by_facilitator ? Reason::answered_by_facilitator
                     : answered.by_guest     ? Reason::answered_by_guest
                     : answered.by_learner   ? Reason::answered_by_learner
                     : answered.solved       ? Reason::solved
                                             : Reason::answered_by_nobody;
  return either(std::any_of(condition.who.begin(), condition.who.end(), holds), in_words(situation, why));
}

namespace {

constexpr std::chrono::hours newcomer_time{7 * 24};

// Whose first kept post is this one or less than 7 days old; unknown when that was never noted.
Verdict is_newcomer(const domain::Facts& facts, base::Instant posted) {
  if (facts.role != Role::learner) return Verdict::no;
  if (facts.posts_so_far <= 1) return Verdict::yes;
  if (!facts.first_post_at) return Verdict::unknown;
  return posted - *facts.first_post_at < newcomer_time ? Verdict::yes : Verdict::no;
}

// Who wrote it after all.
Reason writer(const domain::Facts& facts, bool joined, Verdict newcomer) {
  switch (facts.role) {
    case Role::facilitator:
      return Reason::by_facilitator;
    case Role::guest:
      return Reason::by_guest;
    case Role::bot:
      return Reason::by_bot;
    case Role::learner:
      break;
  }
  if (joined) return Reason::by_joined_learner;
  return newcomer == Verdict::yes ? Reason::by_newcomer : Reason::by_plain_learner;
}

}  // namespace

Finding find_author(const Situation& situation, const From& from) {
  const domain::Facts& facts = situation.facts;
  const Verdict newcomer = is_newcomer(facts, situation.post->created_at);
  const bool joined = facts.consent == domain::Consent::joined;
  const auto holds = [&](Reason reason) { return holds_because(in_words(situation, reason)); };
  bool missing = false;
  for (const From::Who who : from.who) {
    switch (who) {
      case From::Who::anyone:
        return holds(Reason::anyone_will_do);
      case From::Who::learner:
        if (facts.role == Role::learner) return holds(Reason::by_learner);
        break;
      case From::Who::facilitator:
        if (facts.role == Role::facilitator) return holds(Reason::by_facilitator);
        break;
      case From::Who::guest:
        if (facts.role == Role::guest) return holds(Reason::by_guest);
        break;
      case From::Who::joined:
        if (joined) return holds(Reason::author_joined);
        break;
      case From::Who::newcomer:
        if (newcomer == Verdict::yes) return holds(Reason::by_newcomer);
        missing = missing || newcomer == Verdict::unknown;
        break;
    }
  }
  if (missing) return unknown_because(in_words(situation, Reason::first_post_unknown));
  return fails_because(in_words(situation, writer(facts, joined, newcomer)));
}

namespace {

bool is_now(const Situation& situation, const During::Span& span, std::string& why) {
  const Calendar& calendar = situation.ruleset.calendar();
  const auto time_is = [&] {
    return in_words(situation, Reason::time_is, {calendar.show_time(situation.now)});
  };
  const auto& event = situation.facts.event;
  switch (span.what) {
    case During::What::working_hours:
      why = time_is();
      return calendar.in_working_hours(situation.now);
    case During::What::quiet_hours:
      why = time_is();
      return calendar.in_quiet_hours(situation.now);
    case During::What::tweetchat:
      why = in_words(situation, event == "tweetchat" ? Reason::tweetchat_is_on : Reason::no_tweetchat_is_on);
      return event == "tweetchat";
    case During::What::guest_session:
      why = in_words(situation,
                     event == "guest session" ? Reason::guest_session_is_on : Reason::no_guest_session_is_on);
      return event == "guest session";
    case During::What::weeks:
      break;
  }
  const std::optional<int> week = calendar.week(situation.now);
  why = in_words(situation, Reason::week_is, {std::to_string(week.value_or(0))});
  return week && span.first_week <= *week && *week <= span.last_week;
}

}  // namespace

Finding find_time(const Situation& situation, const During& during) {
  std::string why = in_words(situation, Reason::no_such_time);
  bool missing = false;
  for (const During::Span& span : during.spans) {
    if (is_now(situation, span, why)) return holds_because(why);
    missing = missing || (span.what == During::What::weeks && !situation.ruleset.course().starts);
  }
  return missing ? unknown_because(in_words(situation, Reason::no_first_day)) : fails_because(why);
}

}  // namespace rules
