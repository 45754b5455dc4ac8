// Is everything heard? What fell into the times in which nothing could be, and silences that are not like the
// course.
#include "app/attention.hpp"

#include <algorithm>

#include "app/rhythm.hpp"
#include "tests/app/world.hpp"

namespace {

using app::Rhythm;
using base::Instant;
using domain::NetworkKind;
using namespace std::chrono_literals;

const Instant monday = *base::parse_rfc3339("2026-03-02T00:00:00Z");

// Four weeks: ten posts an hour on weekdays from ten to four, one on Saturday noon.
std::vector<Instant> four_weeks() {
  std::vector<Instant> said;
  for (int day = 0; day < 28; ++day) {
    const Instant morning = monday + std::chrono::days{day};
    if (day % 7 == 5) said.push_back(morning + 12h);
    for (int hour = 10; day % 7 < 5 && hour < 16; ++hour) {
      for (int post = 0; post < 10; ++post) said.push_back(morning + std::chrono::hours{hour} + 6min * post);
    }
  }
  return said;
}

TEST(Rhythm, knows_the_hours_of_the_week) {
  const Instant now = monday + std::chrono::days{28};
  const Rhythm rhythm(four_weeks(), now);
  EXPECT_TRUE(rhythm.is_known());
  EXPECT_NEAR(rhythm.expected(now + 12h, now + 13h), 10, 0.2);
  EXPECT_NEAR(rhythm.expected(now + 12h, now + 12h + 30min), 5, 0.1);
  EXPECT_NEAR(rhythm.expected(now + 20h, now + 24h), 0, 0.01);
  EXPECT_NEAR(rhythm.expected(now + 5 * 24h, now + 6 * 24h), 1, 0.05) << "Saturday";
  EXPECT_NEAR(rhythm.expected(now, now + 7 * 24h), 301, 6);
  EXPECT_NEAR(rhythm.expected(now - 14 * 24h, now), 301, 6) << "longer than a week tells nothing more";
}

TEST(Rhythm, two_weeks_and_fifty_posts_make_a_habit) {
  const auto all = four_weeks();
  EXPECT_FALSE(Rhythm({}, monday).is_known());
  EXPECT_FALSE(Rhythm({all.begin(), all.begin() + 300}, monday + std::chrono::days{6}).is_known());
  EXPECT_FALSE(Rhythm({all.begin(), all.begin() + 20}, monday + std::chrono::days{20}).is_known());
  EXPECT_FALSE(Rhythm(all, monday + std::chrono::weeks{14}).is_known()) << "too long ago";
}

class Attention : public testing::Test {
 protected:
  Attention() {
    flock_.set("week", {app_test::compile(app_test::course_yaml, clock_.now()), {}, {}, clock_.now()});
  }
  void remember(Instant at) {
    domain::Post post;
    post.network = NetworkKind::mastodon;
    post.id = std::to_string(++posts_);
    post.author = {.id = "ana", .handle = "ana", .name = "Ana"};
    post.created_at = at;
    post.thread = post.id;
    change([&](domain::Tables& tables) { tables.posts.remember({post, "week", true, false, true}); });
  }
  void remember_four_weeks() {
    for (const Instant at : four_weeks()) remember(at);
  }
  void change(const std::function<void(domain::Tables&)>& work) {
    ASSERT_TRUE(store_
                    .write([&](domain::Tables& tables) -> base::Status {
                      work(tables);
                      return {};
                    })
                    .ok());
  }
  void pass(base::Duration time) {
    for (; time > 0s; time -= 10s) {
      clock_.advance(10s);
      attention_->look();
    }
  }
  void restart() { attention_ = std::make_unique<app::Attention>(ports(), flock_); }
  app::Ports ports() {
    return {store_, {{NetworkKind::mastodon, &network_}}, clock_, alerts_, app_test::quiet_log()};
  }
  std::string gap() {
    std::string sentence;
    change([&](domain::Tables& tables) {
      if (const auto gap = app::last_gap(tables, NetworkKind::mastodon))
        sentence = sentence_of(NetworkKind::mastodon, *gap);
    });
    return sentence;
  }
  std::string silence() {
    std::string sentence;
    change([&](domain::Tables& tables) {
      if (const auto silence = app::silence_now(tables, NetworkKind::mastodon))
        sentence = sentence_of(NetworkKind::mastodon, *silence);
    });
    return sentence;
  }

