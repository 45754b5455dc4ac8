// What the cases of the files and the posts of the past say about a text.
#include <algorithm>

#include "base/text.hpp"
#include "console/editor_view.hpp"
#include "console/thread_view.hpp"
#include "console/words.hpp"
#include "domain/store.hpp"
#include "rules/rule.hpp"

namespace console {
namespace {

using nlohmann::json;
using rulefile::CaseResult;
using Difference = app::ReplayReport::Difference;

constexpr std::size_t most_cases = 100;
constexpr std::size_t most_differences = 50;

struct OutcomeWords {
  const char* word;
  const char* style;
};

OutcomeWords words_of(CaseResult::Outcome outcome) {
  switch (outcome) {
    case CaseResult::Outcome::failed:
      return {"does not hold", "failed"};
    case CaseResult::Outcome::some_day_failed:
      return {"not yet (some day)", "some-day"};
    case CaseResult::Outcome::some_day_passes:
      return {"holds now: take out some_day", "some-day"};
    case CaseResult::Outcome::passed:
      break;
  }
  return {"holds", "passed"};
}

json case_view(const std::string& cohort, const std::string& path, const CaseResult& result) {
  const OutcomeWords words = words_of(result.outcome);
  return {{"name", result.name},
          {"outcome", words.word},
          {"style", words.style},
          {"message", result.message},
          {"here", result.mark.file == path},
          {"line", std::to_string(result.mark.line)},
          {"column", std::to_string(result.mark.column)},
          {"file", result.mark.file},
          {"link", editor_link(cohort, result.mark.file, result.mark.line)}};
}

std::string said_of(const app::TestReport& report) {
  if (rulefile::has_errors(report.diagnostics)) return "No test was run: mend the mistakes first.";
  const int asked = report.passed + report.failed;
  if (report.results.empty()) return "There is no test yet. Write what a post should lead to under test:.";
  if (report.failed > 0)
    return std::to_string(report.failed) + " of " + counted(static_cast<std::size_t>(asked), "test") +
           (report.failed == 1 ? " does not hold." : " do not hold.");
  return asked == 1 ? "The one test holds." : "All " + std::to_string(asked) + " tests hold.";
}

const char* change_words(Difference::Change change) {
  switch (change) {
    case Difference::Change::newly_said:
      return "Newly said";
    case Difference::Change::no_longer_said:
      return "No longer said";
    case Difference::Change::said_differently:
      return "Said differently";
  }
  return "";
}

json difference_of(const Scene& scene, domain::Tables& tables, const Difference& difference) {
  json view{{"change", change_words(difference.change)},
            {"before", difference.before},
            {"after", difference.after},
            {"about", difference.timed ? difference.post.id : ""},
            {"post", nullptr}};
  if (difference.timed) return view;
  if (const auto stored = tables.posts.find(difference.post)) {
    view["post"] = post_view(scene, tables, stored->post);
    view["post"]["text"] = base::shorten(stored->post.text, 240);
  }
  return view;
}

std::size_t count_of(const app::ReplayReport& report, Difference::Change change) {
  return static_cast<std::size_t>(
      std::count_if(report.differences.begin(), report.differences.end(),
                    [&](const Difference& difference) { return difference.change == change; }));
}

std::string said_of(const app::ReplayReport& report) {
  if (rulefile::has_errors(report.diagnostics)) return "Nothing was replayed: mend the mistakes first.";
  if (report.posts == 0) return "There are no posts to replay yet.";
  const std::string over =
      report.posts == 1 ? "the last post" : "the last " + std::to_string(report.posts) + " posts";
  if (report.differences.empty()) return "Over " + over + " nothing would be said differently.";
  std::vector<std::string> parts;
  for (const auto& [change, words] : {std::pair{Difference::Change::newly_said, " newly said"},
                                      std::pair{Difference::Change::no_longer_said, " no longer said"},
                                      std::pair{Difference::Change::said_differently, " said differently"}}) {
    if (const std::size_t count = count_of(report, change)) parts.push_back(std::to_string(count) + words);
  }
  return "Over " + over + ": " + base::join(parts, ", ") + ".";
}

json table_of(const app::ReplayReport& report) {
  json rows = json::array();
  for (const app::ReplayReport::OfRule& rule : report.rules) {
    rows.push_back({{"rule", rule.rule},
                    {"fired", std::to_string(rule.fired)},
                    {"drafts", std::to_string(rule.drafts)},
                    {"nearly", std::to_string(rule.nearly_fired)}});
  }
  return rows;
}

}  // namespace

json tests_view(const std::string& cohort, const std::string& path, const app::TestReport& report) {
  std::vector<const CaseResult*> ordered;
  for (const CaseResult& result : report.results) ordered.push_back(&result);
  const auto rank = [&](const CaseResult* result) {
    const int failed = result->outcome == CaseResult::Outcome::failed ? 0 : 2;
    return failed + (result->mark.file == path ? 0 : 1);
  };
  std::stable_sort(ordered.begin(), ordered.end(),
                   [&](const CaseResult* a, const CaseResult* b) { return rank(a) < rank(b); });
  json list = json::array();
  std::size_t elsewhere = 0;  // what holds in other files is counted only
  for (const CaseResult* result : ordered) {
    const bool counted_only = result->outcome == CaseResult::Outcome::passed && result->mark.file != path;
    if (counted_only || list.size() == most_cases) {
      ++elsewhere;
    } else {
      list.push_back(case_view(cohort, path, *result));
    }
  }
  return {
      {"title", "Tests"},
      {"said", said_of(report)},
      {"fine", report.failed == 0 && !rulefile::has_errors(report.diagnostics)},
      {"tests",
       {{"list", std::move(list)}, {"elsewhere", elsewhere == 0 ? "" : counted(elsewhere, "more test")}}}};
}

json replay_view(const Scene& scene, const app::ReplayReport& report) {
  json list = json::array();
  const base::Status read = scene.ports.store.read([&](domain::Tables& tables) -> base::Status {
    for (const Difference& difference : report.differences) {
      if (list.size() == most_differences) break;
      list.push_back(difference_of(scene, tables, difference));
    }
    return {};
  });
  const std::size_t rest = report.differences.size() - list.size();
  const json rules = table_of(report);
  return {{"title", "Replay"},
          {"said", read ? said_of(report) : read.error().message},
          {"fine", read.ok() && !rulefile::has_errors(report.diagnostics)},
          {"replay",
           {{"list", std::move(list)},
            {"left_out", rest == 0 ? "" : counted(rest, "more difference")},
            {"table", report.posts == 0 ? json(nullptr) : json{{"rules", rules}}}}}};
}

}  // namespace console
