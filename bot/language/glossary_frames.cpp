#include "language/glossary_frames.hpp"

#include <array>

namespace language {
namespace {

#define EN_ARTICLE "(?:an? |the |un |une )?"
// After the term: what does not make it another question.
// Who asks says why: "i'm 63 and lost", "can someone explain".
#define EXCUSE                                                                                             \
  " ?[,(;–-]+ ?(?:i'm|im|i am|i've|i have|i never|sorry|new here|newbie|asking|never|can (?:some|any) "  \
  "?(?:one|body)|could (?:some|any) ?(?:one|body)|(?:any|some) ?(?:one|body)|please|help|je suis|j'ai|je " \
  "debute|jamais|desolee?|pardon|quelqu'un|aidez)\\b.*"
#define TAIL                                                                                              \
  "(?:,? (?:exactly|precisely|really|even|to me|to us|for me|for us|anyone|guys|folks|everyone|all|eli5|" \
  "like i'?m (?:5|five|a child|new)|please|pls|plz|lol|here|anyway|again|though|tho|for|then|btw|haha|"   \
  "thanks|thx|mean|means|in (?:simple|plain|easy|other|normal|a few|lay\\w*)\\b.*|in "                    \
  "(?:this|our|the|module|week)\\b.*|on (?:here|mastodon|twitter|bluesky|x)|"                             \
  "and .*|when (?:it's|they're) at home|for "                                                             \
  "(?:exactly|beginners|dummies|newbies|noobs|rookies|starters|(?:us|people|someone|somebody) "           \
  ".*|an? (?:\\w+ )?(?:newbie|beginner|noob|dummy|novice)\\b.*)|like (?:me|us)|"                          \
  "in (?:teaching|education|learning|training|hr|class|classrooms?|online (?:teaching|learning)|"         \
  "e-?learning|general|this context|context|nursing|practice|english|french)|"                            \
  "en (?:pedagogie|formation|education|francais|general|classe|rh|gros|clair|informatique)|"              \
  "pour (?:les nuls|les debutante?s?|(?:une? )?(?:debutante?|novice))(?: comme moi)?|comme moi|"          \
  "svp|stp|au juste|exactement|deja|ici|mdr|merci|dans .*|et .*|sur "                                     \
  "(?:mastodon|twitter|bluesky|x)|s'il vous plait|s'il te plait)|" EXCUSE ")* ?[^a-z0-9]*$"
#define TERM "(.+?)"
#define LEAD                                                                                                \
  "(?:(?:so|and|ok|okay|sorry|wait|but|newbie question|dumb question|quick question|question|hi|hey|hello|" \
  "alors|et|mais|bonjour|salut)[,:;! ]+)*"
#define WHAT "(?:what|wat|wht|wut|wot|wtf|wth)"
#define WHAT_IS                                                                                            \
  WHAT " ?(?:exactly |on earth |in the world |the hell |the heck |the f\\S* |actually |even )*(?:'s|s|is|" \
       "are|iz|r) (?:exactly |actually |even )?"

constexpr std::array frames = {
    // A meaning is asked, whatever the word.
    GlossaryFrame{"\\b" WHAT " (?:exactly |on earth )?(?:does|do|did|is|are) " EN_ARTICLE TERM
                  " (?:mean|means|stand for|stands for|meant)" TAIL,
                  true, false},
    GlossaryFrame{
        "\\bwhat (?:do|does) (?:people|ppl|you|they|we|u|everyone|folks|guys) (?:all )?mean (?:by|when "
        "(?:they|you|people) say) " EN_ARTICLE TERM TAIL,
        true, false},
    GlossaryFrame{"\\bwhat(?:'s| is) meant by " EN_ARTICLE TERM TAIL, true, false},
    GlossaryFrame{"(?:^|what(?:'s| is|s) |[,:] ?|\\b(?:the|a|know|explain|give) )(?:the |a "
                  ")?(?:meaning|definition) of " EN_ARTICLE TERM TAIL,
                  true, false},
    GlossaryFrame{"^(?:.*\\b)?define:? " EN_ARTICLE TERM TAIL, true, false},
    GlossaryFrame{"\\b(?:what|tell me what|know what|explain what|understand what|understood what|idea "
                  "what) " EN_ARTICLE TERM " (?:means?|stands for)" TAIL,
                  true, false},
    GlossaryFrame{"^(?:.*\\b)?" TERM " (?:stands? for|is short for|means?) what" TAIL, true, false},
    GlossaryFrame{"\\b" WHAT "(?:'s| is| are|s) " EN_ARTICLE TERM
                  " (?:short|an? (?:acronym|abbreviation)|supposed to mean|supposed to be|stand(?:s|ing)?)"
                  "(?: for)?" TAIL,
                  true, false},
    GlossaryFrame{"\\b(?:know|knows|understand|understood|explain|tell me|idea|clue|idk|dunno|unsure|sure|"
                  "wondering|confused) what an? " TERM " (?:is|are|even is)\\b" TAIL,
                  true, false},
    GlossaryFrame{"^(?:.*[,:] )?" TERM ",? (?:ca |cela )?(?:(?:veut|veulent) dire|signifie(?:nt)?) quoi" TAIL,
                  true, false},
    GlossaryFrame{"\\b(?:que|qu') ?(?:veut|veulent|voudrait) dire "
                  "(?:le mot |l'expression |un |une |le |la |les |l')?" TERM TAIL,
                  true, false},
    GlossaryFrame{"\\b(?:que|qu') ?signifien?t? "
                  "(?:le mot |l'expression |un |une |le |la |les |l')?" TERM TAIL,
                  true, false},
    GlossaryFrame{"\\b(?:ca|cela|sa) (?:veut|signifie) (?:dire )?quoi,? "
                  "(?:le mot |un |une |le |la |les |l')?" TERM TAIL,
                  true, false},
    GlossaryFrame{"^" TERM ",? (?:ca|cela|sa) (?:veut|signifie) (?:dire )?quoi" TAIL, true, false},
    GlossaryFrame{"\\b(?:definition|sens|signification) (?:de l'|du mot|du terme|de "
                  "la|de|du|d'un|d'une|d'|des) ?" TERM TAIL,
                  true, false},
    GlossaryFrame{"\\b(?:definir|definissez|definis) "
                  "(?:le mot |un |une |le |la |les |l')?" TERM TAIL,
                  true, false},
    GlossaryFrame{"\\bqu'(?:entend|entendez|appelle)-?(?:t-)?(?:on|vous) (?:par )?"
                  "(?:un |une |le |la |les |l')?" TERM TAIL,
                  true, false},
    // With an indefinite article a meaning is asked; without one the word has to be in the glossary.
    GlossaryFrame{"(?:^|\\b)" WHAT_IS "(?:an?|un|une) " TERM TAIL, true, false},
    GlossaryFrame{"^(?:.*[,:;] ?)?what are ([a-z'-]+(?: [a-z'-]+)?)" TAIL, true, false},
    GlossaryFrame{"\\b(?:c'est|c|cest) (?:quoi|koi|kwa) (?:exactement |au juste )?(?:une?|des) " TERM TAIL,
                  true, false},
    GlossaryFrame{
        "\\b(?:qu'est[- ]ce|quest[- ]ce|keske) ?(?:que |qu')(?:c'est (?:que |qu')?)?(?:une?|des) " TERM TAIL,
        true, false},
    GlossaryFrame{"(?:^|\\b)" WHAT_IS "(?:the )?" TERM TAIL, false, false},
    GlossaryFrame{"\\b" WHAT " (?:do|does) " EN_ARTICLE TERM " do\\b" TAIL, false, false},
    GlossaryFrame{"(?:^|\\b)" WHAT_IS "(?:this|that|the|these|those|all this) " TERM
                  " (?:thing|things|business|stuff|everyone|everybody|people|you|they|all about)\\b.*",
                  false, false},
    GlossaryFrame{"\\b(?:reading|seeing|hearing|see|hear|read|mention\\w*|say|says|saying) (?:the word "
                  "|about |of )?" EN_ARTICLE TERM
                  "(?: (?:everywhere|all the time|a lot|all over|here|in .*))?[,:]? "
                  "(?:meaning|definition|what(?:'s| is) (?:that|it))$",
                  false, false},
    GlossaryFrame{"^" TERM
                  "[,?! ]+(?:never heard (?:of )?(?:it|that)|no (?:idea|clue) what (?:that|it) is|(?:ca|a) "
                  "(?:sert|servent) a quoi)" TAIL,
                  false, true},
    GlossaryFrame{"\\b(?:explain|define|explaining|eli5) (?:me |to me |us )?(?:what )?" EN_ARTICLE TERM
                  "(?: (?:is|are|means?))?" TAIL,
                  false, false},
    GlossaryFrame{"\\b(?:know|knows|understand|understood|explain|tell "
                  "me|sure|idea|heard|clue|idk|dunno|unsure|wondering) what " EN_ARTICLE TERM
                  " (?:is|are)\\b" TAIL,
                  false, false},
    GlossaryFrame{"(?:^|[,.;!?] ?)(?:(?:i|we|people|you|everyone) (?:keep |keeps |kept "
                  ")?(?:hearing|seeing|saying|reading|read|saw|"
                  "heard|see|hear) (?:about |of |the word )?)?" TERM
                  " ?[,:-]+ ?(?:what(?:'s| is|s) (?:that|this|it)|(?:c'est|c) "
                  "(?:quoi|koi)|what does (?:it|that) mean)" TAIL,
                  false, false},
    GlossaryFrame{"^(?:un |une |le |la |l')?" TERM " ?[:=]+ ?(?:quoi|what|c'est quoi)?$", false, true},
    GlossaryFrame{"^(?:un |une |le |la |l')?" TERM " (?:c'est|c) (?:quoi|koi)" TAIL, false, true},
    GlossaryFrame{"^" EN_ARTICLE TERM " (?:meaning|means|definition|kezako|kesako|mean)" TAIL, false, true},
    GlossaryFrame{"^(?:kezako|kesako|keskun|kesk1|kes[kc]e k?1?|c koi|c'est koi) "
                  "(?:un |une |le |la |l')?" TERM TAIL,
                  false, true},
    GlossaryFrame{"\\b(?:difference|differences) between " EN_ARTICLE TERM " (?:and|vs) .*", false, false},
    GlossaryFrame{"\\bdifference entre (?:un |une |le |la |l')?" TERM " et .*", false, false},
    GlossaryFrame{"\\b(?:c'est|c|cest) (?:quoi|koi|kwa) (?:exactement |au juste )?(?:un |une |le |la |les "
                  "|l'|des |du )?" TERM TAIL,
                  false, false},
    GlossaryFrame{"\\b(?:qu'est[- ]ce|quest[- ]ce) ?(?:que |qu')(?:c'est (?:que |qu')?)?(?:un |une |le |la "
                  "|les |l'|des )?" TERM TAIL,
                  false, false},
    GlossaryFrame{"\\bc(?:e )?q(?:ue |u'|')(?:est|c'est que|c'est|sont) (?:qu'|que )?(?:un |une |le |la |les "
                  "|l'|des )?" TERM TAIL,
                  false, false},
    GlossaryFrame{"\\b(?:a quoi sert|a quoi servent) (?:un |une |le |la |les |l'|des )?" TERM TAIL, false,
                  false},
    GlossaryFrame{"\\b(?:m'expliquer|expliquer|expliquez|explique)(?:-moi)? (?:ce qu'est |le mot |le terme "
                  ")?(?:un |une |le |la |les |l'|des )?" TERM TAIL,
                  false, false},
    GlossaryFrame{
        "^" LEAD EN_ARTICLE TERM
        ",? (?:means?|meaning|stands? for|is short for|c'est[- ]a[- ]dire|cad|ca veut dire|signifie)"
        "(?: what| quoi)?" TAIL,
        false, true},
    GlossaryFrame{"^" LEAD "(?:un |une |le |la |l')?" TERM " ?[:=]+ ?(?:\\w+ )?(?:quoi|what)$", false, true},
    // "check my DMs, what are those": the word before the comma.
    GlossaryFrame{
        "\\b([a-z-]+)[,;:-]+ ?(?:and |but )?(?:what(?:'s|s| is| are) (?:that|this|it|those|these|they)|"
        "meaning what|remind me what (?:that|it) is)" TAIL,
        false, false},
    GlossaryFrame{"\\b([a-z-]+ [a-z-]+)[,;:-]+ ?(?:and |but )?(?:what(?:'s|s| is| are) (?:that|this|it|those|"
                  "these|they)|meaning what|remind me what (?:that|it) is)" TAIL,
                  false, false},
    GlossaryFrame{"\\b(?:parlez|parle|parles|parlent|dites|dis|disent|entends|vois|lis|utilisez) (?:tous "
                  "|toutes |souvent |partout |toujours )?(?:de |d'|du |des |l'|le |la |les )?" TERM
                  ",? (?:mais |et |or )(?:c'est|c) (?:quoi|koi)" TAIL,
                  false, false},
    GlossaryFrame{
        "\\b(?:talk(?:s|ing)? about|mention(?:s|ing)?|say(?:s|ing)?|us(?:e|es|ing)) " EN_ARTICLE TERM
        ",? (?:but|and) what(?:'s|s| is| are| does| do) (?:that|this|it|those|these|they)(?: "
        "mean)?" TAIL,
        false, false},
    GlossaryFrame{"\\b(?:explanation|explication) (?:of|de|du|d'un|d'une|d'|des) ?" EN_ARTICLE TERM TAIL,
                  false, false},
    GlossaryFrame{"\\blight on what " EN_ARTICLE TERM " (?:is|are|means?)\\b" TAIL, false, false},
    GlossaryFrame{"\\b" WHAT " (?:do|does) " EN_ARTICLE TERM
                  " (?:a post|something|someone|a message|it|things) do\\b" TAIL,
                  false, false},
    GlossaryFrame{"\\ba quoi (?:ca |cela )(?:sert|servent),? (?:un |une |le |la |les |l'|des )?" TERM TAIL,
                  false, false},
    GlossaryFrame{
        "\\b(?:not|un) ?familiar with (?:the (?:word|term|expression|acronym) )?" EN_ARTICLE TERM TAIL, false,
        false},
    GlossaryFrame{"\\b" WHAT
                  " (?:does|do) it mean (?:when|if|that) (?:someone|somebody|people|you|they|i|we) "
                  "(?:says? |uses? |asks? (?:for |you to )?|gets? |does? )?" EN_ARTICLE
                  "(\\S+)(?: (?:you|me|it|them|us|a post|something))?" TAIL,
                  false, false},
    GlossaryFrame{"^" LEAD EN_ARTICLE TERM ",? (?:is|are|being) what" TAIL, false, true},
    GlossaryFrame{"^" LEAD EN_ARTICLE TERM
                  ",? in (?:plain|simple|normal|easy|layman's) \\w+(?: please| pls)?$",
                  false, true},
    GlossaryFrame{
        "^" LEAD "(?:un |une |le |la |l')?" TERM
        ",? (?:c'est|c) (?:quoi|koi) (?:en fait|du coup|alors|donc|deja|au final|concretement)" TAIL,
        false, true},
    GlossaryFrame{"^" LEAD "(?:un |une |le |la |l')?" TERM ",? (?:ca )?veut dire$", false, true},
    GlossaryFrame{"\\b(?:parle|parlez|parlent) (?:de |d'|du |des )" TERM
                  "[,;:-]+ ?(?:mais |et )?(?:qu'est[- ]ce que (?:c'est|ca veut dire)|c'est quoi|ca veut dire "
                  "quoi)" TAIL,
                  false, false},
    GlossaryFrame{"\\bconnais pas (?:le mot |le terme )?" TERM TAIL, false, false},
    GlossaryFrame{"\\bnever heard (?:of |about )?(?:the (?:word|term|expression|acronym) )?" EN_ARTICLE TERM
                  "(?: (?:before|until (?:today|now|this \\w+)|till now))?(?:,? (?:what|sorry|before).*)?$",
                  false, false},
    GlossaryFrame{"\\bjamais (?:entendu|vu|lu|croise) (?:le mot|le terme|l'expression|ce mot) " TERM
                  "(?: avant| jusqu'(?:ici|a present|a aujourd'hui))?" TAIL,
                  false, false},
    GlossaryFrame{
        "\\b(?:qu'est[- ]ce|quest[- ]ce|c'est quoi ce) ?(?:que |qu')(?:vous|tu|on|t'|les gens) "
        "?(?:appelez|appelles|appelle|appellent|entendez|entends|entend|nommez|voulez dire|veux "
        "dire)(?: (?:par|avec|quand (?:vous|tu) (?:dites|dis|parlez de|parles de)))? ?(?:un |une |le "
        "|la |les |l'|des )?" TERM TAIL,
        true, false},
    // "keske", "kesse", "quesque": as it sounds.
    GlossaryFrame{"\\b(?:keske?c?e?|kess?e?c?e?|kes ke|qu'es[- ]?ce|quesque|qu'esque|kesseke?|qu'est[- "
                  "]?se) (?:que |qu'|ke |k |c'est |c )*(?:une? |les? |la |l'|des |1 )?" TERM TAIL,
                  false, false},
    GlossaryFrame{"\\bjamais entendu parler (?:de l'|de la |du |des |d'un |d'une |d'|de )" TERM TAIL, false,
                  false},
    GlossaryFrame{"\\b(?:comprends|connais|sais) pas (?:le mot|le terme|ce mot) " TERM TAIL, false, false},
};

#undef EN_ARTICLE
#undef TAIL
#undef TERM
#undef LEAD
#undef EXCUSE
#undef WHAT_IS
#undef WHAT

}  // namespace

std::span<const GlossaryFrame> glossary_frames() {
  return frames;
}

}  // namespace language
