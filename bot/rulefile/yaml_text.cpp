#include "rulefile/yaml_text.hpp"

#include "rulefile/text_scanner.hpp"

namespace rulefile {

TextPass pass_over_text(const SourceText& source, Findings& findings) {
  TextScanner scanner(source, findings);
  scanner.run();
  if (!scanner.readable()) return {};
  return {scanner.mended()};
}

Argument plain_words(const std::string& message) {
  const auto says = [&](std::string_view part) { return message.find(part) != std::string::npos; };
  if (says("flow not found")) return Phrase::bracket_open;
  if (says("end of map") || says("end of sequence")) {
    return Phrase::not_below;
  }
  if (says("EOF in scalar")) return Phrase::quote_open;
  if (says("map value") || says("map key")) return Phrase::stray_colon;
  if (says("block entry")) return Phrase::stray_dash;
  if (says("flow end")) return Phrase::bracket_closed;
  return "";
}

}  // namespace rulefile
