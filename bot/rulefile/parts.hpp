// What one file holds, decoded, before the files are looked at together. Each piece remembers where it
// stands.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/content.hpp"
#include "rulefile/cases.hpp"
#include "rulefile/cohort_files.hpp"
#include "rulefile/document.hpp"
#include "rulefile/findings.hpp"
#include "rulefile/named.hpp"
#include "rules/rule.hpp"

namespace rulefile {

class Fields;

struct RulePart {
  rules::Rule rule;
  bool replaces_shipped = false;
  bool does_nothing = false;  // waits for a later version
  Spot name_spot;
  std::optional<Spot> replaces_spot;
  std::vector<Reference> references;
  std::vector<WordingAt> wordings;
  std::vector<PatternAt> patterns;
  std::optional<BetweenAt> between;  // of `when`
  std::vector<Case> cases;
};

struct FaqPart {
  domain::FaqEntry entry;
  Spot id_spot;
  std::vector<Spot> asks_spots;
  Spot until_spot;
  std::vector<WordingAt> wordings;  // the answer
  std::optional<Reference> follows;
};

struct TermPart {
  domain::GlossaryTerm term;
  Spot term_spot;
  std::vector<WordingAt> wordings;  // the definition
};

struct CoursePart {
  domain::Course course;
  Spot spot;
  Spot zone_spot;
  std::vector<Reference> references;
};

struct FilePart {
  explicit FilePart(const SourceFile& file) : source(file.path, file.text), findings(source) {}
  FilePart(const FilePart&) = delete;
  FilePart& operator=(const FilePart&) = delete;

  SourceText source;
  Findings findings;
  bool readable = false;  // there is a tree: what it names is known, even where it has mistakes
  std::optional<CoursePart> course;
  std::vector<RulePart> rules;
  std::vector<FaqPart> faq;
  std::vector<TermPart> glossary;
  std::vector<Story> stories;
};

std::unique_ptr<FilePart> read_part(const SourceFile& file);

// One piece each; mistakes go to the findings.
CoursePart read_course(const Node& node, Findings& findings);
RulePart read_rule(const Node& node, Findings& findings);
FaqPart read_faq_entry(const Node& node, Findings& findings);
TermPart read_glossary_term(const Node& node, Findings& findings);
std::vector<Case> read_inline_cases(const std::vector<const Node*>& nodes, Findings& findings);
Story read_story(const Node& node, Findings& findings);

struct Conditions {
  std::optional<rules::Schedule> every;
  bool waits_for_event = false;  // at_event: of a later version
  std::vector<rules::Condition> conditions;
  std::vector<Reference> references;
  std::vector<PatternAt> patterns;
  std::optional<BetweenAt> between;
};
Conditions read_conditions(const Node& node, bool in_unless, Findings& findings);

// What is read as one text and was meant as several: "also: RT, retweeting" without brackets, two questions,
// a term with its short form, a question around a term.
void advise_on_commas(const Fields& fields, std::string_view key);
void advise_on_questions(const std::vector<const Node*>& asks, Findings& findings);
void advise_on_asked(const Fields& fields, std::string_view key);
void advise_on_name(const Fields& fields, const domain::GlossaryTerm& term);
// The same, and signs of search boxes, of one text of `says`; `line` is all that stands after the key.
void advise_on_words(const Node& node, const Entry& line, Findings& findings);

// The texts of a `reply`, `answer` or `means`, each with its place.
std::vector<WordingAt> wordings_of(const Fields& fields, std::string_view key, domain::ActionKind kind);

}  // namespace rulefile
