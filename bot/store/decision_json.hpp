// Decisions as the traces' JSON column, without texts.
#pragma once

#include <string>

#include "domain/decision.hpp"

namespace store {

std::string to_json(const domain::Decision& decision);
// Throws std::exception on JSON that to_json never wrote.
domain::Decision decision_from_json(const std::string& text);

}  // namespace store
