// What is read of a post before it is decided about: no more than its candidates look at, and never so little
// that the decision would be another.
#include "rules/looks.hpp"

#include "rules/rule.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;
using language::Aspects;
using rules::AsksAbout;
using rules::Topic;

std::string looks_of(const rules::Rule& rule) {
  Aspects aspects;
  rules::add_looks_of(rule, aspects);
  std::string all;
  const auto add = [&all](bool is, const char* name) {
    if (is) all += (all.empty() ? "" : " ") + std::string(name);
  };
  add(aspects.lengths, "lengths");
  add(aspects.language, "language");
  add(aspects.question, "question");
  add(aspects.introduction, "introduction");
  add(aspects.glossary, "glossary");
  add(aspects.faq, "faq");
  return all;
}

TEST(Looks, AtWhatItsConditionsAskFor) {
  const AsksAbout faq_or_glossary{Topic::faq, "", {AsksAbout{Topic::glossary, ""}}};
  const struct {
    rules::Test test;
    const char* looks_at;
  } table[] = {
      {rules::InLanguage{{"fr"}}, "language"},
      {rules::AsksQuestion{}, "question"},
      {rules::AsksQuestion{false}, "question"},
      {rules::IntroducesSelf{}, "introduction"},
      {AsksAbout{Topic::faq, "slides"}, "faq"},
      {AsksAbout{Topic::glossary, ""}, "glossary"},
      {faq_or_glossary, "glossary faq"},
      {AsksAbout{Topic::chats, ""}, ""},
      {rules::Says{{"slides"}, false}, ""},
      {rules::Matches{"week"}, ""},
      {rules::HasHashtag{{"intro"}}, ""},
      {rules::Has{{rules::Feature::link}}, ""},
      {rules::From{{rules::From::Who::newcomer}}, ""},
  };
  for (const auto& row : table) {
    rules::Rule made = rule("r", {line("key", "shown", row.test)}, {does(ActionKind::label, "seen")});
    EXPECT_EQ(looks_of(made), row.looks_at);
    std::swap(made.when, made.unless);
    EXPECT_EQ(looks_of(made), row.looks_at) << "in unless";
  }
}

TEST(Looks, AtTheLanguageToSaySomethingIn) {
  EXPECT_EQ(looks_of(rule("r", {}, {reply("Hi")})), "language");
  EXPECT_EQ(looks_of(rule("r", {}, {own_post("Hi")})), "language");
  EXPECT_EQ(looks_of(rule("r", {}, {tell("duty"), does(ActionKind::save_question)})), "");
}

// A rule for each aspect, each asked only where the post says "please".
std::vector<rules::Rule> rules_for_everything() {
  rules::Step greeting;
  greeting.wording = {{"en", {"Welcome!"}}, {"fr", {"Bienvenue !"}}};
  const auto please = says("please");
  const auto seen = does(ActionKind::label, "seen");
  return {rule("french", {please, line("language", "fr", rules::InLanguage{{"fr"}})}, {seen}),
          rule("asks", {please, asks_question()}, {seen}),
          rule("tells", {please, line("asks_question", "no", rules::AsksQuestion{false})}, {seen}),
          rule("newcomer", {please, introduces_self()}, {seen, greeting}),
          rule("term", {please, line("asks_about", "glossary", AsksAbout{Topic::glossary, ""})}, {seen}),
          rule("entry", {please, asks_about_faq()}, {seen}),
          rule("greets", {please}, {greeting})};
}

Room course_with(std::vector<rules::Rule> rules) {
  Room room;
  room.source.rules = std::move(rules);
  room.source.content.glossary = {{"Retweet", {"RT"}, {}, {{"en", "Passing a post on."}}}};
  room.source.templates["consent-stop"] = {{"en", {"I am silent."}}, {"fr", {"Je me tais."}}};
  return room;
}

constexpr const char* posts[] = {"Please, where is slides? #flockcourse",
                                 "Where is slides? #flockcourse",
                                 "please what is a RT? #flockcourse",
                                 "Hi please, I'm Ana, a nurse from Halifax! #flockcourse",
                                 "Bonjour, please, où sont les diapos ? #flockcourse",
                                 "Lovely weather, please #flockcourse",
                                 "please, I want to kill myself #flockcourse",
                                 "@flockmate stop",
                                 "@flockmate arrête"};

// Everything that a decision tells, in one text.
std::string told(const Decision& decision) {
  std::string all = decision.trace.summary + "\n" + decision.trace.winner + "\n";
  for (const auto& line : decision.trace.lines) {
    all += line.rule + " " + std::string(to_word(line.verdict)) + " " + line.reason +
           (line.near_miss ? " (near)\n" : "\n");
  }
  for (const auto& action : decision.actions) {
    all += action.rule + " " + std::string(to_word(action.kind)) + " " + route(action) + " " +
           action.language + " " + action.text + "\n";
  }
  for (const auto& entry : decision.trace.faq) all += entry.id + " " + std::to_string(entry.score) + "\n";
  return all + decision.urgent_kind + (decision.consent ? " consent" : "");
}

TEST(ReadToDecide, DecidesAsTheWholeReadingDoes) {
  std::vector<std::vector<rules::Rule>> courses{rules_for_everything(), {}};
  for (const auto& alone : rules_for_everything()) courses.push_back({alone});
  for (const bool with_answers : {false, true}) {
    for (const auto& course : courses) {
      Room room = course_with(course);
      if (with_answers) room.source.content.faq = {answer("slides", "On the site.")};
      const auto ruleset = room.ruleset();
      for (const char* text : posts) {
        room.post.text = text;
        const bool addressed = room.post.text.starts_with("@");
        room.facts.addressed = addressed;
        const auto whole = rules::read(*ruleset, room.post, addressed);
        const auto part = rules::read_to_decide(*ruleset, room.post, addressed);
        EXPECT_EQ(told(rules::decide(*ruleset, room.post, part, room.facts, noon)),
                  told(rules::decide(*ruleset, room.post, whole, room.facts, noon)))
            << text;
      }
    }
  }
}

TEST(ReadToDecide, LeavesOutWhatNoCandidateLooksAt) {
  Room room = course_with(rules_for_everything());
  const auto ruleset = room.ruleset();
  room.post.text = "Bonjour, où sont les diapos ? #flockcourse";
  const auto unasked = rules::read_to_decide(*ruleset, room.post, false);
  EXPECT_EQ(unasked.language.code, "und");
  EXPECT_EQ(unasked.question.score, 0);
  EXPECT_EQ(unasked.lengths.bytes, 0);
  EXPECT_EQ(unasked.hashtags, std::vector<std::string>{"flockcourse"});
  room.post.text = "Please, où sont les diapos du cours ? #flockcourse";
  const auto asked = rules::read_to_decide(*ruleset, room.post, false);
  EXPECT_EQ(asked.language.code, "fr");
  EXPECT_TRUE(asked.question.is);
  EXPECT_EQ(asked.lengths.bytes, 0);
}

}  // namespace
