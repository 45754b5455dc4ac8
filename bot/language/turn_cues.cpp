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
    // Telling.
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
