#include "language/regex_sieve.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "language/literal_search.hpp"
#include "language/regex_needs.hpp"

namespace language {
namespace {

// Of each expression. More would only be kept for those who try to fill it.
constexpr std::int64_t memory = std::int64_t{1} << 20;

constexpr std::size_t usual_worth = 16;  // expressions, for a post

// Compiled when a text is first worth a search with it. Thread-safe.
class Expression {
 public:
  explicit Expression(std::string pattern) : pattern_(std::move(pattern)) {}

  const RE2& compiled() const {
    std::call_once(once_, [this] {
      RE2::Options options;
      options.set_log_errors(false);
      options.set_max_mem(memory);
      compiled_.emplace(pattern_, options);
    });
    return *compiled_;
  }

 private:
  std::string pattern_;
  mutable std::once_flag once_;
  mutable std::optional<RE2> compiled_;
};

}  // namespace

struct RegexSieve::Compiled {
  explicit Compiled(const std::vector<std::string>& expressions) {
    std::map<std::string, std::vector<Need>> by_literal;
    for (const std::string& expression : expressions) add(expression, by_literal);
    Literals literals;
    for (const auto& [literal, needs] : by_literal) {
      literals.push_back(literal);
      needs_.insert(needs_.end(), needs.begin(), needs.end());
      first_need_.push_back(static_cast<std::uint32_t>(needs_.size()));
    }
    search_ = LiteralSearch(literals);
  }

  const RE2& at(std::uint32_t place) const { return expressions_[place].compiled(); }

  // Those whose needs are all met, ascending.
  std::vector<std::uint32_t> worth_a_search(std::string_view folded) const {
    std::vector<std::uint32_t> worth;
    worth.reserve(without_needs_.size() + usual_worth);
    worth = without_needs_;
    std::vector<std::uint8_t> met(all_lists_.size());
    for (const std::uint32_t literal : search_.find(folded)) {
      for (std::uint32_t at = first_need_[literal]; at < first_need_[literal + 1]; ++at) {
        const auto [place, list] = needs_[at];
        if (met[place] == all_lists_[place]) continue;
        met[place] |= list;
        if (met[place] == all_lists_[place]) worth.push_back(place);
      }
    }
    std::sort(worth.begin(), worth.end());
    return worth;
  }

 private:
  struct Need {
    std::uint32_t place;  // of the expression
    std::uint8_t list;    // a bit for the list of literals that this one stands in
  };

  void add(const std::string& expression, std::map<std::string, std::vector<Need>>& by_literal) {
    expressions_.emplace_back(expression);
    const auto place = static_cast<std::uint32_t>(all_lists_.size());
    std::uint8_t& lists = all_lists_.emplace_back();
    std::uint8_t bit = 1;
    for (const Literals& list : needs_of(expression)) {
      for (const std::string& literal : list) by_literal[literal].push_back({place, bit});
      lists |= bit;
      bit = static_cast<std::uint8_t>(bit << 1U);
    }
    if (lists == 0) without_needs_.push_back(place);
  }

  std::deque<Expression> expressions_;
  std::vector<std::uint8_t> all_lists_;  // of each expression
  std::vector<std::uint32_t> without_needs_;
  std::vector<Need> needs_;                   // met by the literals of search_, one literal after the other
  std::vector<std::uint32_t> first_need_{0};  // of each literal, and the end
  LiteralSearch search_;
};

RegexSieve::RegexSieve(const std::vector<std::string>& expressions)
    : compiled_(std::make_unique<Compiled>(expressions)) {}
RegexSieve::RegexSieve(RegexSieve&&) noexcept = default;
RegexSieve& RegexSieve::operator=(RegexSieve&&) noexcept = default;
RegexSieve::~RegexSieve() = default;

std::vector<std::uint32_t> RegexSieve::find(std::string_view folded) const {
  std::vector<std::uint32_t> found = compiled_->worth_a_search(folded);
  const re2::StringPiece text(folded.data(), folded.size());
  std::erase_if(found, [&](std::uint32_t place) { return !RE2::PartialMatch(text, compiled_->at(place)); });
  return found;
}

const RE2& RegexSieve::at(std::uint32_t place) const {
  return compiled_->at(place);
}

}  // namespace language
