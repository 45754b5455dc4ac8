// What is said: placeholders that stand for something, the course's first language, posts that name nobody.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "language/reader.hpp"
#include "rulefile/check_parts.hpp"
#include "rulefile/cohort_parts.hpp"
#include "rulefile/known_names.hpp"

namespace rulefile {
namespace {

constexpr std::array<std::string_view, 4> about_a_person{"{{name}}", "{{handle}}", "{{question}}",
                                                         "{{post.link}}"};

std::string without_spaces_in_tags(const std::string& text) {
  std::string out;
  bool in_tag = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "{{") == 0) in_tag = true;
    if (text.compare(i, 2, "}}") == 0) in_tag = false;
    if (!in_tag || text[i] != ' ') out += text[i];
  }
  return out;
}

bool names_somebody(const std::string& text) {
  const std::string tight = without_spaces_in_tags(text);
  const bool placeholder =
      std::any_of(about_a_person.begin(), about_a_person.end(),
                  [&](std::string_view tag) { return tight.find(tag) != std::string::npos; });
  return placeholder || !language::entities_of(text).mentions.empty();
}

// What only the answer to a question knows.
struct OfATopic {
  std::string_view placeholder;
  rules::Topic topic;
  std::string_view name;
};
constexpr std::array<OfATopic, 3> of_a_topic{{{"answer", rules::Topic::faq, "faq"},
                                              {"term", rules::Topic::glossary, "glossary"},
                                              {"definition", rules::Topic::glossary, "glossary"}}};

bool asks_about(const rules::Rule& rule, rules::Topic topic) {
  return std::any_of(rule.when.begin(), rule.when.end(), [&](const rules::Condition& line) {
    const auto* asks = std::get_if<rules::AsksAbout>(&line.test);
    if (asks == nullptr) return false;
    return asks->topic == topic || std::any_of(asks->or_else.begin(), asks->or_else.end(),
                                               [&](const auto& one) { return one.topic == topic; });
  });
}

// The first placeholder that this rule cannot know; null: it knows them all.
const OfATopic* unknown_to(const rules::Rule& rule, const std::string& text) {
  const std::string tight = without_spaces_in_tags(text);
  const auto found = std::find_if(of_a_topic.begin(), of_a_topic.end(), [&](const OfATopic& one) {
    return tight.find("{{" + std::string(one.placeholder) + "}}") != std::string::npos &&
           !asks_about(rule, one.topic);
  });
  return found == of_a_topic.end() ? nullptr : found;
}

void tell_unknown(const rules::Rule& rule, const std::string& text, const Spot& spot, Findings& findings) {
  if (const OfATopic* hole = unknown_to(rule, text)) {
    findings.add(Message::empty_here, spot, {std::string(hole->placeholder), std::string(hole->name)});
  }
}

// A text by language must have the course's first one; a text without a language is in it.
void check_first_language(const std::vector<WordingAt>& wordings, const std::string& first,
                          Findings& findings) {
  if (wordings.empty()) return;
  const bool there = std::any_of(wordings.begin(), wordings.end(), [&](const WordingAt& one) {
    return one.language.empty() || one.language == first;
  });
  if (!there) findings.add(Message::no_first_language, wordings.front().spot, {first});
}

class WordingCheck {
 public:
  WordingCheck(const CohortParts& parts, std::string first) : first_(std::move(first)) {
    for (const auto* words : {&parts.shipped_words, &parts.own_words}) {
      for (const auto& part : *words) by_name_[part->name].push_back(part.get());
    }
    for (const FilePart* file : active_files(parts)) {
      for (const FaqPart& part : file->faq) entries_.insert(part.entry.id);
    }
  }

  // `reply: faq`: a word alone that names something else than itself.
  void check_name_alone(const WordingAt& one, Findings& findings) const {
    const std::string& name = one.text;
    if (one.kind != domain::ActionKind::reply) return;
    if (by_name_.contains(name) && !name.starts_with("consent-")) {
      findings.add(Message::as_it_stands, one.spot, {name, Argument(Phrase::words_named_so, {name})});
    } else if (entries_.contains(name)) {
      findings.add(Message::as_it_stands, one.spot, {name, Argument(Phrase::answer_of_entry, {name})});
    }
  }

  void check(const std::vector<WordingAt>& wordings, Findings& findings) const {
    check_first_language(wordings, first_, findings);
    for (const WordingAt& one : wordings) {
      check_placeholders(one.text, one.spot, false, findings);
      if (one.kind == domain::ActionKind::post && names_somebody(one.text)) {
        findings.add(Message::names_somebody, one.spot);
      }
    }
  }

  void check_reference(const Reference& reference, const rules::Rule& rule, Findings& findings) const {
    const bool posted = reference.to == Reference::To::posted_wording;
    if (!posted && reference.to != Reference::To::wording) return;
    const auto found = by_name_.find(reference.name);
    if (found == by_name_.end()) return;  // told as missing
    const auto& words = found->second;
    if (std::none_of(words.begin(), words.end(),
                     [&](const TemplatePart* one) { return one->language == first_; })) {
      findings.add(
          Message::missing_template, reference.spot,
          {reference.name, Argument(Phrase::words_in_language, {first_}), Phrase::first_language, first_});
    }
    for (const TemplatePart* one : words) {
      if (one->language == first_ && !one->variants.empty()) {
        tell_unknown(rule, one->variants.front().text, reference.spot, findings);
      }
      if (!posted) continue;
      const auto& variants = one->variants;
      if (std::any_of(variants.begin(), variants.end(),
                      [](const WordingAt& text) { return names_somebody(text.text); })) {
        return findings.add(Message::names_somebody, reference.spot);
      }
    }
  }

 private:
  std::string first_;
  std::map<std::string, std::vector<const TemplatePart*>> by_name_;
  std::set<std::string> entries_;  // ids of the FAQ
};

}  // namespace

void check_wordings(CohortParts& parts) {
  const CoursePart* course = parts.course();
  const WordingCheck check(parts, course == nullptr ? "en" : course->course.languages.front());
  for (const auto& file : parts.own) {
    for (const RulePart& rule : file->rules) {
      check.check(rule.wordings, file->findings);
      for (const WordingAt& one : rule.wordings) {
        tell_unknown(rule.rule, one.text, one.spot, file->findings);
        check.check_name_alone(one, file->findings);
      }
      for (const Reference& reference : rule.references) {
        check.check_reference(reference, rule.rule, file->findings);
      }
    }
    for (const FaqPart& entry : file->faq) check.check(entry.wordings, file->findings);
    for (const TermPart& term : file->glossary) check.check(term.wordings, file->findings);
  }
}

}  // namespace rulefile
