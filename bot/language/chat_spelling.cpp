#include "language/chat_spelling.hpp"

#include <algorithm>
#include <array>

#include "language/hashed_words.hpp"

namespace language {
namespace {

struct Spelling {
  std::string_view chat;
  std::string_view plain;
};

constexpr std::array spellings = {
    Spelling{"u", "you"},
    Spelling{"ya'll", "y'all"},
    Spelling{"yall", "y'all"},
    Spelling{"wud", "would"},
    Spelling{"wld", "would"},
    Spelling{"shud", "should"},
    Spelling{"cud", "could"},
    Spelling{"plz", "please"},
    Spelling{"plzz", "please"},
    Spelling{"pls", "please"},
    Spelling{"plss", "please"},
    Spelling{"plse", "please"},
    Spelling{"wat", "what"},
    Spelling{"wut", "what"},
    Spelling{"wht", "what"},
    Spelling{"whut", "what"},
    Spelling{"whn", "when"},
    Spelling{"wher", "where"},
    Spelling{"whr", "where"},
    Spelling{"hw", "how"},
    Spelling{"knw", "know"},
    Spelling{"kno", "know"},
    Spelling{"som1", "someone"},
    Spelling{"sum1", "someone"},
    Spelling{"some1", "someone"},
    Spelling{"sb", "somebody"},
    Spelling{"smb", "somebody"},
    Spelling{"any1", "anyone"},
    Spelling{"ne1", "anyone"},
    Spelling{"anyl", "anyone"},
    Spelling{"every1", "everyone"},
    Spelling{"ppl", "people"},
    Spelling{"pple", "people"},
    Spelling{"b4", "before"},
    Spelling{"2day", "today"},
    Spelling{"2nite", "tonight"},
    Spelling{"2night", "tonight"},
    Spelling{"tonite", "tonight"},
    Spelling{"2moro", "tomorrow"},
    Spelling{"tmrw", "tomorrow"},
    Spelling{"tmr", "tomorrow"},
    Spelling{"tmw", "tomorrow"},
    Spelling{"tomoz", "tomorrow"},
    Spelling{"abt", "about"},
    Spelling{"thru", "through"},
    Spelling{"bcuz", "because"},
    Spelling{"cuz", "because"},
    Spelling{"coz", "because"},
    Spelling{"hav", "have"},
    Spelling{"hv", "have"},
    Spelling{"im", "i'm"},
    Spelling{"ive", "i've"},
    Spelling{"dont", "don't"},
    Spelling{"doesnt", "doesn't"},
    Spelling{"didnt", "didn't"},
    Spelling{"cant", "can't"},
    Spelling{"couldnt", "couldn't"},
    Spelling{"wouldnt", "wouldn't"},
    Spelling{"shouldnt", "shouldn't"},
    Spelling{"wasnt", "wasn't"},
    Spelling{"werent", "weren't"},
    Spelling{"isnt", "isn't"},
    Spelling{"arent", "aren't"},
    Spelling{"havent", "haven't"},
    Spelling{"hasnt", "hasn't"},
    Spelling{"youre", "you're"},
    Spelling{"theyre", "they're"},
    Spelling{"thats", "that's"},
    Spelling{"wheres", "where's"},
    Spelling{"wats", "what's"},
    Spelling{"whats", "what's"},
    Spelling{"hows", "how's"},
    Spelling{"whos", "who's"},
    Spelling{"theres", "there's"},

    Spelling{"jveux", "je veux"},
    Spelling{"jsuis", "je suis"},
    Spelling{"chuis", "je suis"},
    Spelling{"jsais", "je sais"},
    Spelling{"chais", "je sais"},
    Spelling{"jpeux", "je peux"},
    Spelling{"jpense", "je pense"},
    Spelling{"jme", "je me"},
    Spelling{"jai", "j'ai"},
    Spelling{"jarrive", "j'arrive"},
    Spelling{"jcomprends", "je comprends"},
    Spelling{"jtrouve", "je trouve"},
    Spelling{"qqn", "quelqu'un"},
    Spelling{"qqun", "quelqu'un"},
    Spelling{"qq1", "quelqu'un"},
    Spelling{"quelqun", "quelqu'un"},
    Spelling{"kelkun", "quelqu'un"},
    Spelling{"koi", "quoi"},
    Spelling{"pkoi", "pourquoi"},
    Spelling{"pourkoi", "pourquoi"},
    Spelling{"prk", "pourquoi"},
    Spelling{"cmt", "comment"},
    Spelling{"coment", "comment"},
    Spelling{"bcp", "beaucoup"},
    Spelling{"svt", "souvent"},
    Spelling{"tjs", "toujours"},
    Spelling{"tjrs", "toujours"},
    Spelling{"jms", "jamais"},
    Spelling{"qd", "quand"},
    Spelling{"ds", "dans"},
};

constexpr auto chat_hashes = [] {
  std::array<std::string_view, spellings.size()> words;
  std::transform(spellings.begin(), spellings.end(), words.begin(),
                 [](auto& spelling) { return spelling.chat; });
  return HashedWords<room_for(words.size())>(words);
}();

// Those that are meant only beside certain words: `before` or `after` holds them, each between blanks.
struct Beside {
  std::string_view chat;
  std::string_view plain;
  std::string_view before;
  std::string_view after;
};

constexpr std::array besides = {
    Beside{"2", "to",
           " want wants wanted need needs how where what when going have has got like likes love trying try "
           "able ready supposed used wish able happy glad time way nice easy hard ",
           ""},
    Beside{
        "4", "for",
        " looking waiting thanks ready good best due time ask asking need needed used here open free room ",
        ""},
    Beside{"r", "are", " you u we they who where what how these those there wat people ppl ", ""},
    Beside{"r", "are", "", " you u we they there any all the these those ur your "},
    Beside{"id", "i'd", "", " like love never be been rather die really just say have do also appreciate "},
    Beside{"vs", "vous", "", " avez etes savez pouvez faites allez voulez devez utilisez pensez connaissez "},
    Beside{"tt", "tout", "", " le la les ce mon ma "},
    Beside{"c", "c'est", "", " quoi koi qui quand ou comment combien pas trop bien pour "},
    Beside{"pq", "pourquoi", "", " tu vous on je il elle c'est ca le la les "},
    Beside{"pk", "pourquoi", "", " tu vous on je il elle c'est ca le la les "},
};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool holds(std::string_view words, std::string_view word) {
  const auto at = words.find(word);
  if (word.empty() || at == std::string_view::npos) return false;
  return (at > 0 && words[at - 1] == ' ' && words[at + word.size()] == ' ') ||
         holds(words.substr(at + word.size()), word);
}

std::string_view plain_of(std::string_view before, std::string_view word, std::string_view after) {
  if (chat_hashes.hold(word)) {
    const auto is_it = [word](const Spelling& spelling) { return spelling.chat == word; };
    return std::find_if(spellings.begin(), spellings.end(), is_it)->plain;
  }
  if (word.size() > 2) return word;
  for (const auto& beside : besides) {
    if (beside.chat == word && (holds(beside.before, before) || holds(beside.after, after)))
      return beside.plain;
  }
  return word;
}

// The word that begins within a blank of `at`, or nothing.
std::string_view word_near(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == ' ') ++at;
  auto end = at;
  while (end < text.size() && is_word_byte(text[end])) ++end;
  return text.substr(at, end - at);
}

}  // namespace

std::string written_out(std::string_view folded) {
  constexpr std::size_t longest = 10;
  std::string out;
  out.reserve(folded.size() + folded.size() / 8);
  std::string_view before;
  for (std::size_t at = 0; at < folded.size();) {
    if (!is_word_byte(folded[at])) {
      if (folded[at] != ' ') before = {};
      out += folded[at++];
      continue;
    }
    auto end = at;
    while (end < folded.size() && is_word_byte(folded[end])) ++end;
    const auto word = folded.substr(at, end - at);
    out += word.size() > longest ? word : plain_of(before, word, word_near(folded, end));
    before = word;
    at = end;
  }
  return out;
}

}  // namespace language
