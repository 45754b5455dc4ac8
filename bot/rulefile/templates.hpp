// Wordings: templates as files with variants, and the placeholders that any wording may use.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rulefile/cohort_files.hpp"
#include "rulefile/findings.hpp"
#include "rulefile/named.hpp"
#include "rulefile/source_text.hpp"

namespace rulefile {

struct TemplatePart {
  explicit TemplatePart(const SourceFile& file) : source(file.path, file.text), findings(source) {}
  TemplatePart(const TemplatePart&) = delete;
  TemplatePart& operator=(const TemplatePart&) = delete;

  SourceText source;
  Findings findings;
  std::string language;  // from the path: templates/<language>/<name>.mustache
  std::string name;
  std::vector<WordingAt> variants;
};
std::unique_ptr<TemplatePart> read_template(const SourceFile& file);

// Placeholders a wording may use.
const std::vector<std::string>& placeholder_names();
// Reports unknown, unchecked and broken placeholders of one text that starts at `spot`. In a file of words
// the text's own lines are the file's; in YAML everything is reported at the value.
void check_placeholders(const std::string& text, const Spot& spot, bool is_file, Findings& findings);

}  // namespace rulefile
