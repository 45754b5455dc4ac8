#include "console/rules_view.hpp"

#include <algorithm>
#include <array>

#include "app/desk.hpp"
#include "app/rules_desk.hpp"
#include "base/text.hpp"
#include "console/frame_view.hpp"
#include "console/words.hpp"
#include "domain/store.hpp"
#include "rules/rule.hpp"

namespace console {
namespace {

using nlohmann::json;

constexpr std::size_t most_rules = 200;

struct ModeWords {
  domain::Mode mode;
  const char* label;
  const char* does;
};

constexpr std::array<ModeWords, 3> mode_words{{
    {domain::Mode::shadow, "Shadow",
     "Only watches: it decides and shows what it would do, and does nothing."},
    {domain::Mode::draft, "Draft", "A person reads what it would say, and sends it."},
    {domain::Mode::automatic, "Auto", "Speaks by itself to those who may be answered."},
}};

std::string mode_says(const app::RuleCard& rule) {
  if (!rule.speaks && rule.mode != domain::Mode::shadow)
    return "Says nothing to learners, so draft and auto are the same for it.";
  for (const ModeWords& words : mode_words) {
    if (words.mode == rule.mode) return words.does;
  }
  return "";
}

json modes_of(const app::RuleCard& rule) {
  json modes = json::array();
  for (const ModeWords& words : mode_words) {
    modes.push_back({{"value", std::string(domain::to_word(words.mode))},
                     {"label", words.label},
                     {"chosen", words.mode == rule.mode}});
  }
  return modes;
}

json number(const std::string& label, int count) {
  return {{"label", label}, {"count", std::to_string(count)}, {"none", count == 0}};
}

// What it did lately; drafts only where there are some, or may be.
json numbers_of(const app::RuleCard& rule) {
  json numbers = json::array({number("fired", rule.fired), number("nearly fired", rule.nearly_fired)});
  const bool had_drafts = rule.drafts_open + rule.drafts_sent + rule.drafts_dismissed > 0;
  if (had_drafts || (rule.speaks && rule.mode == domain::Mode::draft)) {
    numbers.push_back(number("drafts waiting", rule.drafts_open));
    numbers.push_back(number("drafts sent", rule.drafts_sent));
    numbers.push_back(number("drafts dismissed", rule.drafts_dismissed));
  }
  return numbers;
}

json card_of(const Scene& scene, const app::RuleCard& rule) {
  const std::string mode(domain::to_word(rule.mode));
  return {{"name", rule.name},
          {"anchor", rule_anchor(rule.name)},
          {"because", rule.because},
          {"words", without_cases(rule.text)},
          {"mode", mode},
          {"mode_says", mode_says(rule)},
          {"modes", rule.path.empty() ? json(nullptr) : json{{"list", modes_of(rule)}}},
          {"numbers", numbers_of(rule)},
          {"place", rule.path.empty() ? "" : rule.path + ", line " + std::to_string(rule.line)},
          {"link", rule.path.empty() ? "" : editor_link(scene.cohort, rule.path, rule.line)}};
}

json file_of(const Scene& scene, const app::FileCard& file) {
  return {{"path", file.path},
          {"link", editor_link(scene.cohort, file.path)},
          {"errors", file.errors == 0 ? "" : counted(static_cast<std::size_t>(file.errors), "mistake")},
          {"runs_as_it_was", file.runs_as_it_was}};
}

std::size_t indent_of(const std::string& line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

bool is_blank(const std::string& line) {
  return base::trim(line).empty();
}

}  // namespace

std::string without_cases(const std::string& text) {
  std::vector<std::string> kept;
  std::size_t left = std::string::npos;
  std::size_t cases_at = std::string::npos;  // the indent of `test:` while its lines pass by
  for (const std::string& line : base::split(text, '\n')) {
    if (is_blank(line)) {
      if (cases_at == std::string::npos) kept.emplace_back();
      continue;
    }
    const std::size_t indent = indent_of(line);
    const bool of_cases = cases_at != std::string::npos &&
                          (indent > cases_at || (indent == cases_at && line.compare(indent, 1, "-") == 0));
    if (of_cases) continue;
    const bool begins_cases = line.compare(indent, 5, "test:") == 0;
    cases_at = begins_cases ? indent : std::string::npos;
    if (begins_cases) continue;
    left = std::min(left, indent);
    kept.push_back(line);
  }
  while (!kept.empty() && kept.back().empty()) kept.pop_back();
  for (std::string& line : kept) {
    if (!line.empty()) line.erase(0, left);
  }
  return base::join(kept, "\n");
}

base::Result<json> rules_view(const Scene& scene) {
  const auto rules = scene.ports.rules_desk->rules(scene.cohort);
  if (!rules) return rules.error();
  const auto files = scene.ports.rules_desk->files(scene.cohort);
  if (!files) return files.error();
  json view = frame_view(scene, "Rules", Place::rules);
  view["cards"] = json::array();
  for (const app::RuleCard& rule : *rules) {
    if (view["cards"].size() == most_rules) break;
    view["cards"].push_back(card_of(scene, rule));
  }
  view["files"] = json::array();
  for (const app::FileCard& file : *files) view["files"].push_back(file_of(scene, file));
  view["any_rules"] = !rules->empty();
  view["count"] = counted(rules->size(), "rule");
  view["left_out"] = rules->size() > most_rules ? counted(rules->size() - most_rules, "more rule") : "";
  return view;
}

}  // namespace console
