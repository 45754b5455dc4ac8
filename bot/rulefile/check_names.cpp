// Names: the same one twice, and those that stand for nothing.
#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "rulefile/check_parts.hpp"
#include "rulefile/cohort_parts.hpp"
#include "rulefile/grammar.hpp"
#include "rulefile/known_names.hpp"

namespace rulefile {
namespace {

Argument hint(const std::string& name, const std::set<std::string>& known) {
  const std::string near = base::closest(name, {known.begin(), known.end()});
  if (near.empty()) return "";
  return {Phrase::did_you_mean, {near}};
}

// "There are: slides, recordings." or nothing when the list is longer than anybody reads.
Argument listed(const std::set<std::string>& known, const std::string& also = "") {
  if (known.empty() || known.size() > 30) return "";
  return {Phrase::there_are, {base::join({known.begin(), known.end()}, ", ") + also}};
}

std::string place(const FilePart& file, const Spot& spot) {
  return file.source.path() + ":" + std::to_string(spot.line);
}

// Where each name stands first; the later one carries the diagnostic.
class FirstPlaces {
 public:
  explicit FirstPlaces(Phrase what) : what_(what) {}
  void meet(const std::string& key, const std::string& name, const Spot& spot, FilePart& file) {
    if (key.empty()) return;
    const auto [first, added] = places_.emplace(key, place(file, spot));
    if (!added) file.findings.add(Message::same_name, spot, {what_, name, first->second});
  }

 private:
  Phrase what_;
  std::map<std::string, std::string> places_;
};

void check_doubles(CohortParts& parts) {
  FirstPlaces rules(Phrase::the_rule);
  FirstPlaces entries(Phrase::the_faq_entry);
  FirstPlaces terms(Phrase::the_glossary_term);
  for (const auto& file : parts.own) {
    for (const RulePart& rule : file->rules)
      rules.meet(rule.rule.name, rule.rule.name, rule.name_spot, *file);
    for (const FaqPart& part : file->faq) entries.meet(part.entry.id, part.entry.id, part.id_spot, *file);
    for (const TermPart& part : file->glossary) {
      terms.meet(base::fold(part.term.term), part.term.term, part.term_spot, *file);
    }
  }
}

Argument shipped_place(const CohortParts& parts, const std::string& name) {
  for (const auto& file : parts.shipped) {
    for (const RulePart& rule : file->rules) {
      const std::string& path = file->source.path();
      if (rule.rule.name == name) {
        const std::string file_name = path.substr(path.find_last_of('/') + 1);
        return {Phrase::shipped_line, {file_name, std::to_string(rule.name_spot.line)}};
      }
    }
  }
  return "";
}

void check_against_shipped(CohortParts& parts, const KnownNames& known) {
  const CoursePart* course = parts.course();
  const auto is_off = [&](const std::string& name) {
    const auto& off = course->course.off;
    return std::find(off.begin(), off.end(), name) != off.end();
  };
  for (const auto& file : parts.own) {
    for (const RulePart& part : file->rules) {
      const std::string& name = part.rule.name;
      const bool shipped = known.shipped_rules.contains(name);
      if (part.replaces_shipped && course != nullptr && !parts.uses_starter) {
        file->findings.add(Message::replaces_nothing, *part.replaces_spot, {Phrase::pack_not_used});
      } else if (part.replaces_shipped && !shipped) {
        file->findings.add(Message::replaces_nothing, *part.replaces_spot,
                           {Argument(Phrase::pack_has_no_rule, {name})});
      } else if (!part.replaces_shipped && shipped && parts.uses_starter && !is_off(name)) {
        file->findings.add(Message::same_name_as_shipped, part.name_spot, {name, shipped_place(parts, name)});
      }
    }
  }
}

class ReferenceCheck {
 public:
  ReferenceCheck(const CohortParts& parts, const KnownNames& known, const CohortFiles& files)
      : parts_(parts), known_(known), files_(files) {}

  void check(const Reference& reference, Findings& findings) const {
    const std::string& name = reference.name;
    switch (reference.to) {
      case Reference::To::wording:
      case Reference::To::posted_wording:
        if (!known_.wordings.contains(name)) missing_words(reference, findings);
        return;
      case Reference::To::facilitator:
        if (parts_.course() != nullptr) {
          unless_known(known_.facilitators, Phrase::the_facilitator, reference, findings, ", duty, all");
        }
        return;
      case Reference::To::faq_entry:
        if (parts_.all_readable()) unless_known(known_.faq, Phrase::the_faq_entry, reference, findings, "");
        return;
      case Reference::To::term:
        if (parts_.all_readable() && !known_.terms.contains(base::fold(name))) {
          unless_known(known_.terms, Phrase::the_glossary_term, reference, findings, "");
        }
        return;
      case Reference::To::shipped_rule:
        if (!known_.shipped_rules.contains(name)) {
          findings.add(Message::unknown_shipped_rule, reference.spot,
                       {name, hint(name, known_.shipped_rules), listed(known_.shipped_rules)});
        }
        return;
      case Reference::To::topic:
        return findings.add(Message::wrong_value, reference.spot,
                            {base::shorten(name, 60), Argument(Phrase::quoted, {"asks_about"}),
                             expected(*find_key(Where::condition, "asks_about")), topic_meant(name)});
      case Reference::To::text_file:
        if (!files_.texts.contains(name)) findings.add(Message::roster_missing, reference.spot, {name});
        return;
      default:
        if (parts_.all_readable()) unless_it_can_hold(reference, findings);
    }
  }

