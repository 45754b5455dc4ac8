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

#define NO                                                                                                  \
  "(?:don't|do not|can't|cannot|no|not|what's the|what is the|isn't any|there's no|is there (?:any|a|even " \
  "a))"
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
    Cue{"\\b(?:no way out|unalive|leave this (?:world|earth|life)|quitter ce monde|(?:me|m') "
        "?(?:supprimer|flinguer|foutre "
        "en l'air)|mettre fin a (?:tout|mes)|rien (?:ne )?me retient|scars on my (?:arms?|wrists?|legs?))\\b",
        4.6, self},
    Cue{"\\b(?:wish|hope|hoping) (?:a|some|the) (?:car|bus|train|truck|plane) (?:would|will|could)? ?(?:just "
        ")?(?:hit|run|kill|"
        "crash)\\b|\\bhit by a (?:car|bus|train) (?:would|sounds)\\b",
        4.8, self},
    Cue{"\\b(?:is|was|be|are) my last (?:night|day|post|message|words)(?: (?:alive|on earth|ever|here|on "
        "this).*)?$",
        4.2, self},
    Cue{"\\b(?:cut|cutting|hurt|hurting|purged?|starved?|burned?) (?:myself )?(?:again|last "
        "night)\\b|\\brelapsed\\b",
        2.4, self},
    Cue{"\\bi (?:just |really |so |fucking )*(?:hate|loathe|despise) (?:myself|being me|being alive|my "
        "existence)\\b|\\bje me "
        "(?:deteste|hais|degoute)\\b",
        3, self},
    Cue{"\\b(?:worthless|hopeless|empty inside|alone in this|nobody loves me|no one loves me|crying every "
        "(?:day|night)|can't stop "
        "crying|desespere\\w*|bonne a rien|bon a rien|plus la force|a bout de forces?)\\b",
        1.6, self},
    // Harassment.
    Cue{"\\b(?:nudes?|dick ?pics?|son sexe|sa bite|his dick|his penis|mains? aux "
        "fesses|attouchements?|peloter?|tripote\\w*|"
        "grop\\w+|molest\\w*|rap(?:ed|ist)|viole[es]?|violeur)\\b",
        4.6, harm},
    Cue{"\\b(?:grab\\w*|touch\\w*|kiss\\w*|slapp\\w*|pinch\\w*|strok\\w*) (?:me|my "
        "(?:butt|ass|bum|breasts?|boobs?|chest|thighs?|leg|"
        "waist|hair|crotch))\\b",
        3.4, harm},
    Cue{"\\bmy (?:butt|ass|breasts?|boobs?|thighs?|crotch)\\b", 1.4, harm},
    Cue{"\\b(?:spread\\w*|tell\\w*|mak\\w+ up|post\\w*) (?:\\w+ )?(?:rumou?rs|lies|gossip) (?:about|on) "
        "(?:me|us|her|him)\\b|\\brumeurs "
        "(?:sur|a propos de) (?:moi|elle|lui)\\b",
        4.6, harm},
    Cue{"\\b(?:insult\\w*|humiliat\\w*|degrad\\w*|intimidat\\w*|threaten\\w*|abus(?:es|ed|ing)|harass\\w*|"
        "bull(?:y|ies|ied|ying)|stalk\\w*|"
        "troll\\w*|target\\w*|doxx?\\w*) (?:me|us)\\b",
        4.6, harm},
    Cue{"\\b(?:being|getting|got|been|i'm|was) (?:\\w+ "
        ")?(?:insulted|humiliated|intimidated|threatened|abused|harassed|bullied|stalked|"
        "assaulted|groped|doxx?ed|outed)\\b",
        4.6, harm},
    Cue{"\\b(?:m'|me |nous )(?:a |ont "
        ")?(?:insult|humili|harcel|menac|rabaiss|agress|touch|intimid|traqu|denigr)\\w*\\b",
        4.6, harm},
    Cue{"\\b(?:creep|pervert|predator|stalker|pedo\\w*|pervers|predateur|harceleur)s?\\b", 3.2, harm},
    Cue{"\\b(?:called|calls|calling|call) (?:me|us|her|him) (?:an? |the )?(?:\\w+ "
        "){0,2}?(?:slurs?|names|n-word|bitch|slut|whore|stupid|"
        "idiot|fat|ugly|monkey|terrorist|retard\\w*)\\b|\\bcalling me slurs\\b",
        4.6, harm},
    Cue{"\\b(?:allez|va|vas) (?:tous )?(?:crever|mourir|vous faire|te faire|te pendre)\\b", 4.8, harm},
    Cue{"\\b(?:tous|toutes|vraiment|que|qu'|bande) (?:des |d'|de |une |un "
        ")?(?:debiles?|idiotes?|cons|connes?|connards?|nuls|merdes?|"
        "ordures?|dechets?|abrutis?|cretins?|salopes?)\\b",
        3.8, harm},
    Cue{"\\b(?:nobody|no one) (?:here )?(?:likes|wants|needs|cares about) (?:you|your)\\b", 4.4, harm},
    Cue{"\\b(?:makes?|made|making) (?:me|us) (?:feel )?(?:so |very |really "
        ")?(?:unsafe|uncomfortable|small|worthless|like (?:trash|"
        "dirt|shit))\\b",
        3, harm},
    Cue{"\\b(?:asks?|asked|asking|begs?|begged|wants?|forced?|pressur\\w+) (?:me )?(?:for |to send )(?:\\w+ "
        ")?(?:nudes|sex|naked|"
        "pictures of me)\\b",
        2, harm},
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
    // What only sounds like it.
    Cue{"\\bkill(?:ed|ing|s)? (?:it|time)\\b|\\bkill (?:two|for)\\b|\\b(?:it|that|this|he|she) slays?\\b", -5,
        calm},
    Cue{"\\bmorte?s? de "
        "(?:rire|fatigue|faim|froid|peur|honte|chaud|soif|stress|trouille|sommeil|jalousie)\\b",
        -6, calm},
    Cue{"\\bburn (?:the|this|that) (?:cd|dvd|disc|calories|candle)\\b", -5, calm},
};
#undef NO
#undef SOMEBODY
#undef PRIVATE

}  // namespace

std::span<const Cue> wide_safety_cues() {
  return cues;
}

}  // namespace language
