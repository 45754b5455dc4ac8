#include "console/rules_pages.hpp"

#include <charconv>
#include <map>

#include "app/changes.hpp"
#include "app/desk.hpp"
#include "base/text.hpp"
#include "console/answers.hpp"
#include "console/editor_actions.hpp"
#include "console/frame_view.hpp"
#include "console/rules_view.hpp"
#include "console/scene.hpp"
#include "console/words.hpp"
#include "domain/course.hpp"
#include "domain/practice_room.hpp"
#include "domain/store.hpp"
#include "rulefile/help.hpp"
#include "rulefile/messages.hpp"

namespace console {
namespace {

using base::Error;
using base::ErrorKind;
using nlohmann::json;

int line_asked(const Request& request) {
  const std::string& asked = request.asked("line");
  int line = 0;
  std::from_chars(asked.data(), asked.data() + asked.size(), line);
  return line;
}

// "rooms" becomes "rooms.yaml": nobody has to know what the ending means.
std::string path_asked(const Request& request) {
  const std::string path = base::trim(request.asked("path"));
  return path.empty() || path.find('.') != std::string::npos ? path : path + ".yaml";
}

std::string in_quotes(const std::string& text) {
  return "\"" + text + "\"";
}

// A first rule to start from, with tests; it says nothing by itself.
std::string first_text(const Scene& scene) {
  const auto& hashtags = scene.course().hashtags;
  const std::string tag = hashtags.empty() ? "" : " #" + hashtags.front();
  return "rules:\n"
         "  - rule: where-is-the-room\n"
         "    because: The building is a maze.\n"
         "    mode: draft\n"
         "    when:\n"
         "      says: [room, \"lecture hall\"]\n"
         "      asks_question: yes\n"
         "    then:\n"
         "      - reply: \"Room 204, second floor, the blue door.\"\n"
         "    test:\n"
         "      - post: \"Which room are we in today?" +
         tag +
         "\"\n"
         "        expect: reply with \"Room 204\"\n"
         "      - post: \"There is room for everybody." +
         tag +
         "\"\n"
         "        expect: silent\n";
}

// A diagnostic's page: its first line, then titles with indented texts; the last two are lines of a file.
json help_sections(const std::string& page) {
  json sections = json::array();
  const std::vector<std::string> lines = base::split(page, '\n');
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    if (lines[i].front() != ' ') {
      sections.push_back({{"title", lines[i]}, {"text", ""}});
    } else if (!sections.empty()) {
      auto& text = sections.back()["text"].get_ref<std::string&>();
      text += (text.empty() ? "" : "\n") + lines[i].substr(2);
    }
  }
  for (std::size_t i = 0; i < sections.size(); ++i) sections[i]["is_file"] = i + 2 >= sections.size();
  return sections;
}

bool is_new_file(const base::Result<app::FileText>& file, const std::string& path) {
  return !file && file.error().kind == ErrorKind::not_found && path.ends_with(".yaml");
}

// The one sentence about what was asked last.
std::string said_of(const Proved& proved) {
  const json& last = proved.proof.is_null() ? proved.findings : proved.proof;
  return last.is_null() ? "" : last.value("said", "");
}

// Why something could not be put in service, in a sentence of its own.
Error refusal(const Scene& scene, const app::Published& published) {
  if (published.state == app::Published::State::conflict || published.diagnostics.empty())
    return {ErrorKind::conflict, "The file was changed at the same moment. Look at it, then try again."};
  const rulefile::Diagnostic first = rulefile::in_language(published.diagnostics.front(), scene.language());
  return {ErrorKind::conflict, "Nothing was changed, because of a mistake in " + first.mark.file + ", line " +
                                   std::to_string(first.mark.line) + ": " + first.message +
                                   ". Mend that first."};
}

std::string told_words(const Request& request) {
  const std::string& told = request.asked("told");
  if (told == "published") return "Published. This is what runs now.";
  return told == "restored" ? "The old version is in service again. The one before it is kept below." : "";
}

}  // namespace

