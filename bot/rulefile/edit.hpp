// Small changes to a file as a person would make them: one value, one line, one test. Everything else stays
// byte for byte: comments, layout, line ends, byte order mark. What comes out has been read again and says
// what was asked; where that cannot be done the error says what to change by hand.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/action.hpp"

namespace rulefile {

struct Case;
struct CaseResult;
struct SourceFile;

// A rule's own lines, without those of the rules around it.
struct RuleText {
  std::string name;
  int line = 0;  // of its first line, from 1
  std::string text;
};
// In the order of the file; none of a file that cannot be read.
std::vector<RuleText> rule_texts(const SourceFile& file);

// The file with that mode for the rule: its `mode:` line is rewritten, or added below the name. Errors:
// not_found (no such rule there), invalid.
base::Result<std::string> with_mode(const SourceFile& file, const std::string& rule, domain::Mode mode);

struct AddedCase {
  std::string text;  // of the whole file
  int line = 0;      // of the new test
};
// The file with one more test of the rule, behind those it has. Of the case are written: what it says, what
// differs from a newcomer's first post in the practice room, and what is expected. Errors as above.
base::Result<AddedCase> with_case(const SourceFile& file, const Case& one);

// What happened becomes what is expected. Errors: conflict (the file has changed), invalid (an expectation
// over several lines).
base::Result<std::string> accepted(const SourceFile& file, const CaseResult& result);
// The failed result at FILE:LINE, as the report shows it. Errors: not_found, invalid (it holds already).
base::Result<CaseResult> result_at(const std::vector<CaseResult>& results, const std::string& place);

}  // namespace rulefile
