#include "app/reload.hpp"

#include <algorithm>

#include "app/aside.hpp"
#include "app/flock.hpp"
#include "base/files.hpp"
#include "rulefile/read.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;
using rulefile::SourceFile;

std::vector<SourceFile>* list_with(rulefile::CohortFiles& files, const std::string& path) {
  for (auto* list : {&files.files, &files.templates}) {
    const auto same = [&](const SourceFile& file) { return file.path == path; };
    if (std::any_of(list->begin(), list->end(), same)) return list;
  }
  return nullptr;
}

}  // namespace

struct Reload::Loaded {
  rulefile::ReadCohort read;
  std::vector<rulefile::Diagnostic> diagnostics;  // of the files as they stand
  std::set<std::string> kept;                     // replaced by their last good text
  std::set<std::string> left_out;
};

Reload::Reload(CohortPlaces places, rulefile::ReadOptions options, const base::Clock& clock, Flock& flock)
    : places_(std::move(places)),
      own_policy_(options.policies.front()),
      options_(std::move(options)),
      clock_(clock),
      flock_(flock) {
  options_.advise = false;
}

base::Status Reload::run() {
  const std::lock_guard lock(running_);
  return aside([&] {
    base::Status first;
    for (const fs::path& folder : places_.folders) {
      auto done = run_cohort(folder);
      if (!done && first) first = std::move(done);
    }
    return first;
  });
}

std::optional<fs::path> Reload::folder_of(const std::string& cohort) const {
  for (const fs::path& folder : places_.folders) {
    if (cohort_name(folder) == cohort) return folder;
  }
  return std::nullopt;
}

rulefile::ReadOptions Reload::options() const {
  const std::lock_guard lock(running_);
  rulefile::ReadOptions options = options_;
  options.now = clock_.now();
  return options;
}

base::Status Reload::use_policy(const rules::NetworkPolicy& policy) {
  const std::lock_guard lock(running_);
  options_.policies.at(static_cast<std::size_t>(policy.network)) = policy;
  for (const std::string& cohort : flock_.cohorts()) {
    const auto snapshot = flock_.snapshot(cohort);
    auto ruleset = aside([&] { return snapshot->ruleset->with_policy(policy, clock_.now()); });
    if (!ruleset) return ruleset.error();
    Snapshot changed = *snapshot;
    changed.ruleset = std::move(ruleset).value();
    flock_.set(cohort, std::move(changed));
  }
  return {};
}

base::Status Reload::use_own_policy() {
  return use_policy(own_policy_);
}

base::Status Reload::run_cohort(const fs::path& folder) {
  const std::string cohort = cohort_name(folder);
  auto files = read_quiet_cohort_folder(folder, places_.shipped);
  if (!files) {
    as_read_.erase(cohort);
    note_trouble(cohort, files.error().message, {});
    return files.error();
  }
  const auto known = as_read_.find(cohort);
  if (known != as_read_.end() && same_texts(known->second, *files)) return {};
  as_read_.erase(cohort);
  auto done = put_in_service(*files, folder);
  if (done) as_read_.emplace(cohort, std::move(files).value());
  return done;
}

base::Status Reload::put_in_service(rulefile::CohortFiles files, const fs::path& folder) {
  Loaded loaded = read_what_runs(files, folder);
  if (!loaded.read.source) {
    const std::string trouble = "The course in " + folder.string() +
                                " cannot run: mend the file that holds `course:`, then try again.";
    const std::string found = rulefile::to_text(loaded.diagnostics, false);
    note_trouble(files.cohort, trouble, std::move(loaded.diagnostics));
    return base::Error{base::ErrorKind::invalid, found + trouble};
  }
  auto ruleset = rules::Ruleset::compile(std::move(*loaded.read.source), clock_.now());
  if (!ruleset) {
    note_trouble(files.cohort, ruleset.error().message, std::move(loaded.diagnostics));
    return ruleset.error();
  }
  auto kept = keep_good(files, folder, loaded);
  Snapshot snapshot;
  snapshot.ruleset = std::move(ruleset).value();
  snapshot.diagnostics = std::move(loaded.diagnostics);
  snapshot.kept_files.assign(loaded.kept.begin(), loaded.kept.end());
  snapshot.loaded_at = clock_.now();
  const std::string cohort = files.cohort;
  snapshot.files = std::make_shared<const rulefile::CohortFiles>(std::move(files));
  flock_.set(cohort, std::move(snapshot));
  return kept;
}