 private:
  void missing_words(const Reference& reference, Findings& findings) const {
    const CoursePart* course = parts_.course();
    const std::string language = course == nullptr ? "en" : course->course.languages.front();
    findings.add(Message::missing_template, reference.spot,
                 {reference.name, hint(reference.name, known_.wordings), listed(known_.wordings), language});
  }

  // `asks_about: slides`, `asks_about: faq slides`: one entry, or one word of the glossary.
  Argument topic_meant(const std::string& text) const {
    const std::size_t space = text.find_first_of(" :");
    const std::string name = space == std::string::npos ? text : base::trim(text.substr(space + 1));
    const auto line = [](const std::string& topic, const std::string& entry) {
      return Argument(Phrase::did_you_mean_line, {"asks_about", "{" + topic + ": " + entry + "}"});
    };
    for (const std::string& entry : {text, name}) {
      if (known_.faq.contains(entry)) return line("faq", entry);
      if (known_.terms.contains(base::fold(entry))) return line("glossary", entry);
    }
    return Argument(Phrase::for_example, {"asks_about", "faq"});
  }

  // Lines that are right by themselves, in a course where they never hold.
  void unless_it_can_hold(const Reference& reference, Findings& findings) const {
    const std::string& name = reference.name;
    const bool none_to_ask = (reference.to == Reference::To::any_faq_entry && known_.faq.empty()) ||
                             (reference.to == Reference::To::any_term && known_.terms.empty());
    if (none_to_ask) findings.add(Message::nothing_to_ask_about, reference.spot, {name});
    if (reference.to == Reference::To::label && !known_.labels.contains(name)) {
      findings.add(Message::label_of_nobody, reference.spot,
                   {name, hint(name, known_.labels), listed(known_.labels)});
    }
    const int weeks = parts_.course() == nullptr ? 0 : parts_.course()->course.weeks;
    if (reference.to == Reference::To::week && weeks > 0 && std::stoi(name) > weeks) {
      findings.add(Message::week_too_late, reference.spot, {std::to_string(weeks), name});
    }
  }

  static void unless_known(const std::set<std::string>& known, Phrase what, const Reference& reference,
                           Findings& findings, const std::string& also) {
    if (known.contains(reference.name)) return;
    findings.add(Message::unknown_name, reference.spot,
                 {what, reference.name, hint(reference.name, known), listed(known, also)});
  }

  const CohortParts& parts_;
  const KnownNames& known_;
  const CohortFiles& files_;
};

void check_references(CohortParts& parts, const KnownNames& known, const CohortFiles& files) {
  const ReferenceCheck check(parts, known, files);
  for (const auto& file : parts.own) {
    if (file->course) {
      for (const Reference& reference : file->course->references) check.check(reference, file->findings);
    }
    for (const RulePart& rule : file->rules) {
      for (const Reference& reference : rule.references) check.check(reference, file->findings);
    }
    for (const FaqPart& entry : file->faq) {
      if (entry.follows) check.check(*entry.follows, file->findings);
    }
  }
}

void check_expected_rule(const Expectation& expect, const KnownNames& known, FilePart& file) {
  if (expect.rule.empty() || known.rules.contains(expect.rule) || expect.rule.starts_with("manners")) return;
  const Mark& mark = expect.rule_mark;
  file.findings.add(Message::unknown_rule_in_case, {mark.line, mark.column, mark.end_line, mark.end_column},
                    {expect.rule, hint(expect.rule, known.rules), listed(known.rules)});
}

void check_cases(CohortParts& parts, const KnownNames& known) {
  if (!parts.all_readable()) return;
  for (const auto& file : parts.own) {
    for (const RulePart& rule : file->rules) {
      for (const Case& one : rule.cases) check_expected_rule(one.expect, known, *file);
    }
    for (const Story& story : file->stories) {
      for (const StoryStep& step : story.steps) {
        if (step.expect) check_expected_rule(*step.expect, known, *file);
      }
    }
  }
}

}  // namespace

void check_names(CohortParts& parts, const CohortFiles& files) {
  const KnownNames known = known_names(parts);
  check_doubles(parts);
  check_against_shipped(parts, known);
  check_references(parts, known, files);
  check_cases(parts, known);
}

}  // namespace rulefile
