// From a request below /rules to its page: the rules, the editor, old versions, and what their buttons do.
#pragma once

#include <nlohmann/json.hpp>

#include "base/result.hpp"
#include "console/http.hpp"
#include "console/page_shelf.hpp"

namespace console {

struct EditorState;
struct Proved;

struct Scene;

class RulesPages {
 public:
  RulesPages(const PageShelf& shelf, bool can_log_out) : shelf_(shelf), can_log_out_(can_log_out) {}

  // The rules, and everything that may take as long as their proof does.
  static bool owns(const Request& request);
  // The visitor is let in and a form's token fits. Thread-safe.
  Response answer(const Scene& scene, const Request& request) const;

 private:
  using Page = Response (RulesPages::*)(const Scene&, const Request&) const;
  static Page page_of(const Request& request);
  Response rules(const Scene& scene, const Request& request) const;
  Response editor(const Scene& scene, const Request& request) const;
  Response old_version(const Scene& scene, const Request& request) const;
  Response help(const Scene& scene, const Request& request) const;
  Response proved(const Scene& scene, const Request& request) const;
  Response restore(const Scene& scene, const Request& request) const;
  Response promote(const Scene& scene, const Request& request) const;
  Response mark_wrong(const Scene& scene, const Request& request) const;

  Response show(const std::string& page, nlohmann::json view, int status = 200) const;
  Response show_editor(const Scene& scene, const EditorState& state, const base::Result<Proved>& proved,
                       const std::string& told) const;
  Response script_answer(const Scene& scene, const EditorState& state, const Proved& proved) const;
  nlohmann::json versions_of(const Scene& scene, const std::string& path) const;
  Response trouble(const Request& request, const base::Error& error) const;

  const PageShelf& shelf_;
  bool can_log_out_;
};

}  // namespace console
