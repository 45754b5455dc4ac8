#include <algorithm>

#include "base/text.hpp"
#include "rulefile/cases.hpp"
#include "rules/calendar.hpp"
#include "rules/rule.hpp"

namespace rulefile {
namespace {

using Actions = std::vector<domain::Action>;

std::string quoted(const std::string& text) {
  return "\"" + text + "\"";
}

bool contains_folded(const std::string& text, const std::string& words) {
  return base::fold(text).find(base::fold(words)) != std::string::npos;
}

// What was done, for a person: `reply "The slides …" and save_question`.
std::string described(const Actions& actions) {
  std::vector<std::string> parts;
  for (const domain::Action& action : actions) {
    std::string part(domain::to_word(action.kind));
    if (!action.text.empty()) part += " " + quoted(base::shorten(action.text, 200));
    parts.push_back(std::move(part));
  }
  return parts.empty() ? "it stays silent" : "it does: " + base::join(parts, " and ");
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

// Everything that is said of ONE action must hold of the same action; this is what fails of the closest.
std::string differs_in(const Expectation& expect, const domain::Action& action,
                       const rules::Calendar& calendar) {
  if (!expect.route.empty() && route_word(action) != expect.route) {
    const std::string why = action.route_reason.empty() ? "" : " (" + action.route_reason + ")";
    return "expected the route " + expect.route + ", but it is " + route_word(action) + why;
  }
  if (!expect.with.empty() && !contains_folded(action.text, expect.with)) {
    return "expected the words " + quoted(expect.with) + ", but it says " +
           quoted(base::shorten(action.text, 200));
  }
  if (!expect.held_until.empty() && held_word(action, calendar) != with_two_digits(expect.held_until)) {
    const std::string held = held_word(action, calendar);
    return "expected it to wait until " + expect.held_until + ", but it " +
           (held.empty() ? "is said at once" : "waits until " + held);
  }
  return "";
}

std::string best_difference(const Expectation& expect, const Actions& actions,
                            const rules::Calendar& calendar) {
  std::string first;
  for (const domain::Action& action : actions) {
    const std::string differs = differs_in(expect, action, calendar);
    if (differs.empty()) return "";
    if (first.empty()) first = differs;
  }
  return first;
}

std::string missing_actions(const Expectation& expect, const Actions& happened) {
  std::vector<std::string> wanted = expect.does;
  if (!expect.action.empty()) wanted.push_back(expect.action);
  for (std::string word : wanted) {
    if (word == "reply_with") word = "reply";
    if (word == "post_with") word = "post";
    if (!does(happened, word)) return "expected " + word + ", but " + described(happened);
  }
  return "";
}

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

std::string difference(const Expectation& expect, const Actions& happened, const rules::Calendar& calendar) {
  if (expect.silent) return happened.empty() ? "" : "expected silence, but " + described(happened);
  Actions of_rule;
  for (const domain::Action& action : happened) {
    if (expect.rule.empty() || action.rule == expect.rule) of_rule.push_back(action);
  }
  if (happened.empty()) return "expected " + expect.shown + ", but it stays silent";
  if (of_rule.empty()) {
    return "expected the rule " + quoted(expect.rule) + ", but it was " + quoted(happened.front().rule);
  }
  if (std::string missing = missing_actions(expect, of_rule); !missing.empty()) return missing;
  Actions candidates;
  for (const domain::Action& action : of_rule) {
    if (expect.action.empty() || domain::to_word(action.kind) == expect.action) candidates.push_back(action);
  }
  return best_difference(expect, candidates, calendar);
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
