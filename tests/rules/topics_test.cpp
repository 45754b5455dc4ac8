// What a post asks about, and how sure one may be of it.
#include "domain/content.hpp"
#include "language/reading.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;

TEST(Faq, BelowTheAnswerThresholdTheReplyIsADraftWhateverTheMode) {
  Room room;
  room.source.content.faq = {answer("slides", "The slides are at {{course.site}}/slides")};
  room.source.templates["faq"][""] = {"Hi {{name}}! {{answer}}"};
  room.add(rule("point-to-faq", {asks_about_faq()}, {reply_with("faq")}));
  const struct {
    double score;
    const char* does;
    const char* route;
  } table[] = {{0.9, "point-to-faq:reply", "reply"},
               {0.75, "point-to-faq:reply", "reply"},
               {0.74, "point-to-faq:reply", "draft"},
               {0.45, "point-to-faq:reply", "draft"},
               {0.44, "", ""}};
  for (const auto& row : table) {
    room.reading.faq = {{0, row.score}};
    const Decision decision = room.decide();
    EXPECT_EQ(done(decision), row.does) << row.score;
    if (decision.actions.empty()) continue;
    EXPECT_EQ(route(decision.actions[0]), row.route) << row.score;
    EXPECT_EQ(decision.actions[0].text, "Hi Ana! The slides are at https://example.org/course/slides");
  }
  EXPECT_EQ(reason(room.decide(), "point-to-faq"),
            "asks_about: faq - no answer fits well enough (closest: slides, 0.44)");
}

TEST(Faq, TwoEntriesClearlyAskedGiveOneReplyThatHoldsBoth) {
  Room room;
  room.source.content.faq = {answer("slides", "Slides here."), answer("dates", "Dates there.")};
  room.source.templates["faq"][""] = {"{{answer}}"};
  room.add(rule("point-to-faq", {asks_about_faq()}, {reply_with("faq")}));
  room.reading.faq = {{0, 0.9}, {1, 0.8}};
  room.reading.faq_asked = {0, 1};
  const Decision decision = room.decide();
  EXPECT_EQ(decision.actions.at(0).text, "Slides here.\n\nDates there.");
  EXPECT_EQ(route(decision.actions.at(0)), "reply");
  EXPECT_EQ(reason(decision, "point-to-faq"), "asks_about: faq - it asks about slides and dates (0.90)");
  ASSERT_EQ(decision.trace.faq.size(), 2u);
  EXPECT_EQ(decision.trace.faq[1].id, "dates");
}

TEST(Faq, TwoAnswersThatDoNotFitBecomeADraftWithBoth) {
  Room room;
  room.source.content.faq = {answer("slides", std::string(300, 's')), answer("dates", std::string(300, 'd'))};
  room.source.templates["faq"][""] = {"{{answer}}"};
  room.add(rule("point-to-faq", {asks_about_faq()}, {reply_with("faq")}));
  room.reading.faq = {{0, 0.9}, {1, 0.8}};
  room.reading.faq_asked = {0, 1};
  const Decision decision = room.decide();
  EXPECT_EQ(decision.actions.at(0).text.size(), 602u);
  EXPECT_EQ(route(decision.actions.at(0)), "draft");
  EXPECT_EQ(decision.actions.at(0).route_reason, "it is too long for one post; a human shortens it");
}

TEST(Faq, OneEntryOnly) {
  Room room;
  room.source.content.faq = {answer("slides", "Slides."), answer("dates", "Dates.")};
  room.source.templates["faq"][""] = {"{{answer}}"};
  room.add(rule("dates only",
                {line("asks_about", "faq: dates", rules::AsksAbout{rules::Topic::faq, "dates"})},
                {reply_with("faq")}));
  room.reading.faq = {{0, 0.9}, {1, 0.5}};
  EXPECT_EQ(done(room.decide()), "") << "another entry is asked";
  room.reading.faq_asked = {0, 1};
  EXPECT_EQ(room.decide().actions.at(0).text, "Dates.");
}

TEST(Faq, OfAListOfEntriesTheOneThatIsAskedIsGiven) {
  Room room;
  room.source.content.faq = {answer("slides", "Slides."), answer("dates", "Dates.")};
  room.source.templates["faq"][""] = {"{{answer}}"};
  rules::AsksAbout either{rules::Topic::faq, "slides"};
  either.or_else = {{rules::Topic::faq, "dates"}, {rules::Topic::glossary, ""}};
  room.add(
      rule("two", {line("asks_about", "[faq: slides, faq: dates, glossary]", either)}, {reply_with("faq")}));
  room.reading.faq = {{0, 0.9}};
  EXPECT_EQ(room.decide().actions.at(0).text, "Slides.");
  room.reading.faq = {{1, 0.9}};
  EXPECT_EQ(room.decide().actions.at(0).text, "Dates.");
  room.reading.faq = {{0, 0.2}};
  EXPECT_EQ(
      reason(room.decide(), "two"),
      "asks_about: [faq: slides, faq: dates, glossary] - no answer fits well enough (closest: slides, 0.20)");
}

}  // namespace
