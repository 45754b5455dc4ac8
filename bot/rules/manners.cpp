#include "rules/manners.hpp"

#include <algorithm>

#include "language/reading.hpp"
#include "rules/ruleset.hpp"
#include "rules/speech.hpp"

namespace rules {
namespace {

using domain::Consent;
using domain::Role;
using language::Command;

constexpr const char* human_needed_rule = "manners: human needed";

std::string wrong_kind_of_post(const Situation& situation) {
  const domain::Post& post = *situation.post;
  if (situation.facts.role == Role::bot) return "the bot's own post";
  if (post.author.bot) return "another bot wrote it";
  if (!post.boost_of.empty()) return "it only repeats another post";
  return "";
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

std::string told(Command command) {
  switch (command) {
    case Command::stop:
      return "They asked the bot to stop: it will not speak to them again.";
    case Command::start:
      return "They allow the bot to speak to them again.";
    case Command::join:
      return "They joined: the bot may answer their posts in this course.";
    case Command::forget:
      return "They asked to be forgotten: what is kept about them is erased.";
    case Command::help:
      return "They asked the bot for help.";
    case Command::who:
      return "They asked who the bot is.";
    case Command::none:
      break;
  }
  return "";
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
    decision.trace.summary += " There is no wording \"consent-" + word + "\" to confirm it.";
    return;
  }
  Speaker speaker(situation, decision);
  const bool only_by_the_bot = command == Command::stop || command == Command::forget;
  speaker.confirm("manners: " + word, *variants, only_by_the_bot);
}

}  // namespace

std::string why_not_asked(const Situation& situation) {
  if (std::string why = wrong_kind_of_post(situation); !why.empty()) return why;
  if (!situation.post->is_public()) return "it is not public";
  if (!situation.facts.kept) return "it is not under the course's hashtag";
  if (is_too_old(situation)) return "it was first heard more than 24 hours after it was written";
  return "";
}

bool is_worth_reading(const Situation& situation) {
  if (!wrong_kind_of_post(situation).empty()) return false;
  return situation.facts.addressed || (situation.facts.kept && situation.post->is_public());
}

std::string why_silent(const Situation& situation) {
  if (situation.facts.consent == Consent::stopped) return "its author said stop";
  if (situation.post->author.muted) return "its author is muted or blocked";
  if (situation.post->author.wants_no_bots) return "its author's profile says #nobot";
  if (situation.reading->safety.human_needed()) return "a human is needed here";
  return "";
}

bool hear_command(const Situation& situation, domain::Decision& decision) {
  const Command command = situation.reading->command;
  if (command == Command::none || !situation.facts.addressed || !situation.facts.woken.empty()) return false;
  decision.trace.summary = told(command);
  decision.consent = change_of(command, situation.facts.consent);
  if (may_confirm(situation, command)) {
    confirm(situation, command, decision);
  } else if (situation.facts.consent == Consent::stopped && !decision.consent) {
    decision.trace.summary = "They said stop before: nothing is said.";
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
