#include "app/cohort_folder.hpp"

#include "base/files.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

base::Status read_into(const fs::path& folder, std::string_view ending,
                       std::vector<rulefile::SourceFile>& files) {
  if (!fs::is_directory(folder)) return {};
  const auto paths = base::list_files(folder, ending);
  if (!paths) return paths.error();
  for (const fs::path& path : *paths) {
    auto text = base::read_file(path);
    if (!text) return text.error();
    files.push_back({path.string(), std::move(text).value()});
  }
  return {};
}

// The shipped pack's own folder is itself a cohort: then nothing is read twice.
bool is_shipped(const fs::path& folder, const ShippedFiles& shipped) {
  std::error_code code;
  return fs::equivalent(folder, shipped.root / "rules", code);
}

}  // namespace

base::Result<rulefile::CohortFiles> read_cohort_folder(const fs::path& folder, const ShippedFiles& shipped) {
  if (!fs::is_directory(folder)) {
    return base::Error{
        base::ErrorKind::not_found,
        folder.string() + " is not a folder. Name the folder that holds the course's YAML files."};
  }
  rulefile::CohortFiles files;
  const fs::path whole = fs::absolute(folder).lexically_normal();
  files.cohort = whole.has_filename() ? whole.filename().string() : whole.parent_path().filename().string();
  if (const auto done = read_into(folder, ".yaml", files.files); !done) return done.error();
  if (const auto done = read_into(folder / "templates", ".mustache", files.templates); !done)
    return done.error();
  std::vector<rulefile::SourceFile> texts;
  if (const auto done = read_into(folder, ".txt", texts); !done) return done.error();
  for (const rulefile::SourceFile& text : texts) {
    files.texts.emplace(fs::path(text.path).lexically_relative(folder).string(), text.text);
  }
  if (!is_shipped(folder, shipped)) {
    if (const auto done = read_into(shipped.root / "rules", ".yaml", files.starter); !done)
      return done.error();
  }
  if (const auto done = read_into(shipped.root / "templates", ".mustache", files.starter_templates); !done) {
    return done.error();
  }
  return files;
}

}  // namespace app
