// What the course knows: answers and terms.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/course.hpp"

namespace domain {

struct FaqEntry {
  std::string id;
  std::vector<std::string> asks;  // example wordings, in any language
  LocalText answer;
  std::optional<std::chrono::year_month_day> until;  // last day in course time on which the answer is given
  std::string then;                                  // id of the entry that follows it, or ""
};

struct GlossaryTerm {
  std::string term;
  std::vector<std::string> also;
  std::map<NetworkKind, std::string> called;  // the network's own word for it
  LocalText means;
};

struct Content {
  std::vector<FaqEntry> faq;
  std::vector<GlossaryTerm> glossary;
};

}  // namespace domain
