#include "networks/rate_limit.hpp"

#include <gtest/gtest.h>

#include "networks/backoff.hpp"

namespace {

using base::Instant;
using networks::ask_again_at;
using networks::read_rate_limit;
using std::chrono::seconds;

const Instant now = *base::parse_rfc3339("2026-03-03T10:00:00Z");

TEST(RateLimit, four_dialects) {
  const auto mastodon = read_rate_limit({{"x-ratelimit-limit", "300"},
                                         {"x-ratelimit-remaining", "299"},
                                         {"x-ratelimit-reset", "2026-03-03T10:05:00.123456Z"}},
                                        now);
  EXPECT_EQ(mastodon.remaining, 299);
  EXPECT_EQ(base::to_rfc3339(*mastodon.reset), "2026-03-03T10:05:00.123Z");

  const auto x = read_rate_limit({{"x-rate-limit-remaining", "7"},
                                  {"x-rate-limit-reset", "1772532900"},
                                  {"x-app-limit-24hour-remaining", "0"},
                                  {"x-app-limit-24hour-reset", "1772560800"}},
                                 now);
  EXPECT_EQ(x.remaining, 0);  // the day's limit holds longer
  EXPECT_EQ(base::to_rfc3339(*x.reset), "2026-03-03T18:00:00Z");

  const auto bluesky = read_rate_limit(
      {{"ratelimit-limit", "30;w=300"}, {"ratelimit-remaining", "29"}, {"ratelimit-reset", "1772532300"}},
      now);
  EXPECT_EQ(bluesky.limit, 30);
  EXPECT_EQ(base::to_rfc3339(*bluesky.reset), "2026-03-03T10:05:00Z");

  EXPECT_EQ(ask_again_at({429, {{"retry-after", "90"}}, ""}, now, seconds{1}), now + seconds{90});
  EXPECT_EQ(ask_again_at({503, {{"retry-after", "Tue, 03 Mar 2026 10:02:00 GMT"}}, ""}, now, seconds{1}),
            now + seconds{120});
}

// A 429 may come with something remaining, with a reset in the past (clocks differ) or without a word.
TEST(RateLimit, nasty_10_a_refusal_is_believed_whatever_its_headers_say) {
  EXPECT_EQ(ask_again_at(
                {429, {{"x-ratelimit-remaining", "12"}, {"x-ratelimit-reset", "2026-03-03T09:00:00Z"}}, ""},
                now, seconds{30}),
            now + seconds{30});
  EXPECT_EQ(ask_again_at({429, {}, ""}, now, seconds{30}), now + seconds{30});
  EXPECT_EQ(ask_again_at({429, {{"x-ratelimit-reset", "9999-01-01T00:00:00Z"}}, ""}, now, seconds{30}),
            now + std::chrono::hours{24});
  EXPECT_EQ(ask_again_at({429, {{"retry-after", "soon"}}, ""}, now, seconds{30}), now + seconds{30});
  // But what makes sense is not stretched.
  EXPECT_EQ(
      ask_again_at({429, {{"x-ratelimit-remaining", "0"}, {"x-ratelimit-reset", "2026-03-03T10:00:03Z"}}, ""},
                   now, seconds{30}),
      now + seconds{3});
}

TEST(Backoff, grows_is_bounded_and_starts_afresh_after_success) {
  networks::Backoff backoff(seconds{1}, seconds{60}, [] { return 0.0; });
  EXPECT_EQ(backoff.next(), seconds{1});
  EXPECT_EQ(backoff.next(), seconds{2});
  for (int i = 0; i < 100; ++i) backoff.next();
  EXPECT_EQ(backoff.next(), seconds{60});
  backoff.succeeded();
  EXPECT_EQ(backoff.next(), seconds{1});
}

TEST(Backoff, chance_spares_at_most_half) {
  networks::Backoff backoff(seconds{10}, seconds{60}, [] { return 0.999; });
  const auto wait = backoff.next();
  EXPECT_GE(wait, seconds{5});
  EXPECT_LT(wait, seconds{6});
}

}  // namespace
