// The editor: a file's text, what is wrong with it, and what its proofs say.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/rules_desk.hpp"

namespace console {

struct Scene;

// What the page takes; a file may be larger, and is then edited where it stands. Every byte of a form may be
// written as three, and a request takes a MiB.
inline constexpr std::size_t largest_page_text = std::size_t{256} * 1024;

// The page without what is found out about the text.
struct EditorState {
  std::string path;
  std::string text;
  std::string version;            // of the text that was edited, "" for a new file
  bool carriage_returns = false;  // the file's lines end as those of Windows do, and shall do so again
  int line = 0;                   // to which the reader came, or 0
};
nlohmann::json editor_view(const Scene& scene, const EditorState& state);

// "2 mistakes to mend, 1 hint.", and each of them with its line; those of `path` first.
nlohmann::json findings_view(const Scene& scene, const std::string& path,
                             const std::vector<rulefile::Diagnostic>& diagnostics);
// Where the editor marks its lines: [{"line": 14, "column": 3, "error": true}].
nlohmann::json marks_of(const std::string& path, const std::vector<rulefile::Diagnostic>& diagnostics);

nlohmann::json tests_view(const std::string& cohort, const std::string& path, const app::TestReport& report);
nlohmann::json replay_view(const Scene& scene, const app::ReplayReport& report);
nlohmann::json versions_view(const Scene& scene, const std::string& path,
                             const std::vector<app::OldVersion>& versions);
// Lines with their signs, for the page; null for equal texts.
nlohmann::json difference_view(const std::string& before, const std::string& after);

}  // namespace console
