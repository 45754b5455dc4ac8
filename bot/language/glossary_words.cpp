#include "language/glossary_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "language/word_vectors.hpp"

namespace language {
namespace {

constexpr std::size_t longest_unknown = 3;  // words

// Words that show the frame caught a piece of another question, not a term.
bool is_filler(std::string_view word) {
  constexpr auto fillers = std::to_array<std::string_view>(
      {"people", "life",  "i",     "you",  "u",     "we",   "they",  "he",    "she",   "it",    "that",
       "this",   "these", "those", "my",   "your",  "our",  "their", "his",   "her",   "the",   "to",
       "for",    "of",    "on",    "in",   "at",    "with", "from",  "by",    "going", "doing", "happening",
       "about",  "and",   "or",    "best", "good",  "like", "there", "here",  "is",    "are",   "not",
       "all",    "some",  "me",    "us",   "tu",    "vous", "il",    "elle",  "on",    "nous",  "ils",
       "le",     "la",    "les",   "ce",   "cette", "ton",  "ta",    "votre", "notre", "mon",   "ma",
       "de",     "du",    "des",   "pour", "dans",  "que",  "qui",   "ca"});
  return std::find(fillers.begin(), fillers.end(), word) != fillers.end();
}

// "what do you mean by Friday"
bool is_time(std::string_view word) {
  constexpr auto times = std::to_array<std::string_view>(
      {"monday",  "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday",
       "today",   "tomorrow", "yesterday", "tonight",  "lundi",  "mardi",    "mercredi",
       "jeudi",   "vendredi", "samedi",    "dimanche", "demain", "hier",     "week",
       "semaine", "late",     "early",     "soon"});
  return std::find(times.begin(), times.end(), word) != times.end();
}

// "what is a fair price": whoever weighs a thing knows what it is.
bool weighs(std::string_view word) {
  constexpr std::array<std::string_view, 34> weighing = {
      "average",    "typical",    "normal",   "usual",   "realistic",   "reasonable", "decent",
      "acceptable", "ideal",      "better",   "great",   "fair",        "easy",       "quick",
      "simple",     "proper",     "suitable", "nice",    "appropriate", "safe",       "smart",
      "passing",    "sufficient", "minimum",  "maximum", "common",      "bon",        "bonne",
      "meilleur",   "meilleure",  "vrai",     "vraie",   "real",        "true"};
  return std::find(weighing.begin(), weighing.end(), word) != weighing.end();
}

}  // namespace

std::string_view bare(std::string_view asked) {
  constexpr std::string_view around = " \"'.,:;!?()*`_=-";
  for (bool shorter = true; shorter;) {
    const auto before = asked.size();
    while (!asked.empty() && around.find(asked.front()) != std::string_view::npos) asked.remove_prefix(1);
    while (!asked.empty() && around.find(asked.back()) != std::string_view::npos) asked.remove_suffix(1);
    for (const std::string_view mark : {"«", "»", "–", "—"}) {
      if (asked.starts_with(mark)) asked.remove_prefix(mark.size());
      if (asked.ends_with(mark)) asked.remove_suffix(mark.size());
    }
    for (const std::string_view article :
         {"a ", "an ", "the ", "un ", "une ", "le ", "la ", "les ", "l'", "des ", "du "}) {
      if (asked.starts_with(article)) asked.remove_prefix(article.size());
    }
    shorter = asked.size() < before;
  }
  return asked;
}

std::string squeezed(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c != ' ' && c != '-' && c != '_') out += c;
  }
  return out;
}

bool is_everyday(std::string_view word) {
  // "what's scaffolded in module 2"
  return word.find(' ') != std::string_view::npos || word.ends_with("ed") ||
         !WordVectors::shipped().find(word).empty();
}

std::string_view without_lead(std::string_view said) {
  for (const std::string_view lead :
       {"ok ", "okay ", "sorry ", "wait ", "and ", "but ", "so ", "alors ", "et "}) {
    if (said.starts_with(lead)) said.remove_prefix(lead.size());
  }
  return bare(said);
}

std::string_view before_mark(std::string_view said) {
  if (std::string_view(",;:-\"=").find(said.back()) != std::string_view::npos) return said;
  std::size_t begin = said.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(said[begin]) & 0xC0U) == 0x80U) --begin;
  return said.size() - begin > 2 ? said.substr(0, begin) : std::string_view();
}

bool could_be_term(std::string_view asked) {
  const auto words = base::split(asked, ' ');
  if (words.empty() || words.size() > longest_unknown || asked.size() < 2) return false;
  // "tl;dr" is one word with a mark in it.
  if (words.size() > 1 && asked.find_first_of(",:;.()") != std::string_view::npos) return false;
  if (words.size() > 1 && weighs(words.front())) return false;
  if (is_filler(words.front()) || is_filler(words.back()) || is_time(words.front())) return false;
  // "error 502" means something in one place only.
  const auto is_number = [](const std::string& word) {
    return word.find_first_not_of("0123456789") == std::string::npos;
  };
  if (std::any_of(words.begin(), words.end(), is_number)) return false;
  // "what is a thread without a GIF": whoever says so knows.
  const auto takes_back = [](const std::string& word) {
    return word == "without" || word == "sans" || word == "but" || word == "if" || word == "si";
  };
  if (std::any_of(words.begin(), words.end(), takes_back)) return false;
  // "carnet de bord"
  return words.size() < 3 || !is_filler(words[1]) || words[1] == "de" || words[1] == "du" || words[1] == "of";
}

}  // namespace language
