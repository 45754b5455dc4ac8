// Answers expire. What remains today, and where an expired entry's questions lead.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "domain/content.hpp"

namespace rules {

struct LiveFaq {
  std::vector<domain::FaqEntry> entries;  // in the course's order; with the examples of those they follow
  std::map<std::string, std::string>
      ids;  // every id whose questions are still answered: the id that answers them
};

LiveFaq live_faq(const std::vector<domain::FaqEntry>& entries, std::chrono::year_month_day today);

}  // namespace rules
