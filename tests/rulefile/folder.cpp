#include "tests/rulefile/folder.hpp"

#include <algorithm>
#include <filesystem>

#include "base/files.hpp"

namespace tests {
namespace {

namespace fs = std::filesystem;

const fs::path source_dir = FLOCKMATE_SOURCE_DIR;

std::vector<rulefile::SourceFile> files_of(const fs::path& folder, const std::string& ending,
                                           const std::string& shown_as) {
  std::vector<rulefile::SourceFile> out;
  if (!fs::is_directory(folder)) return out;
  const auto paths = base::list_files(folder, ending);
  if (!paths) return out;
  for (const fs::path& path : *paths) {
    auto text = base::read_file(path);
    if (text) out.push_back({(fs::path(shown_as) / fs::relative(path, folder)).string(), std::move(*text)});
  }
  return out;
}

constexpr const char* good_course =
    "course:\n"
    "  name: Online facilitation\n"
    "  site: https://example.org/course\n"
    "  hashtags: [\"#flockcourse\"]\n"
    "  languages: [en, fr]\n"
    "  time_zone: America/Toronto\n"
    "  contact: \"@dana@social.example\"\n"
    "  facilitators:\n"
    "    - name: Dana\n"
    "      practice: dana\n";

}  // namespace

rulefile::CohortFiles cohort_folder(const std::string& folder, const std::string& shown_as) {
  rulefile::CohortFiles files;
  files.cohort = fs::path(folder).filename().string();
  files.files = files_of(folder, ".yaml", shown_as);
  files.templates = files_of(fs::path(folder) / "templates", ".mustache", shown_as + "/templates");
  files.starter = files_of(source_dir / "rules", ".yaml", "rules");
  files.starter_templates = files_of(source_dir / "templates", ".mustache", "templates");
  return files;
}

rulefile::CohortFiles starter_pack() {
  return cohort_folder((source_dir / "rules").string(), "rules");
}

rulefile::CohortFiles with_file(const std::string& name, const std::string& text) {
  rulefile::CohortFiles files;
  files.cohort = "spring";
  files.files = {{"course.yaml", good_course}, {name, text}};
  files.starter = files_of(source_dir / "rules", ".yaml", "rules");
  files.starter_templates = files_of(source_dir / "templates", ".mustache", "templates");
  return files;
}

rulefile::CohortFiles with_rules(const std::string& rules) {
  return with_file("questions.yaml", rules);
}

std::string places(const std::vector<rulefile::Diagnostic>& diagnostics) {
  std::string out;
  for (const rulefile::Diagnostic& one : diagnostics) {
    out += one.code + " " + one.mark.file + ":" + std::to_string(one.mark.line) + ":" +
           std::to_string(one.mark.column) + "\n";
  }
  return out;
}

}  // namespace tests
