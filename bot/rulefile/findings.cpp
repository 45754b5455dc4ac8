#include "rulefile/findings.hpp"

#include <utility>

namespace rulefile {
namespace {

// Hostile files must not make a report larger than anybody reads.
constexpr std::size_t most_findings = 1000;

}  // namespace

void Findings::add(Message message, const Spot& spot, const std::vector<std::string>& arguments) {
  if (diagnostics_.size() >= most_findings) return;
  Diagnostic diagnostic = compose(message, arguments);
  diagnostic.mark = source_.mark(spot);
  diagnostic.source_line = source_.line(spot.line);
  diagnostics_.push_back(std::move(diagnostic));
}

}  // namespace rulefile
