#include "networks/rate_limit.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <string>

namespace networks {
namespace {

using base::Instant;
using std::chrono::hours;
using std::chrono::seconds;

std::string at(const domain::Headers& headers, const std::string& name) {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

// The number a header starts with: "30;w=300" is 30.
std::optional<std::int64_t> number_in(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (code != std::errc() || number < 0) return std::nullopt;
  return number;
}

// A date, seconds since 1970, or, when the number is too small for that, seconds from now.
std::optional<Instant> instant_in(const std::string& text, Instant now) {
  if (const auto date = base::parse_rfc3339(text)) return *date;
  const auto number = number_in(text);
  constexpr std::int64_t longest = 253'402'300'799;  // the year 9999
  if (!number || *number > longest) return std::nullopt;
  constexpr std::int64_t ten_years = 315'360'000;
  return *number < ten_years ? now + seconds{*number} : Instant{seconds{*number}};
}

RateLimit read_family(const domain::Headers& headers, const std::string& family, Instant now) {
  RateLimit one;
  one.limit = number_in(at(headers, family + "-limit"));
  one.remaining = number_in(at(headers, family + "-remaining"));
  one.reset = instant_in(at(headers, family + "-reset"), now);
  return one;
}

bool holds_longer(const RateLimit& one, const RateLimit& other) {
  const auto left = [](const RateLimit& limit) { return limit.remaining.value_or(INT64_MAX); };
  if (left(one) == 0 && left(other) == 0) return one.reset > other.reset;
  return left(one) < left(other);
}

}  // namespace

std::optional<Instant> read_http_date(const std::string& text) {
  std::tm parts{};
  const char* end = ::strptime(text.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  if (end == nullptr || *end != '\0') return std::nullopt;
  return Instant{seconds{::timegm(&parts)}};
}

RateLimit read_rate_limit(const domain::Headers& headers, Instant now) {
  constexpr std::array<const char*, 5> families{"x-ratelimit", "x-rate-limit", "ratelimit",
                                                "x-user-limit-24hour", "x-app-limit-24hour"};
  RateLimit tightest;
  for (const char* family : families) {
    const RateLimit one = read_family(headers, family, now);
    const bool is_first = !tightest.limit && !tightest.remaining && !tightest.reset;
    if (is_first || holds_longer(one, tightest)) tightest = one;
  }
  return tightest;
}

Instant ask_again_at(const domain::HttpResponse& response, Instant now, base::Duration at_least) {
  const std::string after = at(response.headers, "retry-after");
  const auto limit = read_rate_limit(response.headers, now);
  // Nothing left until a moment that is still to come: what else is said about it may be guessed, this is
  // known.
  constexpr seconds shortest{1};
  if (limit.remaining == 0 && limit.reset > now) at_least = std::min<base::Duration>(at_least, shortest);
  Instant again = now + at_least;
  if (const auto date = read_http_date(after)) {
    again = std::max(again, *date);
  } else if (const auto wait = number_in(after)) {
    again = std::max(again, now + seconds{std::min<std::int64_t>(*wait, 86'400)});
  } else if (limit.reset) {
    again = std::max(again, *limit.reset);
  }
  return std::min(again, std::max(now + hours{24}, now + at_least));
}

}  // namespace networks
