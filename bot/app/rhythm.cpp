#include "app/rhythm.hpp"

#include <algorithm>

namespace app {
namespace {

using Hour = std::chrono::duration<double, std::ratio<3600>>;

constexpr std::chrono::weeks longest_past{8};
constexpr std::chrono::weeks shortest_past{2};
constexpr std::size_t fewest_posts = 50;

std::size_t hour_of_week(base::Instant instant) {
  const auto since_thursday = std::chrono::floor<std::chrono::hours>(instant.time_since_epoch()).count();
  return static_cast<std::size_t>((since_thursday % 168 + 168) % 168);
}

}  // namespace

// People are not punctual: an hour is taken together with its neighbours.
Rhythm::Rhythm(const std::vector<base::Instant>& said, base::Instant now) {
  std::array<double, hours> counts{};
  base::Instant first = now;
  std::size_t posts = 0;
  for (const base::Instant at : said) {
    if (at > now || now - at > longest_past) continue;
    first = std::min(first, at);
    ++counts.at(hour_of_week(at));
    ++posts;
  }
  known_ = posts >= fewest_posts && now - first >= shortest_past;
  const double weeks = std::max(Hour(now - first).count() / hours, 1.0);
  for (std::size_t hour = 0; hour < hours; ++hour) {
    const double around = counts.at((hour + hours - 1) % hours) + counts.at((hour + 1) % hours);
    per_hour_.at(hour) = (2 * counts.at(hour) + around) / 4 / weeks;
  }
}

double Rhythm::expected(base::Instant from, base::Instant until) const {
  double sum = 0;
  // Longer than a week tells nothing more than a week.
  base::Instant at = std::max(from, until - std::chrono::weeks{1});
  while (at < until) {
    const base::Instant next = std::chrono::floor<std::chrono::hours>(at) + std::chrono::hours{1};
    sum += per_hour_.at(hour_of_week(at)) * Hour(std::min(next, until) - at).count();
    at = next;
  }
  return sum;
}

}  // namespace app
