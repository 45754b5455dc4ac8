// Every condition: when it holds, when it does not, when nobody knows, and the sentence that says so.
#include "rules/finding.hpp"

#include "language/reading.hpp"
#include "rules/ruleset.hpp"
#include "tests/rules/room.hpp"

namespace {

using namespace room;
using rules::Finding;
using rules::Test;

Finding find(const Room& room, const Test& test, const std::vector<std::uint32_t>& ids = {}) {
  const auto ruleset = room.ruleset();
  const rules::Situation situation{*ruleset, &room.post,        &room.reading, room.facts,
                                   room.now, room.post.network, "1",           false};
  return rules::find_out(situation, test, ids);
}

void expect(const Finding& finding, Verdict verdict, const std::string& why) {
  EXPECT_EQ(to_word(finding.verdict), to_word(verdict)) << why;
  EXPECT_EQ(finding.why, why);
}

TEST(Condition, Says) {
  Room room;
  room.reading.phrases = {3, 7};
  expect(find(room, rules::Says{{"slides", "slide deck"}, false}, {2, 7}), Verdict::yes,
         "it says \"slide deck\"");
  expect(find(room, rules::Says{{"slides", "slide deck"}, false}, {2, 8}), Verdict::no,
         "its words are not in the post");
  expect(find(room, rules::Says{{"slides", "today"}, true}, {3, 7}), Verdict::yes, "it says all of it");
  expect(find(room, rules::Says{{"slides", "today"}, true}, {3, 8}), Verdict::no,
         "it does not say \"today\"");
}

TEST(Condition, Matches) {
  Room room;
  room.reading.patterns = {0};
  expect(find(room, rules::Matches{"week \\d+"}, {0}), Verdict::yes, "the pattern is in the post");
  expect(find(room, rules::Matches{"week \\d+"}, {1}), Verdict::no, "the pattern is not in the post");
}

TEST(Condition, HashtagFoldsSpellings) {
  Room room;
  room.reading.hashtags = {"flockcourse", "presentation"};
  expect(find(room, rules::HasHashtag{{"intro", "Présentation"}}), Verdict::yes, "it carries #Présentation");
  expect(find(room, rules::HasHashtag{{"intro"}}), Verdict::no, "the hashtag is not in the post");
}

TEST(Condition, Language) {
  Room room;
  expect(find(room, rules::InLanguage{{"fr", "en"}}), Verdict::yes, "it is written in \"en\"");
  expect(find(room, rules::InLanguage{{"fr"}}), Verdict::no, "it is written in \"en\"");
  room.reading.language = {};
  expect(find(room, rules::InLanguage{{"fr"}}), Verdict::unknown, "its language could not be told");
}

TEST(Condition, Has) {
  using rules::Feature;
  Room room;
  const std::vector<Feature> all{Feature::link, Feature::image, Feature::poll, Feature::mention};
  expect(find(room, rules::Has{all}), Verdict::no, "there is none in the post");
  room.post.links = {"https://a.example"};
  expect(find(room, rules::Has{all}), Verdict::yes, "there is a link");
  room.post.links.clear();
  room.reading.entities.urls = {{"https://a.example", {}}};
  expect(find(room, rules::Has{{Feature::link}}), Verdict::yes, "there is a link");
  room.post.has_image = true;
  expect(find(room, rules::Has{{Feature::image}}), Verdict::yes, "there is an image");
  room.post.has_poll = true;
  expect(find(room, rules::Has{{Feature::poll}}), Verdict::yes, "there is a poll");
  room.post.mentions = {"b2"};
  expect(find(room, rules::Has{{Feature::mention}}), Verdict::yes, "somebody is mentioned");
}

TEST(Condition, YesAndNo) {
  Room room;
  expect(find(room, rules::AsksQuestion{true}), Verdict::yes, "it asks something");
  expect(find(room, rules::AsksQuestion{false}), Verdict::no, "it asks something");
  expect(find(room, rules::IntroducesSelf{true}), Verdict::no, "nobody introduces themselves");
  expect(find(room, rules::IntroducesSelf{false}), Verdict::yes, "nobody introduces themselves");
  expect(find(room, rules::AnswersPrompt{true}), Verdict::no, "there are no tweetchats with prompts yet");
  expect(find(room, rules::AnswersPrompt{false}), Verdict::yes, "there are no tweetchats with prompts yet");
  expect(find(room, rules::MentionsBot{true}), Verdict::no, "it does not mention the bot");
  room.facts.addressed = true;
  expect(find(room, rules::MentionsBot{true}), Verdict::yes, "it mentions the bot");
  room.facts.only_answers_bot = true;
  expect(find(room, rules::MentionsBot{true}), Verdict::no, "it does not mention the bot");
}

TEST(Condition, AsksAbout) {
  using rules::AsksAbout;
  using rules::Topic;
  Room room;
  expect(find(room, AsksAbout{Topic::faq, ""}), Verdict::no, "there are no answers to choose from");
  expect(find(room, AsksAbout{Topic::chats, ""}), Verdict::no, "there are no chats yet");
  expect(find(room, AsksAbout{Topic::glossary, ""}), Verdict::no, "it does not ask what a word means");
  domain::GlossaryTerm hashtag;
  hashtag.term = "Hashtag";
  domain::GlossaryTerm like;
  like.term = "Like";
  room.source.content.glossary = {hashtag, like};
  room.reading.glossary = language::GlossaryRequest{std::nullopt, "secret words", 0.8};
  expect(find(room, AsksAbout{Topic::glossary, ""}), Verdict::no,
         "it asks for a word that the glossary does not have");
  room.reading.glossary = language::GlossaryRequest{1, "like", 0.8};
  expect(find(room, AsksAbout{Topic::glossary, ""}), Verdict::yes, "it asks what \"Like\" means");
  expect(find(room, AsksAbout{Topic::glossary, "like"}), Verdict::yes, "it asks what \"Like\" means");
  expect(find(room, AsksAbout{Topic::glossary, "Hashtag"}), Verdict::no, "it asks for another word");
}

TEST(Condition, Answers) {
  using What = rules::Answers::What;
  const rules::Answers nobody{{What::nobody}};
  const rules::Answers people{{What::learner, What::facilitator, What::guest, What::bot}};
  Room room;
  expect(find(room, nobody), Verdict::yes, "it answers nobody");
  expect(find(room, people), Verdict::no, "it answers nobody");
  const struct {
    Role role;
    What what;
    const char* why;
  } table[] = {{Role::learner, What::learner, "it answers a learner"},
               {Role::facilitator, What::facilitator, "it answers a facilitator"},
               {Role::guest, What::guest, "it answers a guest"},
               {Role::bot, What::bot, "it answers the bot"}};
  for (const auto& row : table) {
    room.facts.replies_to = row.role;
    expect(find(room, rules::Answers{{row.what}}), Verdict::yes, row.why);
    expect(find(room, nobody), Verdict::no, row.why);
  }
  room.facts.replies_to.reset();
  room.facts.replies_to_unknown = true;
  expect(find(room, nobody), Verdict::unknown, "the post it answers has never been seen");
}

TEST(Condition, AnsweredBy) {
  using Who = rules::AnsweredBy::Who;
  const struct {
    domain::ReplyFact reply;
    bool anyone, learner, facilitator;
    const char* why;
  } table[] = {
      {{Role::learner, false, false}, true, true, false, "a learner has answered"},
      {{Role::facilitator, false, false}, true, false, true, "a facilitator has answered"},
      {{Role::guest, false, false}, true, false, false, "a guest has answered"},
      {{Role::bot, false, false}, false, false, false, "nobody has answered"},
      {{Role::bot, false, true}, false, false, false, "nobody has answered"},
      {{Role::learner, true, false}, false, false, false, "nobody has answered"},
      {{Role::learner, true, true}, true, false, false, "its author says that it is solved"},
  };
  const auto verdict = [](bool holds) { return holds ? Verdict::yes : Verdict::no; };
  for (const auto& row : table) {
    Room room;
    room.facts.replies = {row.reply};
    expect(find(room, rules::AnsweredBy{{Who::anyone}}), verdict(row.anyone), row.why);
    expect(find(room, rules::AnsweredBy{{Who::nobody}}), verdict(!row.anyone), row.why);
    expect(find(room, rules::AnsweredBy{{Who::learner}}), verdict(row.learner), row.why);
    expect(find(room, rules::AnsweredBy{{Who::facilitator}}), verdict(row.facilitator), row.why);
    expect(find(room, rules::AnsweredBy{{Who::learner, Who::facilitator}}),
           verdict(row.learner || row.facilitator), row.why);
  }
  Room room;
  room.facts.replies.reset();
  for (const Who who : {Who::anyone, Who::nobody}) {
    expect(find(room, rules::AnsweredBy{{who}}), Verdict::unknown, "the conversation could not be read");
  }
}

TEST(Condition, From) {
  using Who = rules::From::Who;
  Room room;
  expect(find(room, rules::From{{Who::anyone}}), Verdict::yes, "anyone will do");
  expect(find(room, rules::From{{Who::learner}}), Verdict::yes, "a learner wrote it");
  expect(find(room, rules::From{{Who::newcomer}}), Verdict::yes, "a newcomer wrote it");
  expect(find(room, rules::From{{Who::facilitator, Who::guest}}), Verdict::no, "a newcomer wrote it");
  room.facts.consent = Consent::joined;
  expect(find(room, rules::From{{Who::joined}}), Verdict::yes, "its author has joined");
  expect(find(room, rules::From{{Who::guest}}), Verdict::no, "a learner who has joined wrote it");
  room.facts.role = Role::facilitator;
  expect(find(room, rules::From{{Who::facilitator}}), Verdict::yes, "a facilitator wrote it");
  expect(find(room, rules::From{{Who::learner, Who::newcomer}}), Verdict::no, "a facilitator wrote it");
  room.facts.role = Role::guest;
  expect(find(room, rules::From{{Who::guest}}), Verdict::yes, "a guest wrote it");
}

TEST(Condition, ANewcomersFirstPostIsThisOneOrLessThanSevenDaysOld) {
  const rules::From newcomer{{rules::From::Who::newcomer}};
  Room room;
  room.facts.posts_so_far = 5;
  room.facts.first_post_at = noon - hours{7 * 24} + minutes{1};
  expect(find(room, newcomer), Verdict::yes, "a newcomer wrote it");
  room.facts.first_post_at = noon - hours{7 * 24};
  expect(find(room, newcomer), Verdict::no, "a learner wrote it, not a newcomer, not joined");
  room.facts.first_post_at.reset();
  expect(find(room, newcomer), Verdict::unknown, "when its author first posted is not known");
  room.facts.posts_so_far = 1;
  expect(find(room, newcomer), Verdict::yes, "a newcomer wrote it");
}

TEST(Condition, PostsSoFar) {
  Room room;
  expect(find(room, rules::PostsSoFar{1, 1}), Verdict::yes, "1 post so far");
  room.facts.posts_so_far = 4;
  expect(find(room, rules::PostsSoFar{1, 3}), Verdict::no, "4 posts so far");
  expect(find(room, rules::PostsSoFar{4, 4}), Verdict::yes, "4 posts so far");
  expect(find(room, rules::PostsSoFar{5, 1000}), Verdict::no, "4 posts so far");
}

TEST(Condition, During) {
  using What = rules::During::What;
  const auto during = [](What what, int first = 0, int last = 0) {
    return rules::During{{{what, first, last}}};
  };
  Room room;
  room.source.course.working_hours = domain::Hours{{}, minutes{8 * 60}, minutes{18 * 60}};
  room.source.course.quiet_hours = domain::Hours{{}, minutes{22 * 60}, minutes{7 * 60}};
  expect(find(room, during(What::working_hours)), Verdict::yes, "it is Tue 3 Mar 12:00");
  expect(find(room, during(What::quiet_hours)), Verdict::no, "it is Tue 3 Mar 12:00");
  expect(find(room, during(What::tweetchat)), Verdict::no, "no tweetchat is on");
  expect(find(room, during(What::guest_session)), Verdict::no, "no guest session is on");
  expect(find(room, during(What::weeks, 3, 3)), Verdict::unknown, "the course has no first day (`starts`)");
  room.source.course.starts = std::chrono::year{2026} / 2 / 16;
  expect(find(room, during(What::weeks, 3, 3)), Verdict::yes, "it is week 3");
  expect(find(room, during(What::weeks, 2, 4)), Verdict::yes, "it is week 3");
  expect(find(room, during(What::weeks, 4, 8)), Verdict::no, "it is week 3");
  room.facts.event = "tweetchat";
  expect(find(room, during(What::tweetchat)), Verdict::yes, "a tweetchat is on");
  room.facts.event = "guest session";
  expect(find(room, rules::During{{{What::tweetchat, 0, 0}, {What::guest_session, 0, 0}}}), Verdict::yes,
         "a guest session is on");
}

TEST(Condition, BetweenIncludesBothDaysInCourseTime) {
  Room room;
  room.source.course.time_zone = "America/Toronto";
  const rules::Between days{std::chrono::year{2026} / 3 / 2, std::chrono::year{2026} / 3 / 3};
  const struct {
    const char* now;
    Verdict verdict;
    const char* why;
  } table[] = {{"2026-03-02T04:59:00Z", Verdict::no, "it is Sun 1 Mar 23:59"},
               {"2026-03-02T05:00:00Z", Verdict::yes, "it is Mon 2 Mar 00:00"},
               {"2026-03-04T04:59:00Z", Verdict::yes, "it is Tue 3 Mar 23:59"},
               {"2026-03-04T05:00:00Z", Verdict::no, "it is Wed 4 Mar 00:00"}};
  for (const auto& row : table) {
    room.now = at(row.now);
    expect(find(room, days), row.verdict, row.why);
  }
}

TEST(Condition, LabelFolds) {
  Room room;
  room.facts.labels = {"Été"};
  expect(find(room, rules::HasLabel{{"late", "ete"}}), Verdict::yes, "labelled \"ete\"");
  expect(find(room, rules::HasLabel{{"late"}}), Verdict::no, "there is no such label");
}

TEST(Condition, WithoutAPostOnlyTimeCanBeAsked) {
  Room room;
  const auto ruleset = room.ruleset();
  const rules::Situation situation{*ruleset, nullptr, nullptr, room.facts, room.now, NetworkKind::practice,
                                   "due",    false};
  expect(rules::find_out(situation, rules::AsksQuestion{true}, {}), Verdict::unknown,
         "there is no post to ask");
  expect(rules::find_out(situation, rules::During{{{rules::During::What::quiet_hours, 0, 0}}}, {}),
         Verdict::no, "it is Tue 3 Mar 12:00");
}

}  // namespace