bool RulesPages::owns(const Request& request) {
  return request.path == "/rules" || request.path.rfind("/rules/", 0) == 0;
}

RulesPages::Page RulesPages::page_of(const Request& request) {
  static const std::map<std::string, Page> read{{"/rules", &RulesPages::rules},
                                                {"/rules/file", &RulesPages::editor},
                                                {"/rules/version", &RulesPages::old_version},
                                                {"/rules/help", &RulesPages::help}};
  static const std::map<std::string, Page> change{
      {"/rules/check", &RulesPages::proved},    {"/rules/test", &RulesPages::proved},
      {"/rules/replay", &RulesPages::proved},   {"/rules/publish", &RulesPages::proved},
      {"/rules/restore", &RulesPages::restore}, {"/rules/mode", &RulesPages::promote},
      {"/rules/wrong", &RulesPages::mark_wrong}};
  const auto& pages = request.method == "POST" ? change : read;
  const auto found = pages.find(request.path);
  return found == pages.end() ? nullptr : found->second;
}

Response RulesPages::answer(const Scene& scene, const Request& request) const {
  const Page page = page_of(request);
  if (page == nullptr || scene.ports.rules_desk == nullptr)
    return trouble(request, {ErrorKind::not_found, "There is nothing at this address."});
  return (this->*page)(scene, request);
}

Response RulesPages::rules(const Scene& scene, const Request& request) const {
  auto view = rules_view(scene);
  return view ? show("rules", std::move(*view)) : trouble(request, view.error());
}

Response RulesPages::editor(const Scene& scene, const Request& request) const {
  EditorState state;
  state.path = path_asked(request);
  state.line = line_asked(request);
  const auto file = scene.ports.rules_desk->file(scene.cohort, state.path);
  if (file) {
    state.text = file->text;
    state.version = file->version;
    state.carriage_returns = file->text.find("\r\n") != std::string::npos;
  } else if (is_new_file(file, state.path)) {
    state.text = first_text(scene);
  } else {
    return trouble(request, file.error());
  }
  const bool shown = state.text.size() <= largest_page_text;
  return show_editor(scene, state, shown ? check_text(scene, state) : Proved{}, told_words(request));
}

Response RulesPages::proved(const Scene& scene, const Request& request) const {
  const EditorState state = posted_state(request);
  const auto proved = prove(scene, request, state);
  if (from_script(request))
    return proved ? script_answer(scene, state, *proved) : trouble(request, proved.error());
  if (proved && proved->published())
    return redirect_to(editor_link(scene.cohort, state.path) + "&told=published");
  return show_editor(scene, state, proved, "");
}

Response RulesPages::show_editor(const Scene& scene, const EditorState& state,
                                 const base::Result<Proved>& proved, const std::string& told) const {
  json view = editor_view(scene, state);
  view["told"] = told;
  view["trouble"] = proved ? "" : proved.error().message;
  view["findings_html"] =
      proved && !proved->findings.is_null() ? shelf_.part("findings", proved->findings) : "";
  view["proof_html"] = proved && !proved->proof.is_null() ? shelf_.part("proof", proved->proof) : "";
  view["status"] = proved ? said_of(*proved) : "";
  view["marks"] = proved ? dumped(proved->marks) : "[]";
  view["versions_html"] = shelf_.part("versions", versions_of(scene, state.path));
  return show("editor", std::move(view), proved ? 200 : status_of(proved.error().kind));
}

Response RulesPages::script_answer(const Scene& scene, const EditorState& state, const Proved& proved) const {
  json answer{{"marks", proved.marks}, {"version", proved.version}, {"said", said_of(proved)}};
  if (!proved.findings.is_null()) answer["findings"] = shelf_.part("findings", proved.findings);
  if (!proved.proof.is_null()) answer["proof"] = shelf_.part("proof", proved.proof);
  if (proved.published()) answer["versions"] = shelf_.part("versions", versions_of(scene, state.path));
  return json_answer(200, dumped(answer));
}

