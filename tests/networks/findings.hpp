// Findings as text, for tests.
#pragma once

#include <string>

#include "domain/finding.hpp"

namespace network_tests {

inline std::string words_of(const domain::Finding& one) {
  return std::string(domain::to_word(one.health)) + " " + one.sentence +
         (one.mend.empty() ? "" : " | " + one.mend);
}

inline std::string finding(const domain::Findings& all, const std::string& what) {
  for (const domain::Finding& one : all) {
    if (one.what == what) return words_of(one);
  }
  return "no finding about " + what;
}

inline std::string last(const domain::Findings& all) {
  return all.empty() ? "" : words_of(all.back());
}

inline std::string lines_of(const domain::Findings& all) {
  std::string lines;
  for (const domain::Finding& one : all) {
    lines += std::string(domain::to_word(one.health)) + " " + one.what + ": " + one.sentence + "\n";
  }
  return lines;
}

}  // namespace network_tests
