#include "cli/finding_report.hpp"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

namespace cli {
namespace {

using domain::Finding;
using domain::Health;
using Json = nlohmann::ordered_json;

constexpr std::size_t margin = 9;  // of the longest word, and two

void print(const Finding& finding) {
  std::string word(domain::to_word(finding.health));
  word.resize(margin, ' ');
  std::cout << word << finding.what << ": " << finding.sentence << '\n';
  if (!finding.mend.empty()) std::cout << std::string(margin, ' ') << finding.mend << '\n';
  std::cout.flush();
}

std::ptrdiff_t count(const domain::Findings& findings, Health health) {
  return std::count_if(findings.begin(), findings.end(),
                       [&](const Finding& one) { return one.health == health; });
}

std::string counted(std::ptrdiff_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

}  // namespace

void FindingReport::add(const Finding& finding) {
  if (!as_json_) print(finding);
  findings_.push_back(finding);
}

void FindingReport::add(const domain::Findings& findings) {
  for (const Finding& one : findings) add(one);
}

bool FindingReport::end() {
  const auto errors = count(findings_, Health::error);
  const auto warnings = count(findings_, Health::warning);
  if (as_json_) {
    Json all = Json::array();
    for (const Finding& one : findings_) {
      all.push_back({{"what", one.what},
                     {"verdict", domain::to_word(one.health)},
                     {"sentence", one.sentence},
                     {"mend", one.mend}});
    }
    const Json report{{"findings", all}, {"errors", errors}, {"warnings", warnings}};
    std::cout << report.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  } else if (errors + warnings == 0) {
    std::cout << "Nothing stands in the way.\n";
  } else {
    std::cout << counted(errors, "error") << ", " << counted(warnings, "warning") << ".\n";
  }
  return errors + warnings == 0;
}

}  // namespace cli
