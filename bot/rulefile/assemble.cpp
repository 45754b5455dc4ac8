#include "rulefile/assemble.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rulefile/cohort_parts.hpp"
#include "rulefile/read_options.hpp"
#include "rules/ruleset.hpp"

namespace rulefile {
namespace {

using Files = std::vector<std::unique_ptr<FilePart>>;

// A list into which the course's own pieces go first; of a shipped one with the same name the own one takes
// the place.
template <typename Piece>
class Ordered {
 public:
  void add_own(const std::string& name, Piece piece) { own_.push_back({base::fold(name), std::move(piece)}); }

  // `replaces`: whether an own piece of that name takes the shipped one's place in the order.
  void add_shipped(const std::string& name, Piece piece) {
    const std::string folded = base::fold(name);
    const auto same =
        std::find_if(own_.begin(), own_.end(), [&](const Named& own) { return own.name == folded; });
    if (same == own_.end()) {
      shipped_.push_back({folded, std::move(piece)});
      return;
    }
    shipped_.push_back(std::move(*same));
    own_.erase(same);
  }

  std::vector<Piece> take() {
    std::vector<Piece> out;
    for (auto* list : {&own_, &shipped_}) {
      for (Named& named : *list) out.push_back(std::move(named.piece));
    }
    return out;
  }

 private:
  struct Named {
    std::string name;
    Piece piece;
  };
  std::vector<Named> own_;
  std::vector<Named> shipped_;
};

rules::Variants& wording_named(rules::RulesetSource& source, const std::string& name) {
  return source.templates[name];
}

void add_words(const std::vector<std::unique_ptr<TemplatePart>>& words, const std::set<std::string>& bad,
               rules::RulesetSource& source) {
  for (const auto& part : words) {
    if (bad.contains(part->source.path()) || part->variants.empty()) continue;
    std::vector<std::string> variants;
    for (const WordingAt& variant : part->variants) variants.push_back(variant.text);
    wording_named(source, part->name)[part->language] = std::move(variants);  // own words come later and win
  }
}

bool can_speak(const rules::Rule& rule, const rules::RulesetSource& source) {
  return std::all_of(rule.then.begin(), rule.then.end(), [&](const rules::Step& step) {
    return step.template_name.empty() || source.templates.contains(step.template_name);
  });
}

void add_content(const CohortParts& parts, const std::set<std::string>& bad, rules::RulesetSource& source) {
  Ordered<domain::FaqEntry> faq;
  Ordered<domain::GlossaryTerm> glossary;
  for (const auto& file : parts.own) {
    if (bad.contains(file->source.path())) continue;
    for (const FaqPart& part : file->faq) faq.add_own(part.entry.id, part.entry);
    for (const TermPart& part : file->glossary) glossary.add_own(part.term.term, part.term);
  }
  if (parts.uses_starter) {
    for (const auto& file : parts.shipped) {
      for (const FaqPart& part : file->faq) faq.add_shipped(part.entry.id, part.entry);
      for (const TermPart& part : file->glossary) glossary.add_shipped(part.term.term, part.term);
    }
  }
  source.content.faq = faq.take();
  source.content.glossary = glossary.take();
}

void add_rules(const CohortParts& parts, const std::set<std::string>& bad, rules::RulesetSource& source) {
  Ordered<rules::Rule> ordered;
  const auto usable = [&](const RulePart& part) {
    return !part.does_nothing && can_speak(part.rule, source);
  };
  for (const auto& file : parts.own) {
    if (bad.contains(file->source.path())) continue;
    for (const RulePart& part : file->rules) {
      if (usable(part)) ordered.add_own(part.rule.name, part.rule);
    }
  }
  if (parts.uses_starter) {
    const std::vector<std::string>& off = source.course.off;
    for (const auto& file : parts.shipped) {
      for (const RulePart& part : file->rules) {
        const bool is_off = std::find(off.begin(), off.end(), part.rule.name) != off.end();
        if (!is_off && usable(part)) ordered.add_shipped(part.rule.name, part.rule);
      }
    }
  }
  source.rules = ordered.take();
}

std::vector<std::string> roster_of(const CohortFiles& files, const CoursePart& course) {
  std::vector<std::string> handles;
  for (const Reference& reference : course.references) {
    const auto roster = files.texts.find(reference.name);
    if (reference.to != Reference::To::text_file || roster == files.texts.end()) continue;
    for (const std::string& line : base::split(base::valid_utf8(roster->second), '\n')) {
      std::string handle = base::trim(line);
      if (handle.starts_with('@')) handle.erase(0, 1);
      if (!handle.empty() && !handle.starts_with('#')) handles.push_back(handle);
    }
  }
  return handles;
}

}  // namespace

std::optional<rules::RulesetSource> assemble(const CohortParts& parts, const CohortFiles& files,
                                             const ReadOptions& options, const std::set<std::string>& bad) {
  rules::RulesetSource source;
  const CoursePart* course = nullptr;
  for (const auto& file : parts.own) {
    if (file->course && !bad.contains(file->source.path()) && course == nullptr) course = &*file->course;
  }
  if (course == nullptr) return std::nullopt;
  source.course = course->course;
  source.course.cohort = files.cohort;
  source.course.joined = roster_of(files, *course);
  source.course.replies.breaker_replies = options.breaker_replies;
  source.course.replies.breaker_minutes = options.breaker_minutes;
  source.policies = options.policies;
  source.bot_handle = options.bot_handle;
  add_words(parts.shipped_words, bad, source);
  add_words(parts.own_words, bad, source);
  add_content(parts, bad, source);
  add_rules(parts, bad, source);
  return source;
}

}  // namespace rulefile
