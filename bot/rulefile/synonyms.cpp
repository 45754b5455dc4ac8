#include "rulefile/synonyms.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "rulefile/meanings.hpp"

namespace rulefile {
namespace {

struct Synonym {
  Where where;
  std::string_view key;
  std::string_view words;  // folded, between bars
};

constexpr std::array synonyms{
    Synonym{Where::rule, "rule", "|name|id|title|regle|nom|regel|regla|"},
    Synonym{Where::rule, "because", "|why|reason|description|note|comment|parce que|pourquoi|"},
    Synonym{Where::rule, "when", "|if|on|condition|conditions|trigger|si|quand|lorsque|wenn|falls|cuando|"},
    Synonym{Where::rule, "unless",
            "|except|not|without|but not|if not|sauf|sauf si|ausser|ausser wenn|excepto|salvo|"},
    Synonym{Where::rule, "wait", "|delay|after|pause|attendre|attente|warten|esperar|"},
    Synonym{Where::rule, "then", "|do|action|actions|response|alors|faire|dann|entonces|"},
    Synonym{Where::rule, "limit", "|max|maximum|at most|limite|"},
    Synonym{Where::rule, "test", "|example|examples|case|cases|essai|essais|"},
    Synonym{Where::condition, "says",
            "|contains|keyword|keywords|word|words|text|message|contient|dit|mots|sagt|enthalt|dice|"},
    Synonym{Where::condition, "asks_question", "|question|is_question|asks|"},
    Synonym{Where::condition, "answered_by", "|answered|replied|replied_by|reponse_de|"},
    Synonym{Where::condition, "from", "|author|who|role|by|de|auteur|"},
    Synonym{Where::condition, "matches", "|regex|regexp|pattern|"},
    Synonym{Where::condition, "hashtag", "|tag|hashtags|tags|"},
    Synonym{Where::condition, "every", "|cron|schedule|each|chaque|"},
    Synonym{Where::condition, "during", "|week|while|pendant|"},
    Synonym{Where::condition, "asks_about", "|topic|about|sujet|"},
    Synonym{Where::action, "reply",
            "|say|answer|respond|response|message|text|send|repondre|reponse|dire|antwort|antworten|"
            "responder|respuesta|"},
    Synonym{Where::action, "tell_facilitators", "|tell|notify|alert|inform|prevenir|alerter|"},
    Synonym{Where::action, "boost", "|retweet|repost|share|partager|"},
    Synonym{Where::faq_entry, "id", "|name|title|nom|"},
    Synonym{Where::faq_entry, "asks", "|question|questions|q|ask|frage|fragen|pregunta|preguntas|"},
    Synonym{Where::faq_entry, "answer", "|a|reply|response|text|reponse|antwort|respuesta|"},
    Synonym{Where::faq_entry, "until", "|expires|expiry|valid until|"},
    Synonym{Where::glossary_term, "term", "|word|name|mot|terme|begriff|wort|termino|palabra|"},
    Synonym{Where::glossary_term, "means",
            "|meaning|definition|text|sens|bedeutung|bedeutet|significado|significa|"},
    Synonym{Where::glossary_term, "also", "|synonym|synonyms|aliases|synonymes|"},
    Synonym{Where::inline_case, "post", "|text|says|message|input|"},
    Synonym{Where::inline_case, "expect", "|expected|result|output|then|attendu|"},
    Synonym{Where::course, "name", "|title|nom|titre|"},
    Synonym{Where::course, "site", "|url|website|link|"},
    Synonym{Where::course, "facilitators", "|teachers|team|staff|animateurs|equipe|"},
    Synonym{Where::course, "time_zone", "|timezone|zone|fuseau|"},
    Synonym{Where::course, "starts", "|start|begins|from|debut|"},
    Synonym{Where::file, "rules", "|regles|regeln|reglas|"},
    Synonym{Where::file, "glossary", "|terms|words|glossaire|glossar|glosario|"},
    Synonym{Where::file, "faq", "|questions|answers|"},
};

}  // namespace

std::string_view key_meant_by(Where where, std::string_view word) {
  constexpr std::size_t longest = 40;
  if (word.size() > longest) return "";
  const std::string folded = base::fold(word);
  const auto* found = std::find_if(synonyms.begin(), synonyms.end(), [&](const Synonym& one) {
    return one.where == where && is_among(folded, one.words);
  });
  return found == synonyms.end() ? std::string_view() : found->key;
}

}  // namespace rulefile
