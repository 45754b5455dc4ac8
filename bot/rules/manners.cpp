#include "rules/manners.hpp"

#include <algorithm>

#include "language/reading.hpp"
#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"
#include "rules/speech.hpp"

namespace rules {
namespace {

using domain::Consent;
using domain::Role;
using language::Command;

constexpr const char* human_needed_rule = "manners: human needed";

std::optional<Reason> wrong_kind_of_post(const Situation& situation) {
  const domain::Post& post = *situation.post;
  if (situation.facts.role == Role::bot) return Reason::own_post;
  if (post.author.bot) return Reason::by_another_bot;
  if (!post.boost_of.empty()) return Reason::is_boost;
  return std::nullopt;
}

bool is_too_old(const Situation& situation) {
  if (!situation.facts.woken.empty()) return false;  // it was heard in time, then waited
  return situation.facts.first_heard_at.value_or(situation.now) - situation.post->created_at >
         catch_up_window;
}

// What becomes of the person; none when nothing changes.
std::optional<domain::ConsentChange> change_of(Command command, Consent now) {
  const bool stopped = now == Consent::stopped;
  switch (command) {
    case Command::stop:
      return stopped ? std::nullopt : std::optional(domain::ConsentChange{Consent::stopped, false});
    case Command::start:
      return stopped ? std::optional(domain::ConsentChange{Consent::unknown, false}) : std::nullopt;
    case Command::join:
      return domain::ConsentChange{Consent::joined, false};
    case Command::forget:
      return domain::ConsentChange{stopped ? Consent::stopped : Consent::unknown, true};
    case Command::help:
    case Command::who:
    case Command::none:
      break;
  }
  return std::nullopt;
}

Reason told(Command command) {
  switch (command) {
    case Command::stop:
      return Reason::said_stop;
    case Command::start:
      return Reason::said_start;
    case Command::join:
      return Reason::said_join;
    case Command::forget:
      return Reason::said_forget;
    case Command::help:
      return Reason::said_help;
    case Command::who:
    case Command::none:
      break;
  }
  return Reason::said_who;
}

// After stop, only start and join are answered, so that nobody who asked for silence hears the bot again.
bool may_confirm(const Situation& situation, Command command) {
  if (is_too_old(situation)) return false;
  const domain::Author& author = situation.post->author;
  if (author.muted || author.wants_no_bots) return false;
  return situation.facts.consent != Consent::stopped || command == Command::start || command == Command::join;
}

void confirm(const Situation& situation, Command command, domain::Decision& decision) {
  const std::string word(to_word(command));
  const Variants* variants = situation.ruleset.wording("consent-" + word);
  if (variants == nullptr) {
    decision.trace.summary += " " + in_words(situation, Reason::no_wording_to_confirm, {"consent-" + word});
    return;
  }
  Speaker speaker(situation, decision);
  const bool only_by_the_bot = command == Command::stop || command == Command::forget;
  speaker.confirm("manners: " + word, *variants, only_by_the_bot);
}

}  // namespace

std::string why_not_asked(const Situation& situation) {
  std::optional<Reason> why = wrong_kind_of_post(situation);
  if (!why && !situation.post->is_public()) why = Reason::not_public;
  if (!why && !situation.facts.kept) why = Reason::not_of_course;
  if (!why && is_too_old(situation)) why = Reason::too_old;
  return why ? in_words(situation, *why) : "";
}

bool is_worth_reading(const Situation& situation) {
  if (wrong_kind_of_post(situation)) return false;
  return situation.facts.addressed || (situation.facts.kept && situation.post->is_public());
}

std::string why_silent(const Situation& situation) {
  if (situation.facts.consent == Consent::stopped) return in_words(situation, Reason::author_stopped);
  if (situation.post->author.muted) return in_words(situation, Reason::author_muted);
  if (situation.post->author.wants_no_bots) return in_words(situation, Reason::author_wants_no_bots);
  if (situation.reading->safety.human_needed()) return in_words(situation, Reason::human_needed);
  return "";
}

bool hear_command(const Situation& situation, domain::Decision& decision) {
  const Command command = situation.reading->command;
  if (command == Command::none || !situation.facts.addressed || !situation.facts.woken.empty()) return false;
  decision.trace.summary = in_words(situation, told(command));
  decision.consent = change_of(command, situation.facts.consent);
  if (may_confirm(situation, command)) {
    confirm(situation, command, decision);
  } else if (situation.facts.consent == Consent::stopped && !decision.consent) {
    decision.trace.summary = in_words(situation, Reason::said_stop_before);
  }
  return true;
}

void call_human(const Situation& situation, domain::Decision& decision) {
  const language::Safety& safety = situation.reading->safety;
  if (!safety.human_needed()) return;
  decision.human_needed = true;
  decision.urgent_kind = std::string(to_word(safety.danger));
  const auto& acted = situation.facts.acted;
  const bool called = std::any_of(acted.begin(), acted.end(),
                                  [](const domain::Acted& one) { return one.rule == human_needed_rule; });
  if (called) return;
  domain::Action action;
  action.kind = domain::ActionKind::tell_facilitators;
  action.rule = human_needed_rule;
  action.target = "all";
  action.urgent = true;
  decision.actions.push_back(std::move(action));
}

}  // namespace rules
