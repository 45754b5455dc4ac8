#include <algorithm>

#include "base/text.hpp"
#include "rulefile/cases.hpp"
#include "rules/calendar.hpp"
#include "rules/rule.hpp"

namespace rulefile {
namespace {

using Actions = std::vector<domain::Action>;

bool contains_folded(const std::string& text, const std::string& words) {
  return base::fold(text).find(base::fold(words)) != std::string::npos;
}

bool does(const Actions& actions, const std::string& word) {
  return std::any_of(actions.begin(), actions.end(),
                     [&](const domain::Action& action) { return domain::to_word(action.kind) == word; });
}

std::string route_word(const domain::Action& action) {
  return action.route ? std::string(domain::to_word(*action.route)) : "none";
}

std::string held_word(const domain::Action& action, const rules::Calendar& calendar) {
  return action.held_until ? calendar.show_clock(*action.held_until) : "";
}

std::string with_two_digits(const std::string& clock) {
  return clock.size() == 4 ? "0" + clock : clock;
}

// Says in one language what differs from an expectation.
class Comparison {
 public:
  Comparison(const Expectation& expect, const rules::Calendar& calendar, Language language)
      : expect_(expect), calendar_(calendar), language_(language) {}

  std::string of_silence(const Actions& happened) const {
    return happened.empty() ? "" : say(Phrase::expected_silence, {described(happened)});
  }

  std::string say(Phrase phrase, std::vector<Argument> arguments) const {
    return in_words(Argument(phrase, std::move(arguments)), language_);
  }

  std::string missing_actions(const Actions& happened) const {
    std::vector<std::string> wanted = expect_.does;
    if (!expect_.action.empty()) wanted.push_back(expect_.action);
    for (std::string word : wanted) {
      if (word == "reply_with") word = "reply";
      if (word == "post_with") word = "post";
      if (!does(happened, word)) return say(Phrase::expected_action, {word, described(happened)});
    }
    return "";
  }

  std::string best(const Actions& actions) const {
    std::string first;
    for (const domain::Action& action : actions) {
      const std::string differs = differs_in(action);
      if (differs.empty()) return "";
      if (first.empty()) first = differs;
    }
    return first;
  }

 private:
  // What was done, for a person: `reply "The slides …" and save_question`.
  std::string described(const Actions& actions) const {
    std::string parts;
    for (const domain::Action& action : actions) {
      std::string part(domain::to_word(action.kind));
      if (!action.text.empty()) part += " " + say(Phrase::quoted, {base::shorten(action.text, 200)});
      parts = parts.empty() ? part : say(Phrase::both, {parts, part});
    }
    return parts.empty() ? say(Phrase::stays_silent, {}) : say(Phrase::it_does, {parts});
  }

  // Everything that is said of ONE action must hold of the same action; this is what fails of the closest.
  std::string differs_in(const domain::Action& action) const {
    if (!expect_.route.empty() && route_word(action) != expect_.route) {
      const Argument route = action.route ? Argument(route_word(action)) : Argument(Phrase::no_route);
      return say(Phrase::expected_route, {expect_.route, route});
    }
    if (!expect_.with.empty() && !contains_folded(action.text, expect_.with))
      return say(Phrase::expected_words, {expect_.with, base::shorten(action.text, 200)});
    const std::string held = held_word(action, calendar_);
    if (expect_.held_until.empty() || held == with_two_digits(expect_.held_until)) return "";
    if (held.empty()) return say(Phrase::expected_hold_not_held, {expect_.held_until});
    return say(Phrase::expected_hold, {expect_.held_until, held});
  }

  const Expectation& expect_;
  const rules::Calendar& calendar_;
  Language language_;
};

// A plain word of YAML, or in single quotes where it would be read as something else.
std::string yaml_word(const std::string& text) {
  const bool plain = text.find(": ") == std::string::npos && text.find(" #") == std::string::npos &&
                     text.find('\n') == std::string::npos && !text.ends_with(":");
  if (plain) return text;
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += '\'';
    out += c == '\n' ? ' ' : c;
  }
  return out + "'";
}

}  // namespace

std::string difference(const Expectation& expect, const Actions& happened, const rules::Calendar& calendar,
                       Language language) {
  const Comparison comparison(expect, calendar, language);
  if (expect.silent) return comparison.of_silence(happened);
  Actions of_rule;
  for (const domain::Action& action : happened) {
    if (expect.rule.empty() || action.rule == expect.rule) of_rule.push_back(action);
  }
  if (happened.empty()) return comparison.say(Phrase::expected_but_silent, {expect.shown});
  if (of_rule.empty()) return comparison.say(Phrase::expected_rule, {expect.rule, happened.front().rule});
  if (std::string missing = comparison.missing_actions(of_rule); !missing.empty()) return missing;
  Actions candidates;
  for (const domain::Action& action : of_rule) {
    if (expect.action.empty() || domain::to_word(action.kind) == expect.action) candidates.push_back(action);
  }
  return comparison.best(candidates);
}

std::string as_expectation(const Actions& happened) {
  if (happened.empty()) return "silent";
  for (const domain::Action& action : happened) {
    if (action.text.empty()) continue;
    const std::string first_line = action.text.substr(0, action.text.find('\n'));
    std::vector<std::string> words = base::split(first_line, ' ');
    words.resize(std::min<std::size_t>(words.size(), 8));
    return yaml_word(std::string(domain::to_word(action.kind)) + " with \"" + base::join(words, " ") + "\"");
  }
  return std::string(domain::to_word(happened.front().kind));
}

}  // namespace rulefile
