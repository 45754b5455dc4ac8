#include "console/editor_view.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "console/frame_view.hpp"
#include "console/line_diff.hpp"
#include "console/words.hpp"
#include "rules/calendar.hpp"

namespace console {
namespace {

using nlohmann::json;

constexpr std::size_t most_diff_lines = 2000;

std::string line_of(const std::string& text, int number) {
  const std::vector<std::string> lines = base::split(text, '\n');
  const auto index = static_cast<std::size_t>(number - 1);
  return number < 1 || index >= lines.size() ? "" : base::trim(lines[index]);
}

json sign_view(const DiffLine& line) {
  switch (line.kind) {
    case DiffLine::Kind::removed:
      return {{"class", "gone"}, {"sign", "−"}, {"spoken", "goes: "}, {"text", line.text}};
    case DiffLine::Kind::added:
      return {{"class", "new"}, {"sign", "+"}, {"spoken", "comes: "}, {"text", line.text}};
    case DiffLine::Kind::left_out:
      return {{"class", "rest"}, {"sign", "⋯"}, {"text", counted(line.count, "line") + " the same"}};
    case DiffLine::Kind::same:
      break;
  }
  return {{"class", "same"}, {"sign", " "}, {"text", line.text}};
}

}  // namespace

json difference_view(const std::string& before, const std::string& after) {
  const std::vector<DiffLine> lines = line_diff(before, after);
  if (lines.empty()) return nullptr;
  json list = json::array();
  for (const DiffLine& line : lines) {
    if (list.size() == most_diff_lines) break;
    list.push_back(sign_view(line));
  }
  return {{"lines", std::move(list)},
          {"left_out", lines.size() > most_diff_lines ? std::to_string(lines.size() - most_diff_lines) : ""}};
}

json editor_view(const Scene& scene, const EditorState& state) {
  json view = frame_view(scene, state.path, Place::rules);
  view["path"] = state.path;
  view["text"] = state.text;
  view["version"] = state.version;
  view["is_new"] = state.version.empty();
  view["ends"] = state.carriage_returns ? "crlf" : "";
  view["too_large"] = state.text.size() > largest_page_text ? size_words(state.text.size()) : "";
  view["most"] = std::to_string(largest_page_text);
  view["rules_link"] = rules_link(scene.cohort);
  const std::string line = line_of(state.text, state.line);
  view["came_for"] =
      line.empty() ? json(nullptr) : json{{"line", std::to_string(state.line)}, {"words", line}};
  return view;
}

json versions_view(const Scene& scene, const std::string& path,
                   const std::vector<app::OldVersion>& versions) {
  json list = json::array();
  for (const app::OldVersion& version : versions) {
    list.push_back({{"until", scene.calendar().show_time(version.replaced_at)},
                    {"size", size_words(version.size)},
                    {"link", old_version_link(scene.cohort, path, version.id)}});
  }
  return {{"any", !versions.empty()}, {"list", std::move(list)}};
}

}  // namespace console