// What runs goes on running; the pages say what is wrong with the files.
void Reload::note_trouble(const std::string& cohort, const std::string& trouble,
                          std::vector<rulefile::Diagnostic> diagnostics) {
  const auto running = flock_.snapshot(cohort);
  if (!running) return;
  Snapshot noted = *running;
  noted.trouble = trouble;
  if (!diagnostics.empty()) noted.diagnostics = std::move(diagnostics);
  flock_.replace(cohort, running, std::move(noted));
}

// Bad files are replaced by their last good text, and left out when that is bad too (or there is none), until
// what is left can be read. Each file changes at most twice, so this ends.
Reload::Loaded Reload::read_what_runs(rulefile::CohortFiles& files, const fs::path& folder) const {
  rulefile::ReadOptions options = options_;
  options.now = clock_.now();
  Loaded loaded;
  loaded.read = rulefile::read_cohort(files, options);
  loaded.diagnostics = loaded.read.diagnostics;
  while (!loaded.read.bad_files.empty() && mend(files, folder, loaded)) {
    loaded.read = rulefile::read_cohort(files, options);
  }
  return loaded;
}

bool Reload::mend(rulefile::CohortFiles& files, const fs::path& folder, Loaded& loaded) const {
  bool changed = false;
  for (const std::string& path : loaded.read.bad_files) {
    auto* list = list_with(files, path);
    if (list == nullptr) continue;  // one of the shipped files: not ours to change
    const auto file =
        std::find_if(list->begin(), list->end(), [&](const auto& one) { return one.path == path; });
    const auto good = base::read_file(place_of(path, folder));
    changed = true;
    if (good && !loaded.kept.contains(path)) {
      file->text = *good;
      loaded.kept.insert(path);
    } else {
      list->erase(file);
      loaded.kept.erase(path);
      loaded.left_out.insert(path);
    }
  }
  return changed;
}

fs::path Reload::place_of(const std::string& file, const fs::path& folder) const {
  if (places_.last_good.empty()) return {};
  return places_.last_good / cohort_name(folder) / fs::path(file).lexically_relative(folder);
}

base::Status Reload::keep_good(const rulefile::CohortFiles& files, const fs::path& folder,
                               const Loaded& loaded) const {
  if (places_.last_good.empty()) return {};
  std::set<fs::path> wanted;
  for (const std::string& path : loaded.left_out) wanted.insert(place_of(path, folder));
  for (const auto* list : {&files.files, &files.templates}) {
    for (const SourceFile& file : *list) {
      const fs::path place = place_of(file.path, folder);
      wanted.insert(place);
      if (loaded.kept.contains(file.path)) continue;
      if (const auto known = base::read_file(place); known && *known == file.text) continue;
      std::error_code code;
      fs::create_directories(place.parent_path(), code);
      if (auto written = base::write_file_atomically(place, file.text); !written) return written;
    }
  }
  const fs::path kept = places_.last_good / cohort_name(folder);
  for (const char* ending : {".yaml", ".mustache"}) {
    const auto known = base::list_files(kept, ending);
    if (!known) continue;
    for (const fs::path& path : *known) {  // a file that was taken away must not come back
      std::error_code code;
      if (!wanted.contains(path)) fs::remove(path, code);
    }
  }
  return {};
}

}  // namespace app
