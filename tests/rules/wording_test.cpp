#include "rules/wording.hpp"

#include <set>

#include "language/reading.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;

std::string said(const Room& room) {
  const Decision decision = room.decide();
  return decision.actions.empty() ? "(nothing)" : decision.actions.front().text;
}

Room saying(const std::string& text) {
  Room room;
  room.add(rule("say", {}, {reply(text)}));
  return room;
}

TEST(Placeholders, AreFilled) {
  const struct {
    const char* wording;
    const char* text;
  } table[] = {
      {"Hi {{name}}!", "Hi Ana!"},
      {"Hi {{handle}}!", "Hi ana!"},
      {"You asked: {{question}}", "You asked: Where are the slides? flockcourse"},
      {"Ask {{contact}}.", "Ask @dana."},
      {"{{course.name}}: {{course.site}}", "Spring course: https://example.org/course"},
      {"See {{post.link}}", "See https://social.example/1"},
      {"{{#name}}Dear {{name}}{{/name}}", "Dear Ana"},
      {"It's \"quoted\" & <plain>", "It's \"quoted\" & <plain>"},
      {"  spaces around  ", "spaces around"},
      {"nothing {{unknown}} here", "nothing  here"},
  };
  for (const auto& row : table) {
    Room room = saying(row.wording);
    room.post.url = "https://social.example/1";
    EXPECT_EQ(said(room), row.text);
  }
}

TEST(Placeholders, WhatLearnersWroteIsDefanged) {
  Room room = saying("Hi {{name}} ({{handle}}): {{question}}");
  room.post.author.name = "@everyone {{contact}} https://evil.example";
  room.post.author.handle = "eve@evil.example";
  room.post.text = "@boss #spam {{course.site}}";
  EXPECT_EQ(said(room), "Hi everyone contact https evil example (eve): boss spam course site");
}

TEST(Placeholders, ALinkThatIsNoneIsLeftOut) {
  for (const char* url :
       {"javascript:alert(1)", "http://plain.example", "https://a b", "https://a/{{name}}"}) {
    Room room = saying("Link: {{post.link}}");
    room.post.url = url;
    EXPECT_EQ(said(room), "Link:") << url;
  }
}

TEST(Placeholders, AHandleIsTheNamePeopleUse) {
  const struct {
    NetworkKind network;
    const char* handle;
    const char* shown;
  } table[] = {{NetworkKind::mastodon, "ana@social.example", "ana"},
               {NetworkKind::mastodon, "ana.b", "ana b"},
               {NetworkKind::bluesky, "ana.bsky.social", "ana"},
               {NetworkKind::x, "@ana_x", "ana_x"}};
  for (const auto& row : table) {
    Room room = saying("{{handle}}");
    room.post.network = row.network;
    room.post.author.handle = row.handle;
    EXPECT_EQ(said(room), row.shown);
  }
}

TEST(Placeholders, WithoutANameTheHandleStepsIn) {
  Room room = saying("Hi {{name}}");
  room.post.author.name = "@#@";
  EXPECT_EQ(said(room), "Hi ana");
}

TEST(Placeholders, AnswersAreRenderedFirstThenInsertedAsTheyAre) {
  Room room;
  room.source.content.faq = {answer("slides", "{{course.name}} keeps #slides at {{course.site}}, {{name}}")};
  room.source.templates["faq"][""] = {"{{name}}: {{answer}}"};
  room.add(rule("faq", {asks_about_faq()}, {reply_with("faq")}));
  room.reading.faq = {{0, 0.9}};
  room.post.author.name = "{{answer}}";
  EXPECT_EQ(said(room), "answer: Spring course keeps #slides at https://example.org/course, answer");
}

TEST(Placeholders, ATermIsCalledAsOnTheNetwork) {
  Room room;
  domain::GlossaryTerm term;
  term.term = "Retweet";
  term.called = {{NetworkKind::mastodon, "Boost"}, {NetworkKind::bluesky, "Repost"}};
  term.means = {{"en", "Passing a post on in {{course.name}}."}, {"fr", "Faire suivre un message."}};
  room.source.content.glossary = {term};
  room.source.templates["glossary"] = {{"en", {"{{term}}: {{definition}}"}},
                                       {"fr", {"{{term}} : {{definition}}"}}};
  room.add(rule("explain", {line("asks_about", "glossary", rules::AsksAbout{rules::Topic::glossary, ""})},
                {reply_with("glossary")}));
  room.reading.glossary = language::GlossaryRequest{0, "retweet", 0.9};
  room.facts.addressed = true;
  EXPECT_EQ(said(room), "Retweet: Passing a post on in Spring course.");
  room.post.network = NetworkKind::mastodon;
  EXPECT_EQ(said(room), "Boost: Passing a post on in Spring course.");
  room.post.network = NetworkKind::bluesky;
  room.reading.language = {"fr", 1.0};
  EXPECT_EQ(said(room), "Repost : Faire suivre un message.");
}

