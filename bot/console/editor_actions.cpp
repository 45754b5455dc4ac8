#include "console/editor_actions.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "app/changes.hpp"
#include "app/desk.hpp"
#include "console/scene.hpp"
#include "console/words.hpp"
#include "rules/calendar.hpp"

namespace console {
namespace {

using nlohmann::json;
using Act = base::Result<Proved> (*)(const Scene&, const Request&, const EditorState&);

app::Edit edit_of(const Scene& scene, const EditorState& state) {
  return {scene.cohort, state.path, state.text};
}

void show_findings(const Scene& scene, const EditorState& state,
                   const std::vector<rulefile::Diagnostic>& diagnostics, Proved& proved) {
  proved.findings = findings_view(scene, state.path, diagnostics);
  proved.marks = marks_of(state.path, diagnostics);
}

base::Result<Proved> check(const Scene& scene, const Request&, const EditorState& state) {
  return check_text(scene, state);
}

base::Result<Proved> test(const Scene& scene, const Request&, const EditorState& state) {
  const auto report = scene.ports.rules_desk->test(edit_of(scene, state));
  if (!report) return report.error();
  Proved proved;
  show_findings(scene, state, report->diagnostics, proved);
  proved.proof = tests_view(scene.cohort, state.path, *report);
  return proved;
}

std::size_t posts_asked(const Request& request) {
  constexpr std::size_t otherwise = 200;
  const std::string& asked = request.field("last");
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), number);
  const bool fine = error == std::errc() && end == asked.data() + asked.size() && number > 0;
  return fine ? std::min(number, app::most_replayed_posts) : otherwise;
}

base::Result<Proved> replay(const Scene& scene, const Request& request, const EditorState& state) {
  const auto report = scene.ports.rules_desk->replay(edit_of(scene, state), posts_asked(request));
  if (!report) return report.error();
  Proved proved;
  show_findings(scene, state, report->diagnostics, proved);
  proved.proof = replay_view(scene, *report);
  return proved;
}

json conflict_view(const Scene& scene, const EditorState& state, const app::Published& published) {
  return {{"version", published.version},
          {"theirs_link", editor_link(scene.cohort, state.path)},
          {"theirs", published.text},
          {"difference", difference_view(published.text, state.text)}};
}

base::Result<Proved> publish(const Scene& scene, const Request& request, const EditorState& state) {
  const std::string& over = request.field("over");  // "mine all the same": over that version
  const auto published =
      scene.ports.rules_desk->publish(edit_of(scene, state), over.empty() ? state.version : over);
  if (!published) return published.error();
  Proved proved;
  if (published->state != app::Published::State::conflict)
    show_findings(scene, state, published->diagnostics, proved);
  proved.proof = {{"title", "Publish"}, {"fine", false}};
  switch (published->state) {
    case app::Published::State::published:
      scene.ports.changes.notify();
      proved.version = published->version;
      proved.proof = {
          {"title", "Publish"},
          {"fine", true},
          {"said", "Published. It is in service since " + scene.calendar().show_time(scene.now) + "."}};
      break;
    case app::Published::State::conflict:
      proved.proof["said"] = "Nothing was published: somebody changed this file while you were writing.";
      proved.proof["conflict"] = conflict_view(scene, state, *published);
      break;
    case app::Published::State::refused:
      proved.proof["said"] = "Nothing was published: mend the mistakes first.";
      break;
  }
  return proved;
}

}  // namespace

EditorState posted_state(const Request& request) {
  EditorState state;
  state.path = request.field("path");
  state.version = request.field("version");
  state.carriage_returns = request.field("ends") == "crlf";
  const std::string& text = request.field("text");
  state.text.reserve(text.size());
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n' && state.carriage_returns) state.text += '\r';
    state.text += c;
  }
  return state;
}

base::Result<Proved> check_text(const Scene& scene, const EditorState& state) {
  const auto diagnostics = scene.ports.rules_desk->check(edit_of(scene, state));
  if (!diagnostics) return diagnostics.error();
  Proved proved;
  show_findings(scene, state, *diagnostics, proved);
  return proved;
}

base::Result<Proved> prove(const Scene& scene, const Request& request, const EditorState& state) {
  static const std::map<std::string, Act> acts{
      {"/rules/check", check}, {"/rules/test", test}, {"/rules/replay", replay}, {"/rules/publish", publish}};
  const auto act = acts.find(request.path);
  if (act == acts.end()) return base::Error{base::ErrorKind::not_found, "There is nothing at this address."};
  if (state.text.size() > largest_page_text) {
    return base::Error{base::ErrorKind::invalid, "This text has " + size_words(state.text.size()) +
                                                     ", and the page takes " + size_words(largest_page_text) +
                                                     ". Split it into several files."};
  }
  return act->second(scene, request, state);
}

}  // namespace console
