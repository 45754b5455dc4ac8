#include "rulefile/near_values.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "rulefile/letters.hpp"
#include "rulefile/near_counts.hpp"
#include "rulefile/near_dates.hpp"
#include "rulefile/near_hours.hpp"
#include "rulefile/near_words.hpp"
#include "rulefile/values.hpp"

namespace rulefile {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::pair<std::string_view, std::string_view>, 26> other_words{{
    {"min", "minutes"},
    {"mins", "minutes"},
    {"h", "hours"},
    {"hr", "hours"},
    {"hrs", "hours"},
    {"heure", "hour"},
    {"heures", "hours"},
    {"jour", "day"},
    {"jours", "days"},
    {"person", "learner"},
    {"student", "learner"},
    {"user", "learner"},
    {"participant", "learner"},
    {"personne", "learner"},
    {"par", "per"},
    {"conversation", "thread"},
    {"daily", "day"},
    {"everyday", "day"},
    {"mondays", "Monday"},
    {"tuesdays", "Tuesday"},
    {"wednesdays", "Wednesday"},
    {"thursdays", "Thursday"},
    {"fridays", "Friday"},
    {"saturdays", "Saturday"},
    {"sundays", "Sunday"},
    {"semaine", "week"},
}};
constexpr std::array<std::string_view, 6> left_out{"every", "each", "time", "times", "max", "o'clock"};

bool is_number(const std::string& word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

// "9-17", "15min", "2 – 4": numbers, words and "to" apart.
Words split_words(std::string_view text) {
  constexpr std::string_view long_dash = "\xE2\x80\x93";
  std::string spaced;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = text[i] == '-' || text.substr(i).starts_with(long_dash);
    const bool before = i > 0 && (is_digit(text[i - 1]) || text[i - 1] == ' ');
    if (dash && before) {
      spaced += " to ";
      i += text[i] == '-' ? 0 : long_dash.size() - 1;
      continue;
    }
    const bool letter = (text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z');
    if (letter && i > 0 && is_digit(text[i - 1])) spaced += ' ';
    spaced += text[i];
  }
  Words words;
  for (std::string& word : base::split(spaced, ' ')) {
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

std::string known_word(const std::string& word) {
  const std::string folded = base::fold(word);
  const auto* found = std::find_if(other_words.begin(), other_words.end(),
                                   [&](const auto& one) { return one.first == folded; });
  return found == other_words.end() ? word : std::string(found->second);
}

// "9", "9:30" with "am" or "pm" behind it, as the clock shows it.
std::string clock_of(const std::string& time, bool afternoon) {
  const std::size_t colon = std::min(time.find(':'), time.size());
  int hour = read_number(time.substr(0, colon)).value_or(99);
  if (afternoon && hour < 12) hour += 12;
  if (!afternoon && hour == 12) hour = 0;
  const std::string minutes = colon == time.size() ? ":00" : time.substr(colon);
  return base::two_digits(hour) + minutes;
}

// Times as a clock shows them, with "at" in front where a day comes first.
Words with_clocks(const Words& words, Type type) {
  Words out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string next = i + 1 < words.size() ? base::fold(words[i + 1]) : "";
    const bool half_day = next == "am" || next == "pm";
    const bool bare = type == Type::schedule && is_number(words[i]) && i + 1 == words.size();
    const bool time = half_day || bare || words[i].find(':') != std::string::npos;
    const bool lacks_at = time && type == Type::schedule && !out.empty() && out.back() != "at";
    if (lacks_at) out.emplace_back("at");
    out.push_back(half_day ? clock_of(words[i], next == "pm") : bare ? words[i] + ":00" : words[i]);
    if (half_day) ++i;
  }
  return out;
}

Words in_our_words(const Words& words, Type type) {
  Words out;
  for (const std::string& word : words) {
    if (std::find(left_out.begin(), left_out.end(), base::fold(word)) != left_out.end()) continue;
    const bool one = type == Type::limit && out.empty() && word == "1";
    out.push_back(one ? "once" : known_word(word));
  }
  if (type == Type::schedule && !out.empty() && out.front() == "weekdays") out.front() = "weekday";
  const bool span = std::find(out.begin(), out.end(), "to") != out.end();
  if (type == Type::during && span && out.front() == "week") out.front() = "weeks";
  if (type == Type::delay && out.size() == 2 && out[0] == "1" && out[1].ends_with('s')) out[1].pop_back();
  return out;
}

// "#intro, #hello": a list of them, each in quotes.
std::string tags_meant(std::string_view text) {
  constexpr std::size_t most = 6;
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), ',', ' ');
  Words tags;
  for (std::string word : base::split(plain, ' ')) {
    if (word.empty()) continue;
    if (word.front() != '#') word.insert(0, "#");
    if (word.size() == 1 || word.find_first_of("#@\"", 1) != std::string::npos) return "";
    tags.push_back("\"" + word + "\"");
  }
  return tags.size() < 2 || tags.size() > most ? "" : "[" + base::join(tags, ", ") + "]";
}

bool is_understood(Type type, const std::string& text) {
  switch (type) {
    case Type::delay:
      return read_delay(text).has_value();
    case Type::limit:
      return read_limit(text).has_value();
    case Type::schedule:
      return read_schedule(text).has_value();
    case Type::during:
      return read_during(text).has_value();
    default:
      return false;
  }
}

// Once, in all: as `limit` says it. A limit by the day is meant for each.
std::string limit_of(const std::string& meant) {
  if (meant == "once" || meant == "only once") return "once per learner";
  const bool of_whom =
      meant.find("learner") != std::string::npos || meant.find("thread") != std::string::npos;
  const std::size_t window = meant.find(" a ");
  if (window == std::string::npos || of_whom) return meant;
  return meant.substr(0, window) + " per learner per " + meant.substr(window + 3);
}

// "second week": "week 2"
Words with_weeks(Words words) {
  constexpr std::array<std::string_view, 12> ordinals{"first", "second", "third",    "fourth",
                                                      "fifth", "sixth",  "seventh",  "eighth",
                                                      "ninth", "tenth",  "eleventh", "twelfth"};
  if (words.size() == 3 && words[0] == "the") words.erase(words.begin());
  if (words.size() != 2) return words;
  for (std::size_t i = 0; i < ordinals.size(); ++i) {
    if (base::fold(words[0]) == ordinals.at(i)) return {words[1], std::to_string(i + 1)};
  }
  return {words[0], number_meant(words[1])};
}

std::string time_meant(Type type, std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() > longest) return "";
  Words words = with_clocks(in_our_words(split_words(text), type), type);
  if (type == Type::during && words.size() < 4) words = with_weeks(words);
  if (type == Type::schedule && words.size() == 1) words.insert(words.end(), {"at", "09:00"});
  std::string meant = base::join(words, " ");
  if (type == Type::limit) meant = limit_of(meant);
  if (is_understood(type, meant)) return meant;
  return type == Type::delay ? delay_meant(text) : "";
}

}  // namespace

std::string value_meant(Type type, std::string_view text) {
  switch (type) {
    case Type::hours:
      return hours_meant(text);
    case Type::days:
      return days_in_list(text);
    case Type::date:
      return date_meant(text);
    case Type::dates:
      return dates_meant(text);
    case Type::between:
      return between_meant(text);
    case Type::number:
      return number_meant(text);
    case Type::share:
      return share_meant(text);
    case Type::yes_no:
      return yes_no_meant(text);
    case Type::posts_so_far:
      return posts_so_far_meant(text);
    case Type::language:
    case Type::languages:
      return language_code_meant(text);
    case Type::tags:
      return tags_meant(text);
    default:
      return time_meant(type, text);
  }
}

}  // namespace rulefile
