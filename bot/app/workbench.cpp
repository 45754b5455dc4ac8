// Files: looked at, checked, published. The proofs and the rules' cards are in files of their own.
#include "app/workbench.hpp"

#include <algorithm>

#include "app/aside.hpp"
#include "app/desk.hpp"
#include "app/flock.hpp"
#include "app/reload.hpp"
#include "app/rule_place.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "rulefile/edit.hpp"
#include "rulefile/read.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorKind;
using rulefile::CohortFiles;
using rulefile::SourceFile;

// In its place among the others: rules are tried in the order of the files.
void put(std::vector<SourceFile>& list, const Edit& edit) {
  const auto place = std::lower_bound(
      list.begin(), list.end(), fs::path(edit.path),
      [](const SourceFile& file, const fs::path& path) { return fs::path(file.path) < path; });
  if (place != list.end() && place->path == edit.path) {
    place->text = edit.text;
  } else {
    list.insert(place, {edit.path, edit.text});
  }
}

bool contains(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

// The text of a file that may not be there.
base::Result<std::optional<std::string>> read_if_there(const fs::path& place) {
  auto text = base::read_file(place);
  if (text) return std::optional(std::move(text).value());
  if (text.error().kind == ErrorKind::not_found) return std::optional<std::string>();
  return text.error();
}

}  // namespace

std::string Workbench::version_of(const std::string& text) {
  return base::to_hex(base::stable_hash(text));
}

base::Result<Workbench::Place> Workbench::place_of(const std::string& cohort) const {
  const auto folder = parts_.reload.folder_of(cohort);
  auto running = parts_.flock.snapshot(cohort);
  if (!folder || !running) {
    return Error{ErrorKind::not_found,
                 "There is no course called \"" + base::shorten(cohort, 40) + "\" here."};
  }
  return Place{*folder, std::move(running)};
}

// Files are called as inside the folder.
base::Result<CohortFiles> Workbench::on_disk(const Place& place) const {
  auto files = read_cohort_folder(place.folder, parts_.reload.places().shipped);
  if (!files) return files;
  for (auto* list : {&files->files, &files->templates}) {
    for (SourceFile& file : *list) file.path = fs::path(file.path).lexically_relative(place.folder).string();
  }
  for (std::string& path : files->not_read) path = fs::path(path).lexically_relative(place.folder).string();
  return files;
}

base::Result<CohortFiles> Workbench::with_edit(const Place& place, const Edit& edit) const {
  if (edit.text.size() > largest_edit) {
    return Error{ErrorKind::invalid,
                 "This text is too long: a file holds at most 1 MiB. Make two files of it."};
  }
  if (const auto accepted = place_in(place.folder, edit.path); !accepted) return accepted.error();
  auto files = on_disk(place);
  if (!files) return files;
  if (edit.path.ends_with(".yaml")) put(files->files, edit);
  if (edit.path.ends_with(".mustache")) put(files->templates, edit);
  if (edit.path.ends_with(".txt")) files->texts[edit.path] = edit.text;
  return files;
}

