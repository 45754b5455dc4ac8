// The same dangers as people tell of them: what somebody else said, farewells, pills by the box, the dead
// without "my"; and subjects of a course that only name a danger.
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

#define STOP "(?: [.?]|,|;|$)"
// Those whom one names without "my".
#define FAMILY                                                                                        \
  "(?:mom|mum|mummy|mama|ma|dad|daddy|papa|gran|granny|grandma|grandpa|grandad|nana|nan|grandmother|" \
  "grandfather)"
#define FAMILLE "(?:maman|papa|mamie|papi|papy|meme|pepe|mami|tata|tonton|mamy)"
#define PROCHES                                                                                     \
  "(?:amie?s?|copine?s?|copains|collegues?|eleves?|etudiante?s?|apprenante?s?|stagiaires?|profs?|"  \
  "professeure?s?|voisine?s?|camarades?|enfants?|fils|filles?|freres?|soeurs?|proches|patiente?s?|" \
  "formateurs?|formatrices?|parents?|cousine?s?|chiens?|chats?)"
#define DRUGS                                                                                         \
  "(?:pills|tablets|meds|medication|painkillers|antidepressants|sleeping \\w+|paracetamol|ibuprofen|" \
  "tylenol|xanax|benzos)"
#define REMEDES                                                                                        \
  "(?:cachets|medicaments|comprimes|medocs|somniferes|antidepresseurs|anxiolytiques|calmants|pilules|" \
  "gelules|doliprane|paracetamol|xanax)"

