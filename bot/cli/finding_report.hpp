// Findings, printed as they are made (text) or together at the end (json).
#pragma once

#include <string>

#include "domain/finding.hpp"

namespace cli {

class FindingReport {
 public:
  explicit FindingReport(bool as_json) : as_json_(as_json) {}

  void add(const domain::Finding& finding);
  void add(const domain::Findings& findings);
  // The last line, or the JSON. True: nothing stands in the way.
  bool end();

 private:
  const bool as_json_;
  domain::Findings findings_;
};

}  // namespace cli
