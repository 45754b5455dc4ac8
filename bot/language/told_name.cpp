#include "language/told_name.hpp"

#include <algorithm>
#include <array>

#include "language/role_words.hpp"

namespace language {
namespace {

constexpr Leads sure_leads({"call me",       "my name is",     "my name 's",  "name :",       "je m' appelle",
                            "mon nom est",   "mon prenom est", "nom :",       "prenom :",     "moi c' est",
                            "jm' appelle",   "je mappelle",    "jmappelle",   "je me nomme",  "on m' appelle",
                            "appelez - moi", "me llamo",       "je m apelle", "je m appelle", "je m' apelle",
                            "je m' appele",  "je mapelle",     "jmapelle",    "mi chiamo"});
// Only before a capital.
constexpr Leads weak_leads({"my name", "name is", "name 's", "names", "calls me", "goes by", "soy", "ich bin",
                            "sono", "ik ben", "jag heter", "eu sou", "moi :", "name", "prenom"});
constexpr Leads likely_leads({"i 'm", "i am", "im", "this is", "je suis", "moi c", "moi je suis", "jsuis",
                              "chuis", "chui", "j suis", "it 's", "its", "c' est",
                              "je me presente :", "ici"});
constexpr Leads after_a_name({"here", "ici", "checking in", "speaking", "reporting", "joining", ",", "(", ".",
                              "/", "|"});
constexpr Leads before_a_place({"from", "de", "du", "d'"});
constexpr auto titles = std::to_array<std::string_view>(
    {"mr", "mrs", "ms", "miss", "dr", "mme", "mlle", "prof", "professor", "sir", "madame", "monsieur"});

bool is_title(std::string_view word) {
  return std::find(titles.begin(), titles.end(), word) != titles.end();
}

// "A1", "r2": which prompt of a chat is answered.
bool is_answer_label(std::string_view word) {
  return word.size() > 1 && word.size() < 4 && (word[0] == 'a' || word[0] == 'r') && word[1] >= '0' &&
         word[1] <= '9';
}

class NameFinder {
 public:
  explicit NameFinder(const Page& page) : page_(page) {}

  std::optional<WordRange> find() const {
    for (std::size_t at = 0; at < page_.size(); ++at) {
      if (const auto taken = page_.lead(at, sure_leads); taken != 0) {
        if (const auto name = after_title(at + taken);
            could_be_name(name, page_.is(at, "call") && at > 0 && page_.is_word(at - 1)))
          return whole(name);
      }
      if (const auto taken = page_.lead(at, weak_leads); taken != 0 && could_be_name(at + taken, true)) {
        return whole(at + taken);
      }
      if (const auto taken = page_.lead(at, likely_leads); taken != 0) {
        const auto name = after_title(at + taken);
        const bool needs_capital =
            page_.is(at, "je") || speaks_of_a_thing(at) || name != at + taken || !ends_soon(name + 1);
        if (could_be_name(name, needs_capital)) return whole(name);
      }
    }
    return opening_name();
  }

 private:
  // "where i live it's cold"; but "hi hi, its ola", "hello team it's rosa".
  bool speaks_of_a_thing(std::size_t at) const {
    if (!page_.is(at, "it") && !page_.is(at, "its") && !page_.is(at, "c'")) return false;
    constexpr std::size_t words_of_greeting = 3;
    return at > words_of_greeting ||
           (at > 0 && page_.is_word(at - 1) && !is_greeting_word(page_.word(at - 1)));
  }

  // Past "Dr.".
  std::size_t after_title(std::size_t at) const {
    if (!is_title(page_.word(at))) return at;
    return page_.is(at + 1, ".") ? at + 2 : at + 1;
  }

  // "Priya from Halifax", "Léa, 28 ans", "Late but here! Wei Zhang, postdoc": a name that opens the post or a
  // sentence of it, or follows the greeting.
  std::optional<WordRange> opening_name() const {
    constexpr std::size_t words_of_greeting = 7;
    bool opens = true;
    bool greeted = false;  // the word before is a greeting, with nothing between
    bool first = true;
    for (std::size_t at = 0; at < page_.size(); ++at) {
      const auto word = page_.word(at);
      if (!page_.is_word(at)) {
        greeted = false;
        const bool after_greeting = word == "," && at <= words_of_greeting;
        opens = opens || after_greeting || word == "." || word == "!" || word == ":" || page_.is_emoji(at);
      } else if (opens && is_greeting_word(word)) {
        greeted = true;
      } else if (opens && at > 0 && page_.is(at - 1, "from")) {
        opens = false;  // "Howdy from Texas 🤠"
      } else if (opens && !is_answer_label(word)) {
        const auto name = after_title(at);
        if (introduces(name, first, greeted)) return whole(name);
        opens = first && at > 0 && page_.is(at - 1, "#");  // "#introductions Kjersti"
        first = greeted = false;
      }
    }
    return std::nullopt;
  }

