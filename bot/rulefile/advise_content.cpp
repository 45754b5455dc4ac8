// Advice on content: wordings that another entry answers better, words that nobody uses.
#include <algorithm>

#include "base/text.hpp"
#include "rulefile/check_parts.hpp"

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

language::ReaderSources reader_sources(const CohortParts& parts, const ReadOptions& options) {
  language::ReaderSources sources;
  sources.bot_handle = options.bot_handle;
  if (const CoursePart* course = parts.course()) sources.thresholds = course->course.understanding;
  std::set<std::string> own;
  for (const auto& file : parts.own) {
    for (const FaqPart& part : file->faq) {
      if (own.insert(part.entry.id).second) sources.content.faq.push_back(part.entry);
    }
  }
  if (!parts.uses_starter) return sources;
  for (const auto& file : parts.shipped) {
    for (const FaqPart& part : file->faq) {
      if (!own.contains(part.entry.id)) sources.content.faq.push_back(part.entry);
    }
  }
  return sources;
}

void check_nearest(CohortParts& parts, const ReadOptions& options) {
  const language::ReaderSources sources = reader_sources(parts, options);
  if (sources.content.faq.size() < 2) return;
  const auto reader = language::Reader::build(sources);
  if (!reader) return;
  for (const auto& file : parts.own) {
    for (const FaqPart& part : file->faq) {
      for (std::size_t i = 0; i < part.entry.asks.size(); ++i) {
        const std::string& ask = part.entry.asks[i];
        const language::Reading reading = (*reader)->read({ask, "", true});
        if (reading.faq.empty()) continue;
        const std::string& best = sources.content.faq.at(reading.faq.front().entry).id;
        if (best == part.entry.id) continue;
        file->findings.add(Message::nearer_entry, part.asks_spots[i], {base::shorten(ask, 60), best});
      }
    }
  }
}

}  // namespace

void advise_on_content(CohortParts& parts, const ReadOptions& options) {
  check_unused(parts);
  check_nearest(parts, options);
}

}  // namespace rulefile
