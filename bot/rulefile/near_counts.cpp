#include "rulefile/near_counts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "base/text.hpp"
#include "rulefile/meanings.hpp"
#include "rulefile/values.hpp"

namespace rulefile {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 13> numbers{"zero", "one",    "two",   "three", "four",
                                                   "five", "six",    "seven", "eight", "nine",
                                                   "ten",  "eleven", "twelve"};
constexpr std::array<std::string_view, 13> french_numbers{
    "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"};

// As digits: "six", "6", "an", "une".
std::optional<int> number_of(const std::string& word) {
  if (const auto number = read_number(word)) return number;
  if (word == "a" || word == "an" || word == "une") return 1;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers.at(i) == word || french_numbers.at(i) == word) return static_cast<int>(i);
  }
  return std::nullopt;
}

Words words_of(std::string_view text) {
  Words words;
  for (const std::string& word : base::split(base::fold(text), ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

// "1.5", "1,5"
std::optional<double> half_of(std::string word) {
  std::replace(word.begin(), word.end(), ',', '.');
  const std::size_t point = word.find('.');
  if (point == std::string::npos || word.substr(point) != ".5") return std::nullopt;
  const auto whole = read_number(word.substr(0, point));
  return whole ? std::optional(*whole + 0.5) : std::nullopt;
}

std::string half_in(const std::string& text) {
  if (text == "half an hour" || text == "half hour" || text.ends_with("demi-heure")) return "30 minutes";
  return text == "half a day" ? "12 hours" : "";
}

std::optional<int> minutes_in(const std::string& unit) {
  if (unit.starts_with("min")) return 1;
  if (unit.starts_with("hour") || unit.starts_with("heure") || unit == "h") return 60;
  if (unit.starts_with("day") || unit.starts_with("jour")) return 60 * 24;
  if (unit.starts_with("week") || unit.starts_with("semaine")) return 60 * 24 * 7;
  return std::nullopt;
}

std::string in_largest_unit(int minutes) {
  const auto counted = [](int count, const std::string& unit) {
    return std::to_string(count) + " " + unit + (count == 1 ? "" : "s");
  };
  if (minutes % (60 * 24) == 0) return counted(minutes / 60 / 24, "day");
  return minutes % 60 == 0 ? counted(minutes / 60, "hour") : counted(minutes, "minute");
}

constexpr std::array<Meaning, 2> yes_or_no{{{"yes", "|oui|on|1|y|ok|"}, {"no", "|non|off|0|n|never|"}}};

constexpr std::size_t longest = 60;

}  // namespace

std::string number_meant(std::string_view text) {
  if (text.size() > longest) return "";
  const Words words = words_of(text);
  const bool counted = words.size() == 1 || words.size() == 2;
  const auto number = counted ? number_of(words[0]) : std::nullopt;
  const bool plain = words.size() == 1 || !read_number(words.empty() ? "" : words.back());
  return number && plain ? std::to_string(*number) : "";
}

std::string share_meant(std::string_view text) {
  if (text.size() > longest) return "";
  std::string plain = base::trim(text);
  if (plain.ends_with('%')) plain = base::trim(plain.substr(0, plain.size() - 1));
  const auto percent = read_number(plain);
  if (!percent || *percent < 2 || *percent > 99) return "";
  return (*percent < 10 ? "0.0" : "0.") + std::to_string(*percent);
}

std::string yes_no_meant(std::string_view text) {
  return text.size() > longest ? "" : std::string(meaning_of(yes_or_no, base::fold(text)));
}

std::string posts_so_far_meant(std::string_view text) {
  if (text.size() > longest) return "";
  Words words = words_of(text);
  std::erase_if(words,
                [](const std::string& word) { return word == "post" || word == "posts" || word == "than"; });
  std::string plain = base::join(words, " ");
  if (plain == "first" || plain == "the first") return "1";
  struct Form {
    std::string_view sign;
    std::string_view meant;
    int more;
  };
  constexpr std::array<Form, 11> forms{{{">=", "at least ", 0},
                                        {"<=", "at most ", 0},
                                        {">", "at least ", 1},
                                        {"<", "at most ", -1},
                                        {"more", "at least ", 1},
                                        {"over", "at least ", 1},
                                        {"less", "at most ", -1},
                                        {"fewer", "at most ", -1},
                                        {"up to", "at most ", 0},
                                        {"max", "at most ", 0},
                                        {"min", "at least ", 0}}};
  for (const Form& form : forms) {
    if (!plain.starts_with(form.sign)) continue;
    const auto number = number_of(base::trim(plain.substr(form.sign.size())));
    return number && *number + form.more > 0 ? std::string(form.meant) + std::to_string(*number + form.more)
                                             : "";
  }
  for (const std::string_view ending : {" or more", "+"}) {
    const auto number =
        plain.ends_with(ending) ? number_of(plain.substr(0, plain.size() - ending.size())) : std::nullopt;
    if (number) return "at least " + std::to_string(*number);
  }
  return number_meant(plain);
}

std::string delay_meant(std::string_view text) {
  if (text.size() > longest) return "";
  Words words = words_of(text);
  if (words.size() == 1 && read_number(words[0])) words.emplace_back("minutes");
  if (std::string half = half_in(base::join(words, " ")); !half.empty()) return half;
  const auto unit = words.size() == 2 ? minutes_in(words[1]) : std::nullopt;
  if (!unit) return "";
  double count = half_of(words[0]).value_or(0);
  if (const auto number = number_of(words[0])) count = *number;
  const long minutes = std::lround(count * *unit);
  const std::string meant = minutes > 0 ? in_largest_unit(static_cast<int>(minutes)) : "";
  return read_delay(meant) ? meant : "";
}

}  // namespace rulefile
