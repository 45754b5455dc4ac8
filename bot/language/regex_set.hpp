// Many regular expressions searched for in one pass, in time linear in the text.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace language {

// Immutable and thread-safe after building.
class RegexSet {
 public:
  // `expressions` are such as RE2 accepts; one that it does not is never found. `memory`, in bytes, bounds
  // the automaton of all; where that is not enough for a text, each is searched for by itself: slower, but
  // the same answer.
  RegexSet(std::vector<std::string> expressions, std::int64_t memory);
  RegexSet(RegexSet&&) noexcept;
  RegexSet& operator=(RegexSet&&) noexcept;
  ~RegexSet();

  // Places in the list of the expressions that match somewhere in the text, ascending.
  std::vector<std::uint32_t> find(std::string_view text) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace language
