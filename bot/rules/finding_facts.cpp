#include <algorithm>

#include "rules/finding.hpp"

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
  if (!situation.facts.replies) return unknown_because("the conversation could not be read");
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
  const char* why = answered.by_facilitator ? "a facilitator has answered"
                    : answered.by_guest     ? "a guest has answered"
                    : answered.by_learner   ? "a learner has answered"
                    : answered.solved       ? "its author says that it is solved"
                                            : "nobody has answered";
  return either(std::any_of(condition.who.begin(), condition.who.end(), holds), why);
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

}  // namespace

Finding find_author(const Situation& situation, const From& from) {
  const domain::Facts& facts = situation.facts;
  const Verdict newcomer = is_newcomer(facts, situation.post->created_at);
  const bool joined = facts.consent == domain::Consent::joined;
  bool missing = false;
  for (const From::Who who : from.who) {
    switch (who) {
      case From::Who::anyone:
        return holds_because("anyone will do");
      case From::Who::learner:
        if (facts.role == Role::learner) return holds_because("a learner wrote it");
        break;
      case From::Who::facilitator:
        if (facts.role == Role::facilitator) return holds_because("a facilitator wrote it");
        break;
      case From::Who::guest:
        if (facts.role == Role::guest) return holds_because("a guest wrote it");
        break;
      case From::Who::joined:
        if (joined) return holds_because("its author has joined");
        break;
      case From::Who::newcomer:
        if (newcomer == Verdict::yes) return holds_because("a newcomer wrote it");
        missing = missing || newcomer == Verdict::unknown;
        break;
    }
  }
  if (missing) return unknown_because("when its author first posted is not known");
  if (facts.role != Role::learner)
    return fails_because("a " + std::string(to_word(facts.role)) + " wrote it");
  return fails_because(joined                     ? "a learner who has joined wrote it"
                       : newcomer == Verdict::yes ? "a newcomer wrote it"
                                                  : "a learner wrote it, not a newcomer, not joined");
}

namespace {

bool is_now(const Situation& situation, const During::Span& span, std::string& why) {
  const Calendar& calendar = situation.ruleset.calendar();
  const std::string time = calendar.show_time(situation.now);
  const auto& event = situation.facts.event;
  switch (span.what) {
    case During::What::working_hours:
      why = "it is " + time;
      return calendar.in_working_hours(situation.now);
    case During::What::quiet_hours:
      why = "it is " + time;
      return calendar.in_quiet_hours(situation.now);
    case During::What::tweetchat:
      why = event == "tweetchat" ? "a tweetchat is on" : "no tweetchat is on";
      return event == "tweetchat";
    case During::What::guest_session:
      why = event == "guest session" ? "a guest session is on" : "no guest session is on";
      return event == "guest session";
    case During::What::weeks:
      break;
  }
  const std::optional<int> week = calendar.week(situation.now);
  why = "it is week " + std::to_string(week.value_or(0));
  return week && span.first_week <= *week && *week <= span.last_week;
}

}  // namespace

Finding find_time(const Situation& situation, const During& during) {
  std::string why = "there is no such time";
  bool missing = false;
  for (const During::Span& span : during.spans) {
    if (is_now(situation, span, why)) return holds_because(why);
    missing = missing || (span.what == During::What::weeks && !situation.ruleset.course().starts);
  }
  return missing ? unknown_because("the course has no first day (`starts`)") : fails_because(why);
}

}  // namespace rules
