#include "base/text.hpp"
#include "rulefile/parts.hpp"
#include "rulefile/yaml_text.hpp"

namespace rulefile {
namespace {

void report(const Unreadable& why, Findings& findings) {
  switch (why.why) {
    case Unreadable::Why::too_deep:
      return findings.add(Message::too_deep, why.spot);
    case Unreadable::Why::too_many_nodes:
      return findings.add(Message::too_many_nodes, why.spot);
    case Unreadable::Why::cycle:
      return findings.add(Message::alias_cycle, why.spot);
    case Unreadable::Why::unknown_alias:
      return findings.add(Message::unknown_alias, why.spot);
    case Unreadable::Why::syntax:
      return findings.add(Message::not_readable, why.spot, {plain_words(why.library_message)});
  }
}

// The tree of a file, or none with the reason among the findings.
std::optional<Node> tree_of(const SourceFile& file, FilePart& part) {
  if (file.text.size() > largest_file) {
    part.findings.add(Message::file_too_large, {});
    return std::nullopt;
  }
  if (part.source.broken_line() != 0) {
    const int line = part.source.broken_line();
    part.findings.add(Message::not_text, part.source.spot(line, 0, part.source.line(line).size()));
    return std::nullopt;
  }
  const TextPass pass = pass_over_text(part.source, part.findings);
  if (!pass.mended) return std::nullopt;
  auto document = parse_document(part.source, *pass.mended);
  if (const auto* why = std::get_if<Unreadable>(&document)) {
    if (part.findings.empty()) report(*why, part.findings);
    return std::nullopt;
  }
  return std::get<Node>(std::move(document));
}

void read_tree(const Node& tree, FilePart& part) {
  const Fields top(tree, Where::file, part.findings);
  if (const Entry* course = top.find("course")) part.course = read_course(course->value, part.findings);
  for (const Node* node : top.maps("rules")) part.rules.push_back(read_rule(*node, part.findings));
  for (const Node* node : top.maps("faq")) part.faq.push_back(read_faq_entry(*node, part.findings));
  for (const Node* node : top.maps("glossary"))
    part.glossary.push_back(read_glossary_term(*node, part.findings));
  for (const Node* node : top.maps("stories")) part.stories.push_back(read_story(*node, part.findings));
}

}  // namespace

std::unique_ptr<FilePart> read_part(const SourceFile& file) {
  // Of a file that is too large only the beginning is held.
  const SourceFile bounded{file.path, file.text.size() > largest_file ? std::string() : file.text};
  auto part = std::make_unique<FilePart>(bounded);
  const std::optional<Node> tree = tree_of(file, *part);
  if (!tree) return part;
  part->readable = true;
  if (!tree->is_empty()) read_tree(*tree, *part);  // an empty file is no mistake
  return part;
}

}  // namespace rulefile
