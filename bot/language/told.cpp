#include "language/told.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>

#include "language/code_points.hpp"
#include "language/role_words.hpp"

namespace language {
namespace {

using Tokens = std::vector<Token>;

bool is_at(const Tokens& tokens, std::size_t at, std::string_view word) {
  return at < tokens.size() && tokens[at].folded == word;
}

// The words of a lead ("my name is") standing at `at`; 0 or how many tokens they take.
std::size_t lead_at(const Tokens& tokens, std::size_t at, std::string_view lead) {
  std::size_t taken = 0;
  while (!lead.empty()) {
    const auto space = lead.find(' ');
    if (!is_at(tokens, at + taken, lead.substr(0, space))) return 0;
    ++taken;
    lead = space == std::string_view::npos ? "" : lead.substr(space + 1);
  }
  return taken;
}

template <std::size_t n>
std::size_t any_lead_at(const Tokens& tokens, std::size_t at, const std::array<std::string_view, n>& leads) {
  std::size_t longest = 0;
  if (at >= tokens.size()) return 0;
  const char initial = tokens[at].folded[0];
  for (const auto lead : leads) {
    if (lead[0] == initial) longest = std::max(longest, lead_at(tokens, at, lead));
  }
  return longest;
}

// The text by code points, to look at capitals and to cut spans.
class Page {
 public:
  explicit Page(std::u32string_view text) : points_(text) {}
  std::string cut(Span span) const {
    if (span.end > points_.size() || span.begin >= span.end) return {};
    return to_utf8(points_.substr(span.begin, span.end - span.begin));
  }
  bool capital(Span span) const {
    return span.begin < points_.size() && u_isupper(static_cast<UChar32>(points_[span.begin])) != 0;
  }

 private:
  std::u32string_view points_;
};

constexpr auto sure_names =
    std::to_array<std::string_view>({"call me", "my name is", "my name's", "je m' appelle", "mon nom est",
                                     "my name 's", "moi c' est", "jm' appelle", "je mappelle", "jmappelle"});
constexpr auto likely_names = std::to_array<std::string_view>(
    {"i 'm", "i am", "im", "this is", "je suis", "moi c", "moi je suis", "jsuis", "chuis", "chui", "j suis",
     "it 's", "its", "c' est", "je me presente :", "ici"});
constexpr auto after_a_name =
    std::to_array<std::string_view>({"here", "ici", "checking in", "speaking", "reporting", "joining", "from",
                                     "de", "du", "d'", ",", "(", "."});
constexpr auto place_leads = std::to_array<std::string_view>(
    {"from", "depuis", "hola from", "based in", "live in", "living in", "located in", "j' habite a",
     "je viens de", "habite a", "base a", "basee a", "bonjour de", "greetings from"});
constexpr auto interest_leads = std::to_array<std::string_view>(
    {"interested in", "passionate about", "curious about", "passionne de", "passionnee de", "m' interesse a",
     "m' interesse aux", "passionne par", "passionnee par"});

class Teller {
 public:
  Teller(std::u32string_view text, const Tokens& tokens,
         const std::vector<std::vector<std::string>>& branches)
      : page_(text), tokens_(tokens), branches_(branches) {}

  std::vector<Told> tell() {
    find_name();
    find_branches();
    find_roles();
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      find_place(at);
      find_interest(at);
    }
    std::stable_sort(told_.begin(), told_.end(),
                     [](const Told& a, const Told& b) { return a.span.begin < b.span.begin; });
    return std::move(told_);
  }

  bool has_place() {
    for (std::size_t at = 0; at < tokens_.size() && told_.empty(); ++at) find_place(at);
    return !told_.empty();
  }

  std::optional<std::size_t> name_at() const {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      auto taken = any_lead_at(tokens_, at, sure_names);
      if (taken != 0 && could_be_name(at + taken, false)) return at + taken;
      taken = any_lead_at(tokens_, at, likely_names);
      if (taken != 0 && could_be_name(at + taken, is_at(tokens_, at, "je") || !ends_soon(at + taken + 1))) {
        return at + taken;
      }
    }
    return opening_name();
  }

