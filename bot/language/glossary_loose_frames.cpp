#include <array>

#include "language/glossary_frame_parts.hpp"
#include "language/glossary_frames.hpp"

namespace language {
namespace {

using Where = GlossaryFrame::Where;

constexpr std::array frames = {
    GlossaryFrame{"\\b(?:parlez|parle|parles|parlent|dites|dis|disent|entends|vois|lis|utilisez) (?:tous "
                  "|toutes |souvent |partout |toujours )?(?:de |d'|du |des |l'|le |la |les )?" GLOSS_TERM
                  ",? (?:mais |et |or )(?:c'est|c) (?:quoi|koi)" GLOSS_TAIL,
                  false, false},
    GlossaryFrame{
        "\\b(?:talk(?:s|ing)? about|mention(?:s|ing)?|say(?:s|ing)?|us(?:e|es|ing)) " GLOSS_ARTICLE GLOSS_TERM
        ",? (?:but|and) what(?:'s|s| is| are| does| do) (?:that|this|it|those|these|they)(?: "
        "mean)?" GLOSS_TAIL,
        false, false},
    GlossaryFrame{
        "\\b(?:explanation|explication) (?:of|de|du|d'un|d'une|d'|des) ?" GLOSS_ARTICLE GLOSS_TERM GLOSS_TAIL,
        false, false},
    GlossaryFrame{"\\blight on what " GLOSS_ARTICLE GLOSS_TERM " (?:is|are|means?)\\b" GLOSS_TAIL, false,
                  false},
    GlossaryFrame{"\\b" GLOSS_WHAT " (?:do|does) " GLOSS_ARTICLE GLOSS_TERM
                  " (?:a post|something|someone|a message|it|things) do\\b" GLOSS_TAIL,
                  false, false},
    GlossaryFrame{"\\ba quoi (?:ca |cela )(?:sert|servent)(?: \\w+ment| au juste| au fond)?,? (?:un |une |le "
                  "|la |les |l'|des )?" GLOSS_TERM GLOSS_TAIL,
                  false, false},
    GlossaryFrame{
        "\\b(?:not|un) ?familiar with (?:the (?:word|term|expression|acronym) )?" GLOSS_ARTICLE GLOSS_TERM
            GLOSS_TAIL,
        false, false},
    GlossaryFrame{"\\b" GLOSS_WHAT
                  " (?:does|do) it mean (?:when|if|that) (?:someone|somebody|people|you|they|i|we) "
                  "(?:says? |uses? |asks? (?:for |you to )?|gets? |does? )?" GLOSS_ARTICLE
                  "(\\S+)(?: (?:you|me|it|them|us|a post|something))?" GLOSS_TAIL,
                  false, false},
    GlossaryFrame{"^" GLOSS_LEAD GLOSS_ARTICLE GLOSS_TERM ",? (?:is|are|being) what" GLOSS_TAIL, false, true},
    GlossaryFrame{"^" GLOSS_LEAD GLOSS_ARTICLE GLOSS_TERM
                  ",? (?:in plain|in simple|in normal|in easy|in layman's|in english|en francais|en clair|en "
                  "mots simples)(?: "
                  "\\w+)?(?: please| pls| svp| stp)?[^a-z0-9]*$",
                  false, true},
    GlossaryFrame{
        "^" GLOSS_LEAD "(?:un |une |le |la |l')?" GLOSS_TERM
        ",? (?:c'est|c) (?:quoi|koi) (?:en fait|du coup|alors|donc|deja|au final|concretement)" GLOSS_TAIL,
        false, true},
    GlossaryFrame{"^" GLOSS_LEAD "(?:un |une |le |la |l')?" GLOSS_TERM ",? (?:ca )?veut dire$", false, true},
    GlossaryFrame{"\\b(?:parle|parlez|parlent) (?:de |d'|du |des )" GLOSS_TERM
                  "[,;:-]+ ?(?:mais |et )?(?:qu'est[- ]ce que (?:c'est|ca veut dire)|c'est quoi|ca veut dire "
                  "quoi)" GLOSS_TAIL,
                  false, false},
    GlossaryFrame{"\\bconnais pas (?:le mot |le terme )?" GLOSS_TERM GLOSS_TAIL, false, false},
    GlossaryFrame{
        "\\bnever heard (?:of |about )?(?:the (?:word|term|expression|acronym) )?" GLOSS_ARTICLE GLOSS_TERM
        "(?: (?:before|until (?:today|now|this \\w+)|till now))?(?:,? (?:what|sorry|before).*)?$",
        false, false},
    GlossaryFrame{"\\bjamais (?:entendu|vu|lu|croise) (?:le mot|le terme|l'expression|ce mot) " GLOSS_TERM
                  "(?: avant| jusqu'(?:ici|a present|a aujourd'hui))?" GLOSS_TAIL,
                  false, false},
    GlossaryFrame{"\\b(?:qu'est[- ]ce|quest[- ]ce|c'est quoi ce) ?(?:que |qu')(?:vous|tu|on|t'|les gens) ?"
                  "(?:(?:appelez|appelles|appelle|appellent|nommez|entendez|entends|entend)(?: par)?|"
                  "(?:voulez|veux|veut|veulent) dire (?:par|avec|quand (?:vous|tu|on) "
                  "(?:dites|dis|dit|parlez de|parles de)))"
                  " ?(?:un |une |le |la |les |l'|des )?" GLOSS_TERM GLOSS_TAIL,
                  true, false},
    // "keske", "kesse", "quesque": as it sounds.
    GlossaryFrame{
        "\\b(?:kes[ck]e|keskec?e?|kess?e?c?e?|kesseke?|kes ke) (?:que |qu'|ke |k |c'est |c )*(?:une? |les? "
        "|la |l'|des |1 )?" GLOSS_TERM GLOSS_TAIL,
        false, false},
    GlossaryFrame{
        "\\b(?:qu'es[- ]?ce|quesque|qu'esque|qu'est[- ]?se) (?:que |qu'|ke |k |c'est |c )*(?:une? |les? "
        "|la |l'|des |1 )?" GLOSS_TERM GLOSS_TAIL,
        false, false},
    GlossaryFrame{
        "\\bjamais entendu parler (?:de l'|de la |du |des |d'un |d'une |d'|de )" GLOSS_TERM GLOSS_TAIL, false,
        false},
    GlossaryFrame{"\\b(?:comprends|connais|sais) pas (?:le mot|le terme|ce mot) " GLOSS_TERM GLOSS_TAIL,
                  false, false},
    GlossaryFrame{
        "\\b(?:not|never|\\w*n.t|dont|didnt|cant|cannot) (?:\\w+ ){0,2}?(?:understand|know|get|recogni[sz]e|"
        "heard|hear|seen) (?:of |about )?(?:the|this|that) "
        "(?:word|term|acronym|abbreviation|expression) " GLOSS_TERM GLOSS_TAIL,
        false, false},
    // Whatever is said after the comma.
    GlossaryFrame{"\\b" GLOSS_WHAT " (?:does|do|did) " GLOSS_ARTICLE
                  "(\\S+(?: \\S+){0,2}?) (?:mean|means|stand for|stands for)"
                  " ?(?:[,;(–—-]|(?:i|because|cause|cuz|everyone|people) ).*",
                  true, false},
    GlossaryFrame{"\\bce qu(?:e |')(?:une? |le |la |les |l'|des )?" GLOSS_TERM
                  " (?:veut dire|veulent dire|signifie(?:nt)?|designe(?:nt)?)" GLOSS_TAIL,
                  false, false},
    GlossaryFrame{"\\bwhat " GLOSS_ARTICLE GLOSS_TERM
                  " (?:is|are) (?:even |actually |really )?(?:supposed|meant) to (?:mean|be)" GLOSS_TAIL,
                  false, false},
    GlossaryFrame{"\\b(?:remind me|asks?|asking|wonders?|no idea|(?:can|could|would|will|pls|please|"
                  "someone|somebody|anyone|anybody) (?:\\S+ ){0,4}?(?:tell|explain|remind|show|teach)"
                  "(?: me| us| him| her| them)?) (?:again )?what " GLOSS_ARTICLE GLOSS_TERM
                  " (?:is|are|was|were|mean|means|stands for)\\b.*",
                  false, false},
    GlossaryFrame{
        "\\b" GLOSS_WHAT " (?:does|do) it mean to " GLOSS_TERM
        "(?: (?:an?|the|your|my|his|her|their|someone's|somebody's) \\w+| something| it)?" GLOSS_TAIL,
        false, false},
    GlossaryFrame{"\\b" GLOSS_WHAT
                  " (?:is (?:it|this|that)|(?:does|do) (?:it|that|this) mean|do (?:they|you|people) mean) "
                  "(?:when|if|by) (?:\\w+ ){1,3}?(?:says?|uses?|writes?|mentions?|talks? about|asks? "
                  "for) " GLOSS_ARTICLE GLOSS_TERM GLOSS_TAIL,
                  false, false},
    GlossaryFrame{
        "\\bwhen (?:you|u|people|ppl|they|we|everyone|folks|someone|somebody) (?:all |here )?"
        "(?:says?|write|writes|talks? about|mentions?|uses?) (?:the word )?" GLOSS_ARTICLE GLOSS_TERM
        ",? (?:what (?:do|does|is|are|exactly) .*|what's (?:that|it|meant).*)",
        false, false},
    GlossaryFrame{
        "\\bquand (?:vous|tu|on|les gens|ils) (?:dites|dis|dit|disent|parlez|parles|parle|parlent|ecrivez) "
        "(?:de |d'|du |des )?(?:un |une |le |la |les |l')?" GLOSS_TERM
        ",? (?:ca veut dire|c'est quoi|c quoi|qu'est|vous voulez|tu veux).*",
        false, false},
    GlossaryFrame{
        "(?:^|[,:] ?|\\b(?:so|and|but|also|what about) )" GLOSS_ARTICLE GLOSS_TERM
        " (?:vs|versus|or|and|v|ou|et|contre) [^,]+,? (?:(?:is|are) there an? difference|what(?:'s| is| are|"
        "s)? (?:the |an? )?(?:real |actual )?differences?|(?:is it|are they) the same|same thing|"
        "(?:c'est )?quoi la difference|quelle (?:est la )?difference|c'est pareil).*",
        false, true},
    GlossaryFrame{"\\bhow (?:is|are|does|do) " GLOSS_ARTICLE GLOSS_TERM " (?:different|differ)\\b.*", false,
                  false},
    GlossaryFrame{"\\b" GLOSS_WHAT " (?:means?|mean) (?:the word )?" GLOSS_ARTICLE "[\"'«]? ?" GLOSS_TERM
                  "[\"'»]?" GLOSS_TAIL,
                  false, false},
    GlossaryFrame{
        "\\b(?:is|are) (?:the word )?" GLOSS_ARTICLE GLOSS_TERM
        " (?:(?:an?|the|some) (?:acronym|abbreviation|kind|sort|type|word|slang|short|name|synonym)\\b|"
        "short for|slang|(?:just )?(?:the same (?:thing )?as|another (?:word|name) for)|"
        "(?:some|a) (?:kind|sort|type) of).*",
        false, false, true},
    GlossaryFrame{"^" GLOSS_LEAD GLOSS_WHAT_IS "\"?([a-z-]{6,})\"?" GLOSS_TAIL, false, false, true,
                  Where::all, true},
    // The word is somewhere in what is said to be not understood.
    GlossaryFrame{"\\b" GLOSS_WHAT "(?: .{0,40})?\\b(?:does|do|is|are|did|would)\\b(.{2,50}) "
                  "(?:means?|stands? for|short for)" GLOSS_TAIL,
                  false, false, false, Where::within},
    GlossaryFrame{
        "\\b(?:definition|meaning|acronym|abbreviation|the (?:word|term)|explanation) (?:of |for |on )?"
        "(.{2,50})$",
        false, false, true, Where::within},
    GlossaryFrame{"\\b(?:definition|definir|sens|sigle|acronyme|(?:le|ce) (?:mot|terme)) (?:de |d'|du |des "
                  ")?(.{2,50})$",
                  false, false, true, Where::within},
    GlossaryFrame{"\\bqu'est[- ]ce que (?:ca|cela) (?:veut dire|signifie),? (?:le mot |un |une |le |la |les "
                  "|l')?" GLOSS_TERM GLOSS_TAIL,
                  true, false},
    GlossaryFrame{"^" GLOSS_LEAD GLOSS_ARTICLE GLOSS_TERM
                  " (?:en francais|in english|en clair|in short),? (?:c'est |c )?"
                  "(?:quoi|koi|what|is what)$",
                  false, true},
    GlossaryFrame{"^" GLOSS_LEAD GLOSS_ARTICLE GLOSS_TERM
                  "(?: in (?:\\w+ ){0,2}\\w+)? (?:is|are|means?|c'est)(?: ?\\.\\.+| ?…)?$",
                  false, true, true},
    GlossaryFrame{"\\b" GLOSS_WHAT " (?:was|were) an? " GLOSS_TERM GLOSS_TAIL, false, false},
    GlossaryFrame{
        "\\b(?:ca|cela) (?:sert|servent) a quoi,? (?:un |une |le |la |les |l'|des )?" GLOSS_TERM GLOSS_TAIL,
        false, false},

    GlossaryFrame{"\\b(?:unsure|not sure|no idea|no clue|do not know|don't know|dont know|idk|don't "
                  "understand) what " GLOSS_ARTICLE GLOSS_TERM " (?:is|are|means?)\\b ?[,;(–-].*",
                  false, false},
    // More ways to ask about one's word.
    GlossaryFrame{"\\b" GLOSS_WHAT " (?:does|do|did) " GLOSS_ARTICLE "(\\S+(?: \\S+){0,2}?) stands? for\\b.*",
                  true, false},
    GlossaryFrame{GLOSS_WHAT_IS "(?:an? |une? )?\"?" GLOSS_TERM "\"?"
                                "(?: ?[,;(–—-]| (?:when|because|since|and|or) ).*",
                  false, false},
    GlossaryFrame{"\\b(?:explain|describe|define) " GLOSS_ARTICLE GLOSS_TERM
                  " (?:to|for) (?:your|my|an?|the|us|some\\w*|people|"
                  "old|us all) ?.*",
                  false, false},
    GlossaryFrame{
        "\\b" GLOSS_WHAT
        " (?:do|does) (?:you|u|people|they|we|folks|everyone) (?:all )?call " GLOSS_ARTICLE GLOSS_TERM
            GLOSS_TAIL,
        false, false},
    GlossaryFrame{"^" GLOSS_LEAD GLOSS_ARTICLE GLOSS_TERM
                  " ?[.,…: ]*(?:as in|as in what|as opposed to what|aka|i e)$",
                  false, true, true},
    GlossaryFrame{"^" GLOSS_LEAD "(?:does|do) " GLOSS_ARTICLE GLOSS_TERM " (?:mean|stand for|refer to) .+",
                  false, false, true},
    GlossaryFrame{"^" GLOSS_LEAD "(?:un |une |le |la |l')?" GLOSS_TERM
                  ",? (?:ca |cela )?(?:veut dire|signifie) .+",
                  false, true, true},
    // A guess that wants a yes, a part of the word, a use of it.
    GlossaryFrame{"^" GLOSS_LEAD "(?:an?|une?) " GLOSS_TERM
                  "(?:,? c'est| is| are| means?) (?:une? |like an? |basically |just an? |"
                  "bien (?:le|la|une?) |comme une? |le truc ).*",
                  false, true, true},
    GlossaryFrame{
        "^" GLOSS_LEAD "(?:an? |une? )?" GLOSS_TERM
        "(?:,? c'est| is| are| means?) (?:like |just |basically |bien |comme )?(?:when|quand) (?:you|we|"
        "they|people|someone|on|tu|vous|ils|les|quelqu'un) .*",
        false, true, true},
    GlossaryFrame{"\\b" GLOSS_WHAT "(?:'s| is| does|s) the \\w (?:in|of) " GLOSS_ARTICLE GLOSS_TERM
                  "(?: (?:stand for|mean|for))?" GLOSS_TAIL,
                  false, false},
    GlossaryFrame{"\\b" GLOSS_WHAT " (?:exactly |actually )?counts as " GLOSS_ARTICLE GLOSS_TERM GLOSS_TAIL,
                  false, false},
    GlossaryFrame{"\\b" GLOSS_WHAT "(?:'s| has|s) " GLOSS_ARTICLE GLOSS_TERM " (?:got )?to do with\\b.*",
                  false, false, true},
    GlossaryFrame{"\\b" GLOSS_WHAT " (?:does|do) " GLOSS_ARTICLE GLOSS_TERM
                  " mean (?:in|at|on|when|if|under|before|after|next to|behind|here)\\b.*",
                  false, false},
    GlossaryFrame{"\\b(?:mais|et|alors|car) (?:un |une |le |la |les |des |l')?" GLOSS_TERM
                  ",? (?:c'est|c) (?:quoi|koi)" GLOSS_TAIL,
                  false, false},
    GlossaryFrame{
        "^" GLOSS_LEAD GLOSS_ARTICLE GLOSS_TERM
        " ?[,:-]* (?:c'est |est-ce |is it |is that )(?:l'|un |une |an? )(?:sigle|abreviation|acronyme|"
        "anglicisme|acronym|abbreviation)\\b.*",
        false, true, true},
    GlossaryFrame{"^" GLOSS_LEAD "\"?([a-z]{2,8})\"? meaning$", false, true, true, Where::all, true},
    // What it is may be said by anybody.
    GlossaryFrame{"\\b(?:can|could|would|will|please|pls|where|anyone|someone|anybody|somebody|tell|find out|"
                  "explanation|definition|sure|idea|clue)\\b.{0,60}? what " GLOSS_ARTICLE GLOSS_TERM
                  " (?:is|are|means?)\\b" GLOSS_TAIL,
                  false, false},
    GlossaryFrame{
        "^" GLOSS_LEAD "(?:is|are) " GLOSS_ARTICLE GLOSS_TERM
        " (?:(?:the same (?:thing )?as|short for|an? acronym|an? abbreviation|an? kind of|some kind of|"
        "another word for)\\b|the thing (?:where|when|that)).*",
        false, false},
    GlossaryFrame{"\\b" GLOSS_WHAT
                  " (?:kind|sort|type) of \\w+ (?:is|are) " GLOSS_ARTICLE GLOSS_TERM GLOSS_TAIL,
                  false, false},
    GlossaryFrame{
        "^" GLOSS_LEAD GLOSS_ARTICLE GLOSS_TERM
        ",? (?:(?:is )?(?:an? )?(?:acronym|short|abbreviation) (?:for|of)|(?:ca |cela )?consiste (?:en|a) "
        "quoi)\\b.*",
        false, true, true},
    GlossaryFrame{"\\b(?:wrap|get) my head a?round " GLOSS_ARTICLE GLOSS_TERM GLOSS_TAIL, false, false},
    GlossaryFrame{"\\b(?:spell out|decode|demystify|describe) " GLOSS_ARTICLE GLOSS_TERM
                  "(?: for (?:the |us |all )?(?:newbies|beginners|noobs|newcomers|new ones))?" GLOSS_TAIL,
                  false, false, true},
    GlossaryFrame{"\\b(?:explain|tell me|understand|know) how " GLOSS_ARTICLE GLOSS_TERM " works?\\b.*",
                  false, false},
    GlossaryFrame{"^" GLOSS_LEAD "(?:une? )?" GLOSS_TERM ",? (?:c'est )?quoi la difference (?:avec|entre) .*",
                  false, true},
};

}  // namespace

std::span<const GlossaryFrame> loose_glossary_frames() {
  return frames;
}

}  // namespace language