json RulesPages::versions_of(const Scene& scene, const std::string& path) const {
  const auto versions = scene.ports.rules_desk->versions(scene.cohort, path);
  return versions_view(scene, path, versions ? *versions : std::vector<app::OldVersion>{});
}

Response RulesPages::old_version(const Scene& scene, const Request& request) const {
  const std::string& path = request.asked("path");
  const std::string& id = request.asked("id");
  const auto old = scene.ports.rules_desk->old_text(scene.cohort, path, id);
  if (!old) return trouble(request, old.error());
  const auto now = scene.ports.rules_desk->file(scene.cohort, path);
  json view = frame_view(scene, "An earlier " + path, Place::rules);
  view["path"] = path;
  view["id"] = id;
  view["version"] = now ? now->version : "";
  view["text"] = *old;
  view["difference"] = difference_view(now ? now->text : "", *old);
  view["back"] = editor_link(scene.cohort, path);
  return show("old-version", std::move(view));
}

Response RulesPages::help(const Scene& scene, const Request& request) const {
  const std::string& code = request.asked("code");
  const auto page = rulefile::help_page(code, scene.language());
  if (!page)
    return trouble(request, {ErrorKind::not_found,
                             "There is no message called " + in_quotes(base::shorten(code, 20)) + "."});
  json view = frame_view(scene, code, Place::rules);
  view["heading"] = page->substr(0, page->find('\n'));
  view["sections"] = help_sections(*page);
  view["lang"] = rulefile::to_word(scene.language());
  return show("help", std::move(view));
}

Response RulesPages::restore(const Scene& scene, const Request& request) const {
  const std::string& path = request.field("path");
  const auto restored =
      scene.ports.rules_desk->restore(scene.cohort, path, request.field("id"), request.field("version"));
  if (!restored) return trouble(request, restored.error());
  if (restored->state != app::Published::State::published) return trouble(request, refusal(scene, *restored));
  scene.ports.changes.notify();
  return redirect_to(editor_link(scene.cohort, path) + "&told=restored");
}

Response RulesPages::promote(const Scene& scene, const Request& request) const {
  static const std::map<std::string, domain::Mode> modes{
      {"shadow", domain::Mode::shadow}, {"draft", domain::Mode::draft}, {"auto", domain::Mode::automatic}};
  const auto mode = modes.find(request.field("mode"));
  if (mode == modes.end()) return trouble(request, {ErrorKind::invalid, "Choose shadow, draft or auto."});
  const std::string& rule = request.field("rule");
  const auto promoted = scene.ports.rules_desk->promote(scene.cohort, rule, mode->second);
  if (!promoted) return trouble(request, promoted.error());
  if (promoted->state != app::Published::State::published) return trouble(request, refusal(scene, *promoted));
  scene.ports.changes.notify();
  const std::string place = rules_link(scene.cohort) + "#" + rule_anchor(rule);
  return from_script(request) ? json_answer(200, dumped({{"place", place}})) : redirect_to(place);
}

Response RulesPages::mark_wrong(const Scene& scene, const Request& request) const {
  const auto marked = scene.ports.rules_desk->mark_wrong(request.field("key"));
  if (!marked) return trouble(request, marked.error());
  scene.ports.changes.notify();
  const std::string link = marked->path.empty() ? "" : editor_link(scene.cohort, marked->path, marked->line);
  if (from_script(request)) {
    return json_answer(200, dumped({{"place", "/?cohort=" + percent_encode(scene.cohort)},
                                    {"told", marked->note},
                                    {"link", link}}));
  }
  json view = frame_view(scene, "Thank you");
  view["words"] = marked->note;
  view["link"] = link;
  return show("told", std::move(view));
}

Response RulesPages::show(const std::string& page, json view, int status) const {
  view["can_log_out"] = can_log_out_;
  return shelf_.page(page, view, status);
}

Response RulesPages::trouble(const Request& request, const Error& error) const {
  const int status = status_of(error.kind);
  if (from_script(request)) return script_error(status, error.message);
  return shelf_.page("trouble", {{"title", std::string(reason_phrase(status))}, {"words", error.message}},
                     status);
}

}  // namespace console
