#include "rulefile/zones.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "rulefile/meanings.hpp"
#include "rulefile/values.hpp"
#include "rules/calendar.hpp"

namespace rulefile {
namespace {

constexpr std::array<Meaning, 24> places{{
    {"America/St_Johns", "|nst|ndt|newfoundland|"},
    {"America/Halifax", "|ast|adt|atlantic|utc-4|"},
    {"America/New_York", "|est|edt|et|eastern|eastern time|utc-5|"},
    {"America/Chicago", "|cst|cdt|ct|central|central time|utc-6|"},
    {"America/Denver", "|mst|mdt|mt|mountain|mountain time|utc-7|"},
    {"America/Los_Angeles", "|pst|pdt|pt|pacific|pacific time|utc-8|"},
    {"America/Anchorage", "|akst|akdt|alaska|utc-9|"},
    {"Pacific/Honolulu", "|hst|hawaii|utc-10|"},
    {"America/Sao_Paulo", "|brt|utc-3|"},
    {"Europe/London", "|gmt|bst|uk|gmt0|utc+0|utc-0|"},
    {"Europe/Lisbon", "|wet|west|"},
    {"Europe/Paris", "|cet|cest|met|mest|mez|mesz|utc+1|"},
    {"Europe/Athens", "|eet|eest|utc+2|"},
    {"Europe/Moscow", "|msk|utc+3|"},
    {"Asia/Dubai", "|utc+4|"},
    {"Asia/Kolkata", "|ist|india|utc+5:30|"},
    {"Asia/Singapore", "|sgt|utc+8|"},
    {"Asia/Tokyo", "|jst|utc+9|"},
    {"Asia/Seoul", "|kst|"},
    {"Australia/Perth", "|awst|"},
    {"Australia/Adelaide", "|acst|acdt|"},
    {"Australia/Sydney", "|aest|aedt|utc+10|"},
    {"Pacific/Auckland", "|nzst|nzdt|utc+12|"},
    {"Africa/Johannesburg", "|sast|"},
}};

constexpr std::string_view by_the_hour = "etc/gmt";

std::string plain(std::string_view text) {
  std::string folded = base::fold(base::trim(text));
  std::replace(folded.begin(), folded.end(), '_', ' ');
  return folded;
}

// "gmt+01:00", "utc +1", "+1": "utc+1".
std::string offset_of(const std::string& text) {
  std::string tight = text;
  std::erase(tight, ' ');
  const std::size_t sign = tight.find_first_of("+-");
  if (sign == std::string::npos) return "";
  const std::string before = tight.substr(0, sign);
  if (!before.empty() && before != "gmt" && before != "utc") return "";
  const std::size_t colon = std::min(tight.find(':'), tight.size());
  const auto hours = read_number(tight.substr(sign + 1, colon - sign - 1));
  if (!hours) return "";
  const std::string minutes =
      colon == tight.size() || tight.substr(colon) == ":00" ? "" : tight.substr(colon);
  return "utc" + tight.substr(sign, 1) + std::to_string(*hours) + minutes;
}

// The shortest zone of this name, or of this city.
std::string zone_of(const std::string& name) {
  const std::string city = name.substr(name.find_last_of('/') + 1);
  std::string by_city;
  for (const std::string& zone : rules::zone_names()) {
    const std::string known = plain(zone);
    if (known == name) return zone;
    const bool same_city = known.size() > city.size() && known.ends_with("/" + city);
    if (same_city && (by_city.empty() || zone.size() < by_city.size())) by_city = zone;
  }
  return by_city;
}

}  // namespace

std::string zone_meant(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.empty() || text.size() > longest) return "";
  std::string name = plain(text);
  if (name.starts_with(by_the_hour)) return "";  // its sign is the other way round: nobody knows that
  for (const std::string& known : {name, offset_of(name)}) {
    if (const std::string_view zone = meaning_of(places, known); !zone.empty()) return std::string(zone);
  }
  name = base::trim(name.substr(0, name.find(',')));  // "Paris, France"
  if (std::string zone = zone_of(name); !zone.empty()) return zone;
  return base::closest(text, rules::zone_names());
}

bool is_zone_without_place(std::string_view text) {
  const std::string name = plain(text);
  return name.starts_with(by_the_hour) ||
         (name.find('/') == std::string::npos && !meaning_of(places, name).empty());
}

}  // namespace rulefile
