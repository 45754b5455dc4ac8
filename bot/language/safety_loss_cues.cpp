// Grief and threats in the frames that people put them in, whatever the words between: "my … died", "break
// his …".
#include "language/safety_cues.hpp"

#include <array>

#include "language/reading.hpp"

namespace language {
namespace {

constexpr int loss = static_cast<int>(Danger::grief);
constexpr int threat = static_cast<int>(Danger::threat);

#define KIN                                                                                                  \
  "(?:mom|mum|mother|mama|dad|father|papa|husband|wife|partner|boyfriend|girlfriend|son|daughter|child|kid|" \
  "baby|brother|sister|twin|grand ?(?:mother|father|ma|pa|dad|mum|mom)|nana?|granny|gran|uncle|aunt|auntie|" \
  "cousin|niece|nephew|friend|colleague|coworker|neighbou?r|teacher|student|learner|pupil|classmate|mate|"   \
  "mentor|dog|cat|puppy|pet)"
#define PROCHE                                                                                             \
  "(?:mere|maman|pere|papa|mari|femme|epou(?:x|se)|compagn(?:on|e)|copine?|fils|fille|enfant|bebe|frere|"  \
  "soeur|grand[- ]?(?:mere|pere)|mamie|papi|papy|oncle|tante|cousine?|amie?|collegue|voisine?|prof|eleve|" \
  "chien(?:ne)?|chat(?:te)?)"
#define PART "(?:legs?|arms?|neck|face|teeth|nose|throat|head|jaw|skull|bones?|fingers|hands|knees|house|car)"

constexpr std::array cues = {
    // Grief.
    Cue{"\\bput (?:my|our|the) (?:\\w+ )?(?:dog|cat|horse|pet|puppy|kitten|rabbit|boy|girl)(?: \\w+)? (?:to "
        "sleep|down)\\b",
        4.6, loss},
    Cue{"\\b(?:my|our|a|one of (?:my|our)|his|her|their) (?:\\w+ ){0,2}?" KIN
        "s? (?:\\S+ ){0,4}?(?:was killed|were killed|got killed|killed (?:in|by|himself|herself|at)|was "
        "murdered|"
        "died|passed away|is dead|was shot|drowned|committed suicide|was hit by)\\b",
        4.8, loss},
    Cue{"\\b(?:weeks|days|months|hours) (?:left )?to live\\b|\\b(?:semaines|jours|mois|heures) a vivre\\b", 5,
        loss},
    Cue{"\\b(?:my|our|his|her|their) (?:\\w+ )?" KIN
        " (?:is|was|'s|has been) (?:\\w+ )?(?:dying|terminal\\w*|in (?:a )?(?:hospice|coma)|on life "
        "support|not going to "
        "make it|brain dead)\\b",
        4.8, loss},
    Cue{"\\b(?:il|elle|mon|ma|notre|un|une) (?:\\w+ ){0,2}?" PROCHE
        " (?:\\S+ ){0,4}?(?:(?:est|a ete) (?:morte?|decedee?|tuee?|assassinee?)|s'est "
        "(?:tuee?|pendue?|noyee?))\\b",
        4.8, loss},
    Cue{"\\b(?:rip|rest in peace|repose en paix) (?:to )?(?:my |mon |ma "
        ")?(?:dad|mum|mom|grand\\w*|papa|maman|brother|sister|friend|uncle|aunt)\\b",
        4.4, loss},
    Cue{"\\b(?:passed on peacefully|lost (?:his|her|their) (?:battle|fight)|s'est eteinte?|nous "
        "a quittee?s?|widow(?:ed|er)?|"
        "bereaved|orphan(?:ed)?)\\b",
        1.2, loss},
    Cue{"\\b(?:he|she|they|it all) (?:just )?(?:died|passed) (?:yesterday|this morning|last "
        "(?:night|week|month)|today|on \\w+day|in my "
        "arms|suddenly)\\b",
        4.4, loss},
    Cue{"\\b(?:obseques|funerailles|enterrement de (?:ma|mon|notre)|mort[- ]nee?|stillborn|miscarr\\w+)\\b",
        2, loss},
    // Threats.
    Cue{"\\b(?:would|will|wants? to|going to|gonna|threat\\w+ to|plans? to|'ll|'d|i'll|he'll|he'd|she'd) "
        "(?:\\w+ )?(?:stab|strangle|shoot|"
        "rape|murder|kill|beat up|attack|hurt) (?:the|our|my|his|her|a|that|some|one of the) (?:\\w+ "
        ")?(?:teacher|prof\\w*|"
        "facilitator|boss|class\\w*|students?|wife|husband|girlfriend|boyfriend|kids?|family|mother|"
        "colleagues?|group|tutor|host)\\b",
        5, threat},
    Cue{"\\b(?:sleep with one eye open|your days are numbered|you won't (?:live|make it|see)|you're "
        "next|watch yourself|coming for you|"
        "come for you|know your (?:kids|family|address))\\b",
        4.6, threat},
    Cue{"\\bor else(?:$| [.?])|\\byou(?:'d| had)? better (?:not|stop|leave|watch|run|hide|shut)\\b", 2.3,
        threat},
    Cue{"\\bknow where (?:\\w+ "
        "){0,2}?(?:live|lives|work|works|sleep|sleeps|park)\\b.*\\b(?:kids|family|children|watch|careful|"
        "visit)\\b|"
        "\\b(?:sais|sait|savons) ou (?:\\S+ )?(?:habite\\w*|vi[st]|dor\\w+|travaille\\w*)\\b",
        4.6, threat},
    Cue{"\\b(?:gun|knife|rifle|bomb|machete|weapon|firearm|couteau|flingue|arme|fusil) "
        "(?:to|into|at|in|a|au|dans) (?:school|class|campus|"
        "work|the|l'|la|le|our|cours)",
        4.6, threat},
    Cue{"\\b(?:va|vais|vas|allons|vont) (?:te|vous|le|la|les|lui) (?:\\w+ "
        ")?(?:tuer|buter|crever|planter|saigner|frapper|defoncer|niquer|"
        "cogner|demonter|casser|peter|cramer|bruler|egorger)\\b",
        4.8, threat},
    Cue{"\\b(?:i'll|i will|i'm going to|gonna) (?:hurt|harm|ruin|end|destroy) (?:you|u|your "
        "(?:life|family|career))\\b",
        4.6, threat},
    Cue{"\\b(?:break|smash|cut|slit|punch|kick|burn|bash|crush|snap|rip|kick|stab|bust) (?:off |in "
        ")?(?:your|ur|his|her|"
        "their) (?:\\w+ )?" PART "\\b",
        4.8, threat},
    Cue{"\\b(?:burn|blow|tear|shoot|smash|torch) (?:the|this|that|your|his|her|their|up the) (?:\\w+ "
        "){0,2}?(?:place|house|"
        "school|building|office|campus|car|room) ?(?:down|up|to (?:the ground|pieces))?\\b",
        4.2, threat},
    Cue{"\\b(?:i'll|i will|gonna|going to|we'll|i swear|want to) (?:\\S+ ){0,3}?(?:burn|torch|bomb|blow up) "
        "(?:the|this|"
        "that|your|it|everything|you)\\b",
        2, threat},
    Cue{"\\b(?:next time|when|if|once|wait (?:till|until)|the day) (?:i|we) (?:see|find|catch|get|meet) "
        "(?:you|u|him|her|"
        "them)(?: \\S+){0,4}? (?:dead|kill|hurt|beat|regret|sorry|pay|punch|bleed|finished)\\b",
        5, threat},
    Cue{"\\b(?:you're|you are|ur|u are|he's|she's) (?:so |all |fucking )*dead(?: meat)?(?:$| [.!,])", 4.4,
        threat},
    Cue{"\\b(?:i|we)(?:'ll| will|'m gonna|'m going to) (?:find|hunt|track|get) (?:you|u|him|her)(?:$| down| "
        "and| one day| "
        "wherever| [.!,])",
        4.4, threat},
    Cue{"\\b(?:shoot|stab|gun down|massacre|murder|slaughter|poison) (?:everyone|everybody|all of "
        "(?:you|them)|you all|the "
        "(?:whole )?(?:class|school|group|team)|people)\\b",
        5, threat},
    Cue{"\\b(?:t'es|tu es|il est|elle est|vous etes) morte?s?(?:$| si| quand| demain| [.!,])", 3, threat},
    Cue{"\\b(?:casser|peter|eclater|exploser|refaire|peterai|casserai) (?:la|les|ta|tes|sa|ses) "
        "(?:gueule|dents|jambes|"
        "bras|tete|figure|machoire|nez|genoux)\\b",
        5, threat},
    Cue{"\\b(?:mettre le feu|foutre le feu|cramer|faire (?:sauter|peter|exploser)) (?:a |dans )?(?:l'|la |le "
        "|cette |ce |ta |"
        "ton |sa |votre "
        ")?(?:ecole|bureau|batiment|baraque|maison|campus|voiture|bagnole|caisse|appart|salle|lycee|college|"
        "fac)\\b",
        5, threat},
};
#undef KIN
#undef PROCHE
#undef PART

}  // namespace

std::span<const Cue> loss_and_threat_cues() {
  return cues;
}

}  // namespace language
