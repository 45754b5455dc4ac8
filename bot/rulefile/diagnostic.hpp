// One mistake in a teacher's file, told so that a teacher can mend it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rulefile/message.hpp"

namespace rulefile {

enum class Severity { error, warning };

// Lines and columns from 1; columns count characters as an editor shows them (a tab is one).
struct Mark {
  std::string file;
  int line = 1;
  int column = 1;
  int end_line = 1;
  int end_column = 1;  // exclusive
};

struct Diagnostic {
  Mark mark;
  std::string code;  // "R014"
  Severity severity = Severity::error;
  std::string message;       // the effect on learners first
  std::string under_caret;   // beside the carets, or ""
  std::string effect;        // what would happen, or ""
  std::string fix;           // what to write instead, or ""
  std::string source_line;   // the line as it stands in the file
  std::optional<Told> told;  // what the sentences above (in English) were made from
};

bool has_errors(const std::vector<Diagnostic>& diagnostics);
// By file, line, column; at most one per line and file.
std::vector<Diagnostic> in_reading_order(std::vector<Diagnostic> diagnostics);

// Without the closing count.
std::string to_text(const std::vector<Diagnostic>& diagnostics, bool colours,
                    Language language = Language::english);
// "2 errors, 1 warning"
std::string count_line(const std::vector<Diagnostic>& diagnostics, Language language = Language::english);
std::string to_json(const std::vector<Diagnostic>& diagnostics, Language language = Language::english);
std::string to_github(const std::vector<Diagnostic>& diagnostics, Language language = Language::english);

}  // namespace rulefile