 private:
  // "sam here", "Priya from Halifax", "Léa, 28 ans", "Late but here! Wei Zhang, postdoc": a name that opens
  // the post or a sentence of it, or follows the greeting.
  std::optional<std::size_t> opening_name() const {
    bool opens = true;
    bool first = true;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const Token& token = tokens_[at];
      if (!token.is_word()) {
        opens =
            opens || token.folded == "." || token.folded == "!" || token.folded == ":" || token.folded[0] < 0;
      } else if (opens && !is_greeting_word(token.folded) && !is_answer_label(token.folded)) {
        if (introduces(at, first)) return at;
        opens = false;
        first = false;
      }
    }
    return std::nullopt;
  }

  // "A1", "r2": which prompt of a chat is answered.
  static bool is_answer_label(std::string_view word) {
    return word.size() > 1 && word.size() < 4 && (word[0] == 'a' || word[0] == 'r') &&
           is_ascii_digit(static_cast<unsigned char>(word[1]));
  }

  bool introduces(std::size_t at, bool opens_post) const {
    if (could_be_name(at, true) && could_be_name(at + 1, true) && is_at(tokens_, at + 2, ",")) return true;
    if (any_lead_at(tokens_, at + 1, after_a_name) == 0) return false;
    return could_be_name(at, !(opens_post && needs_no_capital(at)));
  }

  // "sam here", "petra, 52", "lucie de Nantes": who writes all in small letters.
  bool needs_no_capital(std::size_t at) const {
    if (is_at(tokens_, at + 1, "here") || is_at(tokens_, at + 1, "ici") || is_at(tokens_, at + 1, "this"))
      return true;
    return at + 2 < tokens_.size() &&
           (is_ascii_digit(static_cast<unsigned char>(tokens_[at + 2].folded[0])) ||
            page_.capital(tokens_[at + 2].span));
  }

  bool ends_soon(std::size_t at) const {
    return at >= tokens_.size() || !tokens_[at].is_word() || is_at(tokens_, at, "and") ||
           is_at(tokens_, at, "et") || is_at(tokens_, at, "btw") || is_at(tokens_, at, "lol") ||
           is_at(tokens_, at, "from") || is_at(tokens_, at, "de");
  }

  bool could_be_name(std::size_t at, bool needs_capital) const {
    if (at >= tokens_.size() || !tokens_[at].is_word()) return false;
    const auto& word = tokens_[at].folded;
    if (word.size() < 2 || (needs_capital && !page_.capital(tokens_[at].span))) return false;
    return !is_common_word(word) && !is_role_word(word);
  }

  void add(Told::Kind kind, std::size_t first, std::size_t last) {
    const Span span{tokens_[first].span.begin, tokens_[last].span.end};
    for (const auto& known : told_) {
      if (span.begin < known.span.end && known.span.begin < span.end) return;
    }
    told_.push_back({kind, page_.cut(span), span});
  }

  void find_name() {
    const auto at = name_at();
    if (!at) return;
    auto last = *at;
    if (last + 1 < tokens_.size() && tokens_[last + 1].is_word() && page_.capital(tokens_[last + 1].span) &&
        could_be_name(last + 1, true)) {
      ++last;  // a family name
    }
    add(Told::Kind::name, *at, last);
  }

  void find_branches() {
    for (const auto& branch : branches_) {
      for (std::size_t at = 0; !branch.empty() && at + branch.size() <= tokens_.size(); ++at) {
        std::size_t same = 0;
        while (same < branch.size() && tokens_[at + same].folded == branch[same]) ++same;
        if (same == branch.size()) add(Told::Kind::branch, at, at + same - 1);
      }
    }
  }

  void find_roles() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (!is_role_word(tokens_[at].folded)) continue;
      auto first = at;
      auto last = at;
      while (first > 0 && is_role_prefix(tokens_[first - 1].folded)) --first;
      while (last + 1 < tokens_.size() &&
             (is_role_word(tokens_[last + 1].folded) || is_role_suffix(tokens_[last + 1].folded)))
        ++last;
      if (last + 2 < tokens_.size() && is_at(tokens_, last + 1, "de") &&
          is_role_suffix(tokens_[last + 2].folded))
        last += 2;
      add(Told::Kind::role, first, last);
      return;
    }
  }

  void find_place(std::size_t at) {
    auto taken = any_lead_at(tokens_, at, place_leads);
    if (taken == 0 && (is_at(tokens_, at, "in") || is_at(tokens_, at, "a") || is_at(tokens_, at, "de")) &&
        at > 0 &&
        (is_role_word(tokens_[at - 1].folded) || is_role_suffix(tokens_[at - 1].folded) ||
         page_.capital(tokens_[at - 1].span) || is_at(tokens_, at - 1, ","))) {
      taken = 1;
    }
    if (taken == 0) return;
    const auto first = at + taken;
    if (!capital_word(first)) return;
    auto last = first;
    while (capital_word(last + 1) || (is_at(tokens_, last + 1, "-") && capital_word(last + 2))) ++last;
    add(Told::Kind::place, first, last);
  }

  bool capital_word(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].is_word() && page_.capital(tokens_[at].span) &&
           !is_common_word(tokens_[at].folded);
  }

  void find_interest(std::size_t at) {
    const auto taken = any_lead_at(tokens_, at, interest_leads);
    const auto first = at + taken;
    if (taken == 0 || first >= tokens_.size()) return;
    auto begin = first;
    while (begin < tokens_.size() &&
           (is_at(tokens_, begin, "l'") || is_at(tokens_, begin, "la") || is_at(tokens_, begin, "le") ||
            is_at(tokens_, begin, "les") || is_at(tokens_, begin, "the")))
      ++begin;
    auto last = begin;
    while (last < tokens_.size() && last < begin + 4 && tokens_[last].is_word() &&
           !is_at(tokens_, last, "and") && !is_at(tokens_, last, "et"))
      ++last;
    if (last > begin) add(Told::Kind::interest, begin, last - 1);
  }

  Page page_;
  const Tokens& tokens_;
  const std::vector<std::vector<std::string>>& branches_;
  std::vector<Told> told_;
};

}  // namespace

std::vector<Told> told_in(std::u32string_view text, const Tokens& tokens,
                          const std::vector<std::vector<std::string>>& branches) {
  return Teller(text, tokens, branches).tell();
}

bool names_itself(std::u32string_view text, const Tokens& tokens) {
  return Teller(text, tokens, {}).name_at().has_value();
}

bool places_itself(std::u32string_view text, const Tokens& tokens) {
  return Teller(text, tokens, {}).has_place();
}

bool has_role(const Tokens& tokens) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [](const Token& token) { return is_role_word(token.folded); });
}

bool role_opens(const Tokens& tokens) {
  std::size_t at = 0;
  while (at < tokens.size() && (!tokens[at].is_word() || is_greeting_word(tokens[at].folded))) ++at;
  constexpr std::size_t words_before = 3;
  for (const std::size_t last = at + words_before; at < tokens.size() && at < last; ++at) {
    if (!tokens[at].is_word() || is_common_word(tokens[at].folded)) return false;
    if (is_role_word(tokens[at].folded)) return true;
  }
  return false;
}

}  // namespace language
