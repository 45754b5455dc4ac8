#include "language/told_words.hpp"

#include <algorithm>
#include <array>

namespace language {
namespace {

constexpr auto no_places = std::to_array<std::string_view>(
    {"african",     "afternoon",  "american",   "anglais",    "arabic",     "asian",      "australian",
     "autumn",      "avril",      "april",      "aout",       "august",     "automne",    "belge",
     "belgian",     "bluesky",    "brazilian",  "british",    "canadian",   "canadienne", "canadien",
     "canva",       "canvas",     "chinese",    "christmas",  "czech",      "danish",     "decembre",
     "december",    "discord",    "dutch",      "english",    "espagnol",   "european",   "excel",
     "facebook",    "february",   "fevrier",    "finnish",    "francais",   "francaise",  "french",
     "german",      "google",     "greek",      "hindi",      "indian",     "instagram",  "internet",
     "irish",       "italian",    "italien",    "italienne",  "janvier",    "january",    "japanese",
     "java",        "javascript", "jeudi",      "juillet",    "juin",       "july",       "june",
     "kahoot",      "korean",     "latin",      "linkedin",   "linux",      "lundi",      "mai",
     "mandarin",    "march",      "mardi",      "mars",       "mastodon",   "maths",      "math",
     "may",         "mercredi",   "mexican",    "microsoft",  "miro",       "moodle",     "mooc",
     "moocs",       "nigerian",   "norwegian",  "november",   "novembre",   "october",    "octobre",
     "padlet",      "phd",        "php",        "polish",     "portuguese", "powerpoint", "python",
     "quebecois",   "quebecoise", "romanian",   "russian",    "samedi",     "scottish",   "scratch",
     "septembre",   "september",  "slack",      "spanish",    "spring",     "suisse",     "summer",
     "swahili",     "swedish",    "swiss",      "teams",      "turkish",    "twitter",    "ukrainian",
     "vendredi",    "welsh",      "windows",    "winter",     "word",       "wordpress",  "youtube",
     "zoom",        "dimanche",   "education",  "psychology", "biology",    "chemistry",  "physics",
     "history",     "finance",    "marketing",  "sales",      "accounting", "nursing",    "science",
     "linguistics", "geography",  "music",      "art",        "arts",       "law",        "medicine",
     "engineering", "design",     "technology", "learning",   "training",   "year",       "grade",
     "module",      "unit",       "chapter",    "part",       "group",      "groupe",     "class",
     "classe",      "section",    "person",     "thanks",     "merci",      "cheers",     "excited",
     "hopefully",   "love",       "mum",        "mom",        "dad",        "maman",      "papa",
     "devops",      "anyway",     "general",    "nhs"});

constexpr auto place_abbreviations = std::to_array<std::string_view>(
    {"uk", "usa", "us", "uae", "nyc", "la", "drc", "rdc", "sf", "nz", "dc", "bc", "ny", "nj", "ca", "tx"});

constexpr auto thing_ends = std::to_array<std::string_view>(
    {"and",   "et",      "but",   "mais",   "or",    "ou",    "so",    "to",   "for",   "with",
     "in",    "because", "at",    "from",   "who",   "that",  "which", "qui",  "que",   "qu'",
     "pour",  "avec",    "dans",  "when",   "quand", "while", "since", "as",   "on",    "i",
     "je",    "j'",      "we",    "nous",   "is",    "are",   "am",    "'m",   "'s",    "'re",
     "est",   "sont",    "chez",  "depuis", "also",  "aussi", "plus",  "car",  "lol",   "here",
     "ici",   "my",      "mon",   "ma",     "mes",   "if",    "si",    "like", "comme", "by",
     "after", "before",  "until", "then",   "not",   "pas",   "too",   "can",  "will"});

constexpr auto clause_openers = std::to_array<std::string_view>(
    {"how",     "what",    "why",      "being", "seeing", "meeting",   "hearing",  "getting",    "having",
     "it",      "this",    "these",    "those", "you",    "your",      "all",      "everything", "every",
     "ce",      "cette",   "cet",      "ces",   "tout",   "tous",      "toute",    "toutes",     "me",
     "vous",    "tes",     "ton",      "ta",    "vos",    "votre",     "her",      "his",        "their",
     "them",    "him",     "ca",       "cela",  "faire",  "etre",      "voir",     "savoir",     "apprendre",
     "doing",   "finding", "learning", "lots",  "many",   "different", "anything", "both",       "working",
     "helping", "making",  "trying",   "going"});

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool is_no_place(std::string_view folded) {
  return holds(no_places, folded);
}
bool is_place_abbreviation(std::string_view folded) {
  return holds(place_abbreviations, folded);
}
bool ends_a_thing(std::string_view folded) {
  return holds(thing_ends, folded);
}
bool opens_a_clause(std::string_view folded) {
  return holds(clause_openers, folded);
}

}  // namespace language
