// The same dangers in the frames that people put them in, whatever the words between: "if i … better", "break
// his legs", "go back to …". Chat spellings come written out.
#include "language/safety_cues.hpp"

#include <array>

#include "language/reading.hpp"

namespace language {
namespace {

constexpr int calm = static_cast<int>(Danger::none);
constexpr int self = static_cast<int>(Danger::self_harm);
constexpr int harm = static_cast<int>(Danger::harassment);
constexpr int loss = static_cast<int>(Danger::grief);
constexpr int threat = static_cast<int>(Danger::threat);

#define NO                                                                                                  \
  "(?:don't|do not|can't|cannot|no|not|what's the|what is the|isn't any|there's no|is there (?:any|a|even " \
  "a))"
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
#define SOMEBODY                   \
  "(?:he|she|they|some ?one|some " \
  "?body|who|guys?|man|ex|people|classmates?|colleagues?|members?|participants?|mates?)"
#define PRIVATE \
  "(?:\\w+ )?(?:address|phone|number|photos?|pictures?|pics|nudes|real name|messages|dms|videos?)"

constexpr std::array cues = {
    Cue{"\\b" NO
        " (?:\\w+ ){0,3}?(?:point|use|reason|sense) (?:of|in|to|for) (?:\\w+ )?(?:waking|wake|getting "
        "up|living|live|life|being here|being alive|going on|carrying on|go on|existing)\\b",
        5, self},
    Cue{"\\b(?:can't|cannot|can not|don't want to|tired of) (?:do|face|handle|take|cope with|bear|stand) "
        "(?:life|living|another day|being alive|this life|any of it)\\b",
        5, self},
    Cue{"\\bwish (?:\\S+ ){0,3}?(?:never been born|not been born|wasn't born|be dead|not exist|stop existing|"
        "never existed)\\b",
        5.5, self},
    Cue{"\\bif i (?:wasn't|weren't|was not|were not|disappeared|died|was|were|vanished|jumped|didn't exist)"
        "(?: \\S+){0,6}? (?:easier|better|happier|relieved|care|notice|cry|miss me)\\b",
        5, self},
    Cue{"\\b(?:easier|better|happier|relieved|best)(?: \\S+){0,4}? if i (?:wasn't|weren't|disappeared|died|"
        "was (?:gone|dead)|were (?:gone|dead)|didn't "
        "exist)\\b|\\b(?:mieux|tranquilles?|heureu\\w+|soulages?) "
        "sans moi\\b",
        5, self},
    Cue{"\\b(?:bought|got|have|saved|saving|hoard\\w*|stash\\w*|counted|counting) (?:up )?(?:the|enough|all "
        "the|"
        "a|my) (?:\\w+ )?(?:pills|sleeping tablets|rope|razor blades?)\\b",
        4.4, self},
    Cue{"\\b(?:dark|suicidal|darkest) thoughts?\\b|\\bthoughts of (?:suicide|death|dying|ending)\\b", 4.4,
        self},
    Cue{"\\bit(?:'?s| is) (?:all )?over for me\\b|\\bi'm (?:so )?done with (?:life|living|this "
        "life)\\b|\\b(?:giv\\w+|"
        "gave) up on (?:life|living)\\b|\\bnothing (?:left )?to live for\\b|\\blife is (?:not "
        "worth|meaningless|"
        "pointless|unbearable)\\b",
        4.6, self},
    Cue{"\\b(?:don't|do not|not) (?:want|plan|intend|wish|expect|sure|think)(?: \\S+){0,3}? (?:be|stay) "
        "(?:still )?(?:around|alive|here any ?more|here (?:tomorrow|next|by|for)|on this "
        "(?:earth|planet))\\b",
        4.6, self},
    Cue{"\\b(?:que |qu'il |qu')?tout (?:s'arrete|finisse|soit fini|cesse)\\b", 4.4, self},
    Cue{"\\b(?:sauter|sauterai|saute|jeter|balancer) (?:du|d'un|par la|dans le|sous (?:le|un)) (?:pont|toit|"
        "balcon|fenetre|vide|metro|train|immeuble|falaise)\\b|\\b(?:tirer une balle|ouvrir les veines|avaler "
        "(?:toute )?(?:la|une) boite)\\b",
        5, self},
    Cue{"\\b(?:ma vie|la vie|vivre) (?:ne |n')?(?:sert|rime|a) (?:plus |vraiment )?(?:a rien|aucun sens|plus "
        "de "
        "sens)\\b|\\bma vie (?:est|ne vaut) (?:finie|foutue|plus rien|rien)\\b",
        4.2, self},
    Cue{"\\b(?:want|need|going|about|ready|planning|tempted) to (?:just )?(?:end it|end my|jump off|hang "
        "myself|"
        "slit|od\\b|overdose)",
        5, self},
    // Harassment.
    Cue{"\\bfollow(?:s|ed|ing)? me (?:home|around|everywhere|to|after|from)\\b|\\bshow(?:s|ed|ing)? up at my "
        "(?:house|home|work|door|place|flat|school)\\b|\\b(?:waits?|waiting|stands?|standing|sits?|sitting) "
        "(?:for me "
        ")?outside my\\b",
        4.6, harm},
    Cue{"\\b" SOMEBODY " (?:\\S+ ){0,4}?(?:post|posts|posted|posting|share|shares|shared|sharing|leak\\w*|"
        "publish\\w*|spread\\w*|threaten\\w* to \\w+) my " PRIVATE "\\b",
        4.6, harm},
    Cue{"\\bgo(?:ing)? back (?:home )?to "
        "(?:africa|china|mexico|india|asia|pakistan|syria|russia|poland|turkey|"
        "(?:your|ur) (?:own |shitty |fucking )?(?:country|village|jungle|cave|hole))\\b",
        4.8, harm},
    Cue{"\\byou people (?:make me|are (?:all|the|dis|vermin)|should|disgust|don't belong)\\b|\\bdon't belong "
        "here,? you\\b",
        3, harm},
    Cue{"\\b(?:fake|false) (?:account|profile|page)s?(?: \\S+){0,6}? (?:my|me|her|his)\\b|\\bimpersonat\\w+ "
        "(?:me|us|"
        "her|him)\\b|\\bpretend\\w* to be me\\b|\\bfaux (?:compte|profil)(?: \\S+){0,4}? "
        "(?:mon|ma|mes|moi)\\b",
        4.4, harm},
    Cue{"\\bsexual (?:stuff|things|comments?|messages?|remarks?|pictures?|photos?|favou?rs|advances|jokes?|"
        "requests?)\\b|\\bsexually\\b",
        4.2, harm},
    Cue{"\\b(?:i'm|i am|i feel|makes? me|so|really|too|am) (?:\\w+ )?(?:scared|afraid|terrified|frightened) "
        "(?:of (?:him|her|them|this|that|one|a)|to (?:come|go|log|join|open|post|leave|be))\\b",
        3, harm},
    Cue{"\\b(?:messag\\w+|dm\\w*|text\\w*|call\\w*|e?mail\\w*|writ\\w+|send\\w*) me(?: \\S+){0,6}? "
        "(?:naked|nudes?|"
        "himself|herself|dick|sex|creepy|at night|all night|every (?:night|hour)|non "
        "?stop|constantly|despite)\\b",
        3.6, harm},
    Cue{"\\b(?:nobody|no one|none of us) (?:likes|wants|needs) (?:you|u|your kind)\\b", 4.2, harm},
    Cue{"\\b(?:you|u|ur|you're|your|they're|you are) (?:are |all |so |such |just |fucking |nothing but |a "
        ")*(?:trash|garbage|scum|pathetic|worthless|vermin|subhuman|parasites?|filth|waste of "
        "(?:space|air|oxygen))"
        "\\b",
        4.2, harm},
    Cue{"\\b(?:hate|kill all|deport all|ban all) (?:you |all |those |these |fucking |the |filthy "
        ")*(?:jews|muslims|"
        "gays|blacks|immigrants|foreigners|trannies|arabs|refugees)\\b",
        4.8, harm},
    Cue{"\\b(?:mock\\w*|imitat\\w+|laugh\\w* (?:at|about)|jok\\w+ about|comment\\w* on|insult\\w*|making fun "
        "of|make fun "
        "of) (?:my|me)\\b(?: "
        "(?:accent|body|weight|skin|hijab|name|disability|stutter|religion|english|hair|looks))?",
        2.6, harm},
    Cue{"\\b(?:my|mon|ma) "
        "(?:accent|body|weight|skin|hijab|disability|stutter|religion|corps|poids|peau|voile|"
        "handicap|origine)\\b",
        1.6, harm},
    Cue{"\\b(?:me|m') ?(?:suit|suivent|attend|attendent|guette|guettent|espionne|traque|traquent)\\b(?: "
        "\\S+){0,3}? "
        "(?:chez moi|partout|maison|sortie|dehors|en bas)\\b",
        4.4, harm},
    Cue{"\\b(?:il|elle|ils|quelqu'un|on|qui) (?:\\S+ "
        "){0,3}?(?:publie\\w*|poste\\w*|partage\\w*|diffuse\\w*|envoye\\w*) "
        "(?:mon|ma|mes) (?:\\w+ )?(?:adresse|photos?|numero|messages|nudes|videos?)\\b",
        4.4, harm},
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
    // Threats.
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
        "ton |sa )?(?:ecole|bureau|batiment|baraque|maison|campus|voiture|salle|lycee|college|fac)\\b",
        5, threat},
    // What only sounds like it.
    Cue{"\\bkill(?:ed|ing|s)? (?:it|time)\\b|\\bkill (?:two|for)\\b|\\b(?:it|that|this|he|she) slays?\\b", -5,
        calm},
    Cue{"\\bmorte?s? de "
        "(?:rire|fatigue|faim|froid|peur|honte|chaud|soif|stress|trouille|sommeil|jalousie)\\b",
        -6, calm},
    Cue{"\\bburn (?:the|this|that) (?:cd|dvd|disc|calories|candle)\\b", -5, calm},
};
#undef NO
#undef KIN
#undef PROCHE
#undef PART
#undef SOMEBODY
#undef PRIVATE

}  // namespace

std::span<const Cue> wide_safety_cues() {
  return cues;
}

}  // namespace language
