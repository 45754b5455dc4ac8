// The grammar table as a page for facilitators (rules/REFERENCE.md).
#include "base/text.hpp"
#include "domain/content.hpp"
#include "rulefile/grammar.hpp"
#include "rulefile/help.hpp"
#include "rulefile/templates.hpp"

namespace rulefile {
namespace {

struct Section {
  Where where;
  std::string_view title;
  std::string_view text;
};

const std::vector<Section>& sections() {
  static const std::vector<Section> all{
      {Where::file, "A file",
       "A cohort is a folder of files that end in `.yaml`. Each holds one or more of these."},
      {Where::course, "course", "One file of the folder describes the course."},
      {Where::facilitator, "course: facilitators",
       "Each person in a list item of their own. `x`, `mastodon`, ... only where they have an account."},
      {Where::understanding, "course: understanding", "Two thresholds between 0 and 1."},
      {Where::budgets, "course: replies", "What is over is said later, never dropped."},
      {Where::rule, "rules", "Tried from top to bottom; the first that replies wins the post."},
      {Where::condition, "when and unless",
       "Every line of `when` must hold; any one line of `unless` stops the rule; a list means any of them."},
      {Where::action, "then", "What the rule does."},
      {Where::inline_case, "test", "Each case asks about this rule alone."},
      {Where::expectation, "expect",
       "Either `silent`, `reply with \"words\"`, `post with \"words\"` or the name of an action; or lines of "
       "these, all of which must hold."},
      {Where::faq_entry, "faq", "Questions the bot can answer."},
      {Where::glossary_term, "glossary", "Words the bot can explain."},
      {Where::own_words, "glossary: called", "The networks' own words for a term."},
      {Where::story, "stories",
       "Conversations with a clock of their own, in files that end in `.test.yaml`."},
      {Where::step, "stories: steps",
       "A step is `NAME: text` (a facilitator's name is that facilitator) or `wait:`."},
  };
  return all;
}

// A cell of a table: the sign between cells cannot stand in it as it is.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string row(const Key& key) {
  std::string what = key.type == Type::anything ? "" : in_words(expected(key), Language::english);
  const bool shows_example = what.find(", such as ") != std::string::npos && !key.example.empty();
  if (shows_example) what.resize(what.find(", such as "));
  std::string help(key.help);
  if (key.required) help += " Required.";
  if (!key.available) help += " Not available yet.";
  const std::string example =
      key.example.empty() ? "" : "`" + std::string(key.name) + ": " + std::string(key.example) + "`";
  return "| `" + std::string(key.name) + "` | " + cell(what) + " | " + cell(help) + " | " + cell(example) +
         " |\n";
}

}  // namespace

std::string reference_page() {
  std::string out =
      "# Everything you can write\n\n"
      "<!-- Made from the program's own table (bot/rulefile/grammar*.cpp); do not edit. -->\n"
      "Yes and no may be written yes, no, true or false. Texts with a `#`, a colon, or a sign at their start "
      "stand in quotes.\n";
  for (const Section& section : sections()) {
    out += "\n## " + std::string(section.title) + "\n\n" + std::string(section.text) + "\n\n";
    out += "| line | value | meaning | example |\n|---|---|---|---|\n";
    for (const Key& key : grammar()) {
      if (key.where == section.where) out += row(key);
    }
  }
  out += "\n## Placeholders\n\nIn every text that is said: ";
  std::vector<std::string> shown;
  for (const std::string& name : placeholder_names()) shown.push_back("`{{" + name + "}}`");
  return out + base::join(shown, ", ") + ".\n";
}

}  // namespace rulefile
