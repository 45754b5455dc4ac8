// The tables of reasons, one for each language. A reason's %1 to %9 are its arguments.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "rules/reasons.hpp"

namespace rules {

struct ReasonRow {
  Reason reason;
  std::string_view words;
};
inline constexpr auto reason_count = static_cast<std::size_t>(Reason::count);
using ReasonWords = std::array<ReasonRow, reason_count>;  // in the order of the enumeration

constexpr bool in_order(const ReasonWords& table) {
  std::size_t place = 0;
  for (const ReasonRow& row : table) {
    if (static_cast<std::size_t>(row.reason) != place++) return false;
  }
  return true;
}

const ReasonWords& english_reasons();
const ReasonWords& french_reasons();

}  // namespace rules
