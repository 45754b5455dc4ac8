// A small course to ask rules in. Readings are made by hand, so that these tests hold whatever the reader
// understands.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "language/reading.hpp"
#include "rules/decide.hpp"
#include "rules/ruleset.hpp"

namespace room {

using base::Instant;
using domain::Action;
using domain::ActionKind;
using domain::Consent;
using domain::Decision;
using domain::Facts;
using domain::Mode;
using domain::NetworkKind;
using domain::Post;
using domain::Role;
using domain::Route;
using domain::Verdict;
using std::chrono::hours;
using std::chrono::minutes;

// Tuesday 2026-03-03, course time is UTC unless a test says otherwise.
inline Instant at(const std::string& rfc3339) {
  return base::parse_rfc3339(rfc3339).value();
}
inline const Instant noon = at("2026-03-03T12:00:00Z");

inline rules::Condition line(std::string key, std::string shown, rules::Test test) {
  return {std::move(key), std::move(shown), std::move(test)};
}
inline rules::Condition asks_question() {
  return line("asks_question", "yes", rules::AsksQuestion{});
}
inline rules::Condition introduces_self() {
  return line("introduces_self", "yes", rules::IntroducesSelf{});
}
inline rules::Condition asks_about_faq() {
  return line("asks_about", "faq", rules::AsksAbout{});
}
inline rules::Condition answered_by_anyone() {
  return line("answered_by", "anyone", rules::AnsweredBy{{rules::AnsweredBy::Who::anyone}});
}
inline rules::Condition says(const std::string& phrase) {
  return line("says", phrase, rules::Says{{phrase}, false});
}

inline rules::Step reply(std::string text) {
  rules::Step step;
  step.wording[""] = {std::move(text)};
  return step;
}
inline rules::Step own_post(std::string text) {
  rules::Step step = reply(std::move(text));
  step.kind = ActionKind::post;
  return step;
}
inline rules::Step reply_with(std::string template_name) {
  rules::Step step;
  step.template_name = std::move(template_name);
  return step;
}
inline rules::Step does(ActionKind kind, std::string target = "") {
  rules::Step step;
  step.kind = kind;
  step.target = std::move(target);
  return step;
}
inline rules::Step tell(std::string whom) {
  return does(ActionKind::tell_facilitators, std::move(whom));
}

inline rules::Rule rule(std::string name, std::vector<rules::Condition> when, std::vector<rules::Step> then) {
  rules::Rule made;
  made.name = std::move(name);
  made.mode = Mode::automatic;
  made.when = std::move(when);
  made.then = std::move(then);
  return made;
}
inline rules::Rule waiting(rules::Rule made, minutes length) {
  made.wait = rules::Delay{length, false, std::to_string(length.count()) + " minutes"};
  return made;
}
inline rules::Rule in_mode(rules::Rule made, Mode mode) {
  made.mode = mode;
  return made;
}

inline domain::FaqEntry answer(std::string id, std::string text) {
  domain::FaqEntry entry;
  entry.id = std::move(id);
  entry.asks = {"Where is " + entry.id + "?"};
  entry.answer[""] = std::move(text);
  return entry;
}

struct Room {
  rules::RulesetSource source;
  Post post;
  Facts facts;
  language::Reading reading;
  Instant now = noon;

  Room() {
    source.course.cohort = "spring";
    source.course.name = "Spring course";
    source.course.site = "https://example.org/course";
    source.course.contact = "@dana";
    source.course.hashtags = {"flockcourse"};
    source.course.languages = {"en", "fr"};
    post.id = "1";
    post.thread = "1";
    post.author = {"a1", "ana", "Ana", false, false, false};
    post.text = "Where are the slides? #flockcourse";
    post.created_at = noon;
    facts.first_post_at = noon;
    facts.replies = std::vector<domain::ReplyFact>{};
    reading.language = {"en", 1.0};
    reading.question = {true, 0.9};
  }

  void add(rules::Rule made) { source.rules.push_back(std::move(made)); }
  std::shared_ptr<const rules::Ruleset> ruleset() const {
    auto compiled = rules::Ruleset::compile(source, now);
    EXPECT_TRUE(compiled.ok()) << (compiled.ok() ? "" : compiled.error().message);
    return compiled.ok() ? *compiled : nullptr;
  }
  Decision decide() const { return rules::decide(*ruleset(), post, reading, facts, now); }
};

inline const domain::TraceLine* line_of(const Decision& decision, const std::string& rule) {
  for (const domain::TraceLine& one : decision.trace.lines) {
    if (one.rule == rule) return &one;
  }
  return nullptr;
}
inline Verdict verdict(const Decision& decision, const std::string& rule) {
  const auto* found = line_of(decision, rule);
  EXPECT_NE(found, nullptr) << rule << " has no line";
  return found == nullptr ? Verdict::no : found->verdict;
}
inline std::string reason(const Decision& decision, const std::string& rule) {
  const auto* found = line_of(decision, rule);
  return found == nullptr ? "(no line)" : found->reason;
}
// "welcome:reply, keep:save_question": what is done, in order.
inline std::string done(const Decision& decision) {
  std::string all;
  for (const Action& action : decision.actions) {
    all += (all.empty() ? "" : ", ") + action.rule + ":" + std::string(to_word(action.kind));
  }
  return all;
}
inline std::string route(const Action& action) {
  return action.route ? std::string(to_word(*action.route)) : "none";
}

}  // namespace room