  // In the fifth week of the course.
  fakes::FixedClock clock_{monday + std::chrono::days{28} + 10h};
  app_test::MoodyStore store_;
  fakes::ScriptedNetwork network_{NetworkKind::mastodon};
  app_test::AlertBook alerts_;
  app::Flock flock_;
  std::unique_ptr<app::Attention> attention_ = std::make_unique<app::Attention>(ports(), flock_);
  int posts_ = 0;
};

TEST_F(Attention, a_gap_is_estimated_and_what_was_found_of_it_counted) {
  remember_four_weeks();
  pass(1min);
  EXPECT_EQ(gap(), "");
  network_.set_away(clock_.now());
  pass(1h);
  network_.set_away(std::nullopt);
  for (int i = 0; i < 9; ++i) remember(clock_.now() - 5min * (i + 1));
  pass(3min);
  EXPECT_EQ(gap(),
            "mastodon was not heard from 2026-03-30 10:01 UTC to 2026-03-30 11:01 UTC: 9 posts of that time "
            "were found "
            "afterwards; usual are about 8.");
}

TEST_F(Attention, what_may_be_missing_is_said) {
  remember_four_weeks();
  pass(1min);
  network_.set_away(clock_.now());
  pass(2h);
  network_.set_away(std::nullopt);
  remember(clock_.now() - 1h);
  pass(3min);
  EXPECT_EQ(gap(),
            "mastodon was not heard from 2026-03-30 10:01 UTC to 2026-03-30 12:01 UTC: 1 post of that time "
            "was found "
            "afterwards; usual are about 18. About 17 may be missing.");
}

TEST_F(Attention, the_time_without_the_service_is_a_gap_too) {
  pass(5min);
  clock_.advance(3h);
  restart();
  network_.set_away(clock_.now());
  attention_->look();
  network_.set_away(std::nullopt);
  pass(3min);
  EXPECT_EQ(
      gap(),
      "mastodon was not heard from 2026-03-30 10:04 UTC to 2026-03-30 13:05 UTC: 0 posts of that time were "
      "found afterwards; what is usual then is not known yet.");
}

TEST_F(Attention, a_blink_is_no_gap) {
  pass(1min);
  network_.set_away(clock_.now());
  pass(30s);
  network_.set_away(std::nullopt);
  pass(5min);
  EXPECT_EQ(gap(), "");
}

TEST_F(Attention, a_silence_that_is_not_like_the_course_is_told_once) {
  remember_four_weeks();
  remember(clock_.now());
  pass(1h + 50min);
  EXPECT_EQ(silence(), "") << "not long enough";
  pass(30min);
  const std::string sentence = silence();
  EXPECT_EQ(
      sentence,
      "mastodon: nothing was heard since 2026-03-30 10:00 UTC, though about 18 posts are usual in such a "
      "time. The connection lives, but its stream may be dead. Look at the hashtag there; if people talk, "
      "restart the service.");
  ASSERT_EQ(alerts_.told.size(), 1u);
  EXPECT_EQ(alerts_.told[0].text, sentence);
  EXPECT_EQ(alerts_.told[0].cohort, "week");
  EXPECT_EQ(alerts_.told[0].to, "all");
  restart();
  pass(1h);
  EXPECT_EQ(alerts_.told.size(), 1u) << "told once, over restarts too";
  remember(clock_.now());
  pass(11min);
  EXPECT_EQ(silence(), "");
}

TEST_F(Attention, nights_holidays_and_times_before_there_is_a_habit_are_silent_as_they_should_be) {
  remember(clock_.now());
  pass(5h);
  EXPECT_TRUE(alerts_.told.empty()) << "nothing is known yet";
  remember_four_weeks();
  clock_.set(monday + std::chrono::days{28} + 16h);
  remember(clock_.now());
  restart();
  pass(16h);
  EXPECT_TRUE(alerts_.told.empty()) << "at night nobody talks";
}

TEST_F(Attention, after_the_course_nobody_is_missed) {
  remember_four_weeks();
  std::string ended = app_test::course_yaml;
  ended.replace(ended.find("weeks: 8"), 8, "weeks: 4");
  flock_.set("week", {app_test::compile(ended, clock_.now()), {}, {}, clock_.now()});
  remember(clock_.now());
  pass(6h);
  EXPECT_TRUE(alerts_.told.empty());
}

TEST_F(Attention, while_the_network_is_known_to_be_away_that_is_told_instead) {
  remember_four_weeks();
  remember(clock_.now());
  network_.set_away(clock_.now());
  pass(6h);
  EXPECT_TRUE(alerts_.told.empty());
}

}  // namespace
