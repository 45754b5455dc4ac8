#include "rulefile/yaml_text.hpp"

#include "rulefile/text_scanner.hpp"

namespace rulefile {

TextPass pass_over_text(const SourceText& source, Findings& findings) {
  TextScanner scanner(source, findings);
  scanner.run();
  if (!scanner.readable()) return {};
  return {scanner.mended()};
}

std::string plain_words(const std::string& message) {
  const auto says = [&](std::string_view part) { return message.find(part) != std::string::npos; };
  if (says("flow not found")) return "A bracket or a brace is opened and not closed.";
  if (says("end of map") || says("end of sequence")) {
    return "This line does not start exactly below the lines it belongs to.";
  }
  if (says("EOF in scalar")) return "A quote is opened and never closed.";
  if (says("map value") || says("map key")) return "There is a colon where none can stand.";
  if (says("block entry")) return "There is a dash where none can stand.";
  if (says("flow end")) return "A bracket or a brace is closed that was never opened.";
  return "";
}

}  // namespace rulefile
