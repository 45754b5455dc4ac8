// A wrong reply's post as a test: the words stay, the people go.
#include "app/wrong_reply.hpp"

#include "base/text.hpp"
#include "rules/decide.hpp"
#include "rules/ruleset.hpp"
#include "tests/app/world.hpp"

namespace {

const char* const rules_text = R"(rules:
  - rule: slides
    mode: auto
    when: {says: slides}
    then:
      - reply: "They are on the page."
  - rule: greet
    mode: auto
    when: {says: hello, from: newcomer, posts_so_far: 2}
    then:
      - reply: "Welcome!"
  - rule: night
    mode: auto
    when: {says: evening, during: quiet hours}
    then:
      - label: late
  - rule: unlike
    mode: auto
    when: {says: nothing}
    then:
      - reply: "Never."
)";

class WrongReplyTest : public testing::Test {
 protected:
  WrongReplyTest() {
    post_.id = "1";
    post_.author = {.id = "id-ana", .handle = "ana_lopez", .name = "Ana Lopez"};
    post_.created_at = base::parse_rfc3339("2026-03-03T23:47:00Z").value();
  }
  std::string words(const std::string& text) {
    post_.text = text;
    return app::without_people(post_, rules::read(*ruleset_, post_, false), "flockmate");
  }
  rulefile::Case test_of(const std::string& rule, const std::string& text) {
    post_.text = text;
    return app::test_of_wrong_reply(*ruleset_, rule, post_, facts_);
  }

  const std::shared_ptr<const rules::Ruleset> ruleset_ = app_test::compile(
      std::string(app_test::course_yaml) + "  quiet_hours: 22:00 to 07:00\n" + rules_text, {});
  domain::Post post_;
  domain::Facts facts_;
};

TEST_F(WrongReplyTest, PeopleAreTakenOut) {
  struct Row {
    const char* text;
    const char* words;
  };
  for (const Row& row :
       std::initializer_list<Row>{{"Where are the slides? #flock", "Where are the slides? #flock"},
                                  {"@flockmate where are the slides?", "@flockmate where are the slides?"},
                                  {"@bo and @zoe@social.example: slides?", "@someone and @someone: slides?"},
                                  {"@flockmates is not the bot", "@someone is not the bot"},
                                  {"mail ana.lopez@example.org, please", "mail someone@example.org, please"},
                                  {"see https://example.net/ana?x=1 now", "see https://example.org/link now"},
                                  {"call +1 (902) 555-0188 today", "call +000 today"},
                                  {"week 3, at 14:30", "week 3, at 14:30"},
                                  {"Lopez here, slides?", "Sam here, slides?"},
                                  {"two\nlines\tof  it", "two lines of it"}}) {
    EXPECT_EQ(words(row.text), row.words) << row.text;
  }
}

TEST_F(WrongReplyTest, AnIntroductionLosesNameAndPlace) {
  const std::string said = words("Hi all, I'm Maria from Halifax, a nurse. #flock");
  EXPECT_EQ(said.find("Maria"), std::string::npos) << said;
  EXPECT_EQ(said.find("Halifax"), std::string::npos) << said;
  EXPECT_NE(said.find("a nurse"), std::string::npos) << said;
}

TEST_F(WrongReplyTest, WordsAreBounded) {
  std::string endless;
  for (int i = 0; i < 10'000; ++i) endless += "slides ";
  EXPECT_LE(base::count_code_points(words(endless)), 500U);
}

TEST_F(WrongReplyTest, WordsAloneDoWhereTheyAreEnough) {
  facts_.posts_so_far = 7;
  const auto one = test_of("slides", "the slides were great, thanks Ana");
  EXPECT_EQ(one.post, "the slides were great, thanks Sam");
  EXPECT_TRUE(one.expect.silent);
  EXPECT_EQ(one.posts_so_far, 1);
  EXPECT_TRUE(one.at.empty());
  EXPECT_FALSE(one.mentions_bot.has_value());
}

TEST_F(WrongReplyTest, CircumstancesComeInWhereTheRuleAsksForThem) {
  facts_.posts_so_far = 2;
  facts_.first_post_at = post_.created_at - std::chrono::hours{20};
  const auto one = test_of("greet", "hello again");
  EXPECT_EQ(one.posts_so_far, 2);
  EXPECT_EQ(one.from, "newcomer");
  EXPECT_TRUE(one.at.empty());
}

TEST_F(WrongReplyTest, TheHourComesInLast) {
  EXPECT_EQ(test_of("night", "good evening").at, "2026-03-03 23:00");
}

TEST_F(WrongReplyTest, WhatCannotBeBroughtAboutTellsTheLeast) {
  facts_.posts_so_far = 9;
  const auto one = test_of("unlike", "something else");
  EXPECT_EQ(one.posts_so_far, 1);
  EXPECT_TRUE(one.at.empty());
}

}  // namespace
