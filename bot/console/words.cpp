#include "console/words.hpp"

#include "base/text.hpp"
#include "console/http.hpp"

namespace console {
namespace {

constexpr std::int64_t hour = 60;  // minutes
constexpr std::int64_t day = 24 * hour;

}  // namespace

std::string age_words(base::Duration age) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(age).count();
  if (minutes < 1) return "just now";
  if (minutes < hour) return std::to_string(minutes) + " min";
  if (minutes < 2 * day) {
    const std::string hours = std::to_string(minutes / hour) + " h";
    return minutes % hour == 0 ? hours : hours + " " + std::to_string(minutes % hour) + " min";
  }
  return std::to_string(minutes / day) + " days";
}

std::string told_words(const std::string& to) {
  if (to.empty() || to == "duty") return "the facilitators on duty";
  return to == "all" ? "all facilitators" : to;
}

std::string action_words(const domain::Action& action) {
  switch (action.kind) {
    case domain::ActionKind::reply:
      return "answers the post";
    case domain::ActionKind::post:
      return "posts on its own timeline";
    case domain::ActionKind::boost:
      return "reposts it so that others see it";
    case domain::ActionKind::save_question:
      return "saves the question";
    case domain::ActionKind::tell_facilitators:
      return "tells " + told_words(action.target) + (action.urgent ? ", urgently" : "");
    case domain::ActionKind::label:
      return "sets the label \"" + action.target + "\"";
    case domain::ActionKind::add_to_digest:
      return "puts it into the digest of " + action.target;
    case domain::ActionKind::send_digest:
      return "sends the digest to the " + action.target;
  }
  return "";
}

std::string route_words(domain::Route route) {
  switch (route) {
    case domain::Route::reply:
      return "reply";
    case domain::Route::post:
      return "post";
    case domain::Route::digest:
      return "digest";
    case domain::Route::draft:
      return "draft for a human";
  }
  return "";
}

std::string verdict_class(domain::Verdict verdict) {
  std::string word(domain::to_word(verdict));
  for (char& c : word) c = c == ' ' ? '-' : c;
  return word;
}

std::string anchor_of(const domain::PostKey& key) {
  return "post-" + base::to_hex(base::stable_hash(std::string(domain::to_word(key.network)) + "/" + key.id));
}

std::string why_link(const domain::PostKey& key, const std::string& cohort) {
  return "/why?network=" + std::string(domain::to_word(key.network)) + "&id=" + percent_encode(key.id) +
         "&cohort=" + percent_encode(cohort);
}

std::string rules_link(const std::string& cohort) {
  return "/rules?cohort=" + percent_encode(cohort);
}

std::string rule_anchor(const std::string& rule) {
  return "rule-" + base::to_hex(base::stable_hash(rule));
}

std::string editor_link(const std::string& cohort, const std::string& path, int line) {
  return "/rules/file?cohort=" + percent_encode(cohort) + "&path=" + percent_encode(path) +
         (line > 0 ? "&line=" + std::to_string(line) : "");
}

std::string old_version_link(const std::string& cohort, const std::string& path, const std::string& id) {
  return "/rules/version?cohort=" + percent_encode(cohort) + "&path=" + percent_encode(path) +
         "&id=" + percent_encode(id);
}

std::string counted(std::size_t count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

std::string size_words(std::size_t bytes) {
  constexpr std::size_t kibibyte = 1024;
  if (bytes < kibibyte) return counted(bytes, "byte");
  return std::to_string((bytes + kibibyte / 2) / kibibyte) + " KiB";
}

std::string initial_of(const std::string& name) {
  const std::string folded = base::fold(name);
  for (const char c : folded) {
    if (c >= 'a' && c <= 'z') return std::string(1, static_cast<char>(c - 'a' + 'A'));
  }
  return "?";
}

std::string colour_of(const std::string& account) {
  return "hue-" + std::to_string(base::stable_hash(account) % 8);
}

std::string handle_from(const std::string& name) {
  std::string handle;
  for (const char c : base::fold(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) handle += c;
    const bool joint = c == ' ' || c == '_' || c == '-' || c == '.';
    if (joint && !handle.empty() && handle.back() != '_') handle += '_';
    if (handle.size() >= 30) break;
  }
  while (!handle.empty() && handle.back() == '_') handle.pop_back();
  return handle;
}

}  // namespace console
