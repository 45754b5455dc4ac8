// A map of a file, read key by key as the grammar says. Whatever is wrong goes to the findings, once; the
// caller gets the value or none.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/course.hpp"
#include "rulefile/document.hpp"
#include "rulefile/findings.hpp"
#include "rulefile/grammar.hpp"
#include "rules/rule.hpp"

namespace rulefile {

struct Headless;

class Fields {
 public:
  // Reports unknown, doubled and missing keys, and those of a later version. A node that is no map has no
  // fields; `free_keys`: other keys than the grammar's are the caller's business (a story's names).
  Fields(const Node& node, Where where, Findings& findings, bool free_keys = false);

  const Entry* find(std::string_view key) const;  // none, too, when its value is missing
  bool has(std::string_view key) const { return find(key) != nullptr; }
  Spot spot(std::string_view key) const;  // of the value; of the map when there is none
  const Spot& spot() const { return spot_; }
  Findings& findings() const { return findings_; }

  std::optional<std::string> text(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;  // one or a list
  bool yes_no(std::string_view key, bool otherwise = false) const;
  std::optional<std::string> word(std::string_view key) const;  // one of the allowed
  std::vector<std::string> words(std::string_view key) const;
  domain::LocalText local_text(std::string_view key) const;
  rules::Variants variants(std::string_view key) const;
  // Through one of the functions of values.hpp; what they refuse is reported.
  template <typename T>
  std::optional<T> value(std::string_view key, std::optional<T> (*read)(std::string_view)) const {
    const std::optional<std::string> text = this->text(key);
    if (!text) return std::nullopt;
    std::optional<T> value = read(*text);
    if (!value) refuse(key, find(key)->value);
    return value;
  }
  template <typename T>
  std::vector<T> values(std::string_view key, std::optional<T> (*read)(std::string_view)) const {
    std::vector<T> out;
    for (const Node* node : nodes(key)) {
      if (std::optional<T> value = read(node->text)) {
        out.push_back(*value);
      } else {
        refuse(key, *node);
      }
    }
    return out;
  }
  // The scalars of a value that is one or a list of them.
  std::vector<const Node*> nodes(std::string_view key) const;
  // The maps of a list.
  std::vector<const Node*> maps(std::string_view key) const;

  void refuse(std::string_view key, const Node& node) const;

 private:
  void index(const Node& node, bool free_keys);
  Headless tell_headless(const Node& node) const;
  bool tells_other_kind(const Node& node) const;
  void read_as_meant(const Node& node);
  void check_required(const Node& node) const;
  bool is_among_unknown(const Key& key, const Node& node) const;
  void report_unknown(const Entry& entry, const Node& node) const;
  bool scalar(std::string_view key, const Node& node) const;
  bool names_a_language_otherwise(std::string_view key, const Node& node) const;
  void variants_of(std::string_view key, const Node& node, std::vector<std::string>& out) const;

  Where where_;
  Findings& findings_;
  Spot spot_;
  std::map<std::string_view, const Entry*> entries_;
};

}  // namespace rulefile
