#include "rulefile/read.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "language/reading.hpp"
#include "rulefile/assemble.hpp"
#include "rulefile/check.hpp"
#include "rulefile/cohort_parts.hpp"

namespace rulefile {

const CoursePart* CohortParts::course() const {
  for (const auto& file : own) {
    if (file->course) return &*file->course;
  }
  return nullptr;
}

bool CohortParts::all_readable() const {
  for (const auto& file : own) {
    if (!file->readable) return false;
  }
  return true;
}

CohortParts read_parts(const CohortFiles& files) {
  CohortParts parts;
  for (const SourceFile& file : files.files) parts.own.push_back(read_part(file));
  for (const SourceFile& file : files.starter) parts.shipped.push_back(read_part(file));
  for (const SourceFile& file : files.templates) parts.own_words.push_back(read_template(file));
  for (const SourceFile& file : files.starter_templates) parts.shipped_words.push_back(read_template(file));
  const CoursePart* course = parts.course();
  parts.uses_starter = course != nullptr && course->course.uses_starter;
  return parts;
}

namespace {

template <typename Parts>
void collect(Parts& parts, std::vector<Diagnostic>& out) {
  for (auto& part : parts) {
    for (Diagnostic& diagnostic : part->findings.take()) out.push_back(std::move(diagnostic));
  }
}

void report_unread(const CohortFiles& files, std::vector<Diagnostic>& out) {
  for (const std::string& path : files.not_read) {
    FilePart part(SourceFile{path, ""});
    const std::string name = std::filesystem::path(path).filename().string();
    const std::size_t end = std::min({name.rfind(".y"), name.rfind(".Y"), name.size()});
    part.findings.add(Message::unknown_file, {}, {name.substr(0, end) + ".yaml", name.substr(end)});
    out.push_back(part.findings.take().front());
  }
}

// Nowhere to point at: the folder is named instead.
void report_nothing_to_read(const CohortFiles& files, std::vector<Diagnostic>& out) {
  if (!files.files.empty()) return;
  FilePart folder(SourceFile{files.cohort, ""});
  folder.findings.add(Message::no_course, {});
  out.push_back(folder.findings.take().front());
}

constexpr const char* code_of_unproved_rules = "R054";

// Mend first, prove then: what has no case yet is not told of a file that has errors.
void drop_early_advice(std::vector<Diagnostic>& diagnostics, const std::set<std::string>& bad_files) {
  std::erase_if(diagnostics, [&](const Diagnostic& one) {
    return one.code == code_of_unproved_rules && bad_files.contains(one.mark.file);
  });
}

}  // namespace

ReadCohort read_cohort(const CohortFiles& files, const ReadOptions& options) {
  CohortParts parts = read_parts(files);
  check_cohort(parts, files, options);
  ReadCohort out;
  collect(parts.own, out.diagnostics);
  collect(parts.own_words, out.diagnostics);
  collect(parts.shipped, out.diagnostics);
  collect(parts.shipped_words, out.diagnostics);
  report_unread(files, out.diagnostics);
  report_nothing_to_read(files, out.diagnostics);
  out.diagnostics = in_reading_order(std::move(out.diagnostics));
  std::set<std::string> bad;
  for (const Diagnostic& diagnostic : out.diagnostics) {
    if (diagnostic.severity == Severity::error) bad.insert(diagnostic.mark.file);
  }
  drop_early_advice(out.diagnostics, bad);
  out.bad_files.assign(bad.begin(), bad.end());
  out.source = assemble(parts, files, options, bad);
  return out;
}

}  // namespace rulefile
