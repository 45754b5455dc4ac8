// The same dangers by the situations that people tell of, without any of the words for them.
#include <array>

#include "language/reading.hpp"
#include "language/safety_cues.hpp"

namespace language {
namespace {

constexpr int calm = static_cast<int>(Danger::none);
constexpr int self = static_cast<int>(Danger::self_harm);
constexpr int harm = static_cast<int>(Danger::harassment);
constexpr int loss = static_cast<int>(Danger::grief);
constexpr int threat = static_cast<int>(Danger::threat);

#define KIN                                                                                              \
  "(?:mother|mum|mom|father|dad|husband|wife|partner|son|daughter|child|baby|brother|sister|twin|"       \
  "grandmother|grandfather|gran|uncle|aunt|cousin|friend|colleague|coworker|neighbour|neighbor|teacher|" \
  "tutor|student|pupil|learner|classmate|mate|mentor)"

constexpr std::array cues = {
    // Self-harm.
    Cue{"\\bif (?:i didn't have|it (?:wasn't|weren't|was not) for|not for) (?:my|the) (?:\\S+ "
        "){1,4}?(?:i'd|i would|i wouldn't) (?:\\S+ )?(?:not )?(?:be (?:here|alive|dead|gone|around)|have "
        "(?:ended|done it|killed))\\b",
        5, self},
    Cue{"\\b(?:hurt less|be easier|be better|be nicer|prefer|rather|preferer\\w*|prefere|aimerais mieux) "
        "(?:to |just |d')?(?:be|being|etre) (?:dead|gone|morte?)\\b",
        5, self},
    Cue{"\\b(?:my|mon) own (?:funeral|death|grave)\\b|\\b(?:mon propre|ma propre|mes propres) "
        "(?:enterrement|mort|funerailles|obseques|tombe)\\b|\\b(?:wrote|written|writing|made) my "
        "will\\b|\\bsaid (?:all )?my goodbyes\\b.*\\b(?:will|letters?|pills|ready)\\b",
        4.4, self},
    Cue{"\\b(?:survived|after|since|another|second|first|previous|past|my last|had an?|made an?) (?:\\w+ "
        ")?attempt (?:last|on my life|in|two|three|a (?:week|month|year)|and|again|when|at (?:suicide|my "
        "life))\\b|\\b(?:fait|apres|depuis|survecu a) (?:une|ma|deux|sa|plusieurs) (?:\\w+ "
        ")?(?:tentatives? (?:de|l'|il y|la|et|en|[.?])|ts\\b)",
        4.4, self},
    Cue{"\\b(?:doctor|therapist|psych\\w*|counsell?or|gp|nurse|psy|medecin) (?:\\w+ ){0,3}?i have a "
        "plan\\b|\\bhave a plan (?:and (?:the|a) (?:pills|means|date|rope)|to (?:die|end|do it|jump))\\b",
        5, self},
    Cue{"\\b(?:swallowed|took|taken|ingested|avale|pris|bu) (?:\\S+ ){1,6}?(?:on "
        "purpose|deliberately|expres|volontairement|pour en finir)\\b",
        5, self},
    Cue{"\\b(?:with|tied|bought|holding|found|avec|achete|noue) (?:a |the |an? old |une |la "
        ")(?:rope|noose|corde)\\b",
        4.4, self},
    Cue{"\\b(?:plus|pas) (?:de |le |aucun )?(?:gout|envie) (?:a|de) rien\\b|\\ba quoi bon "
        "(?:continuer|vivre|rester|tout ca)\\b",
        4.4, self},
    Cue{"\\b(?:soulagee?s?|mieux|tranquilles?|heureu\\w+) (?:\\S+ ){0,2}?(?:si je|que je|quand je) "
        "(?:pars?|parte|partais|meurs?|meure|mourais|disparais\\w*|serai plus|suis plus)\\b",
        4.8, self},
    Cue{"\\b(?:se|s'est|s'etait) (?:scarifie|mutile|taillade|ouvert les veines|coupe les "
        "veines|pend|pendu)\\w*\\b|\\bse fait (?:du )?mal\\b",
        5, self},
    // Harassment.
    Cue{"\\b(?:won't|wont|doesn't|never|keeps?) (?:quit |stop "
        ")?(?:liking|messaging|texting|following|commenting|calling|writing|pestering|bothering)\\b(?: "
        "\\S+){0,3} (?:and|my|me|every)\\b",
        3, harm},
    Cue{"\\bquit (?:\\w+ and )?(?:messaging|texting|calling|following|writing|pestering)\\b|\\bfound my "
        "(?:insta\\w*|facebook|address|number|profile|account|house|workplace)\\b",
        2.4, harm},
    Cue{"\\b(?:was|been|being|got|getting|am|are|were) called (?:an? |the )?(?:\\w+ "
        ")?(?:terrorist|slurs?|names|monkey|retard\\w*|fat|ugly|stupid|idiot|slut|whore|bitch|freak|dirty "
        "\\w+|illegal)\\b|\\b(?:me suis fait|m'a|m'ont|suis) (?:traitee?|appelee?) (?:de )?(?:\\w+ "
        ")?(?:terroriste|singe|grosse?|pute|sale|debile|salope)\\b",
        4.8, harm},
    Cue{"\\b(?:unless|until|if) i (?:\\w+ )?(?:go out|sleep|have sex|date|meet|go home|go to bed) with "
        "(?:him|her|them)\\b|\\b(?:si je (?:ne )?(?:couche|sors) pas avec)\\b",
        5, harm},
    Cue{"\\b(?:sending|sends|spreading|posting|posts|spewing|envoie|poste) (?:\\w+ "
        ")?(?:hate|hateful|haine|insultes)\\b",
        4.4, harm},
    Cue{"\\b(?:his|her|their) hands? (?:on|up|down|under|between) (?:my|me)\\b|\\b(?:sa|ses|la) mains? "
        "(?:sur|sous|dans|entre) (?:ma|mes|mon) "
        "(?:cuisses?|jambes?|genou|fesses?|dos|jupe|epaule|hanche|pull)\\b",
        4.8, harm},
    Cue{"\\bpersonne (?:ne )?(?:veut|a besoin) de (?:toi|vous)\\b|\\bcasse[- ]toi\\b|\\bdegage\\b", 3, harm},
    Cue{"\\bpersonne (?:ne )?(?:veut|a besoin) de (?:toi|vous)\\b|\\btu es a moi\\b|\\byou(?:'re| are) "
        "mine\\b|\\b(?:messages?|sms|dms?) (?:tres |vraiment |super "
        ")?(?:bizarres?|louches?|flippants?|malsains?|creepy)\\b",
        2.6, harm},
    Cue{"\\b(?:m'envoie|m'ecrit|m'envoient|m'ecrivent) (?:\\S+ "
        "){0,3}?(?:bizarres?|louches?|malsains?|flippants?|la nuit|sans arret|sans cesse)\\b",
        2.4, harm},
    Cue{"\\b(?:remarques?|commentaires?|blagues?|reflexions?|comments?|remarks?|jokes?) (?:\\S+ "
        ")?(?:sur|about|on) (?:mon|ma|mes|my) "
        "(?:corps|poids|physique|seins|fesses|peau|origines?|voile|accent|religion|body|weight|breasts|skin|"
        "hijab|looks|disability)\\b",
        4.8, harm},
    Cue{"\\b(?:les|des) (?:gros|grosses|arabes|noirs|juifs|femmes|vieux|handicapes|pedes) (?:comme "
        "(?:toi|vous|elle) )?(?:\\w+ )?(?:devraient|doivent|n'ont qu'a|ont "
        "rien)\\b|\\b(?:fat|gay|black|disabled|old) people like you\\b",
        4.6, harm},
    // Grief.
    Cue{"(?:^|[.?,;:] ?|\\b(?:at|after|for|from|to|before|and) "
        ")(?:mum|mom|dad|nan|gran|grandma|grandpa|daddy|mummy|grandad|papa|mama)'s "
        "(?:funeral|burial|wake|memorial|cremation|ashes)\\b|\\b(?:enterrement|obseques|funerailles|"
        "cremation|cendres) de (?:papa|maman|mamie|papi|mamy|papy)\\b",
        5, loss},
    Cue{"\\b(?:my|our|my best|his|her) (?:\\w+ )?" KIN
        "s?(?: [a-z]+)? (?:passed|died|was killed|got killed|drowned)(?: [.?]|,| "
        "(?:yesterday|today|last|this|on|in|suddenly|away|at))",
        4.8, loss},
    Cue{"\\b(?:bury|buried|burying|cremate\\w*|enterrer|enterre|inhumer) (?:my|our|mon|ma|notre) (?:\\w+ "
        ")?(?:" KIN "|twin|jumeau|jumelle|fils|fille|bebe|frere|soeur|mari|femme|ami|amie|pere|mere)\\b",
        4.8, loss},
    Cue{"\\b(?:switched off|turned off|pulled|unplugged) (?:the |his |her )?(?:machines?|life "
        "support|ventilator|plug)\\b|\\b(?:he's|she's|he is|she is) gone(?: "
        "[.?]|,)|\\b(?:debranche|debrancher) (?:mon|ma|le respirateur|les machines)\\b",
        4.4, loss},
    Cue{"\\b(?:my|our) (?:\\w+ )?(?:dog|cat|puppy|kitten|horse|rabbit) (?:\\w+ )?(?:got|was|been) (?:run "
        "over|hit by|put down|put to sleep|attacked)\\b",
        4.6, loss},
    Cue{"\\b(?:emportee?|terrassee?|fauchee?|vaincue?) par (?:le|la|un|une|l') ?(?:\\w+ "
        ")?(?:cancer|covid|maladie|crise|avc|leucemie|tumeur|voiture|infarctus)\\b|\\b(?:il|elle|mon \\w+|ma "
        "\\w+|papa|maman) s'est eteinte?\\b",
        5, loss},
    // Threats.
    Cue{"\\bnever (?:walk|talk|breathe|see|speak|eat|smile) again\\b|\\bmake sure (?:you|he|she) never\\b",
        4.4, threat},
    Cue{"\\b(?:or|sinon|until \\w+ or|before) (?:i|we|je|on) (?:will |'ll |gonna "
        ")?(?:publish|post|leak|release|share|send|publie|balance|diffuse|envoie) "
        "(?:the|your|those|these|tes|ces|les|vos|all)(?: \\w+)? "
        "(?:pictures?|photos?|pics|nudes|videos?|screenshots|messages|secrets?)\\b",
        5, threat},
    Cue{"\\bje (?:te|vous) jure\\b.* (?:je (?:te|vous|t'|vous) "
        "?(?:attends?|retrouve|choppe|chope|aurai|fais)|tu vas)\\b|\\bje (?:t'|te |vous )attends? (?:\\S+ "
        ")?(?:a la sortie|dehors|au parking|en bas)(?: [.?]|,|$)",
        4.6, threat},
    Cue{"\\b(?:venir|vient|viendrai?|viens|came|come|coming|show up|entrer) (?:\\w+ )?(?:arme[es]?|armed)\\b",
        4.8, threat},
    Cue{"\\b(?:quelqu'un|on|faudrait|il faut|je vais|va) (?:devrait|devrais|lui|te|leur|que quelqu'un)? "
        "?(?:lui |te |leur |vous )?(?:mettre|colle|coller|met|tirer|loger) une "
        "(?:balle|droite|raclee|beigne)\\b",
        4.8, threat},
    // What only sounds like it.
    Cue{"\\b(?:my|our|mes|mon) "
        "(?:kids|students|wife|husband|sons?|daughters?|pupils|enfants|eleves|fils|fille) (?:\\w+ "
        ")?(?:laugh|mock|tease|make fun|rient|rigolent|se "
        "moquent)\\w*\\b.*(?:😄|😂|🤣|😅|😁|😊|lol|haha|mdr)",
        -3, calm},
};
#undef KIN

}  // namespace

std::span<const Cue> situation_safety_cues() {
  return cues;
}

}  // namespace language
