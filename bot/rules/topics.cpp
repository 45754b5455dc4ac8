#include "rules/topics.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "language/reading.hpp"
#include "rules/ruleset.hpp"

namespace rules {
namespace {

// The ruleset drops what has expired when it is compiled; a snapshot that is older than midnight is caught
// here.
bool is_live(const Situation& situation, const domain::FaqEntry& entry) {
  if (!entry.until) return true;
  return std::chrono::sys_days{situation.ruleset.calendar().local(situation.now).date} <=
         std::chrono::sys_days{*entry.until};
}

std::vector<language::FaqHit> live_hits(const Situation& situation) {
  std::vector<language::FaqHit> hits;
  const auto& entries = situation.ruleset.content().faq;
  for (const language::FaqHit& hit : situation.reading->faq) {
    if (hit.entry < entries.size() && is_live(situation, entries[hit.entry])) hits.push_back(hit);
  }
  return hits;
}

// All entries that are clearly asked, when there are several; else the best alone.
std::vector<const domain::FaqEntry*> asked_entries(const Situation& situation, const language::FaqHit& best) {
  const auto& faq = situation.ruleset.content().faq;
  std::vector<const domain::FaqEntry*> asked;
  for (const std::size_t entry : situation.reading->faq_asked) {
    if (entry < faq.size() && is_live(situation, faq[entry])) asked.push_back(&faq[entry]);
  }
  if (asked.size() < 2) return {&faq[best.entry]};
  return asked;
}

}  // namespace

FaqAnswer faq_answer(const Situation& situation, const std::string& entry) {
  FaqAnswer answer;
  if (situation.reading == nullptr) return answer;
  const auto hits = live_hits(situation);
  if (hits.empty()) return answer;
  const auto& faq = situation.ruleset.content().faq;
  const domain::Thresholds& thresholds = situation.ruleset.course().understanding;
  const language::FaqHit& best = hits.front();
  answer.closest = faq[best.entry].id;
  answer.closest_score = best.score;
  answer.score = best.score;
  if (best.score < thresholds.draft) return answer;
  answer.entries = asked_entries(situation, best);
  if (!entry.empty()) {
    const std::string wanted = situation.ruleset.live_id(entry);
    const auto found = std::find_if(answer.entries.begin(), answer.entries.end(),
                                    [&](const domain::FaqEntry* one) { return one->id == wanted; });
    if (found == answer.entries.end()) {
      answer.entries.clear();
      return answer;
    }
    const domain::FaqEntry* only = *found;
    answer.entries = {only};
    for (const language::FaqHit& hit : hits) {
      if (&faq[hit.entry] == only) answer.score = hit.score;
    }
  }
  answer.sure = answer.score >= thresholds.answer;
  return answer;
}

const domain::GlossaryTerm* glossary_answer(const Situation& situation, const std::string& term) {
  if (situation.reading == nullptr || !situation.reading->glossary || !situation.reading->glossary->term)
    return nullptr;
  const std::size_t index = *situation.reading->glossary->term;
  const auto& glossary = situation.ruleset.content().glossary;
  if (index >= glossary.size()) return nullptr;
  if (!term.empty() && base::fold(glossary[index].term) != base::fold(term)) return nullptr;
  return &glossary[index];
}

namespace {

// Of several topics of one kind, the first that is asked about.
void find_about(const Situation& situation, const AsksAbout& asks, About& found) {
  if (asks.topic == Topic::faq && found.faq.entries.empty()) found.faq = faq_answer(situation, asks.entry);
  if (asks.topic == Topic::glossary && found.term == nullptr)
    found.term = glossary_answer(situation, asks.entry);
}

}  // namespace

About about(const Situation& situation, const Rule& rule) {
  About found;
  for (const Condition& condition : rule.when) {
    const auto* asks = std::get_if<AsksAbout>(&condition.test);
    if (asks == nullptr) continue;
    find_about(situation, *asks, found);
    for (const AsksAbout& other : asks->or_else) find_about(situation, other, found);
  }
  return found;
}

}  // namespace rules
