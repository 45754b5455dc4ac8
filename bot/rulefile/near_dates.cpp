#include "rulefile/near_dates.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/text.hpp"
#include "rulefile/values.hpp"

namespace rulefile {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 12> french_months{"janvier",   "fevrier", "mars",     "avril",
                                                         "mai",       "juin",    "juillet",  "aout",
                                                         "septembre", "octobre", "novembre", "decembre"};

// 1 to 12; three letters will do, but for juin and juillet.
std::optional<int> month_of(const std::string& word) {
  if (word.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (months.at(i).starts_with(word) || french_months.at(i).starts_with(word))
      return static_cast<int>(i) + 1;
  }
  return std::nullopt;
}

// "7th", "1er": 7, 1
std::optional<int> number_of(std::string word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th", "er"}) {
    if (word.size() > 2 && word.ends_with(ending)) word.erase(word.size() - 2);
  }
  return read_number(word);
}

std::string written(int year, int month, int day) {
  const std::string date = std::to_string(year) + "-" + base::two_digits(month) + "-" + base::two_digits(day);
  return read_date(date) ? date : "";
}

struct Numbers {
  std::vector<int> plain;  // in the order written
  std::optional<int> month;
};

// Two numbers and a month in words; three numbers of which the year stands at one end.
std::string date_of(const Numbers& numbers, bool day_first) {
  const auto& plain = numbers.plain;
  const auto is_year = [](int number) { return number > 1900; };
  if (numbers.month && plain.size() == 2 && is_year(plain[1]))
    return written(plain[1], *numbers.month, plain[0]);
  if (numbers.month || plain.size() != 3) return "";
  if (is_year(plain[0])) return written(plain[0], plain[1], plain[2]);
  if (!is_year(plain[2])) return "";
  if (plain[0] > 12 || day_first) return written(plain[2], plain[1], plain[0]);
  return plain[1] > 12 ? written(plain[2], plain[0], plain[1]) : "";
}

}  // namespace

std::string date_meant(std::string_view text) {
  constexpr std::size_t longest = 40;
  if (text.size() > longest) return "";
  std::string folded = base::fold(text);
  const bool dots = std::count(folded.begin(), folded.end(), '.') == 2;
  std::replace_if(
      folded.begin(), folded.end(), [](char c) { return c == '/' || c == '-' || c == '.' || c == ','; }, ' ');
  Numbers numbers;
  for (const std::string& word : base::split(folded, ' ')) {
    const bool filler = word.empty() || word == "of" || word == "the" || word == "le" || word == "de";
    if (filler || read_weekday(word)) continue;
    if (const auto number = number_of(word)) {
      numbers.plain.push_back(*number);
    } else if (const auto month = month_of(word); month && !numbers.month) {
      numbers.month = month;
    } else {
      return "";
    }
  }
  return date_of(numbers, dots);
}

std::string between_meant(std::string_view text) {
  constexpr std::size_t longest = 80;
  if (text.size() > longest) return "";
  const std::string plain(text);
  for (const std::string_view sign : {" and ", " to ", " until ", " et ", " au ", " - ", "/"}) {
    const std::size_t at = plain.find(sign);
    if (at == std::string::npos) continue;
    std::string first = date_meant(plain.substr(0, at));
    std::string last = date_meant(plain.substr(at + sign.size()));
    if (first.empty() || last.empty()) continue;
    if (last < first) std::swap(first, last);
    return first.append(" and ").append(last);
  }
  return "";
}

std::string dates_meant(std::string_view text) {
  constexpr days most{20};
  const std::string plain(text);
  for (const std::string_view between : {" to ", " until ", " - ", " au ", "/"}) {
    const std::size_t at = plain.find(between);
    if (at == std::string::npos) continue;
    const auto first = read_date(base::trim(plain.substr(0, at)));
    const auto last = read_date(base::trim(plain.substr(at + between.size())));
    if (!first || !last || *last < *first || sys_days{*last} - sys_days{*first} > most) continue;
    std::vector<std::string> all;
    for (sys_days day{*first}; day <= sys_days{*last}; day += days{1}) all.push_back(base::to_date(day));
    return "[" + base::join(all, ", ") + "]";
  }
  return date_meant(text);
}

}  // namespace rulefile