constexpr std::array cues = {
    // Self-harm: somebody else's wish, told by who is worried.
    Cue{"\\b(?:wants|wanted|wishes|wished|plans|planned|intends|threatens|threatened|tried|tries) to "
        "(?:just )?(?:die|be dead|kill (?:him|her|them)sel\\w+|hang (?:him|her|them)sel\\w+|disappear "
        "forever|"
        "not (?:exist|wake up|be alive)|end (?:it|it all|everything)" STOP ")",
        5, self},
    Cue{"\\b(?:talk(?:s|ed|ing)|speaks|spoke|speaking|thinks|thinking|thought|wrote|writes|joked|jokes) "
        "(?:about|of) (?:wanting to die|dying|killing (?:him|her|them)sel\\w+|not wanting to "
        "(?:live|be alive|be here)|ending (?:it|it all|everything|things))\\b",
        5, self},
    Cue{"\\b(?:veut|voulait|voudrait|veulent|voulaient|a envie de|avait envie de|parle de|parlait de|pense a|"
        "pensait a|menace de|menacait de|a essaye de|a tente de) (?:juste |vraiment )?(?:mourir|crever|"
        "en finir|se (?:tuer|suicider|pendre|faire du mal|jeter|foutre en l'air)|disparaitre pour)\\b",
        5, self},
    Cue{"\\b(?:veut|voulait|voudrait|voulaient|envie de) (?:plus|pas) (?:vivre|exister|etre la|se "
        "reveiller)\\b",
        5, self},
    // A farewell, and strength that is gone.
    Cue{"\\b(?:i |i just |i really )(?:can't|cannot|can not) (?:go on|carry on|keep "
        "(?:going|living|fighting))"
        "(?: like this| any ?more| any longer)?" STOP,
        2.6, self},
    Cue{"\\b(?:goodbye|farewell|bye)(?: \\w+){0,2} (?:everyone|everybody|all|forever|world|friends)\\b.*"
        "\\b(?:can't|cannot|can not) (?:go on|carry on|do this|take (?:it|this)|keep)\\b",
        3, self},
    Cue{"\\b(?:adieu|au revoir) (?:a tous|a toutes|tout le monde|les amis|le monde|mes amis)\\b.*\\b(?:plus "
        "la "
        "force|peux plus|tiens plus|pardon|pardonnez)",
        4.6, self},
    Cue{"\\b(?:tired|sick|done|fed up|finished|had enough) (?:of|with) (?:this|my|my whole) life" STOP, 4.4,
        self},
    Cue{"\\b(?:marre|assez|peux plus|fatiguee?|lasse?|degoutee?) de (?:cette (?:\\w+ )?vie|ma (?:\\w+ "
        ")?vie)\\b",
        4.6, self},
    Cue{"\\b(?:veux|voudrais|faut|faudrait) (?:juste |vraiment )?que (?:ca|cela|tout|la douleur|la "
        "souffrance) (?:s'arrete|cesse|finisse|se termine)\\b",
        3, self},
    Cue{"\\b(?:took|taken|swallow\\w*|downed|taking|take) (?:\\w+ "
        "){0,3}?(?:packs?|packets?|box|boxes|bottles?|"
        "strips?|handfuls?|lot|loads|dozens?|too many) (?:of )?(?:\\w+ ){0,3}?" DRUGS "\\b",
        5, self},
    Cue{"\\b(?:avale|avaler|pris|prendre|bu|vide|ingere|gobe) (?:\\w+ ){0,3}?(?:boites?|plaquettes?|flacons?|"
        "tubes?|tonne|poignee|trop|plein|tous|toutes) (?:de |d'|mes |les |des |ses )*(?:\\w+ )?" REMEDES
        "\\b",
        5, self},
    Cue{"\\bcut(?:ting)? again\\b|\\brelapsed (?:and|again|last)\\b", 2.2, self},
    Cue{"\\bmy last (?:night|day|post|message|words)(?: (?:alive|on earth|ever|here))?" STOP, 4.2, self},
    Cue{"\\b(?:won't|will not) be (?:here|around|alive) (?:much longer|any ?more|for long)\\b", 4.4, self},
    // How it would be done, and where.
    Cue{"\\bhow many (?:pills|tablets|painkillers)\\b|\\b(?:painless|easiest|quickest) way (?:to "
        "(?:die|go)|out)\\b|\\b(?:lethal|fatal) dose\\b|\\bways to die\\b|\\bcombien de "
        "(?:cachets|comprimes|medicaments) (?:pour|il faut|faut)|\\bdose mortelle\\b|\\bmourir sans "
        "(?:souffrir|douleur)\\b",
        4.6, self},
    Cue{"\\bon (?:the|a) (?:ledge|railing|parapet|train tracks|tracks)\\b|\\bsur (?:le rebord|le parapet|le "
        "garde-corps|les rails)\\b|\\bau bord du (?:vide|precipice)\\b",
        4.2, self},
    Cue{"\\bon (?:the|a) (?:roof|bridge)\\b|\\bsur (?:le|un) toit\\b|\\bje vais (?:sauter|me jeter)" STOP "",
        2.8, self},
    Cue{"\\b(?:drank|drink|drinking|drunk|swallowed|bu|avale|boire) (?:\\S+ "
        "){0,2}?(?:bleach|antifreeze|poison|drain cleaner|javel|detergent)\\b",
        5, self},
    Cue{"\\b(?:my|the|mes|les|la|ma) (?:blades?|razors?|lames?) (?:\\S+ ){0,3}?(?:again|in my hand|dans la "
        "main|a la main|sous la main)\\b|\\b(?:ressorti|repris|sorti) (?:les|mes|ma|la) lames?\\b",
        4.4, self},
    // Life has nothing left to offer, death has.
    Cue{"\\b(?:disappointed|sad|angry|sorry|hate|gutted|upset|regret|wish) (?:\\S+ ){0,3}?(?:woke up|wake "
        "up|waking up|still alive|i survived)\\b|\\b(?:regrette|decue?|deteste|hais) (?:\\S+ "
        "){0,3}?(?:reveillee?|reveiller|en vie|vivante?|nee?)\\b",
        4.6, self},
    Cue{"\\bnothing left (?:for me|in me|to live|to hold on)\\b|\\brien (?:ne )?n'a (?:plus )?de "
        "sens\\b|\\brien (?:ne )?m'attend\\b|\\btoo tired to (?:exist|live|be alive|go on)\\b",
        4.4, self},
    Cue{"\\b(?:death|dying|being dead|la mort|mourir) (?:\\S+ ){0,2}?(?:sounds?|seems?|feels?|looks?|would "
        "be|serait|semble|parait) (?:\\S+ "
        "){0,2}?(?:peaceful|nice|good|better|easier|easy|relief|appealing|tempting|comforting|kinder|douce?|"
        "paisible|mieux|delivrance|facile|simple)\\b",
        4.6, self},
    // Fear for somebody.
    Cue{"\\b(?:do|does|did|doing|try|tries) (?:something|anything|harm) (?:\\w+ )?to "
        "(?:him|her|them|my)sel\\w+\\b|\\bque? ?(?:'il|'elle|ils|elles|il|elle)? (?:\\S+ )?(?:se "
        "(?:tue|suicide|pende|fasse du mal|jette|supprime)|passe a l'acte|fasse une (?:\\w+ "
        ")?(?:betise|connerie))\\b",
        5, self},
    // Harassment: put down, told to go.
    Cue{"\\b(?:you are|you're|ur|you|your) (?:all |just |really |literally |actually )*(?:so|too|that|such|"
        "fucking|the most|a complete|an absolute|completely|totally) (?:fucking |bloody |damn |incredibly )*"
        "(?:stupid|dumb|ugly|fat|useless|pathetic|worthless|disgusting|thick|retarded|repulsive|idiotic)\\b",
        4.4, harm},
    Cue{"\\b(?:t'es|tu es|t es|vous etes|etes) (?:tous |toutes |juste )*(?:si|trop|tellement|vraiment|"
        "completement|tres) (?:bete|nulle?|stupide|moche|laide?|grosse?|debile|inutile|pathetique|idiote?|"
        "conne?|cretine?|minable)s?\\b",
        4.4, harm},
    Cue{"\\b(?:ask\\w*|want\\w*|demand\\w*|beg\\w*|request\\w*) (?:me )?(?:for |to send )?(?:\\w+ "
        "){0,2}?(?:pics?|pictures?|photos?|videos?|selfies?) (?:of|in) (?:my "
        "(?:feet|body|legs|chest|skin)|me (?:in|naked|without)|(?:\\w+ "
        ")?(?:bikini|underwear|lingerie))\\b|\\b(?:demande|reclame|veut|exige)\\w* (?:\\S+ "
        "){0,2}?(?:photos?|videos?|selfies?) (?:de (?:mon corps|mes (?:pieds|seins|fesses|jambes))|en "
        "(?:maillot|sous-vetements?|petite tenue|bikini|lingerie)|nue?s?|denudee?s?)\\b",
        4.6, harm},
    Cue{"\\b(?:women|girls|gays|lesbians|muslims|jews|blacks|immigrants|foreigners|asians|your kind) (?:\\w+ "
        "){0,2}?(?:don't belong|aren't (?:welcome|wanted)|are not (?:welcome|wanted)|can't "
        "(?:code|teach|lead|drive|think))\\b|\\bback (?:in|to) the kitchen\\b|\\bles "
        "(?:femmes|filles|gays|musulmans|juifs|noirs|arabes|etrangers) (?:\\S+ ){0,3}?(?:rien a faire|pas "
        "leur place|a la cuisine|dehors)\\b",
        4.6, harm},
    Cue{"\\b(?:getting|get|received|got|recois|recu|receive) (?:\\S+ "
        "){0,3}?(?:calls|messages|texts|dms|appels|sms) (?:\\S+ ){0,3}?(?:at night|all night|from "
        "(?:someone|somebody|a stranger|him|this man|this guy)|de (?:lui|inconnus?|cet homme|ce type|ce "
        "mec))\\b",
        4.4, harm},
    Cue{"\\b(?:il|elle|ils|ce (?:mec|type|gars)) (?:ne )?(?:me|nous) (?:lachent?|laissent?) "
        "(?:pas|plus)\\b|\\b(?:laisse|laissez|laissent|laisser)[- ](?:moi|nous) tranquilles?\\b",
        4.4, harm},
    Cue{"\\b(?:rub|press|push|brush|lean)\\w* (?:\\w+ )?(?:up )?against me\\b|\\b(?:pin|corner|trap)\\w* me "
        "(?:against|in|to|by)\\b|\\b(?:se frottent?|s'est frottee?) (?:contre|a) moi\\b|\\bm'a coincee?\\b",
        4.4, harm},
    Cue{"\\b(?:you|tu|vous) (?:all |me |nous "
        ")?(?:disgust|sicken|repulse|degoutes|degoutez|repugnes|repugnez|fais gerber|faites gerber)\\b|\\bdo "
        "(?:us|me|everyone|the world) (?:all )?a favou?r and (?:disappear|leave|quit|die|go|shut|delete)\\b",
        4.6, harm},
    Cue{"\\bn[- ]word\\b|\\bracial slurs?\\b|\\bf[- ]slur\\b", 4.4, harm},
    // Grief.
    Cue{"\\blost (?:my|our|a|an|one of \\w+) (?:\\S+ ){1,4}?to (?:cancer|covid|suicide|leuk\\w+|an? (?:\\w+ "
        ")?(?:accident|overdose|illness|attack|stroke|tumou?r))\\b",
        5, loss},
    Cue{"\\b(?:anniversary of|anniversaire (?:de|du)) (?:\\S+ "
        "){0,4}?(?:death|passing|mort|deces|disparition)\\b|\\b(?:my|our) (?:\\S+ ){0,2}?\\S+'s "
        "(?:death|passing|funeral|burial)\\b",
        4.8, loss},
    Cue{"\\b(?:ma|mon) (?:arriere[- ])?(?:grand[- ]?(?:mere|pere|maman|papa)|mamie|papi|papy) (?:vient de "
        "partir|s'en est allee?|s'est endormie?)\\b",
        4.6, loss},
    Cue{"(?:^|[.?,;:] ?|\\b(?:and|but|that|so|because|since|when) )" FAMILY
        "(?:'s| is| has| just| has just) (?:just )?(?:gone|dead|died|passed|passed away|dying|left us|no "
        "longer with us|not with us any ?more)(?: [.?]|,|;|$| now| forever| since| yesterday| last| this "
        "morning| today| in (?:my|her|his))",
        4.8, loss},
    Cue{"(?:^|[.?,;:] ?|\\b(?:et|mais|que|car) )" FAMILLE
        " (?:est (?:morte?|decedee?|partie? (?:hier|cette nuit|ce matin|trop tot|pour toujours|rejoindre))|"
        "s'est eteinte?|nous a quittee?s?|n'est plus" STOP "|vient de (?:mourir|partir|s'eteindre))",
        4.8, loss},
    Cue{"\\b(?:un|une|l'une?|deux|trois|plusieurs|certains) (?:de|d'entre) (?:mes|nos|ses|leurs|nous|vos) "
        "(?:\\w+ )?" PROCHES " (?:\\S+ ){0,4}?(?:(?:est|sont|a ete|ont ete|vient de|viennent de) "
        "(?:morte?s?|decedee?s?|mourir|tuee?s?|assassinee?s?)|s'est (?:tuee?|suicidee?|pendue?|noyee?|donne "
        "la mort))\\b",
        4.8, loss},
    // Threats.
    Cue{"\\byou(?:'d| had)? better (?:not )?\\w+.* or else\\b", 2.4, threat},
    Cue{"\\b(?:i'll|i will|we'll) (?:be )?wait(?:ing)? for (?:you|u)\\b.*\\b(?:you'll see|car "
        "?park|parking|alley|dark|alone|regret|sorry)\\b",
        4.8, threat},
    Cue{"\\b(?:going to|gonna|will|wants to|threat\\w+ to|va|veut|menace de) (?:\\w+ )?(?:burn|torch|set "
        "fire to|bruler|cramer|incendier) (?:down )?(?:my|our|mon|ma|notre|chez) ?\\w+",
        4.8, threat},
    Cue{"\\b(?:will|going to|gonna|'ll|wants? to|threat\\w+ to|plans? to) (?:\\w+ "
        ")?(?:shoot|stab|murder|bomb|poison|gun down|attack) (?:us|everyone|everybody|all of "
        "us)\\b|\\b(?:tous|toutes|nous) (?:tous |toutes )?(?:tuer|buter|descendre|abattre|egorger|crever)\\b",
        4.8, threat},
    Cue{"\\bmake (?:you|u|him|her|your life) (?:wish you|regret|suffer|bleed|hell|miserable|a "
        "misery)\\b|\\b(?:te|vous|lui) (?:faire|ferai|fera|ferais) (?:la misere|vivre un "
        "enfer|regretter|payer|souffrir)\\b",
        4.6, threat},
    Cue{"\\b(?:si|if) (?:tu|vous|you|u) (?:\\S+ ){1,6}?(?:je|i'll|i will|on|we'll) (?:te |vous "
        "|t')?(?:demolis|demolirai|tue|tuerai|bute|buterai|creverai|frappe|defonce|egorge|plante|massacre|"
        "casse (?:la|les)|(?:kill|hurt|hit|beat|stab|smash|destroy|end) (?:you|u))\\b",
        4.8, threat},
    Cue{"\\b(?:he|she|they|il|elle|someone|quelqu'un|(?:un|ce|this) (?:mec|type|gars|guy|man|kid|student)) "
        "(?:\\w+ )?(?:has|have|had|carries|carrying|a|avait|porte|cache) (?:un|une|a|an|his|son|des) "
        "(?:couteau|flingue|arme|fusil|gun|knife|weapon|machete)\\b",
        4.6, threat},
    Cue{"\\b(?:sais|sait|savons|know|knows) (?:ou|where|which school) (?:\\S+ "
        "){0,2}?(?:ton|ta|tes|votre|vos|your|ur) "
        "(?:fils|fille|enfants?|gosses?|mere|famille|son|daughter|kids?|children|mother|family|wife|husband|"
        "mum|mom)\\b",
        4.8, threat},
    // What only names a danger.
    Cue{"\\b(?:rather|sooner|prefere|preferais|prefererais) (?:die|be dead|mourir|crever) (?:than|que) (?:de "
        "|d')?(?:use|do|read|write|watch|sit|attend|eat|wear|give|make|take|present|faire|utiliser|lire|"
        "regarder|manger|porter|remplir)\\b",
        -6, calm},
    Cue{"\\b(?:gone|away|partie?) (?:for (?:the|a|two|three|\\d+) (?:\\w+ "
        ")?(?:week|weekend|day|night|evening|afternoon|hour|month)s?|to "
        "(?:work|bed|the|a|school|see|get|buy|pick)|on "
        "(?:a|holiday|vacation|business|leave)|until|till|fishing|home|shopping|chercher|faire|en "
        "(?:vacances|voyage|deplacement)|au (?:travail|boulot|marche))\\b",
        -6, calm},
    Cue{"\\b(?:die|scream|cry|mourir|crever|hurler|pleurer) (?:if|si) (?:\\S+ ){0,7}?(?:another|one "
        "more|encore|quiz|poll|sondage|emails?|mails?|meeting|reunion|slides?|diapos?|zoom|visio|homework|"
        "devoirs?|assignment|exam\\w*|webinar|module|cours)\\b",
        -6, calm},
    Cue{"\\b(?:suicide (?:squad|girls?|prevention|awareness|door|doors|note by)|(?:career|social|political|"
        "commercial) suicide|suicide (?:social|politique|commercial))\\b",
        -5, calm},
    Cue{"\\b(?:theme|sujet|objet|topic|subject|focus|title|titre) (?:du|de la|de ce|de cette|of|for|is|est) "
        "(?:the |this |our |le |la |notre "
        ")?(?:module|week|semaine|cours|course|seance|session|chat|webinaire|"
        "webinar|unit|chapitre|chapter|formation|month|mois|jour|day)\\b",
        -2.8, calm},
    Cue{"\\b(?:phone|laptop|computer|pc|mac|printer|wifi|router|car|plant|plants|battery|telephone|portable|"
        "ordi|ordinateur|imprimante|voiture|plante|plantes|batterie|cerveau|brain|micro|mic) (?:just |really "
        ")?(?:wants?|wanted|veut|voulait|veulent|tries|tried|a envie de)\\b",
        -5, calm},
    Cue{"\\b(?:phone|laptop|computer|pc|mac|printer|wifi|router|keyboard|screen|headset|server|lms|battery|"
        "telephone|tel|"
        "portable|ordi|ordinateur|imprimante|clavier|ecran|casque|serveur|cafetiere|batterie|micro|mic) "
        "(?:\\S+ "
        "){0,2}?(?:est (?:decede|mort)e?|(?:m'a|nous a) (?:quitte|lache)e?s?|a rendu l'ame|passed away|left "
        "us)\\b",
        -5, calm},
};
#undef STOP
#undef FAMILY
#undef FAMILLE
#undef PROCHES
#undef DRUGS
#undef REMEDES

}  // namespace

std::span<const Cue> told_safety_cues() {
  return cues;
}

}  // namespace language
