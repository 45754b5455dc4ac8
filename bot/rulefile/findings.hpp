// Collects what is wrong with one file.
#pragma once

#include <string>
#include <vector>

#include "rulefile/messages.hpp"
#include "rulefile/source_text.hpp"

namespace rulefile {

class Findings {
 public:
  explicit Findings(const SourceText& source) : source_(source) {}
  void add(Message message, const Spot& spot, const std::vector<Argument>& arguments = {});
  const SourceText& source() const { return source_; }
  std::vector<Diagnostic> take() { return std::move(diagnostics_); }
  bool empty() const { return diagnostics_.empty(); }
  bool any_errors() const { return has_errors(diagnostics_); }
  // Was a line between these two told that may hide others? What is missing there may be among them.
  bool hide_lines(int first, int last) const;
  bool full() const;  // nothing more is taken

 private:
  const SourceText& source_;
  std::vector<Diagnostic> diagnostics_;
  bool cut_short_ = false;  // what stands at the file's end was told as not read
};

}  // namespace rulefile
