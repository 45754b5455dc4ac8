#include "language/regex_needs.hpp"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <iterator>
#include <numeric>

#include "language/literal_search.hpp"
#include "language/regex_edges.hpp"

namespace language {
namespace {

constexpr std::size_t most_lists = 8;

using Places = std::vector<int>;  // of literals, ascending

// RE2 keeps to itself what it knows, but says which texts may match: asked about the right ones, it tells.
class Asked {
 public:
  Asked(const re2::FilteredRE2& expression, const Literals& literals)
      : expression_(expression), literals_(literals), all_(literals.size()) {
    std::iota(all_.begin(), all_.end(), 0);
  }
  const Places& all() const { return all_; }

  bool needs_one_of(const Places& some) const {
    Places others;
    std::ranges::set_difference(all_, some, std::back_inserter(others));
    std::vector<int> matching;
    expression_.AllPotentials(others, &matching);
    return matching.empty();
  }

  // Short ones go first: they stand in many texts.
  Places without_idle_ones(Places list) const {
    Places shortest_first = list;
    std::ranges::stable_sort(shortest_first, {}, [this](int place) { return literal(place).size(); });
    for (const int place : shortest_first) {
      Places less = list;
      std::erase(less, place);
      if (needs_one_of(less)) list = std::move(less);
    }
    return list;
  }

  const std::string& literal(int place) const { return literals_[static_cast<std::size_t>(place)]; }

 private:
  const re2::FilteredRE2& expression_;
  const Literals& literals_;
  Places all_;
};

}  // namespace

std::vector<Literals> needs_of(const std::string& expression) {
  RE2::Options options;
  options.set_log_errors(false);
  re2::FilteredRE2 filter(1);
  int id = 0;
  if (filter.Add(with_edges_as_characters(expression), options, &id) != RE2::NoError) return {};
  Literals literals;
  filter.Compile(&literals);
  const Asked asked(filter, literals);
  std::vector<Literals> needs;
  Places rest = asked.all();
  std::erase_if(rest, [&](int place) { return !LiteralSearch::can_find(asked.literal(place)); });
  while (needs.size() < most_lists && asked.needs_one_of(rest)) {
    const Places list = asked.without_idle_ones(rest);
    Literals& need = needs.emplace_back();
    for (const int place : list) need.push_back(asked.literal(place));
    Places left;
    std::ranges::set_difference(rest, list, std::back_inserter(left));
    rest = std::move(left);
  }
  return needs;
}

}  // namespace language
