#include "rulefile/yaml_text.hpp"

namespace rulefile {

TextPass pass_over_text(const SourceText& source, Findings&) {
  return {source.text()};
}

std::string plain_words(const std::string&) {
  return "";
}

}  // namespace rulefile
