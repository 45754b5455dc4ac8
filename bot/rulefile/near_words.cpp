#include "rulefile/near_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "rulefile/meanings.hpp"

namespace rulefile {
namespace {

constexpr std::array<Meaning, 13> values{{
    {"auto", "|on|live|yes|automatically|automatique|active|enabled|"},
    {"shadow", "|off|no|silent|disabled|"},
    {"starter", "|yes|true|starter pack|starter kit|kit|default|"},
    {"learner",
     "|student|students|participant|participants|user|users|apprenant|apprenants|etudiant|etudiants|"},
    {"newcomer", "|new|new learner|new learners|new student|new students|newbie|beginner|nouveau|nouveaux|"},
    {"facilitator", "|teacher|teachers|tutor|tutors|staff|instructor|moderator|animateur|enseignant|"},
    {"guest", "|expert|speaker|invite|"},
    {"anyone", "|all|any|everyone|everybody|anybody|somebody|someone|yes|tous|tout le monde|"},
    {"nobody", "|no one|noone|none|no|not|personne|"},
    {"link", "|url|website|address|lien|"},
    {"image", "|picture|pictures|photo|photos|pic|"},
    {"poll", "|survey|vote|sondage|"},
    {"x", "|twitter|"},
}};

constexpr std::array<Meaning, 8> languages{{
    {"en", "|english|anglais|"},
    {"fr", "|french|francais|"},
    {"de", "|german|deutsch|allemand|"},
    {"es", "|spanish|espanol|espagnol|"},
    {"it", "|italian|italiano|italien|"},
    {"pt", "|portuguese|portugues|portugais|"},
    {"nl", "|dutch|nederlands|neerlandais|"},
    {"ar", "|arabic|arabe|"},
}};

constexpr std::array<Meaning, 6> placeholders{{
    {"name", "|first name|firstname|first_name|full name|nom|prenom|learner|student|person|"},
    {"handle", "|user|username|user name|account|login|author|"},
    {"course.site", "|site|url|website|link|course.url|course.link|"},
    {"course.name", "|course|title|course.title|"},
    {"contact", "|facilitator|teacher|course.contact|"},
    {"question", "|post|text|message|post.text|"},
}};

constexpr std::size_t longest = 40;

}  // namespace

std::string word_meant(std::string_view text, const std::vector<std::string>& allowed) {
  if (text.size() > longest) return "";
  const std::string folded = base::fold(text);
  for (const Meaning& one : values) {
    const bool possible = std::find(allowed.begin(), allowed.end(), one.word) != allowed.end();
    if (possible && is_among(folded, one.others)) return std::string(one.word);
  }
  for (const std::string_view no : {"not ", "no ", "non ", "pas "}) {
    if (text.starts_with(no)) return "";  // the contrary must not be offered
  }
  return base::closest(text, allowed);
}

std::string words_meant_of(std::string_view text, const std::vector<std::string>& allowed) {
  std::string plain(text.substr(0, longest + 1));
  for (const std::string_view between : {" or ", " and ", " ou ", " et ", "/"}) {
    if (const std::size_t at = plain.find(between); at != std::string::npos)
      plain.replace(at, between.size(), ",");
  }
  std::vector<std::string> meant;
  for (const std::string& piece : base::split(plain, ',')) {
    meant.push_back(word_meant(base::trim(piece), allowed));
    if (meant.back().empty()) return "";
  }
  return meant.size() < 2 ? "" : "[" + base::join(meant, ", ") + "]";
}

std::string language_code_meant(std::string_view text) {
  if (text.size() > longest) return "";
  const std::string folded = base::fold(text);
  const std::string_view known = meaning_of(languages, folded);
  if (!known.empty()) return std::string(known);
  const std::size_t end = std::min(folded.find_first_of("-_"), folded.size());
  const bool letters = std::all_of(folded.begin(), folded.begin() + static_cast<std::ptrdiff_t>(end),
                                   [](char c) { return c >= 'a' && c <= 'z'; });
  return end == 2 && letters ? folded.substr(0, end) : "";
}

std::string placeholder_meant(std::string_view name) {
  return name.size() > longest ? "" : std::string(meaning_of(placeholders, base::fold(name)));
}

}  // namespace rulefile