TEST(Language, ThePostsIfTheCourseListsItAndAWordingExistsElseTheCoursesFirst) {
  const struct {
    const char* post;
    std::vector<std::string> course;
    rules::Variants wording;
    const char* said;
    const char* language;
  } table[] = {
      {"fr", {"en", "fr"}, {{"en", {"Hello"}}, {"fr", {"Bonjour"}}}, "Bonjour", "fr"},
      {"en", {"en", "fr"}, {{"en", {"Hello"}}, {"fr", {"Bonjour"}}}, "Hello", "en"},
      {"de", {"en", "fr"}, {{"en", {"Hello"}}, {"fr", {"Bonjour"}}}, "Hello", "en"},
      {"und", {"fr", "en"}, {{"en", {"Hello"}}, {"fr", {"Bonjour"}}}, "Bonjour", "fr"},
      {"fr", {"en"}, {{"en", {"Hello"}}, {"fr", {"Bonjour"}}}, "Hello", "en"},
      {"fr", {"en", "fr"}, {{"en", {"Hello"}}}, "Hello", "en"},
      {"fr", {"en", "fr"}, {{"", {"Plain"}}}, "Plain", "en"},
      {"fr", {"en", "fr"}, {{"", {"Plain"}}, {"fr", {"Bonjour"}}}, "Bonjour", "fr"},
      {"fr-CA", {"en", "fr"}, {{"en", {"Hello"}}, {"fr", {"Bonjour"}}}, "Bonjour", "fr"},
      {"fr", {"en", "fr-CA"}, {{"en", {"Hello"}}, {"fr-CA", {"Allo"}}}, "Allo", "fr-CA"},
  };
  for (const auto& row : table) {
    Room room;
    room.source.course.languages = row.course;
    room.reading.language = {row.post, 1.0};
    rules::Step step;
    step.wording = row.wording;
    room.add(rule("greet", {}, {step}));
    EXPECT_EQ(said(room), row.said) << row.post;
    EXPECT_EQ(room.decide().actions.at(0).language, row.language) << row.post;
  }
}

TEST(Language, AnAnswerThatIsNotTranslatedComesInTheCoursesFirstWholly) {
  Room room;
  room.source.content.faq = {answer("slides", "English only.")};
  room.source.templates["faq"] = {{"en", {"Here: {{answer}}"}}, {"fr", {"Voici : {{answer}}"}}};
  room.add(rule("faq", {asks_about_faq()}, {reply_with("faq")}));
  room.reading.faq = {{0, 0.9}};
  room.reading.language = {"fr", 1.0};
  EXPECT_EQ(said(room), "Here: English only.");
}

Room with_variants(std::vector<std::string> variants) {
  Room room = saying("");
  room.source.rules[0].then[0].wording[""] = std::move(variants);
  return room;
}

TEST(Variants, TheFirstUnusedOneIsTaken) {
  Room room = with_variants({"One", "Two", "Three"});
  std::set<std::string> heard;
  for (int i = 0; i < 3; ++i) {
    const std::string text = said(room);
    EXPECT_EQ(route(room.decide().actions.at(0)), "reply");
    EXPECT_TRUE(heard.insert(text).second) << "never the same text twice";
    room.facts.said_here.push_back(rules::text_hash(text));
  }
  EXPECT_EQ(route(room.decide().actions.at(0)), "draft") << "none is left";
  EXPECT_EQ(room.decide().actions.at(0).route_reason,
            "this was said here within the last 24 hours; a human decides");
}

TEST(Variants, TheHashIsOfTheFoldedText) {
  EXPECT_EQ(rules::text_hash("Où est Ana ?"), rules::text_hash("ou est  ana ?"));
  EXPECT_NE(rules::text_hash("One"), rules::text_hash("Two"));
}

TEST(Variants, TheWholeAccountCountsOnlyWhereTheNetworkRefusesDuplicates) {
  Room room = with_variants({"One"});
  room.facts.addressed = true;
  room.facts.said_by_account = {rules::text_hash("One")};
  EXPECT_EQ(route(room.decide().actions.at(0)), "reply");
  room.post.network = NetworkKind::x;
  EXPECT_EQ(route(room.decide().actions.at(0)), "draft");
}

TEST(Variants, DifferFromPostToPostAndNeverFromRunToRun) {
  Room room = with_variants({"A", "B", "C", "D"});
  std::string chosen;
  for (int i = 1; i <= 12; ++i) {
    room.post.id = std::to_string(i);
    chosen += said(room);
  }
  EXPECT_EQ(chosen, "CACDBBACABAA") << "the same on every machine";
}

TEST(Length, AReplyThatDoesNotFitIsADraft) {
  const struct {
    NetworkKind network;
    std::size_t fits;
  } table[] = {{NetworkKind::practice, 495},
               {NetworkKind::mastodon, 495},
               {NetworkKind::bluesky, 300},
               {NetworkKind::x, 280}};
  for (const auto& row : table) {
    for (const std::size_t more : {0u, 1u}) {
      Room room = saying(std::string(row.fits + more, 'a'));
      room.post.network = row.network;
      room.facts.addressed = true;
      EXPECT_EQ(route(room.decide().actions.at(0)), more == 0 ? "reply" : "draft") << to_word(row.network);
    }
  }
}

}  // namespace
