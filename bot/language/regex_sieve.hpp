// Many regular expressions of which few match any one text: what they cannot do without tells which are worth
// a search.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace language {

// Thread-safe, and the same for every caller, after building; an expression is compiled when it is first
// tried.
class RegexSieve {
 public:
  // `expressions` are written in lower case, such as RE2 accepts; one that it does not is never found.
  explicit RegexSieve(const std::vector<std::string>& expressions);
  RegexSieve(RegexSieve&&) noexcept;
  RegexSieve& operator=(RegexSieve&&) noexcept;
  ~RegexSieve();

  // Places in the list of the expressions that match somewhere in the folded text, ascending.
  std::vector<std::uint32_t> find(std::string_view folded) const;
  // One of those that were found.
  const re2::RE2& at(std::uint32_t place) const;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace language
