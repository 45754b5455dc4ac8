// What the editor's buttons ask of the rules desk: check, test, replay, publish.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "base/result.hpp"
#include "console/editor_view.hpp"
#include "console/http.hpp"

namespace console {

struct Scene;

// What came of it, as views; null where nothing was asked.
struct Proved {
  nlohmann::json findings;
  nlohmann::json marks = nlohmann::json::array();
  nlohmann::json proof;
  std::string version;  // published: of what stands on disk now
  bool published() const { return !version.empty(); }
};

// The file as the form gives it back. Line ends are the file's own again, whatever the browser made of them.
EditorState posted_state(const Request& request);

// Errors are sentences for who clicked; the text that was posted is theirs to show again.
base::Result<Proved> check_text(const Scene& scene, const EditorState& state);
// By the request's path: /rules/check, /rules/test, /rules/replay, /rules/publish; not_found for another.
base::Result<Proved> prove(const Scene& scene, const Request& request, const EditorState& state);

}  // namespace console
