// Advice on content: wordings that another entry answers better, words that nobody uses.
#include <algorithm>

#include "base/text.hpp"
#include "language/faq_index.hpp"
#include "rulefile/check_parts.hpp"
#include "rulefile/cohort_parts.hpp"
#include "rulefile/known_names.hpp"

namespace rulefile {
namespace {

// Used without any rule: the consent words, and what answers from the content.
bool is_always_used(const std::string& name) {
  return name.starts_with("consent-") || name == "faq" || name == "glossary";
}

void check_unused(CohortParts& parts) {
  std::set<std::string> used;
  for (const FilePart* file : active_files(parts)) {
    for (const RulePart& rule : file->rules) {
      for (const Reference& reference : rule.references) used.insert(reference.name);
    }
  }
  if (!parts.all_readable()) return;
  for (const auto& part : parts.own_words) {
    if (used.contains(part->name) || is_always_used(part->name)) continue;
    part->findings.add(Message::unused_template, {}, {part->name});
  }
}

// The course's own entries and those of the pack whose place none of them takes.
std::vector<domain::FaqEntry> all_entries(const CohortParts& parts) {
  std::vector<domain::FaqEntry> entries;
  std::set<std::string> own;
  for (const auto& file : parts.own) {
    for (const FaqPart& part : file->faq) {
      if (own.insert(part.entry.id).second) entries.push_back(part.entry);
    }
  }
  if (!parts.uses_starter) return entries;
  for (const auto& file : parts.shipped) {
    for (const FaqPart& part : file->faq) {
      if (!own.contains(part.entry.id)) entries.push_back(part.entry);
    }
  }
  return entries;
}

void check_nearest(CohortParts& parts) {
  const std::vector<domain::FaqEntry> entries = all_entries(parts);
  if (entries.size() < 2 || entries.size() > most_entries) return;
  const language::FaqIndex index(entries);
  for (const auto& file : parts.own) {
    for (const FaqPart& part : file->faq) {
      for (std::size_t i = 0; i < part.entry.asks.size(); ++i) {
        const std::string& ask = part.entry.asks[i];
        const std::string& best = entries.at(index.match(base::fold(ask)).front().entry).id;
        if (best == part.entry.id) continue;
        file->findings.add(Message::nearer_entry, part.asks_spots[i], {base::shorten(ask, 60), best});
      }
    }
  }
}

}  // namespace

void advise_on_content(CohortParts& parts) {
  check_unused(parts);
  check_nearest(parts);
}

}  // namespace rulefile
