// How long a post is, as each network counts. lengths_of (reader.hpp) gives the counts of today; the rest is
// what X's own library reports.
#pragma once

#include <string_view>

#include "language/reading.hpp"

namespace language {

// X's published configurations. Weights are in hundredths (version 1: whole characters).
struct XConfig {
  int max_length = 280;
  int scale = 100;
  int default_weight = 200;
  int light_weight = 100;  // Latin, Greek, Cyrillic, Arabic and their like, common punctuation
  bool has_light_ranges = true;
  bool counts_emoji_once = true;
  int url_length = 23;
};
inline constexpr XConfig x_version_1{140, 1, 1, 1, false, false, 23};
inline constexpr XConfig x_version_2{280, 100, 200, 100, true, false, 23};
inline constexpr XConfig x_version_3{};

// Positions are in UTF-16 units, the last included.
struct XLength {
  int weighted = 0;
  bool valid = false;
  int permillage = 0;
  int display_end = 0;
  int valid_end = 0;
};
XLength measure_for_x(std::string_view text, const XConfig& config);

// X's weighted length as of today, and all lengths, for callers that have decoded this text already.
int x_weighted(std::string_view text, std::u32string_view points);
Lengths lengths_of(std::string_view text, std::u32string_view points, const Entities& entities);

}  // namespace language
