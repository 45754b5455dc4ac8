#include "rulefile/values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.hpp"
#include "rulefile/letters.hpp"

namespace rulefile {
namespace {

using std::chrono::minutes;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Lower-case words, however many spaces stand between them.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string& word : base::split(lower(text), ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

std::optional<int> digits(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most || !std::all_of(text.begin(), text.end(), is_digit)) {
    return std::nullopt;
  }
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<minutes> unit_length(std::string_view unit) {
  if (unit == "minute" || unit == "minutes") return minutes{1};
  if (unit == "hour" || unit == "hours") return minutes{60};
  if (unit == "day" || unit == "days") return minutes{60 * 24};
  return std::nullopt;
}

// "1st", "2nd", "23rd", "4th"
std::optional<unsigned> day_of_month(std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  const auto day = digits(word.substr(0, word.size() - 2), 1, 2);
  const std::string_view ending = word.substr(word.size() - 2);
  const bool ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
  if (!day || !ordinal || *day < 1 || *day > 31) return std::nullopt;
  return static_cast<unsigned>(*day);
}

std::optional<std::vector<std::chrono::weekday>> days_before(const std::vector<std::string>& words,
                                                             std::size_t count) {
  std::vector<std::chrono::weekday> days;
  if (count == 1 && words[0] == "weekdays") {
    for (unsigned day = 1; day <= 5; ++day) days.emplace_back(day);
    return days;
  }
  for (std::size_t i = 0; i < count; ++i) {
    std::string name = words[i];
    if (name == "and") continue;
    if (!name.empty() && name.back() == ',') name.pop_back();
    const auto day = read_weekday(name);
    if (!day) return std::nullopt;
    days.push_back(*day);
  }
  return days;
}

}  // namespace

std::optional<bool> read_yes_no(std::string_view text) {
  const std::string word = lower(text);
  if (word == "yes" || word == "true") return true;
  if (word == "no" || word == "false") return false;
  return std::nullopt;
}

std::optional<int> read_number(std::string_view text) {
  const auto value = digits(text, 1, 7);
  return value && *value <= 1'000'000 ? value : std::nullopt;
}

std::optional<double> read_share(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return std::isfinite(value) && value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> read_dollars(std::string_view text) {
  constexpr std::size_t places = 6;
  constexpr std::int64_t millionths = 1'000'000;
  const std::size_t point = std::min(text.find('.'), text.size());
  const auto whole = digits(text.substr(0, point), 1, 6);
  std::string fraction = point == text.size() ? "0" : std::string(text.substr(point + 1));
  if (fraction.empty() || fraction.size() > places) return std::nullopt;
  fraction.append(places - fraction.size(), '0');
  const auto rest = digits(fraction, places, places);
  if (!whole || !rest) return std::nullopt;
  const std::int64_t value = *whole * millionths + *rest;
  return value <= 100'000 * millionths ? std::optional(value) : std::nullopt;
}

std::optional<std::chrono::year_month_day> read_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4), 4, 4);
  const auto month = digits(text.substr(5, 2), 2, 2);
  const auto day = digits(text.substr(8, 2), 2, 2);
  if (!year || !month || !day || *year < 1970) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<minutes> read_clock(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto hour = digits(text.substr(0, colon), 1, 2);
  const auto minute = digits(text.substr(colon + 1), 2, 2);
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return minutes{*hour * 60 + *minute};
}

std::optional<LocalMoment> read_moment(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() != 2) return std::nullopt;
  const auto date = read_date(words[0]);
  const auto minute = read_clock(words[1]);
  if (!date || !minute) return std::nullopt;
  return LocalMoment{*date, *minute};
}

const std::vector<std::string>& weekday_names() {
  static const std::vector<std::string> names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                              "Friday", "Saturday", "Sunday"};
  return names;
}

std::optional<std::chrono::weekday> read_weekday(std::string_view text) {
  const std::string word = lower(text);
  for (unsigned i = 0; i < 7; ++i) {
    if (lower(weekday_names()[i]) == word) return std::chrono::weekday{i + 1};
  }
  return std::nullopt;
}

std::optional<domain::Hours> read_hours(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() < 3 || words[words.size() - 2] != "to") return std::nullopt;
  const auto from = read_clock(words[words.size() - 3]);
  const auto until = read_clock(words.back());
  const auto days = days_before(words, words.size() - 3);
  if (!from || !until || !days || *from == *until) return std::nullopt;
  return domain::Hours{*days, *from, *until};
}

