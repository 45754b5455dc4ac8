#include <nlohmann/json.hpp>
#include <sstream>

#include "rulefile/diagnostic.hpp"

namespace rulefile {
namespace {

void heading(const Diagnostic& one, std::ostream& out) {
  out << one.mark.file << ':' << one.mark.line << ':' << one.mark.column << "  " << one.code << "  "
      << (one.severity == Severity::warning ? "warning: " : "") << one.message << '\n';
}

}  // namespace

std::string to_text(const std::vector<Diagnostic>& diagnostics, bool) {
  std::ostringstream out;
  for (const Diagnostic& one : diagnostics) heading(one, out);
  return out.str();
}

}  // namespace rulefile
