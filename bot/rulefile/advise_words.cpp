// Advice on words to be found: several in one text, signs that are not read.
#include <algorithm>

#include "base/text.hpp"
#include "rulefile/fields.hpp"
#include "rulefile/odd_words.hpp"
#include "rulefile/parts.hpp"

namespace rulefile {
namespace {

// Each by itself; empty: the text is one. In a list of several, less is guessed.
std::vector<std::string> words_of(const Node& node, const Entry& line) {
  auto words = words_meant(node.text, node.quoted);
  if (words.empty() && line.value.is_scalar()) words = words_in_a_row(node.text, node.quoted);
  return words;
}

// The whole line, each word by itself.
std::string all_words(const Entry& line) {
  std::vector<std::string> all;
  const auto take = [&](const Node& node) {
    const auto words = words_of(node, line);
    all.insert(all.end(), words.begin(), words.end());
    if (words.empty()) all.push_back(node.text);
  };
  if (line.value.is_scalar()) take(line.value);
  for (const Node& item : line.value.items) take(item);
  return base::join(all, ", ");
}

}  // namespace

void advise_on_words(const Node& node, const Entry& line, Findings& findings) {
  const std::string& key = line.key.text;
  const bool alone = line.value.is_scalar();
  const auto both = alone ? all_words_meant(node.text, node.quoted) : std::vector<std::string>{};
  if (!words_of(node, line).empty()) {
    findings.add(Message::words_in_one, node.spot, {key + ": [" + all_words(line) + "]"});
  } else if (!both.empty()) {
    findings.add(Message::words_in_one, node.spot, {"says_all: [" + base::join(both, ", ") + "]"});
  } else if (const auto odd = odd_sign_in(node.text)) {
    const std::string name = alone ? key + ": " : "";
    findings.add(Message::odd_sign, node.spot,
                 {odd->sign, odd->instead.empty() ? "matches: '" + node.text + "'" : name + odd->instead});
  }
}

void advise_on_commas(const Fields& fields, std::string_view key) {
  const Entry* entry = fields.find(key);
  if (entry == nullptr || !entry->value.is_scalar()) return;
  if (words_of(entry->value, *entry).empty()) return;
  fields.findings().add(Message::words_in_one, entry->value.spot,
                        {std::string(key) + ": [" + all_words(*entry) + "]"});
}

// Where each line holds two questions, nobody meant the second as what is said around the first.
void advise_on_questions(const std::vector<const Node*>& asks, Findings& findings) {
  std::vector<std::vector<std::string>> questions;
  questions.reserve(asks.size());
  for (const Node* node : asks) questions.push_back(questions_meant(node->text));
  if (std::any_of(questions.begin(), questions.end(), [](const auto& one) { return one.empty(); })) return;
  for (std::size_t i = 0; i < asks.size(); ++i) {
    findings.add(Message::questions_in_one, asks[i]->spot,
                 {"\"" + base::join(questions[i], "\", \"") + "\""});
  }
}

// Other words for a term, written as questions.
void advise_on_asked(const Fields& fields, std::string_view key) {
  for (const Node* node : fields.nodes(key)) {
    const std::string asked = base::shorten(term_asked_for(node->text), 60);
    if (!asked.empty()) fields.findings().add(Message::term_as_question, node->spot, {asked, asked});
  }
}

void advise_on_name(const Fields& fields, const domain::GlossaryTerm& term) {
  const Entry* entry = fields.find("term");
  if (entry == nullptr || !entry->value.is_scalar()) return;
  const Node& name = entry->value;
  if (const std::string asked = term_asked_for(name.text); !asked.empty()) {
    return fields.findings().add(Message::term_as_question, name.spot,
                                 {base::shorten(asked, 60), "term: " + base::shorten(asked, 60)});
  }
  std::vector<std::string> words = words_meant(name.text, name.quoted);
  if (const TermMeant meant = term_meant(name.text); !meant.term.empty()) words = {meant.term, meant.also};
  if (words.size() < 2) return;
  std::vector<std::string> also(words.begin() + 1, words.end());
  also.insert(also.end(), term.also.begin(), term.also.end());
  fields.findings().add(Message::term_in_one, name.spot,
                        {base::shorten(name.text, 60), words.front(), base::join(also, ", ")});
}

}  // namespace rulefile
