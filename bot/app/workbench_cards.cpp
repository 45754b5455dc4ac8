// The rules in service as cards: their words as written, and what they did lately.
#include <algorithm>
#include <filesystem>

#include "app/flock.hpp"
#include "app/rehearsal.hpp"
#include "app/workbench.hpp"
#include "rulefile/edit.hpp"
#include "rules/ruleset.hpp"

namespace app {
namespace {

constexpr std::chrono::days lately{7};
constexpr std::size_t posts_looked_at = 1000;

struct Deeds {
  std::map<std::string, int> fired;
  std::map<std::string, int> would_have;  // what a rule in shadow would have done
  std::map<std::string, int> nearly;
  std::map<std::string, int> drafts_open;
  std::map<std::string, std::pair<int, int>> drafts_closed;  // sent, dismissed
};

int count_in(const std::map<std::string, int>& counts, const std::string& rule) {
  const auto found = counts.find(rule);
  return found == counts.end() ? 0 : found->second;
}

// Of each rule its last word on the post.
void add_traces(const std::vector<domain::Decision>& decisions, Deeds& deeds) {
  std::map<std::string, const domain::TraceLine*> last;
  for (const domain::Decision& decision : decisions) {
    for (const domain::TraceLine& line : decision.trace.lines) last[line.rule] = &line;
  }
  for (const auto& [rule, line] : last) {
    if (line->verdict == domain::Verdict::yes) ++deeds.would_have[rule];
    if (line->near_miss) ++deeds.nearly[rule];
  }
}

Deeds deeds_of(domain::Tables& tables, const std::string& cohort, base::Instant now) {
  Deeds deeds;
  deeds.fired = tables.ledger.counts(cohort, now - lately);
  deeds.drafts_closed = tables.drafts.outcomes(cohort);
  for (const domain::Draft& draft : tables.drafts.open(cohort)) ++deeds.drafts_open[draft.rule];
  for (const domain::StoredPost& stored : tables.posts.recent(cohort, posts_looked_at)) {
    if (stored.by_bot || stored.post.created_at < now - lately) continue;
    add_traces(tables.traces.of_post(stored.post.key()), deeds);
  }
  return deeds;
}

RuleCard card_of(const rules::Rule& rule, const Deeds& deeds) {
  RuleCard card;
  card.name = rule.name;
  card.because = rule.because;
  card.mode = rule.mode;
  card.speaks = rule.speaks();
  card.fired = count_in(rule.mode == domain::Mode::shadow ? deeds.would_have : deeds.fired, rule.name);
  card.nearly_fired = count_in(deeds.nearly, rule.name);
  card.drafts_open = count_in(deeds.drafts_open, rule.name);
  if (const auto closed = deeds.drafts_closed.find(rule.name); closed != deeds.drafts_closed.end()) {
    card.drafts_sent = closed->second.first;
    card.drafts_dismissed = closed->second.second;
  }
  return card;
}

}  // namespace

// Read anew only when other files run than before: the page asks often.
std::shared_ptr<const Workbench::WrittenRules> Workbench::written_rules(const std::string& cohort,
                                                                        const Place& place) {
  const std::lock_guard lock(shown_);
  Writing& known = written_[cohort];
  if (known.rules && known.files == place.running->files) return known.rules;
  auto rules = std::make_shared<WrittenRules>();
  if (const auto files = place.running->files) {
    for (const rulefile::SourceFile& file : files->files) {
      const auto path = std::filesystem::path(file.path).lexically_relative(place.folder).string();
      for (rulefile::RuleText& one : rulefile::rule_texts(file))
        rules->try_emplace(one.name, WrittenRule{path, one});
    }
    for (const rulefile::SourceFile& file : files->starter) {
      for (rulefile::RuleText& one : rulefile::rule_texts(file))
        rules->try_emplace(one.name, WrittenRule{"", one});
    }
  }
  known = {place.running->files, rules};
  return rules;
}

base::Result<std::vector<RuleCard>> Workbench::rules(const std::string& cohort) {
  const auto place = place_of(cohort);
  if (!place) return place.error();
  Deeds deeds;
  const base::Instant now = parts_.clock.now();
  auto read = parts_.store.read([&](domain::Tables& tables) -> base::Status {
    deeds = deeds_of(tables, cohort, now);
    return {};
  });
  if (!read) return read.error();
  const auto written = written_rules(cohort, *place);
  std::vector<RuleCard> cards;
  for (const rules::Rule& rule : place->running->ruleset->rules()) {
    cards.push_back(card_of(rule, deeds));
    const auto words = written->find(rule.name);
    if (words == written->end()) continue;
    cards.back().path = words->second.path;
    cards.back().line = words->second.words.line;
    cards.back().text = words->second.words.text;
  }
  return cards;
}

}  // namespace app
