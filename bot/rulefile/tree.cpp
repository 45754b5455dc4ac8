#include "rulefile/tree.hpp"

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

}  // namespace

std::optional<Node> read_tree(std::size_t size, const SourceText& source, Findings& findings) {
  if (size > largest_file) {
    findings.add(Message::file_too_large, {});
    return std::nullopt;
  }
  if (const int broken = source.broken_line(); broken != 0) {
    findings.add(Message::not_text, source.spot(broken, 0, source.line(broken).size()));
    return std::nullopt;
  }
  const TextPass pass = pass_over_text(source, findings);
  if (!pass.mended) return std::nullopt;
  auto document = parse_document(source, *pass.mended);
  if (const auto* why = std::get_if<Unreadable>(&document)) {
    // After a slip the library's trouble is mostly the slip's.
    if (findings.empty()) report(*why, findings);
    return std::nullopt;
  }
  return std::get<Node>(std::move(document));
}

}  // namespace rulefile
