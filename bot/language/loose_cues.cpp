// Questions that no order of words and no mark gives away: requests, troubles, alternatives, words left out;
// and what only has their form.
#include "language/question_cues.hpp"

#include <array>

namespace language {
namespace {

#define SOMEONE \
  "(?:some ?one|some ?body|any ?one|any ?body|any of you|one of you|you|you guys|y'all|anyone else)"
#define AUX "(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|had|am)"
#define WHO_OR_WHAT                                                                                         \
  "(?:i|you|we|they|he|she|it|the|this|that|these|those|my|your|our|their|there|people|everyone|everybody|" \
  "any ?one|some ?one|any ?body|some ?body|a|an|all|any|some)"
#define TOOL                                                                                             \
  "(?:link|page|site|website|video|audio|sound|mic|login|password|form|button|upload|download|zoom|app|" \
  "forum|"                                                                                               \
  "file|pdf|quiz|captions?|subtitles?|badge|certificate|slides?|recording|code|invite|survey|padlet|"    \
  "platform|"                                                                                            \
  "doc|document|folder|chat|room|screen|calendar)"
#define OUTIL                                                                                                \
  "(?:lien|page|site|video|son|micro|connexion|mot de passe|formulaire|bouton|zoom|appli|forum|fichier|pdf|" \
  "quiz|sous-titres|badge|certificat|diapos?|diaporama|enregistrement|code|invitation|sondage|plateforme|"   \
  "document|dossier|salle)"
#define QUAND "(?:a quelle heure|pour quand|quand|combien|comment|ou|qui|quoi|a qui|avec qui|lequel|laquelle)"
#define TAIL_FR                                                                                             \
  "(?: (?:ce|cette|cet|le|la|les|du|de|des|au|aux|en|pour|deja|svp|stp|exactement|demain|hier|aujourd'hui|" \
  "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|soir|matin|projet|module|cours|devoir|quiz|semaine|" \
  "dernier|prochain|mdr|lol|du coup|finalement|\\d+)){0,4}$"

constexpr std::array cues = {
    // Requests.
    Cue{"\\b(?:can|could|would|will|might) " SOMEONE " (?:please |kindly |possibly |maybe |also )?[a-z]+",
        1.4},
    Cue{"\\b" AUX " " SOMEONE " (?:else |here |all )*[a-z]+", 0.8},
    Cue{"\\bplease (?:\\w+ )?(?:me|us|my)\\b|\\bremind (?:me|us)\\b", 2.4},
    Cue{"\\b(?:can't|cannot|couldn't|unable to|not able to) (?:seem to |manage to |quite |even )\\w+", 2.4},
    Cue{"\\b(?:can't|cannot|couldn't|unable to|not able to) "
        "(?:unmute|reach|edit|delete|change|attach|print|save|share|sync|install|book|enrol|enroll|turn|play|"
        "watch|read|reply|comment|click|view|start|finish|update|reset|move|add|remove|locate|retrieve|"
        "remember|tell|decide|work)\\b",
        2.2},
    Cue{"\\b(?:need|looking for|want|searching for|seeking|could use) (?:some ?one|some ?body|any "
        "?one|people|"
        "volunteers?|a (?:partner|buddy|volunteer|hand|pointer))\\b",
        2.2},
    Cue{", ?(?:any ?one|any ?body|any ?one else|any takers|guys|folks|some ?one)$", 2.4},
    Cue{"^(?:any ?one|any ?body)(?: else)? [a-z]+", 0.9},
    Cue{"^any (?:\\w+ ){0,3}(?:about|on|for|to|from|yet|how|why|where|here|left|out there)\\b", 1.8},
    Cue{"^(?:any |some )?(?:thoughts|opinions?|tips|advice|ideas|suggestions?|recommendations?|experiences?) "
        "(?:on|about|for|with|how)\\b",
        1.4},
    Cue{"\\b(?:pointers?|tips|ideas|advice|suggestions|thoughts|input|recommendations|links|hints|"
        "experiences) (?:are |is |most |much |very |really |would be |always |gladly |more than )*(?:welcome|"
        "appreciated|needed|wanted)\\b|\\b(?:conseils?|idees?|avis|pistes?|retours|suggestions?|astuces?|"
        "aide) "
        "(?:\\w+ )?(?:bienvenue?s?|appreciee?s?)\\b",
        3.4},
    Cue{"^(?:le|la|les|l'|un|une|des|the|a|any) ?(?:\\S+ ){1,8}?(?:svp|stp|s'il (?:vous|te) "
        "plait|please)[^a-z0-9]*$",
        1.8},
    Cue{"^(?:wdym|wdyt|wym)\\b", 3.4},
    // Troubles.
    Cue{"\\b(?:struggling|trying|battling|failing|having (?:trouble|a hard time|issues|problems)|hard time|"
        "trouble) (?:to |with )?(?:find|finding|open|opening|log|logging|access|accessing|upload|uploading|"
        "download|downloading|submit|submitting|locate|locating|load|loading|join|joining|connect|connecting|"
        "register|registering) (?:the|my|in|into|on|onto|to|a|it|any|this)\\b",
        1.8},
    Cue{"\\b" TOOL " (?:\\w+ ){0,3}?(?:is|are|seems?|was|has|keeps?|still|says?|went|gone|came up) "
        "(?:just |still |totally |completely |always |all |to be )?(?:broken|dead|down|missing|gone|empty|"
        "blank|expired|locked|wrong|stuck|frozen|crashing|not|no longer|nowhere|unavailable)\\b",
        1.9},
    Cue{"\\b" TOOL "s? (?:still |just )?(?:won't|doesn't|don't|isn't|aren't|didn't|never|can't be) \\w+",
        1.9},
    Cue{"\\b(?:for me|on my (?:phone|mac|laptop|pc|ipad|tablet)|on mobile|again|today|anymore)$", 0.4},
    Cue{"\\b(?:did not|didn't|haven't|never|not) (?:get|got|receive|received|gotten|see|seen) "
        "(?:the|an?|any|my|it|anything)\\b",
        1.4},
    Cue{"\\b" OUTIL " (?:\\S+ ){0,5}?(?:marche|fonctionne|s'ouvre|charge|s'affiche|apparait|passe|repond) "
        "(?:pas|plus|jamais|toujours pas)\\b",
        2.2},
    Cue{"\\b" OUTIL
        " (?:\\S+ ){0,3}?(?:mort|casse|introuvable|expire|bloque|plante|vide|disparu|perime)e?s?\\b",
        1.9},
    Cue{"\\b(?:impossible|pas moyen|pas reussi|toujours pas reussi) (?:de |d'|a )", 2.4},
    Cue{"\\barrive (?:toujours |tjs |vraiment |meme )?(?:pas|plus|jamais) (?:a|d')", 2.0},
    Cue{"\\b(?:pas|jamais|rien) (?:encore )?(?:recu|eu acces|trouve|compris)\\b", 1.6},
    // Either, or.
    Cue{"^(?:just me|is it me|is it just me|only me|me) or\\b|\\bam i the only\\b", 4},
    Cue{"\\bor (?:what|nah|no|not|nope|naw|am i|are we|are you|is there|are there|do i|do we|is it|was it|"
        "should (?:i|we)|can (?:i|we)|does it|did i|has it|will it|shall|just me)\\b",
        2.0},
    Cue{"\\b(?:to|in|on|at|by|with|for) (?:\\w+ ){1,4}or (?:\\w+ ){1,4}(?:the|a|my)? ?\\w+$", 0.3},
    Cue{"\\b(?:believe|like|ready|want|whether)(?: it)? or not\\b|\\bor so\\b|\\bor something\\b", -2.6},
    Cue{"\\b(?:c'est|faut|on (?:doit|peut)|je (?:peux|dois)|y a|vous (?:preferez|etes)|tu (?:preferes|es)|"
        "compte|est|sera)\\b.* ou (?:\\S+ ?){1,3}$",
        2.0},
    Cue{"\\bou (?:pas|non|faut|est-ce)\\b", 1.0},
    // The asking word stands further on.
    Cue{"(?:[,;:–—-] ?|\\b(?:so|and|but|ok|okay|though|tho|seriously|honestly|also|btw|wait|then) )"
        "(?:where|when|who|why|which|what|how|whose)(?:'s)? " AUX " " WHO_OR_WHAT "\\b",
        1.6},
    Cue{"(?:^|\\b(?:but|and|so) )(?:in|on|at|for|with|by|from|to|of|under|about|until) "
        "(?:whose|which|what|who|how many|how much)\\b",
        3},
    Cue{"^whose\\b", 2.4},
    Cue{"^(?:where|when|who|which \\w+) to [a-z]+", 1.9},
    Cue{"^(?:how|what) (?:about|if)\\b", 0.6},
    Cue{"^(?:you|you guys|you all|y'all) (?:all |still |both )?(?:coming|going|joining|done|finished|ready|"
        "free|around|using|watching|started|bringing|staying|planning|working)\\b",
        2.2},
    Cue{"\\b(?:same|anything|happening|working|like that|okay|ok|easy|too) (?:for|with|to) "
        "(?:you|y'all|anyone|"
        "everyone|others|any ?body)(?: too| all| guys)?$|[,;] ?(?:and )?(?:you|yours|what about you|u)$",
        2.4},
    Cue{"[,;] ?(?:et )?(?:vous|toi|les autres|de votre cote)$|\\b(?:chez|pour) (?:vous|toi)(?: aussi)?$",
        2.2},
    Cue{"^(?:a|de|dans|pour|avec|sur|par|chez|jusqu'a|depuis|d') ?(?:qui|quoi|quel(?:le)?s?|combien|quand|"
        "lequel|laquelle|ou)\\b",
        1.8},
    Cue{"^quel(?:le)?s? (?:\\S+ ){1,4}(?:on|vous|tu|je|il|faut|est|sont|utiliser|choisir|prendre)\\b", 1.2},
    Cue{"\\b(?:vous|tu|on|il|elle|ils|elles|ca|c'est|est|sont|faut|commence|finit|rend|ouvre|passe|fait|dure|"
        "coute|va|vont|en) (?:\\S+ ){0,3}?" QUAND TAIL_FR,
        2.3},
    Cue{"^(?:vous|tu) (?:arrivez|arrives|reussissez|reussis|sauriez|saurais|preferez|preferes|venez|viens)"
        "\\b",
        1.2},
    Cue{"^(?:vous|tu) (?:arrivez|arrives|reussissez|reussis|sauriez|saurais|preferez|preferes|venez|viens|"
        "comptez|comptes|travaillez|utilisez|utilises|connaissez|connais|pouvez|peux|pourriez|pourrais|savez|"
        "sais|voulez|veux|auriez|aurais|trouvez|trouves|pensez|penses|recevez|croyez|crois)\\b",
        1.4},
    Cue{"\\bames? charitables?\\b|\\bquelqu'un (?:pour|qui|d'autre|a|aurait|sait|peut)\\b|\\bqui "
        "(?:pour|d'autre)"
        "\\b|\\bpersonne (?:pour|d'autre)\\b",
        2.2},
    Cue{"^(?:des|vos|un|une|d'autres) (?:conseils?|idees?|astuces?|avis|retours?|pistes?|suggestions?|"
        "volontaires?|nouvelles?|infos?) (?:pour|sur|de|du|a)\\b",
        1.0},
    Cue{"\\b(?:aucune|pas la moindre|pas d'|zero) ?idee (?:de |d'|sur )?(?:comment|ou|quand|qui|quoi|quel|"
        "pourquoi|si|ce qu)|\\bpas (?:sur|sure|certaine?) (?:de |d')?(?:comment|ou|si|quand|quel|ce qu)",
        2.4},
    Cue{"\\b(?:savez|savent|saurait|saurais|sauriez|dire|voir|demander) (?:\\S+ )?(?:si|ou|comment|"
        "quand|quel|quelle|pourquoi|combien|a qui|s'il) \\S+",
        1.4},
    Cue{"\\b(?:still|toujours|tjs) (?:don't|doesn't|can't|haven't|no|not|waiting|pas|rien)\\b", 1.2},
    Cue{"\\b(?:don't|doesn't|do not|no longer|n'ai|ai) (?:have |pas |plus |toujours pas )?(?:any "
        ")?acces[s]?\\b",
        1.6},
    Cue{"\\b(?:c'est|est-ce) normal$|\\bis (?:that|this|it) "
        "(?:normal|right|correct|ok|okay|possible|allowed)$",
        2.6},
    Cue{"^(?:c'est|cest|est-ce) normal (?:que|qu'|si) ?(?:mon|ma|mes|le|la|les|l'|je|j'|on|ca|il|elle)\\b",
        2.8},
    // Course formalities asked in the order of a statement.
    Cue{"^(?:ca|ce|c'est|il|elle|ils|elles) (?:compte|comptent|rentre|entre|vaut) (?:\\w+ )?(?:pour|dans) "
        "(?:la "
        "|le |l'|les )?(?:note|moyenne|examen|certificat|attestation|validation|badge|bulletin|credits?)\\b",
        2.4},
    Cue{"^do (?:\\w+ ){0,2}?[a-z]+s (?:still |also |always |even |usually |really "
        ")?(?:get|have|see|show|find|hear|need|count|work|know|start|use|receive|pay|join|come|go|take|"
        "expire|apply|require|include|cost|end|open|close|share|earn|qualify|attend|submit|register|want|"
        "like|"
        "think|matter)\\b|^(?:does|did) [a-z]{4,} (?:\\w+ "
        "){0,2}?(?:get|have|need|count|work|know|start|use|receive|pay|"
        "join|come|go|take|expire|apply|require|include|cost|end|open|close|earn|qualify|matter|exist)\\b",
        1.8},
    Cue{"^(?:am|are|is) (?:i|we|you|they|he|she|it) (?:supposed|meant|expected|allowed|required|able|going|"
        "free|too late) to\\b",
        1.6},
    Cue{"^(?:il )?y a (?:un|une|des|du) (?:\\w+ )?(?:replay|enregistrement|lien|doc|support|modele|exemple|"
        "corrige|delai|quiz|examen|rediffusion|pdf|consigne|date)s?$",
        2.6},
    Cue{"^(?:you|y'all|you guys) know (?:if|whether|where|when|which)\\b", 4},
    Cue{"^(?:\\w+ ){1,4}or (?:\\w+ ?){1,3}$", 2.1},
    Cue{"\\b(?:sooner or later|more or less|or another|do or die|now or never|or leave|or treat|or bust|or "
        "later|rain or|"
        "or two|or three|or not)\\b",
        -2.4},
    Cue{"[,;:-] (?:is|are|was|were|do|does|did|can|will|should|has|have) "
        "(?:it|they|that|this|those|these|i|we|you|he|she|"
        "there)\\b",
        1.2},
    Cue{"^(?:is|are) (?:\\S+ ){1,5}(?:enough|too "
        "\\w+|required|needed|included|mandatory|optional|allowed|compulsory|graded|"
        "public|private|normal|possible|correct)\\b|\\byou think$|^(?:tu|vous) "
        "(?:penses|pensez|crois|croyez)",
        2.2},
    Cue{"^(?:post|send|submit|put|upload|click|go|sign|meet|start|starts|due|open|opens|pay|join|register) "
        "(?:\\w+ "
        ")?(?:where|when|how|what|who)$",
        2.8},
    Cue{"^qui \\w+ (?:le|la|les|l'|ce|cette|ma|mon|un|une)\\b", 2.6},
    Cue{"^(?:on|tu|vous|il|elle|ca|c'est|faut|je) (?:\\S+ ){1,4}(?:ou|quand|comment|combien) "
        "(?:pour|le|la|les|dans|avec|si|apres|avant)\\b",
        2.4},
    Cue{"\\bcherche (?:un|une|des|le|la|quelqu'un)\\b|(?:des|une) idees?$", 0.8},
    // Only the form of a question.
    Cue{"^(?:isn't|aren't|wasn't|weren't|ain't|doesn't|don't) (?:he|she|it|this|that|they|these|those|we|you|"
        "life) (?:\\S+ )?(?:just |simply |absolutely |truly |the )+(?:best|greatest|cutest|worst|finest|most|"
        "coolest|sweetest|loveliest|nicest)\\b",
        -6},
    Cue{"^(?:elle|il|c'est) (?:est )?(?:pas|t-il pas|t-elle pas) (?:trop |vraiment |juste "
        ")*(?:genial\\w*|belle|"
        "beau|magnifique|formidable|top|super|la meilleure|le meilleur)\\b",
        -4.5},
    Cue{"\\bcan you believe\\b|^who else but\\b|\\bturning it off and on\\b|^what's \\w+ is \\w+$|\\bquand "
        "meme\\b",
        -5},
    Cue{",? (?:they|he|she|people) (?:said|says|asked|ask)$", -3},
    Cue{"^quand (?:y|ya|ca|c'est|t'as|vous)\\b", -2.4},
    Cue{"^(?:did you know|ever (?:wondered|noticed|seen|felt)|have you ever (?:noticed|wondered)|you know "
        "what|know what|guess|sound familiar|the best part|who's (?:awesome|the best|excited))\\b",
        -4},
    Cue{"^help (?:your ?sel\\w+|each other|others|them|is|desk|spread)\\b|\\b(?:help desk|needs? help with "
        "that$)",
        -2.8},
    Cue{"\\bgive (?:this|that|her|him|them|these|those|dana) (?:\\w+ ){0,2}?(?:an? "
        ")?(?:medal|award|raise|oscar|"
        "cookie|prize|round)\\b",
        -6},
    Cue{"^what (?:can|could|else can|are) (?:you|i|we|ya) (?:do|say|gonna do)$|^what do i know$", -5},
    Cue{"\\b(?:pourquoi|comment) (?:je|j'|on|tout) ?(?:\\S+ )?(?:toujours|encore|jamais|a chaque fois)\\b",
        -3.4},
    Cue{"\\bme demande (?:pas|plus)\\b|^combien (?:j'ai|je|on) |^(?:c'est )?comme (?:quand|quoi|si)\\b", -4},
    Cue{"\\b(?:serieux|normal|geniale?s?|bref|enfin|voila|cool|dingue|fou|folle|bien|bon|top|sympa|rire|"
        "drole|"
        "beau|belle|pareil|classe|trop) quoi$",
        -4},
    Cue{"^(?:ha|haha|hahaha|mdr|ikr|so true|exactly|totally|yep|yes|yeah|true|same|no)?,? ?(?:right|eh|"
        "innit|hein|n'est-ce pas|ah bon)$|^(?:ou|or) (?:pas|non|not)$",
        -3},
    Cue{"\\b(?:no idea|not sure|no clue|don't know|idk) (?:why|how|what|who)(?: exactly)? (?:but|lol|haha|i "
        "even)"
        "\\b|\\b(?:no idea|don't know|no clue) (?:how|why|what|where) "
        "(?:she|he|they|you|people|dana)\\b|\\bnot "
        "sure it (?:matters|helps|counts)\\b",
        -3},
    Cue{"^(?:\\d+|two|three|five|seven|ten|top|some|my) (?:\\w+ ){0,2}?(?:tips|ways|ideas|reasons|things|"
        "lessons|takeaways)\\b",
        -3.4},
    Cue{"^(?:vous|tu) (?:etes|es|as|avez|faites|fais|m'avez) (?:tous |toutes |vraiment |trop |si )*(?:au "
        "top|raison|supers?|geniale?s?|tellement|formidables?|la meilleure|les meilleure?s|assure|du bon|de "
        "la "
        "chance|bien)\\b",
        -3},
    Cue{"\\b(?:sais|savais|compris|vois|voit|dit|explique|raconte|appris) (?:enfin |maintenant |mieux |bien "
        "|tout de suite |deja )*(?:pourquoi|comment|ou|quand|qui|ce que)\\b",
        -1.6},
    Cue{"\\bany ?(?:one|body) who\\b|\\b(?:tu|vous) (?:sais|savez) quoi\\b|\\bje sais "
        "(?:ou|comment|quand|pourquoi)\\b",
        -2},
    Cue{"\\bc'est (?:qui|quoi) qui\\b", -3},
    Cue{": (?:\\d+|les|nos|mes) (?:\\w+ "
        ")?(?:raisons|conseils|astuces|idees|tips|reasons|ways|cles|erreurs)\\b",
        -4},
};

#undef SOMEONE
#undef AUX
#undef WHO_OR_WHAT
#undef TOOL
#undef OUTIL
#undef QUAND
#undef TAIL_FR

}  // namespace

std::span<const Cue> loose_cues() {
  return cues;
}

}  // namespace language
