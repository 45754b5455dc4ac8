#include "base/text.hpp"
#include "rulefile/fields.hpp"
#include "rulefile/joined_items.hpp"
#include "rulefile/parts.hpp"
#include "rulefile/tree.hpp"

namespace rulefile {
namespace {

void read_pieces(const Node& tree, FilePart& part) {
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
  // Of a file that is too large nothing is held.
  const bool too_large = file.text.size() > largest_file;
  auto part = std::make_unique<FilePart>(SourceFile{file.path, too_large ? std::string() : file.text});
  std::optional<Node> tree = read_tree(file.text.size(), part->source, part->findings);
  if (!tree) return part;
  part->readable = true;
  join_items(*tree, part->findings);
  if (!tree->is_empty()) read_pieces(*tree, *part);  // an empty file is no mistake
  return part;
}

}  // namespace rulefile