std::optional<rules::Delay> read_delay(std::string_view text) {
  const auto words = words_of(text);
  const bool working = words.size() == 3 && words[1] == "working";
  if (words.size() != 2 && !working) return std::nullopt;
  const auto count = read_number(words[0]);
  const auto unit = unit_length(words.back());
  if (!count || !unit || *count < 1 || *count > 43'200) return std::nullopt;
  if (working && *unit != minutes{60}) return std::nullopt;
  const minutes length = *unit * *count;
  if (length > minutes{30 * 24 * 60}) return std::nullopt;
  return rules::Delay{length, working, base::trim(text)};
}

std::optional<rules::Limit> read_limit(std::string_view text) {
  using Per = rules::Limit::Per;
  using Window = rules::Limit::Window;
  const auto words = words_of(text);
  if (words.size() != 3 && words.size() != 5) return std::nullopt;
  const auto count = words[0] == "once" ? std::optional(1) : read_number(words[0]);
  if (!count || *count < 1) return std::nullopt;
  rules::Limit limit{*count, Per::course, Window::ever, base::trim(text)};
  for (std::size_t i = 1; i < words.size(); i += 2) {
    if (words[i] != "per") return std::nullopt;
    const std::string& what = words[i + 1];
    if (limit.per == Per::course && (what == "learner" || what == "thread")) {
      limit.per = what == "learner" ? Per::learner : Per::thread;
    } else if (limit.window == Window::ever && (what == "hour" || what == "day" || what == "week")) {
      limit.window = what == "hour" ? Window::hour : what == "day" ? Window::day : Window::week;
    } else {
      return std::nullopt;
    }
  }
  return limit;
}

std::optional<rules::Schedule> read_schedule(std::string_view text) {
  using Kind = rules::Schedule::Kind;
  const auto words = words_of(text);
  if (words.size() < 3 || words[words.size() - 2] != "at") return std::nullopt;
  const auto at = read_clock(words.back());
  if (!at) return std::nullopt;
  rules::Schedule schedule;
  schedule.at = *at;
  schedule.shown = base::trim(text);
  if (words.size() == 6 && words[0] == "month" && words[1] == "on" && words[2] == "the") {
    const auto day = day_of_month(words[3]);
    if (!day) return std::nullopt;
    schedule.kind = Kind::day_of_month;
    schedule.day_of_month = *day;
    return schedule;
  }
  if (words.size() != 3) return std::nullopt;
  if (words[0] == "day" || words[0] == "weekday") {
    schedule.kind = words[0] == "day" ? Kind::day : Kind::weekday;
    return schedule;
  }
  const auto day = read_weekday(words[0]);
  if (!day) return std::nullopt;
  schedule.kind = Kind::day_of_week;
  schedule.day_of_week = *day;
  return schedule;
}

std::optional<rules::PostsSoFar> read_posts_so_far(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() != 1 && (words.size() != 3 || words[0] != "at")) return std::nullopt;
  const auto count = read_number(words.back());
  if (!count || *count < 1) return std::nullopt;
  rules::PostsSoFar range{*count, *count};
  if (words.size() == 1) return range;
  if (words[1] == "most") return rules::PostsSoFar{0, *count};
  if (words[1] == "least") return rules::PostsSoFar{*count, rules::PostsSoFar{}.most};
  return std::nullopt;
}

std::optional<rules::During::Span> read_during(std::string_view text) {
  using What = rules::During::What;
  const auto words = words_of(text);
  const std::string phrase = base::join(words, " ");
  if (phrase == "working hours") return rules::During::Span{What::working_hours, 0, 0};
  if (phrase == "quiet hours") return rules::During::Span{What::quiet_hours, 0, 0};
  if (phrase == "tweetchat") return rules::During::Span{What::tweetchat, 0, 0};
  if (phrase == "guest session") return rules::During::Span{What::guest_session, 0, 0};
  if (words.size() == 2 && words[0] == "week") {
    const auto week = read_number(words[1]);
    if (week && *week >= 1) return rules::During::Span{What::weeks, *week, *week};
  }
  if (words.size() == 4 && words[0] == "weeks" && words[2] == "to") {
    const auto first = read_number(words[1]);
    const auto last = read_number(words[3]);
    if (first && last && *first >= 1 && *last >= *first)
      return rules::During::Span{What::weeks, *first, *last};
  }
  return std::nullopt;
}

std::optional<rules::Between> read_between(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() != 3 || words[1] != "and") return std::nullopt;
  const auto first = read_date(words[0]);
  const auto last = read_date(words[2]);
  if (!first || !last || *last < *first) return std::nullopt;
  return rules::Between{*first, *last};
}

bool is_language_code(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace rulefile
