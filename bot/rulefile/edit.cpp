#include "rulefile/edit.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rulefile/parts.hpp"
#include "rulefile/raw_lines.hpp"
#include "rulefile/tree.hpp"

namespace rulefile {
namespace {

using base::Error;
using base::ErrorKind;

// The list under `key` of a map; null when there is none.
const Node* value_of(const Node& map, std::string_view key) {
  for (const Entry& entry : map.entries) {
    if (entry.key.text == key) return &entry.value;
  }
  return nullptr;
}

std::vector<const Node*> rules_in(const Node& tree) {
  std::vector<const Node*> rules;
  const Node* list = value_of(tree, "rules");
  if (list == nullptr) return rules;
  for (const Node& item : list->items) {
    if (value_of(item, "rule") != nullptr) rules.push_back(&item);
  }
  return rules;
}

std::size_t indent_of(const Node& node) {
  return static_cast<std::size_t>(node.spot.column) - 1;
}

// In a block the keys of a map stand one below the other, and what belongs to it is indented further; the
// same for the dashes of a list. A comment further out may stand between them.
int last_line_of_block(const RawLines& lines, const Node& node) {
  const std::size_t edge = indent_of(node);
  int last = node.spot.line;
  for (int number = last + 1; number <= lines.count(); ++number) {
    const std::size_t indent = lines.indent(number);
    if (indent == std::string::npos) continue;
    const char first = lines.line(number)[indent];
    const bool belongs = indent > edge || (indent == edge && (node.is_map() || first == '-'));
    if (belongs) {
      last = number;
    } else if (first != '#') {
      break;
    }
  }
  return last;
}

bool is_in_brackets(const RawLines& lines, const Node& node) {
  const std::string& line = lines.line(node.spot.line);
  return indent_of(node) < line.size() && (line[indent_of(node)] == '{' || line[indent_of(node)] == '[');
}

// A file whose every line was read as it stands.
struct Readable {
  std::unique_ptr<FilePart> part;
  Node tree;
  const Node* rule = nullptr;
};

Error by_hand(const SourceFile& file, const std::string& rule) {
  return {ErrorKind::invalid, "The rule " + rule + " in " + file.path +
                                  " is written in a way that cannot be changed from here. Change it in the "
                                  "editor."};
}

base::Result<Readable> open_at(const SourceFile& file, const std::string& rule) {
  Readable open{read_part(file), {}, nullptr};
  if (has_errors(open.part->findings.take())) {
    return Error{ErrorKind::invalid, file.path + " has mistakes. Mend them first."};
  }
  auto tree = read_tree(file.text.size(), open.part->source, open.part->findings);
  if (tree) open.tree = std::move(*tree);
  for (const Node* node : rules_in(open.tree)) {
    if (value_of(*node, "rule")->text == rule) open.rule = node;
  }
  if (open.rule == nullptr) {
    return Error{ErrorKind::not_found, "There is no rule " + rule + " in " + file.path + "."};
  }
  return open;
}

const RulePart* part_of(const FilePart& file, const std::string& rule) {
  for (const RulePart& part : file.rules) {
    if (part.rule.name == rule) return &part;
  }
  return nullptr;
}

// The changed file when it reads as well as before, with the same rules, and `holds` of the one that changed.
template <typename Holds>
base::Result<std::string> proved(const SourceFile& file, const Readable& before, const std::string& rule,
                                 std::string text, const Holds& holds) {
  const auto after = read_part({file.path, text});
  const RulePart* changed = part_of(*after, rule);
  const bool fine = !has_errors(after->findings.take()) && changed != nullptr &&
                    after->rules.size() == before.part->rules.size() && holds(*changed);
  if (!fine) return by_hand(file, rule);
  return text;
}

std::string in_quotes(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + "\"";
}

std::vector<std::string> lines_of(const Case& one) {
  std::vector<std::string> lines{"post: " + in_quotes(one.post)};
  if (!one.at.empty()) lines.push_back("at: " + in_quotes(one.at));
  if (!one.from.empty()) lines.push_back("from: " + one.from);
  if (one.posts_so_far != 1) lines.push_back("posts_so_far: " + std::to_string(one.posts_so_far));
  if (!one.language.empty()) lines.push_back("language: " + one.language);
  if (one.network != domain::NetworkKind::practice)
    lines.push_back("network: " + std::string(domain::to_word(one.network)));
  if (one.mentions_bot) lines.push_back(std::string("mentions_bot: ") + (*one.mentions_bot ? "yes" : "no"));
  if (!one.in_reply_to.empty()) lines.push_back("in_reply_to: " + in_quotes(one.in_reply_to));
  if (!one.label.empty()) lines.push_back("label: " + one.label);
  lines.push_back("expect: " + (one.expect.silent ? "silent" : one.expect.shown));
  return lines;
}

// As an item of a list whose dashes stand at `indent`.
std::vector<std::string> item_lines(const Case& one, std::size_t indent) {
  std::vector<std::string> lines = lines_of(one);
  for (std::string& line : lines) line.insert(0, std::string(indent + 2, ' '));
  lines.front().replace(indent, 1, "-");
  return lines;
}

}  // namespace

std::vector<RuleText> rule_texts(const SourceFile& file) {
  std::vector<RuleText> texts;
  const SourceText source(file.path, file.text);
  Findings findings(source);
  const auto tree = read_tree(file.text.size(), source, findings);
  if (!tree) return texts;
  const RawLines lines(source.text());
  for (const Node* node : rules_in(*tree)) {
    RuleText one{value_of(*node, "rule")->text, node->spot.line, ""};
    const int last = last_line_of_block(lines, *node);
    for (int number = one.line; number <= last; ++number) one.text += lines.line(number) + "\n";
    texts.push_back(std::move(one));
  }
  return texts;
}

base::Result<std::string> with_mode(const SourceFile& file, const std::string& rule, domain::Mode mode) {
  const auto open = open_at(file, rule);
  if (!open) return open.error();
  RawLines lines(file.text);
  const std::string word(domain::to_word(mode));
  const Node& node = *open->rule;
  if (const Node* old = value_of(node, "mode")) {
    lines.replace(old->spot.line, old->spot.column, old->spot.end_column, word);
  } else {
    const Spot& name = value_of(node, "rule")->spot;
    if (is_in_brackets(lines, node)) {
      lines.replace(name.line, name.end_column, name.end_column, ", mode: " + word);
    } else {
      lines.insert_below(name.line, {std::string(indent_of(node), ' ') + "mode: " + word});
    }
  }
  return proved(file, *open, rule, lines.text(),
                [&](const RulePart& changed) { return changed.rule.mode == mode; });
}

base::Result<AddedCase> with_case(const SourceFile& file, const Case& one) {
  const auto open = open_at(file, one.rule);
  if (!open) return open.error();
  RawLines lines(file.text);
  const Node& rule = *open->rule;
  const Node* tests = value_of(rule, "test");
  if (is_in_brackets(lines, rule) || (tests != nullptr && !tests->is_list())) return by_hand(file, one.rule);
  std::vector<std::string> added;
  const bool first = tests == nullptr;
  if (!first && is_in_brackets(lines, *tests)) return by_hand(file, one.rule);
  const int above = last_line_of_block(lines, first ? rule : *tests);
  if (first) added.push_back(std::string(indent_of(rule), ' ') + "test:");
  for (auto& line : item_lines(one, first ? indent_of(rule) + 2 : indent_of(*tests))) {
    added.push_back(std::move(line));
  }
  lines.insert_below(above, added);
  const std::size_t known = part_of(*open->part, one.rule)->cases.size();
  auto text = proved(file, *open, one.rule, lines.text(), [&](const RulePart& changed) {
    return changed.cases.size() == known + 1 && changed.cases.back().expect.silent == one.expect.silent;
  });
  if (!text) return text.error();
  return AddedCase{std::move(text).value(), above + (first ? 2 : 1)};
}

namespace {

// All expectations of a file in its order; none of one with mistakes.
std::vector<Expectation> expectations_in(const SourceFile& file) {
  std::vector<Expectation> found;
  const auto part = read_part(file);
  if (has_errors(part->findings.take())) return found;
  for (const RulePart& rule : part->rules) {
    for (const Case& one : rule.cases) found.push_back(one.expect);
  }
  for (const Story& story : part->stories) {
    for (const StoryStep& step : story.steps) {
      if (step.expect) found.push_back(*step.expect);
    }
  }
  return found;
}

// Nothing but what stands in this line is expected otherwise than before.
bool only_expects(const SourceFile& before, const SourceFile& after, int line) {
  const std::vector<Expectation> old = expectations_in(before);
  const std::vector<Expectation> now = expectations_in(after);
  return !now.empty() && std::equal(old.begin(), old.end(), now.begin(), now.end(),
                                    [&](const Expectation& a, const Expectation& b) {
                                      return a.mark.line == b.mark.line &&
                                             (a.mark.line == line || a.shown == b.shown);
                                    });
}

}  // namespace

base::Result<std::string> accepted(const SourceFile& file, const CaseResult& result) {
  const Mark& mark = result.expectation;
  RawLines lines(file.text);
  if (mark.line < 1 || mark.line > lines.count()) {
    return Error{ErrorKind::conflict, mark.file + " has changed meanwhile. Run the tests again."};
  }
  lines.replace(mark.line, mark.column, mark.end_column, result.got);
  std::string changed = lines.text();
  if (mark.end_line != mark.line || !only_expects(file, {file.path, changed}, mark.line)) {
    return Error{ErrorKind::invalid, "the expectation at " + mark.file + ":" + std::to_string(mark.line) +
                                         " runs over several lines; change it by hand to: " + result.got};
  }
  return changed;
}

base::Result<CaseResult> result_at(const std::vector<CaseResult>& results, const std::string& place) {
  using Outcome = CaseResult::Outcome;
  const auto stands_at = [&](const Mark& mark) {
    return mark.file + ":" + std::to_string(mark.line) == place;
  };
  for (const CaseResult& result : results) {
    if (!stands_at(result.mark) && !stands_at(result.expectation)) continue;
    if (result.outcome == Outcome::failed || result.outcome == Outcome::some_day_failed) return result;
    return Error{ErrorKind::invalid, "the expectation at " + place + " holds already."};
  }
  return Error{ErrorKind::not_found,
               "no expectation stands at " + place + ". `flockmate test` shows where they stand."};
}

}  // namespace rulefile
