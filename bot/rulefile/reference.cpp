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

// What stands after the colon; the example is shown by itself.
std::string value_of(const Key& key) {
  std::string what = key.type == Type::anything ? "" : in_words(expected(key), Language::english);
  const bool shows_example = what.find(", such as ") != std::string::npos && !key.example.empty();
  if (shows_example) what.resize(what.find(", such as "));
  return what;
}

std::string help_of(const Key& key) {
  return std::string(key.help) + (key.required ? " Required." : "") +
         (key.available ? "" : " Not available yet.");
}

std::string example_of(const Key& key) {
  return key.example.empty() ? "" : std::string(key.name) + ": " + std::string(key.example);
}

std::string row(const Key& key) {
  const std::string example = example_of(key);
  return "| `" + std::string(key.name) + "` | " + cell(value_of(key)) + " | " + cell(help_of(key)) + " | " +
         (example.empty() ? "" : cell("`" + example + "`")) + " |\n";
}

std::string place_of(Where where) {
  if (where == Where::file) return "in a file of the course";
  for (const Section& section : sections()) {
    if (section.where == where) return "below " + std::string(section.title);
  }
  return "of " + in_words(noun(where), Language::english);
}

}  // namespace

std::optional<std::string> key_page(std::string_view name) {
  std::string out;
  for (const Key& key : grammar()) {
    if (key.name != name) continue;
    out += (out.empty() ? "" : "\n") + std::string(name) + "  " + place_of(key.where) + "\n  " +
           help_of(key) + "\n";
    if (const std::string what = value_of(key); !what.empty()) out += "  After the colon: " + what + "\n";
    if (const std::string example = example_of(key); !example.empty())
      out += "  For example      " + example + "\n";
  }
  return out.empty() ? std::nullopt : std::optional(out);
}

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
