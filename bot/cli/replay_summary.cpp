#include "cli/replay_summary.hpp"

#include "app/replay.hpp"
#include "base/text.hpp"
#include "cli/decision_output.hpp"

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

namespace cli {
namespace {

using Json = nlohmann::ordered_json;

std::string_view change_of(const app::ReplayDifference::Said& said) {
  if (said.before.empty()) return "newly said";
  return said.after.empty() ? "no longer said" : "said differently";
}

// Each line with that sign in front; nothing for silence.
std::string behind(const std::string& sign, const std::string& lines) {
  std::string shown;
  if (lines.empty()) return shown;
  for (const std::string& line : base::split(lines, '\n')) shown += sign + line + "\n";
  return shown;
}

std::string skipped_text(const app::ReplaySummary& summary) {
  std::string shown;
  for (const auto& [why, times] : summary.why_skipped())
    shown += "  skipped " + std::to_string(times) + ": " + why + "\n";
  if (summary.skipped() > 0 && summary.decided() == 0)
    shown += "  The course listens to #" + base::join(summary.hashtags(), ", #") + ".\n";
  return shown;
}

double in_milliseconds(double seconds) {
  return std::round(seconds * 1000) / 1000;
}

}  // namespace

Json summary_json(const app::ReplaySummary& summary, double seconds) {
  Json by_rule = Json::object();
  for (const auto& [rule, one] : summary.by_rule())
    by_rule[rule] = {{"fired", one.fired}, {"drafts", one.drafts}, {"near", one.near}};
  return {{"summary",
           {{"posts", summary.posts()},
            {"decided", summary.decided()},
            {"skipped", summary.skipped()},
            {"skipped_because", summary.why_skipped()},
            {"by_rule", std::move(by_rule)},
            {"seconds", in_milliseconds(seconds)}}}};
}

std::string summary_text(const app::ReplaySummary& summary, double seconds) {
  std::string shown = std::to_string(summary.posts()) + (summary.posts() == 1 ? " post: " : " posts: ") +
                      std::to_string(summary.decided()) + " decided, " + std::to_string(summary.skipped()) +
                      " skipped.\n" + skipped_text(summary);
  for (const auto& [rule, one] : summary.by_rule()) {
    shown += "  " + rule + ": ";
    shown += one.fired == 0 ? "never fired" : "fired " + std::to_string(one.fired);
    if (one.drafts > 0) shown += " (" + std::to_string(one.drafts) + " as drafts)";
    if (one.near > 0) shown += ", nearly fired " + std::to_string(one.near);
    shown += "\n";
  }
  const std::string time = std::to_string(in_milliseconds(seconds));
  return shown + "Took " + time.substr(0, time.find('.') + 4) + " s.\n";
}

Json difference_json(const app::ReplayDifference& difference) {
  Json changes = Json::array();
  for (const auto& [cause, said] : difference.changes()) {
    changes.push_back(
        {{"post", cause}, {"change", change_of(said)}, {"before", said.before}, {"after", said.after}});
  }
  return {{"difference", std::move(changes)}};
}

std::string difference_text(const app::ReplayDifference& difference, const std::vector<domain::Post>& posts) {
  std::map<std::string_view, const domain::Post*> by_id;
  for (const domain::Post& post : posts) by_id.emplace(post.id, &post);
  std::string shown;
  for (const auto& [cause, said] : difference.changes()) {
    shown += cause + " " + std::string(change_of(said)) + "\n";
    if (const auto post = by_id.find(cause); post != by_id.end())
      shown += "    " + post_text(*post->second) + "\n";
    shown += behind("  - ", said.before) + behind("  + ", said.after);
  }
  return shown.empty() ? "No difference to the old rules.\n" : "Against the old rules:\n" + shown;
}

}  // namespace cli
