#include "rulefile/near_hours.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "rulefile/letters.hpp"
#include "rulefile/values.hpp"

namespace rulefile {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 7> days{"monday", "tuesday",  "wednesday", "thursday",
                                               "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 7> french_days{"lundi",    "mardi",  "mercredi", "jeudi",
                                                      "vendredi", "samedi", "dimanche"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> other_words{{
    {"until", "to"},
    {"till", "to"},
    {"til", "to"},
    {"through", "to"},
    {"a", "to"},
    {"au", "to"},
    {"jusqu'a", "to"},
    {"&", "and"},
    {"et", "and"},
    {"noon", "12:00"},
    {"midi", "12:00"},
    {"midnight", "00:00"},
    {"minuit", "00:00"},
    {"24:00", "00:00"},
    {"weekday", "weekdays"},
    {"workdays", "weekdays"},
    {"weekends", "weekend"},
}};
constexpr std::array<std::string_view, 15> left_out{"from",   "de",    "du",   "the",   "le",
                                                    "les",    "every", "each", "daily", "night",
                                                    "nights", "day",   "all",  "on",    "at"};

bool digit_at(const std::string& text, std::size_t at) {
  return at < text.size() && is_digit(text[at]);
}

// "22h30", "9.30", "5pm", "Mon-Fri": times with their colon, all else apart.
std::string spaced(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool after_digit = i > 0 && is_digit(text[i - 1]);
    const bool inside = after_digit && digit_at(text, i + 1);
    const bool hour =
        c == 'h' && after_digit && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '-');
    if ((c == 'h' || c == '.') && inside) {
      out += ':';
    } else if (hour) {
      out += ":00";
    } else if (c == '-') {
      out += " to ";
    } else if (c == ',') {
      out += " and ";
    } else {
      if (c >= 'a' && c <= 'z' && after_digit) out += ' ';
      out += c;
    }
  }
  return out;
}

std::string known_word(const std::string& word) {
  const bool ends_so = word.size() > 3 && (word.back() == 's' || word.back() == '.');
  const std::string single = ends_so ? word.substr(0, word.size() - 1) : word;  // "Mondays", "Mon."
  for (std::size_t i = 0; i < days.size() && single.size() > 2; ++i) {
    if (days.at(i).starts_with(single) || french_days.at(i).starts_with(single)) return weekday_names().at(i);
  }
  const auto* found = std::find_if(other_words.begin(), other_words.end(),
                                   [&](const auto& one) { return one.first == word; });
  return found == other_words.end() ? word : std::string(found->second);
}

Words words_of(std::string_view text) {
  constexpr std::array<std::string_view, 2> dashes{"\xE2\x80\x93", "\xE2\x80\x94"};
  std::string plain = base::fold(text);
  for (const std::string_view dash : dashes) {
    for (std::size_t at = plain.find(dash); at != std::string::npos; at = plain.find(dash, at + 1))
      plain.replace(at, dash.size(), "-");
  }
  for (std::size_t at = plain.find("week-end"); at != std::string::npos; at = plain.find("week-end"))
    plain.erase(at + 4, 1);
  Words words;
  for (const std::string& word : base::split(spaced(plain), ' ')) {
    if (word.empty() || std::find(left_out.begin(), left_out.end(), word) != left_out.end()) continue;
    words.push_back(known_word(word));
  }
  return words;
}

struct Clock {
  int hour = 0;
  std::string minutes;
  bool certain = false;  // whether morning or afternoon is meant
  bool of_24 = false;    // then the other one, too, is read on a clock of 24 hours
  std::string shown() const { return base::two_digits(hour) + ":" + minutes; }
};

// Takes a time from the end of the words: "17:30", "9", "5" "pm".
std::optional<Clock> take_clock(Words& words) {
  if (words.empty()) return std::nullopt;
  const bool half = words.back() == "am" || words.back() == "pm";
  const bool afternoon = words.back() == "pm";
  if (half) words.pop_back();
  if (words.empty()) return std::nullopt;
  const std::string time = words.back();
  const std::size_t colon = std::min(time.find(':'), time.size());
  const auto hour = read_number(time.substr(0, colon));
  if (!hour || *hour > (half ? 12 : 24)) return std::nullopt;
  words.pop_back();
  Clock clock{*hour % 24, colon == time.size() ? "00" : time.substr(colon + 1), half || colon != time.size(),
              !half && *hour > 12};
  if (half) clock.hour = *hour % 12 + (afternoon ? 12 : 0);
  return clock;
}

// "weekdays", "Monday to Thursday", "weekend", "Monday and Friday", as the days are written.
std::string days_meant(const Words& words) {
  const auto& names = weekday_names();
  const auto place = [&](const std::string& word) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), word) - names.begin());
  };
  if (words.size() == 1 && words[0] == "weekend") return "Saturday and Sunday";
  if (words.size() == 1 && words[0] == "weekdays") return "weekdays";
  std::vector<std::string> all;
  if (words.size() == 3 && words[1] == "to") {
    const std::size_t first = place(words[0]);
    const std::size_t last = place(words[2]);
    if (first >= last || last >= names.size()) return "";
    if (first == 0 && last == 4) return "weekdays";
    all.assign(names.begin() + static_cast<std::ptrdiff_t>(first),
               names.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    return base::join(all, ", ");
  }
  for (const std::string& word : words) {
    if (word == "and") continue;
    if (place(word) >= names.size()) return "";
    all.push_back(word);
  }
  return base::join(all, ", ");
}

}  // namespace

std::string hours_meant(std::string_view text) {
  constexpr std::size_t longest = 80;
  if (text.size() > longest) return "";
  Words words = words_of(text);
  const bool between = !words.empty() && words.front() == "between";
  if (between) words.erase(words.begin());
  const auto until = take_clock(words);
  if (!until || words.empty() || words.back() != (between ? "and" : "to")) return "";
  words.pop_back();
  const auto from = take_clock(words);
  if (!from) return "";
  const bool certain = (from->certain && until->certain) || from->of_24 || until->of_24;
  if (!certain) return "";
  if (!words.empty() && words.back() == "and") words.pop_back();
  std::string span = from->shown() + " to " + until->shown();
  if (!words.empty()) {
    const std::string named = days_meant(words);
    if (named.empty()) return "";
    span.insert(0, named + " ");
  }
  return read_hours(span) ? span : "";
}

std::string days_in_list(std::string_view text) {
  constexpr std::size_t longest = 80;
  if (text.size() > longest) return "";
  const auto& names = weekday_names();
  const std::string meant = days_meant(words_of(text));
  if (meant == "weekdays") return "[" + base::join({names.begin(), names.begin() + 5}, ", ") + "]";
  if (meant == "Saturday and Sunday") return "[Saturday, Sunday]";
  return meant.empty() ? "" : "[" + meant + "]";
}

bool is_several_spans(std::string_view text) {
  constexpr std::size_t longest = 300;
  if (text.size() > longest) return false;
  for (const char sign : {',', ';', '/', '\n'}) {
    const auto pieces = base::split(text, sign);
    const auto is_span = [](const std::string& piece) {
      return read_hours(base::trim(piece)).has_value() || !hours_meant(base::trim(piece)).empty();
    };
    if (pieces.size() > 1 && std::all_of(pieces.begin(), pieces.end(), is_span)) return true;
  }
  return false;
}

}  // namespace rulefile