  bool introduces(std::size_t at, bool opens_post, bool greeted) const {
    const auto last = end_of_name(at);
    if (last > at && could_be_name(at, true) && page_.is(last + 1, ",")) return true;
    auto next = last + 1;
    if (page_.is_emoji(next)) {
      while (page_.is_emoji(next)) ++next;
      return could_be_name(at, true) && tells_of_oneself(next);
    }
    if (page_.lead(next, before_a_place) != 0) {
      if (of_a_group(next + 1)) return could_be_name(at, true);
      return page_.capital(next + 1) && could_be_name(at, !(opens_post || greeted));
    }
    if (page_.lead(next, after_a_name) == 0) return false;
    if (greeted && page_.is(next, ",") && !tells_of_oneself(next + 1)) return false;
    return could_be_name(at, !(opens_post && needs_no_capital(at)));
  }

  // "Bonsoir Hugues, prof doc à Metz", not "Bonsoir Hugues, on est voisins".
  bool tells_of_oneself(std::size_t at) const {
    if (page_.starts_with_digit(at)) return true;
    constexpr std::size_t soon = 4;
    for (std::size_t word = at; word < at + soon && page_.is_word(word); ++word) {
      if (is_role_word(page_.word(word)) || page_.is(word, "from") || page_.is(word, "based")) return true;
    }
    return page_.capital(at) && !is_common_word(page_.word(at)) && page_.breaks(at + 1);
  }

  // "Étienne du bureau de Montréal", "Priya from the training team".
  bool of_a_group(std::size_t at) const {
    constexpr auto groups = std::to_array<std::string_view>(
        {"bureau", "groupe", "group", "equipe", "team", "branch", "office", "service", "departement",
         "department", "dept", "promo", "accounting", "compta", "finance", "hr", "rh", "it"});
    constexpr std::size_t near = 3;
    for (std::size_t word = at; word < at + near; ++word) {
      if (std::find(groups.begin(), groups.end(), page_.word(word)) != groups.end()) return true;
    }
    return false;
  }

  // "sam here", "petra, 52", "lucie de Nantes": who writes all in small letters.
  bool needs_no_capital(std::size_t at) const {
    return page_.is(at + 1, "here") || page_.is(at + 1, "ici") || page_.is(at + 1, "this") ||
           page_.starts_with_digit(at + 2) || page_.capital(at + 2) ||
           (page_.is(at + 1, ",") && tells_of_oneself(at + 2));
  }

  bool ends_soon(std::size_t at) const {
    constexpr auto ends = std::to_array<std::string_view>(
        {"and", "et", "btw", "lol", "from", "de", "im", "i", "je", "j'", "jsuis"});
    return !page_.is_word(at) || page_.starts_with_digit(at) ||
           std::find(ends.begin(), ends.end(), page_.word(at)) != ends.end();
  }

  bool could_be_name(std::size_t at, bool needs_capital) const {
    if (!page_.is_word(at) || page_.starts_with_digit(at) || (at > 0 && page_.is(at - 1, "@"))) return false;
    const auto word = page_.word(at);
    if (word.size() < 2 || (needs_capital && !page_.capital(at))) return false;
    if (page_.is(at + 1, "'s") || is_title(word) || is_common_word(word) || is_role_word(word)) return false;
    if (page_.capital(at)) return true;
    // "im knackering, sorry": what somebody is, not who.
    constexpr auto endings = std::to_array<std::string_view>({"ing", "ful", "ous", "less"});
    return std::none_of(endings.begin(), endings.end(),
                        [&](std::string_view ending) { return word.ends_with(ending); });
  }

  // "Wei Zhang", "Jean-Marc".
  std::size_t end_of_name(std::size_t at) const {
    auto last = at;
    while (last < at + 4) {
      const auto next = page_.is(last + 1, "-") ? last + 2 : last + 1;
      if (!page_.capital(next) || !could_be_name(next, true)) break;
      last = next;
    }
    return last;
  }

  WordRange whole(std::size_t at) const { return {at, page_.capital(at) ? end_of_name(at) : at}; }

  const Page& page_;
};

}  // namespace

std::optional<WordRange> own_name_in(const Page& page) {
  return NameFinder(page).find();
}

}  // namespace language
