#include "language/question_cues.hpp"

#include <array>

namespace language {
namespace {

#define PRONOUN                                                                                      \
  "(?:i|you|u|ya|we|they|he|she|it|there|this|that|the|these|those|any|anyone|anybody|any1|someone|" \
  "somebody|some|"                                                                                   \
  "everyone|everybody|y'all|our|my|your|his|her|their|people|all|one|a|an|not)"
#define AUXILIARY                                                                                            \
  "(?:is|are|r|was|were|do|does|did|can|could|should|shall|would|will|has|have|had|am|may|might|isn't|aren'" \
  "t|"                                                                                                       \
  "don't|doesn't|didn't|can't|won't|shouldn't|wouldn't|couldn't|haven't|hasn't|isnt|dont|doesnt|cant|wont)"
#define ASKED "(?:how|where|what|which|when|who|why|whether|if)"

constexpr std::array asking = {
    // English: the order of words asks.
    Cue{"^(?:where|when|who|whom|why|which|what|how|wat|wht|wher|whr|wen)(?: \\S+){0,4}? " AUXILIARY
        " " PRONOUN "\\b",
        2.6},
    Cue{"^(?:where|when|who|whom|why|which|what|how|wat) " AUXILIARY "\\b", 1.8},
    Cue{"^(?:where|when|who|what|how|why)(?:'s|s|'re|'d) ", 2.6},
    Cue{"^(?:where|what|which|how|why|when)\\b", 0.5},
    Cue{"^(?:which|what) (?:\\w+ "
        ")?(?:time|date|day|page|link|room|week|tool|tools|book|format|version|hashtag|platform|app)\\b",
        1.5},
    Cue{"^how (?:tf|the hell|come|many|much|long|often|far|to|about)\\b", 1.6},
    Cue{"^what (?:about|if|happens|time)\\b", 2.2},
    Cue{"^who(?: else)? (?:knows|has|wants|can|else|runs|do|here)\\b", 1.6},
    Cue{"^" AUXILIARY " " PRONOUN "\\b", 2.6},
    Cue{"^(?:does|do|did|has|have|can|could|would|will) \\S+", 0.6},
    Cue{"[,;:-] ?(?:where|when|who|why|which|what|how|do|does|did|can|could|is|are|should|will|would) "
        "(?:is|are|do|does|did|can|could|should|would|will|i|you|we|it|there|the|this|that)\\b",
        1.2},
    Cue{"\\b(?:so|and|but|or|because|bc|cuz) "
        "(?:where|when|why|which|what|how|do|does|did|can|could|is|are|should|will|would) "
        "(?:is|are|do|does|did|can|could|should|would|will|i|you|we|it|there)\\b",
        1.0},
    // English: asking for somebody or something.
    Cue{"\\b(?:any ?one|any ?body|any ?1|some ?one|some ?body|any of you|anyone else|anybody else) (?:else "
        ")?(?:here )?(?:know|knows|knw|no|kno|have|has|got|gotten|help|explain|tell|seen|see|managed|up "
        "for|able|using|use|used|tried|recommend|suggest|heard|going|from|else|having|experience|been|find|"
        "found|locked|want|wants|interested|coming|remember|did|done|good "
        "at|willing|around|free|please|pls|with|can|could|feel|struggling|getting|notice|noticed)\\b",
        3.2},
    Cue{"\\bdoes any|\\bdo any|\\bhas any ?(?:one|body)|\\bcan any|\\bcan some ?(?:one|body)|\\bcould some "
        "?(?:one|body)|\\bis any ?(?:one|body)\\b",
        2.2},
    Cue{"\\b(?:can't|cannot|cant|can not|couldn't|couldnt|unable to) (?:seem to "
        ")?(?:find|figure|get|access|open|see|log|work "
        "out|make|connect|download|upload|locate|load|join|enter|submit|post|hear|register|sign)\\b",
        2.2},
    Cue{"\\bwondering (?:if|whether|what|how|why|when|where|who|which|about)\\b", 3.2},
    Cue{"\\bi wonder\\b", 2.6},
    Cue{"\\bcurious (?:how|what|if|whether|about|to (?:know|hear)|which|why)\\b", 2.6},
    Cue{"\\b(?:any|got|some|need|want|would (?:love|appreciate|like)|appreciate|looking "
        "for|seeking|ideas|open to) (?:any |some |your )?(?:\\w+ "
        ")?(?:advice|tips?|ideas?|suggestions?|recommendations?|pointers?|thoughts|help|clues?|recs?|hints?|"
        "feedback|input|resources?|luck|news|updates?)\\b",
        2.6},
    Cue{"^(?:tips?|advice|suggestions|recommendations|ideas|thoughts)\\b", 1.8},
    Cue{"\\b(?:need|needs) (?:some |a (?:bit|little) of )?(?:help|a hand|advice)\\b|\\bhelp "
        "(?:me|please|pls|plz|needed|needed)\\b|, help$|\\b(?:please|pls|plz) help\\b|^help\\b|\\bhelp$",
        2.6},
    Cue{"\\blooking for (?:a|an|some|someone|somebody|the|any|people|others|my)\\b", 2.2},
    Cue{"\\b(?:not sure|no idea|no clue|don't know|dont know|don't understand|dont understand|don't get|dont "
        "get|dunno|idk|unsure|confused (?:about|by|as to)?|trying to (?:work out|figure "
        "out|understand|find|see)|tell me|let me know|explain|asking|forgot|remind me|can't remember|don't "
        "remember|like to know|love to know|want to know|need to know|figure out|work out) (?:about "
        ")?(?:exactly )?" ASKED "\\b",
        2.4},
    Cue{"\\b(?:stuck|struggling|lost|confused)\\b", 1.0},
    Cue{"\\bi (?:don't|dont|do not|didn't|can't|cant) (?:really |quite |fully )?(?:understand|get|follow|see "
        "how|figure)\\b",
        1.4},
    Cue{"\\b(?:would|i'd|id|i would) (?:love|like|appreciate|be grateful) (?:to know|to hear|any|some|if|it "
        "if)\\b",
        2.2},
    Cue{"\\b(?:please|pls|plz|kindly|can u|can you|could you|could u|would you|can someone|can anyone) "
        "(?:someone |somebody |you |u )?(?:please |pls "
        ")?(?:send|share|tell|help|explain|post|clarify|advise|point|give|remind|recommend|show|let|walk|"
        "confirm)\\b",
        2.6},
    Cue{"\\bwhat am i (?:doing wrong|missing)\\b", 2},
    Cue{"\\b(?:am i the only one|is it just me|anyone else|anybody else|what's up with|whats up with)\\b",
        2.6},
    Cue{"\\b(?:quick|dumb|stupid|silly|newbie|noob|basic|random|weird) "
        "(?:q|question|questions)\\b|^qq\\b|\\bi have a (?:\\w+ )?question\\b|\\bquestion "
        "(?:for|about|to|regarding)\\b|\\bmy question\\b|^question\\b",
        2.2},
    Cue{"\\bwho (?:do|should|can|would) i\\b|\\b(?:how|where|what|when|which \\w+) "
        "(?:do|does|did|can|could|should|would|is|are) (?:i|you|u|we|it|they|the|one|people)\\b",
        1.6},
    Cue{"\\bwhen(?:'s|s| is| does| do| will)\\b", 1.0},
    Cue{"\\bor (?:not|is that|what|is it|do|does|should|can)\\b", 1.0},
    Cue{"\\basking for a friend\\b", 1.5},
    Cue{"\\bwho's (?:in|up|coming|going|with|around)\\b", 1.5},
    Cue{"\\b(?:y'all|guys|everyone|everybody|folks|peeps|all), "
        "(?:when|what|where|how|who|why|do|does|is|are|can)",
        2.4},
    Cue{"\\b(?:not working|won't (?:upload|load|open|play|start|let)|doesn't work|isn't working|keeps "
        "saying|error)\\b",
        1.2},
    Cue{", (?:right|correct|no|yes|ok|okay|yeah|eh|huh)$", 0.4},
    // French.
    Cue{"^(?:ou|quand|comment|pourquoi|combien|qui|quoi|quels?|quelles?|lequel|laquelle|a qui|a quelle|a "
        "quoi|de quelle?|dans quel\\w*|pour quel\\w*|avec quoi|d'ou) "
        "(?:est|sont|es|etait|on|je|tu|il|elle|vous|nous|ils|ca|se|faut|faire|peut|puis|peux|trouver|le|la|"
        "les|l'|a|as|va|vont|doit|dois|sait|veut|fait|faut-il|y|mettre|activer|changer|rendre|envoyer)\\b",
        2.2},
    Cue{"^(?:pourquoi|combien|quels?|quelles?|lequel|a quelle heure|a qui|quelle heure|jusqu'a quand|depuis "
        "quand)\\b",
        1.4},
    Cue{"\\best[- ]ce qu|\\bqu'est[- ]ce\\b|\\besk\\b|\\besque\\b", 2.8},
    Cue{"\\b(?:c'est|c|cest) (?:quoi|quand|ou|qui|combien|a quelle heure|pour quand|comment)\\b", 3},
    Cue{"\\by a[- ]t[- "
        "]?il\\b|\\b(?:faut|peut|doit|a|va|est|sera|serait|existe|commence|compte|ouvre|finit|reste|dure|"
        "devrait|pourrait)-(?:t-)?(?:il|elle|on|ils|elles)\\b",
        2.6},
    Cue{"\\b(?:peut on|faut il|doit on|savez vous|pouvez vous|avez vous|sais tu|peux tu|as tu|est il)\\b",
        2.4},
    Cue{"\\b(?:avez|pouvez|pourriez|savez|connaissez|utilisez|etes|faites|voulez|auriez|devez|allez|pensez|"
        "sauriez|recommandez|gerez|seriez|comptez|preferez|trouvez)-vous\\b|\\b(?:as|peux|sais|es|vas|veux|"
        "fais|pourrais|connais|penses|utilises|saurais)-tu\\b|\\b(?:puis|dois|suis|ai|vais)-je\\b|\\b(?:"
        "devons|pouvons|avons|sommes)-nous\\b",
        2.8},
    Cue{"\\b(?:quelqu'un|quelqun|qqn|qqun|qq1|kelkun)\\b(?: \\S+)* "
        "(?:sait|saurait|peut|pourrait|a|aurait|connait|l'a|explique|d'autre|est|utilise|reussi|compris|vu|"
        "trouve|ici)\\b",
        3},
    Cue{"\\bpersonne (?:n'a|n'aurait|ne sait|sait|a)\\b", 0.6},
    Cue{"\\b(?:je|j'|j) ?(?:ne |n')?(?:re)?(?:trouve|comprends|comprend|sais|vois|capte|pige) "
        "(?:pas|plus|rien|toujours pas)\\b|\\barrive (?:pas|plus)\\b|\\b(?:impossible|pas moyen) de\\b",
        2.2},
    Cue{"\\bje me demand(?:e|ais)\\b", 3},
    Cue{"\\bbesoin d'(?:aide|un coup|un conseil|infos?)|\\ba l'aide\\b|\\baide[zr]?[- "
        "]moi\\b|\\bm'aider\\b|^aide\\b|\\baidez\\b",
        2.6},
    Cue{"\\b(?:une|des|un|d'autres|vos) "
        "(?:idees?|pistes?|conseils?|astuces?|suggestions?|recommandations?|avis|retours)\\b",
        1.8},
    Cue{"\\bje (?:re)?cherche\\b|\\bcherche (?:un|une|des|le|la)\\b", 1.8},
    Cue{"\\b(?:j'aimerais|je voudrais|je voulais|j'aurais voulu|j'aurais aime) (?:bien "
        ")?(?:savoir|connaitre|comprendre)\\b|\\b(?:dites|dis|expliquez|explique|rappelez|rappelle)[- "
        "](?:moi|nous)\\b|\\b(?:vous savez|tu sais|vous sauriez|savoir) "
        "(?:si|ou|comment|quand|pourquoi|quel|quelle|qui)\\b",
        2.4},
    Cue{"^(?:vous|tu) "
        "(?:savez|avez|utilisez|faites|recommandez|pensez|connaissez|pouvez|sais|as|peux|utilises|connais)"
        "\\b",
        1.8},
    Cue{"^on (?:peut|doit|a|fait|met|rend|utilise|commence)\\b", 0.8},
    Cue{"\\bqui (?:est|serait) (?:partant|dispo|motive|chaud|interesse)\\w*\\b|\\bqui "
        "(?:vient|veut|sait|peut|aurait|utilise|d'autre|a)\\b",
        1.6},
    Cue{"\\bqu'en (?:pensez|penses)|\\bque (?:faire|se passe|dois|doit|faut|pensez|penses)\\b|\\bqu'est "
        "ce\\b",
        2.4},
    Cue{"\\b(?:svp|stp|s'il (?:vous|te) plait)\\b", 1.2},
    Cue{"\\bcomment (?:on|je|tu|vous|faire|ca|est|se|peut|puis|fait|faites|dois|savoir)\\b", 1.4},
    Cue{"\\bfaut(?:-il| il)\\b|\\bje (?:bloque|galere|suis (?:perdue?|bloquee?|coincee?|paumee?))\\b", 1.8},
    Cue{"\\bou (?:est|sont|trouver|se trouve|trouve[- ]t|est-ce)\\b", 1.6},
    Cue{"\\bquelle heure\\b|\\ba (?:quelle|kel) h", 1.8},
    Cue{"\\bou (?:juste|bien|c'est|pas|non|plutot)\\b", 0.6},
    Cue{"\\b(?:dans le meme cas|d'autres dans|suis[- ]je le seul|que moi)\\b", 1.4},
    // The short ways of chats.
    Cue{"^(?:where|what|wat|wut|how|why|y|who|when) (?:u|ya|you|yall) (?:from|doing|going|at|up "
        "to|want|like|been|think|"
        "thinking|live|living|using|use|get|find|doin|goin|thinkin|sayin)\\b",
        4.2},
    Cue{"^(?:what|wat|how)(?:'s|s)? (?:up|everyone|everybody|good) "
        "(?:with|think|doing|using|feel)\\b|^wha?ts up with\\b",
        2.6},
    Cue{"^any(?: \\w+)? (?:here|in here|out "
        "there|around|chance|way|idea|ideas|clue|word|news|update|updates)\\b",
        3.0},
    Cue{"^(?:wanna|want to|u wanna|you wanna|care to) (?:join|chat|pair|work|meet|team|come|swap|share)\\b",
        1.4},
    Cue{"^who (?:wants|has|can|is|else|could|would|did|knows|got)\\b", 1.2},
    Cue{" (?:ou|quand|quoi|comment|combien|qui|d'ou)$", 2.8},
    Cue{"^(?:combien|pourquoi|jusqu'a quand|a quelle heure)\\b", 1.4},
    Cue{"^(?:vous|tu|t') ?(?:\\w+'?)? ?(?:fini|compris|recu|vu|reussi|trouve|essaye|lu|pensez quoi|penses "
        "quoi|faites comment|fais comment)\\b",
        2.0},
    Cue{"\\b(?:penses?|pensez|fait|faites|fais|rendre|rend|utilises?|utilisez|mets?|mettez|choisi[rst]?|faut)"
        " (?:on )?quoi\\b|\\bil faut \\w+ quoi\\b",
        2.8},
    Cue{"\\bquelqu'un pour\\b|\\bdes volontaires?\\b|^ca marche (?:chez|pour) vous\\b", 2.6},
    // What takes the edge off: telling, not asking.
    Cue{"^(?:when|back when|that moment when|remember when|the day|whenever|while|after|once) "
        "(?:i|we|you|your|the|my)\\b",
        -2.2},
    Cue{"^(?:what|how|why|where) (?:i|we|my|our|she|he|dana|they|you)\\b", -1.6},
    Cue{"^what (?:a|an) |^how "
        "(?:cool|great|nice|amazing|lovely|sweet|cute|wonderful|awesome|fun|funny)\\b|^(?:quel|quelle|quels|"
        "quelles) (?:plaisir|seance|joie|journee|bonheur|belle|beau|super|bonne|chance|heure "
        "incroyable|soiree|aventure|equipe)\\b|^que (?:du|de|d')\\b",
        -3.2},
    Cue{"\\b(?:finally|now|enfin) (?:i "
        ")?(?:know|understand|understood|figured|found|got|compris|trouve|sais)\\b|\\bsais enfin\\b|\\bai "
        "enfin\\b",
        -3},
    Cue{"\\b(?:nobody|no one|personne ne) (?:really |vraiment )?(?:knows|sait)\\b", -2.4},
    Cue{"^(?:who (?:knew|needs|cares|doesn't|would have|says)|guess (?:who|what|where)|remember|why (?:am "
        "i|do i|are we) (?:like|even|always)|what(?:'s| is) not to|how "
        "(?:cool|great|crazy|awesome|amazing|nice|lucky) (?:is|are|was)|isn't (?:this|that|it) (?:just "
        ")?(?:\\w+)$|qui l'eut|devinez|qui a besoin|c'est pas (?:genial|beau|super|magnifique)|n'est-ce pas "
        "(?:genial|beau)|pourquoi je suis comme|elle est pas belle|who else loves|does it get (?:any "
        ")?better)",
        -4.5},
    Cue{"^(?:where there's|what goes around|whatever|whichever|whoever|which is (?:why|how)|quand je "
        "pense|c'est pour ca|comme quoi|qui (?:veut peut|vivra|aime bien))",
        -3.5},
    Cue{"^(?:si vous avez|if you have|if you've got|if anyone has|n'oubliez pas|don't "
        "forget|rappel|reminder|pour (?:ceux|celles) qui|for those who)\\b",
        -4},
    Cue{"^(?:_at_ )*(?:it's|its|it is|you can|try|have a look|look in|c'est (?:dans|sur|ici|la)|vous "
        "(?:trouverez|pouvez)|tu (?:peux|trouveras))\\b",
        -2},
    Cue{"\\bcan't (?:wait|believe|stop)\\b|\\bne peux pas croire\\b|\\bvivement\\b", -2.5},
    Cue{"\\b(?:so glad|happy|loved|j'ai adore|merci|thanks?|thank you)\\b", -1.2},
    Cue{"\\b(?:ce que j'ai|comment j'(?:anime|ai|utilise|organise)|pourquoi j'ai|what we|how we|how i)\\b",
        -1.6},
    Cue{"\\b(?:want to|ready to|looking to|would you like to|do you want to|struggling to|need to) "
        "(?:learn|know|become|improve|boost|discover|find out|take|save|grow|join)\\b.*|\\benvie d'en "
        "savoir|\\bvous (?:voulez|souhaitez|cherchez)\\b|^envie d",
        -2},
    Cue{"^(?:if you|if anyone|si quelqu'un|s'il y a|quand on|here is how|here's (?:how|what|why)|this is "
        "(?:why|how|what)|"
        "c'est (?:la que|pour ca|ainsi)|voila|qui dit mieux|which reminds|do "
        "(?:check|join|come|read|try|have)|"
        "have (?:a|an|fun|you heard the one)|could(?:n't| not) agree|should have|would not have|is that "
        "so$|can do$|will do)\\b",
        -4},
    Cue{"\\blet me know if you\\b|\\bjust (?:ask|let|kidding)\\b|\\b(?:je suis la|here to help|happy to "
        "help|i can help)\\b",
        -4},
    Cue{"\\bi wonder why (?:nobody|no one)\\b|\\bwho's ready\\b|\\blooking for my\\b|\\bno words?\\b|\\bfind "
        "(?:the )?words\\b",
        -2.6},
    Cue{"^(?:ready|prets?|pretes?|feeling|fun fact|today we|ce soir on|aujourd'hui)\\b", -2.2},
    Cue{"\\basked (?:my|me|the|us|him|her|them|where|what|how|if)\\b|\\b(?:j'ai|a|ont) demande\\b", -1.8},
};

#undef PRONOUN
#undef AUXILIARY
#undef ASKED

}  // namespace

std::span<const Cue> asking_cues() {
  return asking;
}

}  // namespace language
