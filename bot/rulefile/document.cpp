#include "rulefile/document.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/node/node.h>  // parser.h only names it; tidy wants to know that its Node is not ours
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

namespace rulefile {
namespace {

// Leaves the library's parser when a bound is reached; caught in parse_document.
struct Refusal {
  Unreadable::Why why;
  Spot spot;
};

std::string_view trimmed_end(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

// Builds the tree from the library's events: its own nodes take ten times the memory and forget marks.
class TreeBuilder final : public YAML::EventHandler {
 public:
  explicit TreeBuilder(const SourceText& source) : source_(source) {}
  Node take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node;
    node.spot = spot_of_nothing(mark);
    add(std::move(node), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const Spot spot = spot_at(mark, 1);
    const auto known = anchored_.find(anchor);
    if (known == anchored_.end()) throw Refusal{Unreadable::Why::cycle, spot};
    count(size_of(known->second, spot), spot);
    Node copy = known->second;
    copy.spot = spot;
    add(std::move(copy), 0);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Node node;
    node.kind = Node::Kind::scalar;
    node.quoted = tag == "!";
    node.text = value;
    node.spot = scalar_spot(mark, value, node.quoted);
    add(std::move(node), anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(Node::Kind::list, mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(Node::Kind::map, mark, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    Node node;
    YAML::anchor_t anchor = 0;
    std::optional<Node> key;  // of a map: read, its value not yet
  };

  void open(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    Node node;
    node.kind = kind;
    node.spot = spot_at(mark, 1);
    if (static_cast<int>(open_.size()) >= deepest_document)
      throw Refusal{Unreadable::Why::too_deep, node.spot};
    open_.push_back({std::move(node), anchor, std::nullopt});
  }

  void close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    add(std::move(done.node), done.anchor);
  }

  void add(Node node, YAML::anchor_t anchor) {
    count(1, node.spot);
    if (anchor != 0) {
      count(size_of(node, node.spot), node.spot);
      anchored_[anchor] = node;
    }
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.kind == Node::Kind::list) {
      parent.node.items.push_back(std::move(node));
    } else if (!parent.key) {
      parent.key = std::move(node);
    } else {
      parent.node.entries.push_back({std::move(*parent.key), std::move(node)});
      parent.key.reset();
    }
  }

  void count(int nodes, const Spot& spot) {
    nodes_ += nodes;
    if (nodes_ > largest_document) throw Refusal{Unreadable::Why::too_many_nodes, spot};
  }

  // The depth of a copy counts where it is put, so that copies of copies cannot grow a deep tree.
  int size_of(const Node& node, const Spot& spot, std::size_t depth = 0) const {
    if (open_.size() + depth > deepest_document) throw Refusal{Unreadable::Why::too_deep, spot};
    int size = 1;
    for (const Node& item : node.items) size += size_of(item, spot, depth + 1);
    for (const Entry& entry : node.entries) {
      size += size_of(entry.key, spot, depth + 1) + size_of(entry.value, spot, depth + 1);
    }
    return size;
  }

  Spot spot_at(const YAML::Mark& mark, std::size_t bytes) const {
    const auto begin = static_cast<std::size_t>(std::max(mark.column, 0));
    return source_.spot(mark.line + 1, begin, begin + bytes);
  }

  Spot scalar_spot(const YAML::Mark& mark, const std::string& value, bool quoted) const {
    const auto begin = static_cast<std::size_t>(std::max(mark.column, 0));
    const std::string_view line = source_.line(mark.line + 1);
    const std::string_view rest = line.substr(std::min(begin, line.size()));
    std::size_t length = trimmed_end(rest).size();
    if (quoted && !rest.empty() && (rest.front() == '"' || rest.front() == '\'')) {
      for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] == '\\' && rest.front() == '"') {
          ++i;
        } else if (rest[i] == rest.front()) {
          length = i + 1;
          break;
        }
      }
    } else if (rest.starts_with(value)) {
      length = value.size();
    }
    return spot_at(mark, length);
  }

  // The library's mark of an empty value is that of whatever comes next; of a written null it is right.
  Spot spot_of_nothing(const YAML::Mark& mark) const {
    if (!open_.empty() && open_.back().key) return open_.back().key->spot;
    constexpr std::size_t farthest = 200;
    const auto column = static_cast<std::size_t>(std::max(mark.column, 0));
    const std::string_view here =
        source_.line(mark.line + 1).substr(std::min(column, source_.line(mark.line + 1).size()));
    if (here.starts_with('~') || here.starts_with('n') || here.starts_with('N')) return spot_at(mark, 1);
    for (int line = mark.line + 1; line > 0 && line > mark.line - 10; --line) {
      const std::size_t before = line == mark.line + 1 ? column : std::string_view::npos;
      const std::size_t dash = source_.line(line).substr(0, std::min(before, farthest)).rfind('-');
      if (dash != std::string_view::npos) return source_.spot(line, dash, dash + 1);
    }
    return spot_at(mark, 1);
  }

  const SourceText& source_;
  Node root_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Node> anchored_;
  int nodes_ = 0;
};

}  // namespace

std::variant<Node, Unreadable> parse_document(const SourceText& source, const std::string& text) {
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    TreeBuilder builder(source);
    parser.HandleNextDocument(builder);
    return builder.take();
  } catch (const Refusal& refusal) {
    return Unreadable{refusal.why, "", refusal.spot};
  } catch (const YAML::Exception& error) {
    const int line = std::clamp(error.mark.line + 1, 1, std::max(source.lines(), 1));
    const auto column = static_cast<std::size_t>(std::max(error.mark.column, 0));
    const bool alias = error.msg.starts_with(YAML::ErrorMsg::UNKNOWN_ANCHOR);
    return Unreadable{alias ? Unreadable::Why::unknown_alias : Unreadable::Why::syntax, error.msg,
                      source.spot(line, column, column + 1)};
  } catch (const std::exception& error) {
    return Unreadable{Unreadable::Why::syntax, error.what(), {}};
  }
}

}  // namespace rulefile
