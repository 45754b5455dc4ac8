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
    // Harassment: put down, told to go.
    Cue{"\\b(?:you are|you're|ur|you|your) (?:all |just |really |literally |actually )*(?:so|too|that|such|"
        "fucking|the most|a complete|an absolute|completely|totally) (?:fucking |bloody |damn |incredibly )*"
        "(?:stupid|dumb|ugly|fat|useless|pathetic|worthless|disgusting|thick|retarded|repulsive|idiotic)\\b",
        4.4, harm},
    Cue{"\\b(?:t'es|tu es|t es|vous etes|etes) (?:tous |toutes |juste )*(?:si|trop|tellement|vraiment|"
        "completement|tres) (?:bete|nulle?|stupide|moche|laide?|grosse?|debile|inutile|pathetique|idiote?|"
        "conne?|cretine?|minable)s?\\b",
        4.4, harm},
    // Grief.
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
    // What only names a danger.
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