base::Result<std::vector<FileCard>> Workbench::files(const std::string& cohort) {
  const auto place = place_of(cohort);
  if (!place) return place.error();
  const auto files = on_disk(*place);
  if (!files) return files.error();
  std::vector<FileCard> cards;
  for (const auto* list : {&files->files, &files->templates}) {
    for (const SourceFile& file : *list) cards.push_back({file.path, file.text.size(), 0, false});
  }
  for (const auto& [path, text] : files->texts) cards.push_back({path, text.size(), 0, false});
  std::erase_if(cards, [&](const FileCard& card) { return !place_in(place->folder, card.path); });
  std::sort(cards.begin(), cards.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  for (FileCard& card : cards) {
    const std::string shown = (place->folder / card.path).string();
    card.runs_as_it_was = contains(place->running->kept_files, shown);
    for (const rulefile::Diagnostic& one : place->running->diagnostics) {
      if (one.mark.file == shown && one.severity == rulefile::Severity::error) ++card.errors;
    }
  }
  return cards;
}

base::Result<FileText> Workbench::file(const std::string& cohort, const std::string& path) {
  const auto place = place_of(cohort);
  if (!place) return place.error();
  const auto found = place_in(place->folder, path);
  if (!found) return found.error();
  auto text = base::read_file(*found, largest_edit);
  if (!text) return text.error();
  const std::string version = version_of(*text);
  return FileText{std::move(text).value(), version};
}

base::Result<std::vector<rulefile::Diagnostic>> Workbench::check(const Edit& edit) {
  const std::lock_guard lock(proving_);
  const auto place = place_of(edit.cohort);
  if (!place) return place.error();
  const auto files = with_edit(*place, edit);
  if (!files) return files.error();
  rulefile::ReadOptions options = parts_.reload.options();
  options.advise = true;
  return aside([&] { return rulefile::read_cohort(*files, options).diagnostics; });
}

// Is there a bad file that would not be bad without this edit?
bool Workbench::spoils(const Place& place, const std::string& path, const rulefile::ReadCohort& edited,
                       const rulefile::ReadOptions& options) const {
  if (edited.bad_files.empty() && edited.source) return false;
  if (!edited.source || contains(edited.bad_files, path)) return true;
  const auto files = on_disk(place);
  if (!files) return true;
  const auto before = rulefile::read_cohort(*files, options).bad_files;
  return !std::all_of(edited.bad_files.begin(), edited.bad_files.end(),
                      [&](const std::string& bad) { return contains(before, bad); });
}

base::Result<Published> Workbench::publish(const Edit& edit, const std::string& version) {
  const std::lock_guard lock(publishing_);
  const auto place = place_of(edit.cohort);
  if (!place) return place.error();
  const auto files = with_edit(*place, edit);
  if (!files) return files.error();
  const auto before = read_if_there(place_in(place->folder, edit.path).value());
  if (!before) return before.error();
  const std::string standing = *before ? version_of(**before) : "";
  if (standing != version) return Published{Published::State::conflict, standing, before->value_or(""), {}};
  rulefile::ReadOptions options = parts_.reload.options();
  options.advise = true;
  Published published;
  const bool refused = aside([&] {
    const auto edited = rulefile::read_cohort(*files, options);
    published.diagnostics = edited.diagnostics;
    return spoils(*place, edit.path, edited, options);
  });
  if (refused) {
    published.state = Published::State::refused;
    published.version = standing;
    return published;
  }
  if (auto written = write(*place, edit, *before); !written) return written.error();
  published.version = version_of(edit.text);
  if (auto reloaded = parts_.desk.reload(); !reloaded) return reloaded.error();
  return published;
}

// The old text is kept first: when that fails nothing has changed.
base::Status Workbench::write(const Place& place, const Edit& edit,
                              const std::optional<std::string>& before) {
  if (before && *before == edit.text) return {};
  if (before) {
    auto kept = old_texts_.keep(edit.cohort, edit.path, *before, parts_.clock.now());
    if (!kept) return kept;
  }
  const fs::path file = place_in(place.folder, edit.path).value();
  std::error_code code;
  fs::create_directories(file.parent_path(), code);
  auto written = base::write_file_atomically(file, edit.text);
  if (!written) {
    return Error{written.error().kind,
                 "Nothing was published: " + written.error().message +
                     " Whoever runs Flockmate can let it write into the course's folder."};
  }
  if (!before) {  // as an editor would leave it: a rule is no secret
    fs::permissions(file, fs::perms{0644}, code);
  }
  return {};
}

base::Result<std::vector<OldVersion>> Workbench::versions(const std::string& cohort,
                                                          const std::string& path) {
  const auto place = place_of(cohort);
  if (!place) return place.error();
  if (const auto accepted = place_in(place->folder, path); !accepted) return accepted.error();
  return old_texts_.list(cohort, path);
}

base::Result<std::string> Workbench::old_text(const std::string& cohort, const std::string& path,
                                              const std::string& id) {
  const auto place = place_of(cohort);
  if (!place) return place.error();
  if (const auto accepted = place_in(place->folder, path); !accepted) return accepted.error();
  return old_texts_.read(cohort, path, id);
}

base::Result<Published> Workbench::restore(const std::string& cohort, const std::string& path,
                                           const std::string& id, const std::string& version) {
  auto text = old_text(cohort, path, id);
  if (!text) return text.error();
  return publish({cohort, path, std::move(text).value()}, version);
}

base::Result<SourceFile> Workbench::file_with_rule(const std::string& cohort, const std::string& rule) const {
  const auto place = place_of(cohort);
  if (!place) return place.error();
  const auto files = on_disk(*place);
  if (!files) return files.error();
  for (const SourceFile& file : files->files) {
    if (file.text.find(rule) == std::string::npos) continue;
    for (const rulefile::RuleText& one : rulefile::rule_texts(file)) {
      if (one.name == rule) return file;
    }
  }
  if (place->running->ruleset->find(rule) != nullptr) {
    return Error{ErrorKind::invalid,
                 "The rule " + rule +
                     " ships with Flockmate, so it is not changed here. Copy it into a file "
                     "of the course, with the line `replaces: starter`, and change that."};
  }
  return Error{ErrorKind::not_found, "There is no rule " + base::shorten(rule, 60) + " any more."};
}

base::Result<Published> Workbench::promote(const std::string& cohort, const std::string& rule,
                                           domain::Mode mode) {
  const auto file = file_with_rule(cohort, rule);
  if (!file) return file.error();
  auto text = rulefile::with_mode(*file, rule, mode);
  if (!text) return text.error();
  return publish({cohort, file->path, std::move(text).value()}, version_of(file->text));
}

}  // namespace app
