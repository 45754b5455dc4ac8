#include "language/told.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "language/role_words.hpp"
#include "language/told_name.hpp"
#include "language/told_page.hpp"
#include "language/told_words.hpp"

namespace language {
namespace {

using Tokens = std::vector<Token>;

constexpr Leads place_leads(
    {"from",       "depuis",      "based in",       "live in",        "living in",     "located in",
     "near",       "j' habite a", "j' habite",      "je viens de",    "habite a",      "base a",
     "basee a",    "bonjour de",  "greetings from", "de la ville de", "city of",       "town of",
     "pres de",    "region de",   "universite de",  "university of",  "location :",    "ville :",
     "city :",     "lieu :",      "country :",      "pays :",         "originaire de", "native of",
     "hopital de", "installe a",  "installee a",    "banlieue de",    "cote de",       "je vis a"});
constexpr Leads interest_leads({"interested in",  "passionate about", "curious about",    "keen on",
                                "fan of",         "fan de",           "fan d'",           "mad about",
                                "i love",         "i enjoy",          "i 'm into",        "passionne de",
                                "passionnee de",  "passionne d'",     "passionnee d'",    "passionne par",
                                "passionnee par", "m' interesse a",   "m' interesse aux", "j' adore",
                                "adore",          "interests :",      "interest :",       "hobbies :",
                                "hobby :",        "loisirs :",        "interets :",       "passions :",
                                "passion :",      "curieux de",       "curieuse de"});
constexpr Leads role_leads({"job :", "role :", "metier :", "profession :", "occupation :", "work :",
                            "poste :", "job title :"});

class Teller {
 public:
  Teller(const Page& page, const std::vector<std::vector<std::string>>& branches)
      : page_(page), branches_(branches) {}

  std::vector<Told> tell() {
    find_branches();
    find_name();
    find_role();
    find_places();
    for (std::size_t at = 0; at < page_.size(); ++at) find_interest(at);
    std::stable_sort(told_.begin(), told_.end(),
                     [](const Told& a, const Told& b) { return a.span.begin < b.span.begin; });
    return std::move(told_);
  }

  TellsOf tells_of() {
    TellsOf tells;
    find_branches();
    tells.branch = !told_.empty();
    find_name();
    tells.name = name_.has_value();
    told_.clear();
    find_places();
    tells.place = !told_.empty();
    return tells;
  }

 private:
  bool add(Told::Kind kind, WordRange words) {
    const Span span = page_.span(words.first, words.last);
    for (const auto& known : told_) {
      if (span.begin < known.span.end && known.span.begin < span.end) return false;
    }
    told_.push_back({kind, page_.cut(span), span});
    return true;
  }

  // "This is Halifax calling" names no person.
  void find_name() {
    name_ = own_name_in(page_);
    if (name_ && !add(Told::Kind::name, *name_)) name_.reset();
  }

  void find_branches() {
    for (const auto& branch : branches_) {
      for (std::size_t at = 0; !branch.empty() && at + branch.size() <= page_.size(); ++at) {
        std::size_t same = 0;
        while (same < branch.size() && page_.is(at + same, branch[same])) ++same;
        if (same == branch.size()) add(Told::Kind::branch, {at, at + same - 1});
      }
    }
  }

  void find_role() {
    for (std::size_t at = 0; at < page_.size(); ++at) {
      if (const auto taken = page_.lead(at, role_leads); taken != 0) {
        const auto last = end_of_thing(at + taken);
        if (last > at + taken) {
          add(Told::Kind::role, {at + taken, last - 1});
          return;
        }
      }
      if (is_own_role(at)) {
        add(Told::Kind::role, {start_of_role(at), end_of_role(at)});
        return;
      }
    }
  }

  // Not "my teacher", "I coach new managers" or "I facilitate farmer groups".
  bool is_own_role(std::size_t at) const {
    if (!is_role_word(page_.word(at))) return false;
    if (is_plain(at + 1) && page_.word(at + 1).ends_with('s') && !is_role_suffix(page_.word(at + 1)))
      return false;
    constexpr auto others = std::to_array<std::string_view>(
        {"my",  "our", "your",  "mon", "ma", "mes", "notre", "votre",     "ton", "ta",
         "his", "her", "their", "i",   "we", "now", "also",  "sometimes", "je",  "to"});
    return at == 0 || std::find(others.begin(), others.end(), page_.word(at - 1)) == others.end();
  }

  // "primary school teacher", "museum educator": words before it belong to it where it is clear with which
  // they start.
  std::size_t start_of_role(std::size_t at) const {
    while (at > 0 && is_role_prefix(page_.word(at - 1))) --at;
    auto first = at;
    constexpr std::size_t most = 3;
    while (first > 0 && at - first <= most) {
      if (is_plain(first - 1)) {
        --first;
      } else if (page_.is(first - 1, "-") && first > 1 && is_plain(first - 2)) {
        first -= 2;  // "part-time tutor"
      } else {
        break;
      }
    }
    const bool cut_in_two = first > 0 && page_.is(first - 1, "-");
    return at - first > most || cut_in_two || begins_a_clause(first) ? at : first;
  }

