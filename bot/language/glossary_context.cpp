#include "language/glossary_context.hpp"

#include <re2/re2.h>

#include <algorithm>

namespace language {
namespace {

// Compiled when the first post is read, then never changed.
struct Patterns {
  RE2 knows{
      "\\b(?:i|we|you) (?:(?:now |already |do |all )?know|(?:finally|now|already) "
      "(?:know|understand|understood|get|got)|"
      "(?:just )?(?:learned|learnt|figured out)) what\\b|\\bje sais (?:ce qu|enfin|maintenant)|"
      "\\bnow i know\\b|"
      "(?:^|and |but |, |so )(?:i|we|you) (?:totally |fully |do |both |all )?(?:understand|get|see) what|"
      "\\b(?:finally|now|enfin|maintenant|at last),? (?:i |we |je "
      ")?(?:know|understood|understand|got|get|see|"
      "comprends|compris|saisi|sais)\\b|\\b(?:voila|c'est(?: ca)?) ce qu|\\b(?:j'ai|on a) (?:bien |tout "
      ")?(?:compris|saisi) ce qu|"
      "\\b(?:we|i|you|they|dana|he|she) (?:just |also |all |have |had |will |'ll "
      ")*(?:explain(?:ed)?|covered|cover|"
      "discuss(?:ed)?|defined|define|learn|look(?:ed)? at|talked about) what\\b|"
      "\\b(?:my|your|his|her|their|great|nice|good|best|clear) (?:definition|explanation)\\b|"
      "\\bi (?:had|was) (?:no |\\w+less)|"
      "\\b(?:i can|i could|i'll|i will|let me|happy to|glad to|je peux|j'ai) explain|\\bje (?:peux|vais) "
      "(?:vous |t')?"
      "expliquer|"
      "^(?:the|la|les?) differences? (?:between|entre) .* (?:is|are|was|est|lies|matters?|c'est)\\b|"
      "\\b(?:learned|learnt|know|knew|teach|taught|explains?|shows?) (?:me |us )?the difference|"
      // Others do not know, or it is told.
      "\\b(?:people|everyone|no ?one|nobody) (?:\\w+ ){0,2}?asks? (?:\\w+ )?what\\b|"
      "\\b(?:some ?one|some ?body) (?:\\w+ )?(?:explained|taught|showed|told me what)\\b|"
      "\\b(?:he|she|they|people|everyone|everybody|no ?one|nobody|whoever|my "
      "\\w+|(?:half|most|many|some|all|none) "
      "of \\w+) (?:\\w+ "
      "){0,3}?(?:knows?|knew|asks?|asked|understands?|explains?|decided|get|(?:don't|doesn't|"
      "didn't) (?:know|understand|get)) (?:\\w+ )?what\\b|"
      "\\b(?:explaining|(?:talk|talking|talked|chat|argue|arguing) "
      "about|discussing|debating|teaching|depends|"
      "(?:took|taken|takes) (?:me|us) .*) (?:on )?what\\b|"
      "\\b(?:thanks|thank you|thx|merci) (?:\\S+ ){0,3}?(?:for|de|d'avoir) (?:expl|defin|clarif)"};
  RE2 prompt{"^(?:question|q) ?\\d{1,2}\\b|\\b(?:share your|in your own words|tell us what you think)\\b"};
  // "What is a MOOC? 5 things you should know"
  RE2 headline{
      "\\b(?:\\d+|five|ten|seven|three) (?:things|reasons|ways|tips|facts|myths|steps|examples|questions)\\b|"
      "\\b(?:new|latest|my|our|great|good) (?:blog ?post|post|article|video|episode|podcast|paper|guide)\\b|"
      "\\b(?:nouvel article|nouveau billet|a lire|read (?:on|more|our|my|the)|blog:|why (?:it|you|we|they|"
      "should|does it)|explained|everything you|a (?:short |quick |beginner's )?guide|learn more|decouvrez)"};
  // "What is scaffolding? Join us on Thursday"
  RE2 announcement{
      "\\? (?:.* )?(?:find out|join (?:us|me|our|the)|tune in|stay tuned|read (?:our|my|on|more)|learn more|"
      "rejoignez|decouvrez|on en (?:parle|discute)|rendez-vous|(?:we|we'll|let's) (?:discuss|talk|chat|"
      "explore)|(?:here's|here is) (?:our|my|what|why)|poll:|discuss\\b)|"
      "^(?:question of the day|poll|sondage|quiz|question du jour)\\b ?[:-]"};
#define GLOSS_IT "(?:that|this|it|they|those|these)"
  // "Overfitting?? What is that?"
  RE2 of_what_was_said{
      "(?:erm?,? |um,? |uh,? |so |and |but |sorry,? |like |et |mais |or |ok |okay |alors )*"
      "(?:(?:\\w+ )?(?:what|quoi|koi)|wh?[ao]t ?(?:'s|s| is| are| does| do| even is| do even| the \\w+ is)? "
      "?" GLOSS_IT
      "(?: (?:acronym|word|term|thing|all))?"
      "(?: mean| do| even do| stand for| about| supposed to (?:be|mean)| short for| for| used for)?|"
      "(?:remind|tell) me what " GLOSS_IT
      " (?:is|are|means?)|"
      "what(?:'s| is| does) (?:that|it) (?:even |all )?(?:stand for|about|"
      "supposed to (?:be|mean))|(?:of|for|short for|as in|as opposed to) what|"
      "(?:i (?:have |'ve )?)?(?:really )?(?:no (?:idea|clue)|never heard(?: of)?|not sure|(?:don't|dont|do "
      "not) (?:even )?(?:know|understand|get)|idk|aucune idee|jamais entendu(?: parler)?|je (?:ne "
      ")?(?:sais|connais|comprends) "
      "pas)(?: (?:what|of|about))?(?: (?:" GLOSS_IT
      "|ce que c'est|ce que ca veut dire|ca))?(?: "
      "(?:word|term|one))?(?: ce (?:mot|terme))?(?: "
      "(?:is|are|means?|mean|veut dire))?|"
      "(?:is|are) (?:that|it|this|they|those) (?:like|the same as|some kind of|a kind of|a sort of|just) .*|"
      "(?:c'est|c|ke[sz]a[ck]o) "
      "?(?:quoi|koi|quoi ca|une? (?:sigle|acronyme|abreviation)(?: (?:pour|de))?(?: quoi)?)?|"
      "qu'est[- ]ce (?:que c'est|que ca veut dire|donc)(?: que ca)?|"
      "(?:ca|sa|cela) (?:veut dire|signifie) quoi|qu'?(?:entendez|entends)[- ](?:vous|tu) par (?:la|ca)|"
      "de quoi (?:s'agit-il|il s'agit)|a quoi (?:ca |cela )?ser(?:t|vent)(?:-il)?|c'est[- ]a[- "
      "]dire|wh?[ao]t do (?:you|u|they|people|ppl) mean(?: by (?:it|that|this))?|"
      "(?:the |an? |une )?(?:(?:simple|short|quick|clear|petite|bonne) "
      ")?(?:meaning|definition|signification|explanation|explication)(?: what| simple| courte)?|"
      "(?:(?:can|could|would|will) )?(?:some ?(?:one|body)|any ?(?:one|body)|you|u) (?:please |care to |able "
      "to |willing to |kindly )?(?:define|explain|describe|clarify|translate|unpack|elaborate)(?: "
      "(?:it|that|this|what " GLOSS_IT
      " (?:is|are|means?)))?"
      "(?: (?:to|for) (?:me|us))?|(?:can|could|will|would) (?:some ?(?:one|body)|any ?(?:one|body)|you|u) "
      "(?:please )?"
      "(?:tell|remind) (?:me|us) what " GLOSS_IT
      " (?:is|are|means?)|quelqu'un (?:.{0,30} )?(?:m'|d')?(?:expliqu|tradui|defini|de quoi il s'agit|ce que "
      "c'est)\\w*(?: "
      "simple| courte)?|(?:does |do )?(?:any ?(?:one|body)|you) (?:have|got|know) (?:an? |the |what "
      ")?(?:\\w+ )?"
      "(?:definition|explanation|meaning|" GLOSS_IT
      " (?:is|are|means?)))"
      "(?:,? (?:exactly|really|basically|au "
      "fait|concretement|please|again|though|anyway|actually|even|then|means?|sorry|help|before|en fait|"
      "exactement|au juste|ici|donc|deja|svp|stp|merci|thanks|in (?:simple|plain|easy|normal) \\w+|"
      "for (?:dummies|beginners|newbies)|and .*|et .*))*[^a-z0-9]*"};
#undef GLOSS_IT
  RE2 at_a_loss{
      "\\b(?:idea|clue|heard|lost|new|newbie|beginner|noob|explain|confused|understand|know|help|sorry|"
      "means?|meaning|define|definition|first|explique|comprends|sais|connais|perdue?|debute|debutante?|"
      "jamais vu|aide|aidez|never (?:seen|used|done)|google)\\b|"
      "^(?:is|isn't|as in|like|c'est|comme|that's) "};
  RE2 quoted{"\"([^\"]{2,40})\""};
  RE2 in_guillemets{"« ?([^»]{2,40}?) ?»"};
  RE2 the_word{"\\b(?:the (?:word|term|acronym|abbreviation)|le (?:mot|terme|sigle)) ([^,:;]{2,30})"};
  RE2 this_business{
      "\\b(?:this|that|these|vos|ces) ([^,:;]{2,30}?) (?:thing|things|stuff|business|concept)[^a-z0-9]*$"};
  RE2 all_about{"\\b(?:this|that|these) about ([^,:;]{2,30})"};
  RE2 opens{"^(?:an?|une?) ([^,:;]{2,30}?) (?:is|are|c'est|sounds|looks)\\b"};
  RE2 spoken_of{
      "\\b(?:see|sees|seeing|saw|seen|hear|hears|hearing|heard|read|reads|reading|thought|googled|say|says|"
      "saying|said|write|"
      "writes|writing|wrote|mention|mentions|mentioned|mentioning|talks?|talking|call|calls|called|vois|voit|"
      "lis|lit|entends|entend|parle|parles|parlez|parlent|dit|dites|disent|ecrit|ecrivez|"
      "comprends (?:rien|pas)|(?:don't|dont|do not) (?:get|understand)|lost (?:me |us )?at|never "
      "(?:done|used|tried|seen|sent|made)|know about|question about|jamais (?:fait|utilise|vu)) "
      "(?:(?:it|this|these|them|about|of|to|a|vos|tes|ces|histoires|partout|tous|"
      "toutes|souvent) )*(?:(?:the word|the term|de|du|des|le mot|le terme|un|une|le|la|les|an|the|"
      "d'un|d'une) )*(?:l'|d')?([^,:;]{2,30}?)"
      "(?: (?:everywhere|a lot|all the time|all over|again|now|here|partout|ici|souvent|tout le temps|"
      "(?:in|at|on|dans|au|sur|was|and) .{2,40}))*[^a-z0-9]*$"};
};

const Patterns& patterns() {
  static const Patterns compiled;
  return compiled;
}

}  // namespace

bool knows_already(std::string_view sentence) {
  return RE2::PartialMatch(sentence, patterns().knows);
}

bool quotes_a_question(std::string_view before) {
  const auto open = before.rfind('"');
  if (open == std::string_view::npos || std::count(before.begin(), before.end(), '"') % 2 == 0) return false;
  const auto quoted = before.substr(open);
  return open > 0 &&
         (quoted.find("what") != std::string_view::npos || quoted.find("qu") != std::string_view::npos);
}

bool asks_others(const PlainText& post) {
  return RE2::PartialMatch(post.folded, patterns().prompt) ||
         RE2::PartialMatch(post.folded, patterns().announcement) ||
         (post.has_url && RE2::PartialMatch(post.folded, patterns().headline));
}

bool asks_what_was_said(std::string_view sentence) {
  return RE2::FullMatch(sentence, patterns().of_what_was_said);
}

bool is_at_a_loss(const Sentence& sentence) {
  const auto& said = sentence.folded;
  const bool has_words = std::any_of(said.begin(), said.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return !has_words || asks_what_was_said(said) || RE2::PartialMatch(said, patterns().at_a_loss);
}

std::string_view words_spoken_of(std::string_view said) {
  for (const RE2* pattern :
       {&patterns().quoted, &patterns().in_guillemets, &patterns().the_word, &patterns().spoken_of,
        &patterns().this_business, &patterns().all_about, &patterns().opens}) {
    re2::StringPiece words;
    if (RE2::PartialMatch(said, *pattern, &words)) return {words.data(), words.size()};
  }
  return {};
}

}  // namespace language
