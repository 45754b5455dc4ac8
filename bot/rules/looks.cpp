#include "rules/looks.hpp"

#include "language/reading.hpp"
#include "rules/rule.hpp"
#include "rules/ruleset.hpp"

namespace rules {
namespace {

// One overload for each test and none for all others: whoever adds a test has to say what it looks at.
struct Look {
  language::Aspects& at;

  void operator()(const InLanguage& /*test*/) const { at.language = true; }
  void operator()(const AsksQuestion& /*test*/) const { at.question = true; }
  void operator()(const IntroducesSelf& /*test*/) const { at.introduction = true; }
  void operator()(const AsksAbout& asks) const {
    at.faq = at.faq || asks.topic == Topic::faq;
    at.glossary = at.glossary || asks.topic == Topic::glossary;
    for (const AsksAbout& other : asks.or_else) (*this)(other);
  }
  // Words, entities, facts and the calendar.
  void operator()(const Says& /*test*/) const {}
  void operator()(const Matches& /*test*/) const {}
  void operator()(const HasHashtag& /*test*/) const {}
  void operator()(const Has& /*test*/) const {}
  void operator()(const MentionsBot& /*test*/) const {}
  void operator()(const AnswersPrompt& /*test*/) const {}
  void operator()(const Answers& /*test*/) const {}
  void operator()(const AnsweredBy& /*test*/) const {}
  void operator()(const From& /*test*/) const {}
  void operator()(const PostsSoFar& /*test*/) const {}
  void operator()(const During& /*test*/) const {}
  void operator()(const Between& /*test*/) const {}
  void operator()(const HasLabel& /*test*/) const {}
};

}  // namespace

void add_looks_of(const Rule& rule, language::Aspects& aspects) {
  for (const auto* lines : {&rule.when, &rule.unless}) {
    for (const Condition& line : *lines) std::visit(Look{aspects}, line.test);
  }
  aspects.language = aspects.language || rule.speaks();
}

language::Aspects wanted_of(const Ruleset& ruleset, const language::Reading& words) {
  language::Aspects wanted;
  wanted.faq = !ruleset.content().faq.empty();  // a trace names the nearest entries, whoever asks
  wanted.language = words.command != language::Command::none;  // which is confirmed
  for (const std::uint32_t place : ruleset.candidates(words)) add_looks_of(ruleset.rules()[place], wanted);
  return wanted;
}

}  // namespace rules
