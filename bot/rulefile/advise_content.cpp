// Advice on content: wordings that another entry answers better, words that nobody uses.
#include <algorithm>
#include <array>

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

// A line of the course that wordings speak of.
struct CourseLine {
  std::string_view placeholder;
  std::string_view key;
  std::string_view example;
  std::string domain::Course::*value;
};
constexpr std::array<CourseLine, 2> course_lines{
    {{"course.site", "site", "https://example.org/course", &domain::Course::site},
     {"contact", "contact", "\"@dana@social.example\"", &domain::Course::contact}}};

bool says(const WordingAt& wording, const CourseLine& line) {
  std::string tight = wording.text;
  std::erase(tight, ' ');
  return tight.find("{{" + std::string(line.placeholder) + "}}") != std::string::npos;
}

// The first of these wordings that speaks of it; null: none does.
const WordingAt* saying(const std::vector<WordingAt>& wordings, const CourseLine& line) {
  const auto found =
      std::find_if(wordings.begin(), wordings.end(), [&](const WordingAt& one) { return says(one, line); });
  return found == wordings.end() ? nullptr : &*found;
}

const WordingAt* saying(const FilePart& file, const CourseLine& line) {
  const WordingAt* found = nullptr;
  for (const RulePart& rule : file.rules) found = found ? found : saying(rule.wordings, line);
  for (const FaqPart& entry : file.faq) found = found ? found : saying(entry.wordings, line);
  for (const TermPart& term : file.glossary) found = found ? found : saying(term.wordings, line);
  return found;
}

// What is said where the course itself says nothing: the consent words always, the rest with `uses: starter`.
bool is_said_by_shipped(const CohortParts& parts, const CourseLine& line) {
  const bool in_words =
      std::any_of(parts.shipped_words.begin(), parts.shipped_words.end(), [&](const auto& part) {
        return (parts.uses_starter || part->name.starts_with("consent-")) && saying(part->variants, line);
      });
  const bool in_pack = std::any_of(parts.shipped.begin(), parts.shipped.end(),
                                   [&](const auto& file) { return saying(*file, line) != nullptr; });
  return in_words || (parts.uses_starter && in_pack);
}

// Told once: where it is said, or at the course.
void check_course_line(CohortParts& parts, const CourseLine& line) {
  const std::vector<Argument> arguments{std::string(line.placeholder), std::string(line.key),
                                        std::string(line.example)};
  for (const auto& file : parts.own) {
    if (const WordingAt* said = saying(*file, line))
      return file->findings.add(Message::course_lacks, said->spot, arguments);
  }
  for (const auto& part : parts.own_words) {
    if (const WordingAt* said = saying(part->variants, line))
      return part->findings.add(Message::course_lacks, said->spot, arguments);
  }
  if (!is_said_by_shipped(parts, line)) return;
  for (const auto& file : parts.own) {
    if (file->course)
      return file->findings.add(Message::course_lacks_for_shipped, file->course->spot, arguments);
  }
}

void check_what_the_course_lacks(CohortParts& parts) {
  const CoursePart* course = parts.course();
  // A line that cannot be read is told as such.
  const bool misread = std::any_of(parts.own.begin(), parts.own.end(), [](const auto& file) {
    return file->course && file->findings.any_errors();
  });
  if (course == nullptr || misread) return;
  for (const CourseLine& line : course_lines) {
    if ((course->course.*line.value).empty()) check_course_line(parts, line);
  }
}

}  // namespace

void advise_on_content(CohortParts& parts) {
  check_unused(parts);
  check_nearest(parts);
  check_what_the_course_lacks(parts);
}

}  // namespace rulefile
