// One YAML file as a small tree that knows where everything stands. Bounded in depth and number of nodes;
// aliases are followed, cycles are not.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "rulefile/source_text.hpp"

namespace rulefile {

struct Entry;

struct Node {
  enum class Kind { empty, scalar, list, map };
  Kind kind = Kind::empty;
  bool quoted = false;
  Spot spot;         // of an empty value: of the key or dash before it
  std::string text;  // scalar
  std::vector<Node> items;
  std::vector<Entry> entries;

  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }
  bool is_empty() const { return kind == Kind::empty; }
};

struct Entry {
  Node key;
  Node value;
};

inline constexpr int deepest_document = 40;
inline constexpr int largest_document = 200'000;  // nodes, aliases followed

// Why there is no tree.
struct Unreadable {
  enum class Why { syntax, too_deep, too_many_nodes, cycle, unknown_alias };
  Why why = Why::syntax;
  std::string library_message;  // syntax: for choosing plain words, never shown
  Spot spot;
};

// The first document of the text (`source.text()` or a mended form with the same lines). Never throws.
std::variant<Node, Unreadable> parse_document(const SourceText& source, const std::string& text);

}  // namespace rulefile
