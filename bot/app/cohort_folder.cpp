#include "app/cohort_folder.hpp"

#include <algorithm>
#include <thread>

#include "base/files.hpp"
#include "rulefile/read.hpp"

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

bool same_list(const std::vector<rulefile::SourceFile>& one, const std::vector<rulefile::SourceFile>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const auto& a, const auto& b) { return a.path == b.path && a.text == b.text; });
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
  files.cohort = cohort_name(folder);
  if (const auto done = read_into(folder, ".yaml", files.files); !done) return done.error();
  if (const auto done = read_into(folder / "templates", ".mustache", files.templates); !done)
    return done.error();
  // Systems that hide the end of a name add one of their own.
  for (const std::string_view ending : {".yml", ".yaml.txt", ".yml.txt", ".YAML", ".YML"}) {
    const auto misnamed = base::list_files(folder, ending);
    if (!misnamed) return misnamed.error();
    for (const fs::path& path : *misnamed) files.not_read.push_back(path.string());
  }
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

bool same_texts(const rulefile::CohortFiles& one, const rulefile::CohortFiles& other) {
  return same_list(one.files, other.files) && same_list(one.templates, other.templates) &&
         same_list(one.starter, other.starter) && same_list(one.starter_templates, other.starter_templates) &&
         one.texts == other.texts && one.not_read == other.not_read;
}

base::Result<rulefile::CohortFiles> read_quiet_cohort_folder(const fs::path& folder,
                                                             const ShippedFiles& shipped) {
  constexpr int attempts = 20;
  constexpr std::chrono::milliseconds pause{50};
  auto before = read_cohort_folder(folder, shipped);
  for (int attempt = 0; attempt < attempts; ++attempt) {
    auto again = read_cohort_folder(folder, shipped);
    if (before && again && same_texts(*before, *again)) return again;
    // A file that comes and goes may be missing for a moment; a folder that is not there is not there.
    if (!before && !again && before.error().message == again.error().message) return again;
    before = std::move(again);
    std::this_thread::sleep_for(pause);
  }
  return base::Error{base::ErrorKind::unavailable, "The files in " + folder.string() +
                                                       " keep changing. They are read again once they rest."};
}

std::string cohort_name(const fs::path& folder) {
  const fs::path whole = fs::absolute(folder).lexically_normal();
  return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

}  // namespace app
