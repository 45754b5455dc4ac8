// Turns of phrase that ask, and set phrases that only look like it.
#include <array>

#include "language/question_cues.hpp"

namespace language {
namespace {

constexpr std::array cues = {
    // Asking.
    Cue{"[,;:–—-] ?(?:so |and |but )?(?:where|when|who|why|what|how)(?:'s|'re) "
        "(?:the|a|your|my|our|this|that|it|everyone)\\b",
        2.4},
    Cue{"\\btrying to "
        "(?:join|open|log|get|upload|download|submit|access|connect|post|register|print|share|watch|edit)\\b."
        "* but\\b",
        2.4},
    Cue{"^which of (?:the|these|those|them|you|my|our|your)\\b", 4.4},
    Cue{"\\b(?:interested|keen|curious|eager|good|great|nice|interesting|useful|helpful) to "
        "(?:know|hear|find out) (?:how|what|if|whether|who|why|which|where|when)\\b",
        2.8},
    Cue{"^(?:anything|something|anything else) (?:i|we) (?:should|need|must|have to|can|could)\\b", 3},
    Cue{"^(?:je|on) (?:peux|peut|dois|doit) "
        "(?:rendre|envoyer|deposer|poster|utiliser|prendre|refaire|repasser|rattraper|changer|modifier|venir|"
        "s'inscrire|m'inscrire|choisir|citer|imprimer|telecharger|quitter|participer|travailler)\\b.* (?:au "
        "lieu|ou pas|a la place|en retard|plus tard|sans|seule?s?|a deux|en groupe|en binome)\\b",
        2.6},
    Cue{"^(?:des|d'autres) \\w+s? (?:\\S+ ){0,5}?(?:par ici|ici|dans (?:le coin|le groupe|la salle)|parmi "
        "vous)$",
        2.8},
    Cue{"^(?:on a|vous avez) (?:le )?droit (?:a|au|aux|de|d')", 2.6},
    Cue{"\\best[- ]ce (?:possible|normal|obligatoire|trop tard|grave|le|la|un|une)\\b", 2.8},
    Cue{"\\b(?:be|is) (?:really |so )?(?:great|good|nice|lovely|helpful|awesome|amazing|cool|fab) if (?:some "
        "?one|any ?one|some ?body|any ?body|you|anybody|one of you)\\b",
        3.4},
    Cue{"^which (?:one |of \\w+ )?(?:is|are|was|would be|works?) (?:\\w+ "
        ")?(?:better|best|easier|cheaper|faster|safer|right|correct|the "
        "(?:best|right|correct|latest|newest))\\b",
        3},
    Cue{"\\bkeep (?:on )?getting (?:an? |the )?(?:\\w+ )?(?:404|error|errors|logged out|kicked "
        "out|message|warning|blank|white|timed out|timeout)\\b",
        2.6},
    Cue{"^still (?:no|not|haven't|waiting|nothing|can't|cannot|missing) (?:\\S+ "
        "){0,3}?(?:email|e-?mail|mail|link|login|invite|access|password|code|badge|certificate|reply|answer|"
        "slides|recording|grade|feedback)\\b",
        2},
    Cue{"[,;:–—-] ?(?:mais |et |donc )?(?:de|a|avec|pour|sur|dans) (?:quoi|qui|quel(?:le)?s?|combien) "
        "(?:on|tu|vous|je|ca|il|elle|faut|est)\\b",
        2.4},
    Cue{"^quel(?:le)?s? (?:\\S+ "
        "){1,4}?(?:marche|fonctionne|convient|choisir|prendre|utiliser|utilisez|utilises|est le|est la|sont "
        "les|coute|dure|faut)\\b",
        2.4},
    Cue{"^(?:il )?y (?:aura|avait|aurait)(?: pas)? (?:un|une|des|du|encore|moyen|d'autres)\\b", 2.4},
    Cue{"^if (?:i|we|you|some ?one|the|a|an|one|my|our) .* (?:can|do|will|should|could|does|may|would|am) "
        "(?:i|we|it|they|that|this)\\b",
        3.2},
    Cue{"\\b(?:pm|dm|message|tell|ping|text|email|mail) me if (?:you|any ?one|any ?body|some ?one|some "
        "?body) (?:know|knows|can|could|have|has|found|find|finds)\\b",
        3.2},
    Cue{"^what (?:are |r |is )?(?:you|u|y'all|yall|everyone|everybody)(?: \\w+){0,2} (?:doing|up "
        "to|reading|using|thinking|eating|working on|watching|wearing|having)\\b",
        3},
    Cue{"^(?:so |and |then )?(?:i (?:guess|suppose|assume|take "
        "it|think)|the|it|it's|we|we're|that's|there's|this|c'est|on) .*, (?:right|correct|yeah|innit|isn't "
        "it|aren't we|don't we|hein|non|c'est bien ca)$",
        2.8},
    Cue{"\\b(?:it|site|page|app|system|moodle|zoom|form|forum|portal) (?:just "
        ")?(?:won't|wont|doesn't|doesnt|will not|does not|refuses to|isn't|is not) "
        "(?:let|letting|allow|allowing|accept|accepting|recogni[sz]e|recogni[sz]ing) "
        "(?:me|us|my|our|the|any)\\b",
        2.8},
    Cue{"^c est (?:quoi|quand|ou|qui|combien|comment|a quelle|pour)\\b", 3.4},
    Cue{"\\bpar (?:ou|quoi) (?:commencer|passer|continuer|debuter|on commence|je commence|on passe)\\b", 3},
    Cue{"\\bon (?:fait|rend|poste|prend|met|envoie|garde|choisit|depose|ecrit|repond) .* ou "
        "(?:un|une|le|la|les|des|plutot|tout|seulement|juste|bien|dans|sur)\\b",
        2.8},
    // Telling.
    Cue{"^(?:could|can) (?:i|we|it|you|this|life) (?:be|get|feel|look) any (?:more )?\\w+", -7},
    Cue{"^who am i to\\b", -6},
    Cue{"^how to ?:", -3},
    Cue{"^(?:any ?one|any ?body|every ?one|every ?body) can "
        "(?:edit|join|see|post|vote|comment|do|come|be|add|use|read|learn|make|reply|view|open|take|sign|"
        "participate)\\b",
        -4},
    Cue{"^(?:i'll|i will|we'll|we will|let me|happy to|i can|i could) (?:\\w+ "
        ")?(?:explain|show|tell|demo|teach|describe|write up|post)\\b",
        -3},
    Cue{"^(?:we|i|they|he|she|my \\w+|our \\w+) (?:\\w+ )?(?:discussed|talked "
        "about|debated|explained|learned|learnt|showed|found out|figured "
        "out|discovered|understood|reali[sz]ed|saw|described) (?:\\S+ "
        "){0,3}?(?:whether|how|what|why|who|where|when|if)\\b",
        -3},
    Cue{"^(?:je|j'|on|nous|il|elle|ils|elles) ?(?:ai|a|avons|ont) (?:\\w+ "
        ")?(?:discute|parle|appris|compris|vu|decouvert|explique|montre) (?:\\S+ "
        "){0,3}?(?:comment|pourquoi|ce que|qui|quand|si)\\b",
        -3},
    Cue{"^how(?:'s|s| is| was) (?:that|this) for (?:a|an|my|our)\\b", -5},
    Cue{"^i wonder (?:how|why|what|who) .*, "
        "(?:impressive|amazing|wow|incredible|lovely|brilliant|respect|hats off)\\b",
        -4},
    Cue{"^(?:would|could|should|did|do|does|is|was|were|have|has) not \\w+(?: (?:\\S+ ){0,4}\\S+)?$", -2},
    Cue{"^pourquoi pas\\b", -6},
    Cue{"^(?:je |j'|on |moi je )?(?:ne )?(?:sais|sait|ignore|vois) (?:pas |plus "
        ")?(?:pourquoi|comment|qui|ou|quand)\\b.*\\b(?:mais|et ca|et c'est)\\b",
        -3},
    Cue{"^qu'est[- ]ce qu(?:e |')(?:on|c'est|ca|il|elle|je|j') ?(?:rigole|rit|s'amuse|est "
        "(?:bon|bien|beau)|aime|bon|beau|bien)\\b",
        -4},
    Cue{"^ou (?:il y a|y a|je|on|tu|il|elle) (?:\\S+ ){1,5}?(?:il y a|y a|je suis|j'y suis|je vais|on va)\\b",
        -4},
    Cue{"^is it (?:\\w+day|weekend|the weekend|summer|christmas|bedtime|over|coffee time|lunch|wine "
        "o'clock)(?: yet| already)?$",
        -4},
    Cue{"^have (?:i|we) (?:told you|mentioned|said)\\b", -5},
    Cue{"\\b(?:not sure|don't know|unsure|je sais pas) if (?:\\S+ ){1,3}or (?:\\w+)$|\\bnot sure if \\w+ or "
        "(?:just )?\\w+\\b",
        -3},
    Cue{"^a quoi (?:ca|cela) tient\\b|\\b(?:me demande|wonder) (?:bien |bien )?(?:qui|who) (?:a |on earth "
        ")?(?:invent\\w*|thought|eu l'idee)\\b",
        -5},
    Cue{"\\bwhat happens (?:in|at|on) .* stays\\b", -5},
    Cue{"\\bwhat an? (?:\\w+ "
        ")?(?:night|day|week|session|chat|ride|journey|evening|morning|year|team|group|story|talk|speaker|"
        "show|result)\\b",
        -3},
    Cue{"^(?:who (?:said|says)|qui (?:a dit|dit)) (?:that |que |qu')?(?:\\S+ "
        "){1,5}?(?:is|are|was|can't|isn't|est|sont|etaient|etait|peut pas|c'est)\\b",
        -5},
    Cue{"^(?:which|what|how|where|when|who) (?:\\S+ ){1,6}?(?:matters|depends|says|decides|determines) "
        "(?:more|less|a lot|much|on|than|everything|nothing|little)\\b",
        -3.5},
    Cue{"^(?:are we there yet|is it (?:over|lunch|time|monday|friday) yet|where has .* gone)\\b", -4},
    Cue{"^did (?:my|the|our|all) "
        "(?:homework|readings?|laundry|quiz|best|part|bit|dishes|tasks?|exam|first|own|\\w+ing)\\b",
        -3.5},
    Cue{"^comment (?:vous|te|lui) (?:dire|remercier)\\b|^combien de fois (?:je|j'|on|il faut|faudra)", -4.5},
};

}  // namespace

std::span<const Cue> turn_cues() {
  return cues;
}

}  // namespace language