  // "I train nurses": the word is a verb.
  bool begins_a_clause(std::size_t at) const {
    return at > 0 && (page_.is(at - 1, "i") || page_.is(at - 1, "je") || page_.is(at - 1, "and") ||
                      page_.is(at - 1, "j'"));
  }

  bool is_plain(std::size_t at) const {
    return page_.is_word(at) && !page_.capital(at) && !page_.starts_with_digit(at) &&
           !is_common_word(page_.word(at));
  }

  // "prof de maths", "chef de projet digital", "conseillère pédagogique", "formatrice en langues".
  std::size_t end_of_role(std::size_t at) const {
    auto last = at;
    while (is_role_word(page_.word(last + 1)) || is_role_suffix(page_.word(last + 1)) ||
           (is_plain(last + 1) && is_french_adjective(page_.word(last + 1))))
      ++last;
    constexpr auto links = std::to_array<std::string_view>({"de", "d'", "en", "des", "of"});
    if (std::find(links.begin(), links.end(), page_.word(last + 1)) == links.end()) return last;
    if (!is_plain(last + 2) && !is_role_suffix(page_.word(last + 2))) return last;
    last += 2;
    while (is_role_suffix(page_.word(last + 1)) ||
           (is_plain(last + 1) && is_french_adjective(page_.word(last + 1))))
      ++last;
    return last;
  }

  static bool is_french_adjective(std::string_view word) {
    constexpr auto endings = std::to_array<std::string_view>(
        {"ique", "iques", "ale", "ales", "elle", "iel", "iaux", "independant", "independante", "digital"});
    return word.size() > 4 && std::any_of(endings.begin(), endings.end(),
                                          [&](std::string_view ending) { return word.ends_with(ending); });
  }

  void find_places() {
    for (std::size_t at = 0; at < page_.size(); ++at) {
      const auto first = at + lead_of_place(at);
      if (first == at || !could_be_place(first)) continue;
      auto last = first;
      while (could_be_place(last + 1) || (page_.is(last + 1, "-") && page_.capital(last + 2)))
        last += page_.is(last + 1, "-") ? 2 : 1;
      if (!page_.is(last + 1, "'s")) add(Told::Kind::place, {first, last});
    }
  }

  // How many tokens stand before the place, 0 where none is to be expected.
  std::size_t lead_of_place(std::size_t at) const {
    if (const auto taken = page_.lead(at, place_leads); taken != 0) return taken;
    if (at == 0) return 0;
    if (page_.is(at, "in")) return 1;
    if (page_.is(at, "a") || page_.is(at, "de")) {
      return page_.capital(at - 1) || ends_role(at - 1) || page_.is(at - 1, ",") ? 1 : 0;
    }
    // "Kjersti, Tromsø, biologist", "translator, Vienna".
    if (!(page_.is(at, ",") || page_.is(at, "/") || page_.is(at, "|")) || !stands_alone(at + 1)) return 0;
    return ends_role(at - 1) || (name_ && name_->last == at - 1) ? 1 : 0;
  }

  bool ends_role(std::size_t at) const {
    return is_role_word(page_.word(at)) || is_role_suffix(page_.word(at));
  }

  // One or two capital words between commas, or up to the end.
  bool stands_alone(std::size_t at) const {
    if (!could_be_place(at)) return false;
    if (page_.is(at + 1, "-") && page_.capital(at + 2)) at += 2;
    return page_.breaks(at + 1) || (could_be_place(at + 1) && page_.breaks(at + 2));
  }

  bool could_be_place(std::size_t at) const {
    if (!page_.capital(at)) return false;
    const auto word = page_.word(at);
    if (word.size() < 2 || is_common_word(word) || is_role_word(word) || is_no_place(word)) return false;
    return !page_.all_capitals(at) || is_place_abbreviation(word);
  }

  void find_interest(std::size_t at) {
    const auto taken = page_.lead(at, interest_leads);
    if (taken == 0) return;
    auto first = at + taken;
    constexpr auto articles = std::to_array<std::string_view>({"l'", "la", "le", "les", "the", "a", "an"});
    while (std::find(articles.begin(), articles.end(), page_.word(first)) != articles.end()) ++first;
    const auto last = end_of_thing(first);
    if (last > first) add(Told::Kind::interest, {first, last - 1});
  }

  // Where the thing ends that starts there; `at` if it is none, or is told in half a sentence.
  std::size_t end_of_thing(std::size_t at) const {
    constexpr std::size_t longest = 4;
    auto end = at;
    while (page_.is_word(end) && !ends_a_thing(page_.word(end))) ++end;
    if (end == at || end > at + longest || opens_a_clause(page_.word(at))) return at;
    return end;
  }

  const Page& page_;
  const std::vector<std::vector<std::string>>& branches_;
  std::optional<WordRange> name_;
  std::vector<Told> told_;
};

}  // namespace

std::vector<Told> told_in(std::u32string_view text, const Tokens& tokens,
                          const std::vector<std::vector<std::string>>& branches) {
  const Page page(text, tokens);
  return Teller(page, branches).tell();
}

TellsOf tells_of(std::u32string_view text, const Tokens& tokens,
                 const std::vector<std::vector<std::string>>& branches) {
  const Page page(text, tokens);
  return Teller(page, branches).tells_of();
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
