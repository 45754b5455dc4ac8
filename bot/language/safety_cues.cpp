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

// People and animals one mourns; "my laptop died" mourns nothing.
#define KIN                                                                                           \
  "(?:mom|mum|mother|mama|dad|father|papa|parents?|husband|wife|spouse|partner|boyfriend|girlfriend|" \
  "fiancee?|son|"                                                                                     \
  "daughter|child|kid|baby|brother|sister|sibling|twin|grand "                                        \
  "?(?:mother|father|ma|pa|dad|mum|mom|parents?|son|daughter)|"                                       \
  "nana?|granny|gran|uncle|aunt|auntie|cousin|niece|nephew|friend|best "                              \
  "friend|colleague|coworker|neighbou?r|teacher|"                                                     \
  "student|in-laws?|step\\w+|dog|cat|puppy|pet)"
#define PROCHE                                                                                              \
  "(?:mere|maman|pere|papa|parents?|mari|femme|epou(?:x|se)|conjointe?|compagn(?:on|e)|copine?|fils|fille|" \
  "enfant|bebe|"                                                                                            \
  "frere|soeur|jum(?:eau|elle)|grand[- "                                                                    \
  "]?(?:mere|pere|maman|papa)|mamie|papi|papy|meme|oncle|tante|tonton|cousine?|"                            \
  "niece|neveu|amie?|meilleure? amie?|collegue|voisine?|prof|eleve|beau[- ]pere|belle[- "                   \
  "]mere|chien(?:ne)?|chat(?:te)?)"

constexpr std::array cues = {
    // Self-harm.
    Cue{"\\b(?:kill|killing|hang|hanging|drown|shoot|hurt|hurting|harm|harming|cut|cutting|starve) (?:my "
        "?self|themsel(?:f|ves)|himself|herself)\\b",
        6, self},
    Cue{"\\bsuicid(?:e|al|aire|er|aires)\\b", 5, self},
    Cue{"\\b(?:want|wanna|wanted|going|gonna|ready|trying|plan|planning|wish i could|rather|deserve|hope i) "
        "(?:to )?(?:die|be dead|disappear forever|not exist|kms)\\b",
        6, self},
    Cue{"\\bkms\\b", 5, self},
    Cue{"\\bwish (?:i|i'd) (?:was|were|wasn't|weren't|had never been|had been) (?:dead|never "
        "born|born|gone|alive|here)\\b",
        6, self},
    Cue{"\\b(?:don't|dont|do not|didn't|no longer) (?:want to|wanna) (?:be here anymore|be here any more|be "
        "alive|live|exist|wake up|go on living)\\b",
        6, self},
    Cue{"\\b(?:end|ending|take|taking) (?:my|my own|their|her|his) (?:own )?life\\b|\\bending it "
        "all\\b|\\bend it all\\b",
        6, self},
    Cue{"\\b(?:just )?want (?:it|this|everything) (?:all )?to (?:end|be over|stop)\\b", 3, self},
    Cue{"\\bnot the course, everything\\b", 1.5, self},
    Cue{"\\b(?:better off without me|better off if i|better off dead|world without me|nobody would (?:even "
        ")?(?:miss|notice if i (?:died|was gone|disappeared))|no ?one would (?:even )?(?:miss me|care if "
        "i|notice if i (?:died|was gone|disappeared)))\\b",
        6, self},
    Cue{"\\b(?:no (?:reason|point)|nothing left|no will|not worth|isn't worth|what's the point|whats the "
        "point|point of|reason|tired|sick) (?:to |of |in )?(?:be )?(?:living|live|life|going on)\\b",
        5, self},
    Cue{"\\blife (?:isn't|is not|isnt|not) worth\\b|\\bcan't go on (?:living|like this)\\b|\\bcan not go on "
        "(?:living|like this)\\b",
        5, self},
    Cue{"\\b(?:never|not) wake up\\b|\\bfall asleep (?:forever|and never)\\b", 5, self},
    Cue{"\\bself[- ]?harm(?:ing|ed|s)?\\b", 5, self},
    Cue{"\\b(?:been|started|started to|i'm|keep) cutting (?:again|myself|my "
        "(?:arms?|wrists?|legs?))\\b|\\bcut my wrists?\\b|\\bslit my\\b",
        6, self},
    Cue{"\\b(?:took|take|taken|swallowed|swallow) (?:all )?(?:the|my|too many|a lot of) (?:\\w+ "
        ")?pills\\b|\\boverdos(?:e|ed|ing)\\b",
        5, self},
    Cue{"\\b(?:you )?won't see me again\\b|\\bgoodbye (?:everyone|world|forever)\\b", 2.5, self},
    Cue{"\\bi can't (?:do this|take it|take this|go on|live|cope) any ?more\\b", 2, self},
    Cue{"\\b(?:hate my life|hopeless|nothing matters|worthless|no one to talk to|nobody to talk to)\\b", 1.5,
        self},
    Cue{"\\b(?:veux|voudrais|envie de|pense a|penser a|vais|preferais|prefererais|aimerais) (?:juste "
        ")?(?:mourir|crever|disparaitre pour toujours|me tuer|m'?en aller pour toujours|etre morte?)\\b",
        6, self},
    Cue{"\\b(?:me|se|m'|s') ?(?:tuer|suicider|pendre|taillader|scarifier|foutre en l'air)\\b", 5.5, self},
    Cue{"\\b(?:ne )?(?:veux|voulais|veut) (?:plus|pas) (?:continuer a )?vivre\\b|\\b(?:plus|pas) (?:du tout "
        ")?envie de vivre\\b|\\b(?:marre|assez|peux plus|fatiguee?|lasse?) de (?:la )?vi(?:vre|e)\\b",
        6, self},
    Cue{"\\b(?:veux|vais|voudrais|envie d') ?(?:juste )?(?:en )?en? ?finir\\b", 4.5, self},
    Cue{"\\b(?:mettre fin a|finir|en finir avec) (?:mes jours|ma vie|la vie|ses jours|sa vie)\\b", 6, self},
    Cue{"\\bserai(?:t|ent) (?:bien )?mieux sans moi\\b|\\bpersonne ne (?:remarquerait|me regretterait|s'en "
        "rendrait compte)\\b|\\bje manquerai(?:s)? a personne\\b",
        5.5, self},
    Cue{"\\b(?:me|se) (?:fais|fait|faire|suis fait) (?:du "
        ")?mal\\b|\\b(?:recommence|commence|continue|m'arrete pas) a me "
        "(?:couper|blesser|scarifier)\\b|\\bje me (?:coupe|scarifie|mutile)\\b|\\bautomutil",
        5.5, self},
    Cue{"\\b(?:a quoi (?:bon|ca sert de)|aucune raison de|plus de raison de|pas la peine de) (?:continuer a "
        ")?vivre\\b|\\bla vie (?:ne )?vaut (?:pas|plus)\\b",
        5.5, self},
    Cue{"\\bidees? (?:noires?|suicidaires?)\\b|\\bpensees? (?:noires?|suicidaires?)\\b", 5, self},
    Cue{"\\b(?:ne )?(?:plus|jamais) (?:me )?(?:reveiller|se reveiller)\\b", 5, self},
    Cue{"\\b(?:avale|pris|prendre) (?:tous |toute |plein de )?(?:mes|les|de|la boite de) "
        "(?:cachets|medicaments|comprimes|medocs)\\b",
        4.5, self},
    // Harassment.
    Cue{"\\b(?:harass(?:ing|ed|es|ment)?|bull(?:y|ied|ying|ies)|stalk(?:ing|ed|er|s)?|grop(?:ed|ing)|molest(?"
        ":ed|ing)|assault(?:ed|ing)|rap(?:ed|ist)|blackmail(?:ed|ing|s)?|doxx?(?:ed|ing)|catfish(?:ed|ing))"
        "\\b",
        2.4, harm},
    Cue{"\\b(?:i'm|i am|i was|i've been|im|i "
        "got|been|being|getting|is|are|was|keeps|keep|someone|somebody|he|she|they|participant|colleague|guy|"
        "man|woman|person)\\b(?: \\S+){0,6}? "
        "(?:harass(?:ing|ed)|bull(?:ied|ying)|stalk(?:ing|ed)|grop(?:ed|ing)|molest(?:ed|ing)|assaulted|"
        "raped|blackmail(?:ed|ing)|dox+(?:ed|ing))\\b",
        2.4, harm},
    Cue{"\\b(?:go )?kill (?:yourself|urself|yourselves|ur self)\\b|\\bkys\\b", 6, harm},
    Cue{"\\b(?:fuck|screw) (?:you|u|off)\\b", 4.5, harm},
    Cue{"\\b(?:you|ur|you're|youre|u|such a|stupid|dumb|fat|ugly|fucking|filthy|dirty|little) (?:are |r "
        ")?(?:a |an |such a )?(?:fucking |stupid |dumb |fat |ugly |filthy |worthless |disgusting |little "
        "|complete )*(?:bitch|cunt|whore|slut|cow|pig|retard|moron|idiot|loser|trash|garbage|scum|piece of "
        "shit|faggot|dyke|tranny|nigger|paki|chink|pathetic|worthless|disgusting)\\b",
        4.5, harm},
    Cue{"\\b(?:nigger|faggot|paki|chink|spic|kike|tranny|cunt|whore|slut)s?\\b", 4, harm},
    Cue{"\\bgo back (?:to (?:your|ur) (?:own )?country|where you c[ao]me from)\\b|\\bnobody wants you "
        "(?:here)?\\b",
        5, harm},
    Cue{"\\b(?:keeps?|won't stop|wont stop|never stops|stop) "
        "(?:sending|messaging|texting|calling|writing|following|touching|insulting|mocking|contacting|asking)"
        "\\b(?: \\S+){0,5}? ?(?:me|disgusting|scares|creepy|afraid|nudes)\\b",
        3, harm},
    Cue{"\\b(?:disgusting|creepy|racist|sexist|homophobic|transphobic|sexual|obscene|abusive|hateful|"
        "explicit|degrading|antisemitic|islamophobic|inappropriate) "
        "(?:messages?|comments?|dms?|remarks?|photos?|pictures?|jokes|slurs?|emails?|texts|things)\\b",
        3.6, harm},
    Cue{"\\b(?:unwanted|unsolicited|private|nude|naked) "
        "(?:nudes|photos?|pics?|pictures?|advances|messages)\\b|\\b(?:sent|sends|sending) (?:me )?(?:\\w+ "
        ")?nudes\\b|\\bdick pics?\\b",
        3.8, harm},
    Cue{"\\b(?:scares|scared|frighten\\w*|afraid of|terrified of|unsafe|humiliat\\w+|threatened by)\\b", 1.6,
        harm},
    Cue{"\\b(?:called me|calling me|calls me) (?:a |an |the )?(?:\\w+ "
        ")?(?:slur|n-word|names|bitch|slut|whore|stupid|retard\\w*|fat|monkey|idiot|faggot|terrorist)\\b|"
        "\\bslurs?\\b",
        4.2, harm},
    Cue{"\\b(?:mak(?:e|es|ing)|made) fun of (?:me|my|his|her)\\b|\\b(?:mock|mocks|mocking|mocked|laugh "
        "at|laughing at|humiliat\\w+|insult\\w*) (?:me|my)\\b|\\bi feel (?:so )?humiliated\\b",
        4.2, harm},
    Cue{"\\b(?:touched|touching|grabbed|kissed|followed) me\\b", 3, harm},
    Cue{"\\b(?:touched|touches|touching|grabbed|stroked|squeezed) my "
        "(?:knee|leg|thigh|waist|hips?|chest|breasts?|bum|butt|"
        "bottom|hair|neck)s?\\b|\\bm'a (?:touche|caresse|pelote|mis la main sur)(?:e?) (?:la |le |les "
        ")?(?:cuisses?|genou|"
        "fesses|seins?|jambes?|hanches?|cou)\\b",
        4.2, harm},
    Cue{"\\bi said no\\b|\\bwithout my consent\\b", 2, harm},
    Cue{"\\b(?:don't|dont|do not|didn't|no longer) feel safe\\b", 4.5, harm},
    Cue{"\\b(?:posted|shared|leaked|sharing|posting) my (?:private |personal "
        ")?(?:photos?|pictures?|address|phone number|nudes|number)\\b",
        4.2, harm},
    Cue{"\\bshut (?:the fuck )?up,? (?:you )?(?:stupid|dumb|fat|bitch|idiot|loser|cow|moron)\\b", 4.5, harm},
    Cue{"\\bharc(?:ele|elee|eler|elent|element|eleur)s?\\b", 2.4, harm},
    Cue{"\\b(?:me (?:fais|fait|suis fait|sens)|victime de|il|elle|on|quelqu'un|subis|m') ?(?:\\S+ "
        "){0,3}?harc(?:ele|elee|eler|element)\\b",
        2.6, harm},
    Cue{"\\b(?:messages?|propos|commentaires?|photos?|remarques?|blagues?|insultes?) "
        "(?:degoutants?|degoutantes?|racistes?|sexistes?|homophobes?|transphobes?|obscenes?|sexuel(?:le)?s?|"
        "deplaces?|deplacees?|haineux|antisemites?|intimes?)\\b",
        4.2, harm},
    Cue{"\\bphotos? de (?:lui|elle|son sexe)(?: \\w+)? ?(?:nue?)?\\b|\\bnudes?\\b", 3.6, harm},
    Cue{"\\b(?:m'|nous |l')(?:insulte|insultent|a insulte[es]?|ont insulte[es]?|humilie|humilient|a "
        "touchee?|a agressee?|agresse|suit partout|a traitee? de)\\b",
        4.2, harm},
    Cue{"\\b(?:ferme|fermez|ta|vos|vot) (?:ta |vos )?gueules?\\b|\\bta gueule\\b", 4, harm},
    Cue{"\\b(?:va te faire|allez vous faire|va crever|creve|nique|niquer|fdp|ntm|fils de "
        "pute|enculee?s?|connard|connasse|salope|pute|batard|pd|tapette|negro|bougnoule|youpin)\\b",
        4.4, harm},
    Cue{"\\b(?:sale|espece d[e'] ?|grosse?|pauvre) "
        "?(?:conne?|idiote?|merde|noire?|arabe|juif|juive|pute|vache|nulle?|debile|cretine?)\\b",
        4.2, harm},
    Cue{"\\b(?:t'es|tu es|t es|vous etes) (?:qu'|qu |une |un |vraiment |rien qu')*(?:une |un "
        ")?(?:merde|minable|pathetique|ordure|dechet|conne?|debile|grosse|pute|moins que rien)\\b",
        4.4, harm},
    Cue{"\\b(?:retourne|rentre|retournez|rentrez) (?:dans (?:ton|votre)|chez (?:toi|vous)) ?(?:pays)?\\b",
        4.6, harm},
    Cue{"\\b(?:n'arrete pas|arrete pas|continue|cesse pas) de (?:m'|me )(?:\\w+)\\b", 2.6, harm},
    Cue{"\\b(?:me fait peur|j'ai peur de (?:lui|elle)|ca me fait peur|me suit)\\b", 2, harm},
    Cue{"\\b(?:se moque|se moquent|moquent|moque|rient|rit) de (?:moi|mon|ma|mes)\\b|\\bje me sens "
        "(?:humiliee?|sale|rabaissee?)\\b",
        4.2, harm},
    Cue{"\\b(?:pas|plus) en securite\\b", 4.4, harm},
    // Grief.
    Cue{"\\b(?:my|our|his|her|their) (?:\\w+ ){0,2}?" KIN
        " (?:\\w+ ){0,2}?(?:died|has died|is dead|passed (?:away|on)|was killed|was murdered|is dying|took "
        "(?:his|her) (?:own )?life|didn't make it|is gone|passed)\\b",
        5.5, loss},
    Cue{"\\b(?:lost|losing|buried|burying|mourning|grieving|miss|cremated) (?:my|our|a) (?:\\w+ ){0,2}?" KIN
        "\\b",
        4.6, loss},
    Cue{"\\b(?:death|passing|loss|funeral|burial|wake|memorial) (?:of|in|for) (?:my|our|the) (?:\\w+ "
        ")?(?:family|" KIN ")\\b",
        5, loss},
    Cue{"\\bdeath in (?:my|the|our) family\\b|\\bfamily (?:death|bereavement)\\b|\\bbereave(?:d|ment)\\b", 5,
        loss},
    Cue{"\\b(?:attend(?:ing)?|at|go(?:ing)? to|her|his|my \\w+'s|organi[sz]ing|have|after) (?:a |the |my "
        "\\w+(?:'s)? )?(?:funeral|burial|wake)\\b",
        4.6, loss},
    Cue{"\\b(?:miscarriage|miscarried|stillborn|stillbirth)\\b", 5, loss},
    Cue{"\\b(?:grieving|in mourning|still grieving|mourn(?:ing)? my)\\b", 4.2, loss},
    Cue{"\\bpassed away\\b", 3.6, loss},
    Cue{"\\b(?:ma|mon|mes|notre|sa|son) (?:\\w+ ){0,2}?" PROCHE
        " (?:\\S+ ){0,3}?(?:est (?:decedee?|morte?|partie? (?:hier|cette nuit|trop tot))|vient de "
        "(?:mourir|deceder|nous quitter)|s'est (?:eteinte?|suicidee?|donne la mort)|nous a(?:vait)? "
        "quittee?s?|a ete tuee?|va mourir|est en fin de vie|meurt)\\b",
        5.5, loss},
    Cue{"\\b(?:perdu|perdre|enterre|enterrons|enterrer|enterrait|incinere|pleure) (?:ma|mon|mes|notre|nos) "
        "(?:\\w+ )?" PROCHE "\\b",
        4.8, loss},
    Cue{"\\b(?:en deuil|deuil|fausse[- ]couche|mort[- ]nee?)\\b", 4.6, loss},
    Cue{"\\b(?:aux?|des|les|a des|pour les|aller aux?|de l'|a l'|l') "
        "?(?:funerailles|obseques|enterrement)\\b",
        4.4, loss},
    Cue{"\\bdeces d(?:e|ans|'|u)\\b|\\best decedee?\\b|\\bnous a quittee?s?\\b", 4.4, loss},
    // Threats.
    Cue{"\\b(?:i'll|i will|i'm going to|im going to|gonna|i am going to|going to|want to|i swear i'll|i'd) "
        "(?:fucking |really )?(?:kill|murder|stab|shoot|strangle|destroy|rape|beat|hurt|hunt|find and "
        "hurt|end|punch|smash) (?:you|u|him|her|them|ya|everyone|everybody|all of you|somebody|someone)\\b",
        5.5, threat},
    Cue{"\\bfind you and\\b", 4.5, threat},
    Cue{"\\b(?:i|we) know where (?:you|u) (?:live|work|sleep|are)\\b|\\bi know your address\\b", 5.5, threat},
    Cue{"\\bwatch (?:your|ur) back\\b(?: (?:after|when|tonight|tomorrow|from)| [.?]|$)", 5, threat},
    Cue{"\\b(?:bring|bringing|brings|have|got|get|with) (?:a |my |the "
        ")?(?:gun|knife|weapon|rifle|bomb|machete)\\b",
        4.6, threat},
    Cue{"\\b(?:shoot up|blow up|burn down|bomb) (?:the|this|your|our|that) (?:\\w+ "
        ")?(?:school|place|office|campus|building|class|classroom|house|church|mosque|synagogue|hospital|"
        "college|meetup|venue)\\b",
        5.5, threat},
    Cue{"\\bburn your (?:house|place|car)\\b", 5.5, threat},
    Cue{"\\bmake (?:you|u|him|her|them) (?:all )?pay for\\b|\\byou(?:'re| are|ll|'ll)? (?:going to |gonna "
        ")?(?:all )?(?:be )?dead (?:when|if|meat|to me when|soon)\\b|\\byou(?:'ll| will) (?:be sorry|regret "
        "this)\\b",
        4.6, threat},
    Cue{"\\b(?:threaten(?:ed|s|ing)) (?:to "
        "(?:kill|beat|hurt|hit|find|rape|expose|stab|shoot)|me|us|her|him|my)\\b|\\bdeath threats?\\b",
        5.2, threat},
    Cue{"\\bi(?:'m| am)? getting threats\\b|\\bthreats? (?:in my|against me|from)\\b|\\bthreatening "
        "(?:me|messages?|dms?)\\b",
        4.4, threat},
    Cue{"\\b(?:je vais|on va|j'vais|je veux|je viendrai) (?:te|vous|le|la|les|tous vous|l') "
        "?(?:tuer|buter|crever|egorger|planter|frapper|defoncer|massacrer|violer|retrouver|fumer|eclater|"
        "demolir)\\b",
        5.5, threat},
    Cue{"\\bje (?:sais|connais) (?:ou (?:tu|vous) (?:habites?|habitez|vis|travailles?)|ton adresse|votre "
        "adresse)\\b",
        5.5, threat},
    Cue{"\\b(?:te|vous|lui) (?:casser|peter|eclater) (?:la gueule|les dents|la figure|les jambes)\\b", 5.5,
        threat},
    Cue{"\\bje (?:te|vous) retrouverai\\b|\\btu (?:vas|va) (?:le )?(?:regretter|payer)(?: cher)?\\b", 2.6,
        threat},
    Cue{"\\bje (?:te|vous) (?:retrouverai|ferai (?:payer|regretter)|tuerai|creverai|buterai)\\b", 3, threat},
    Cue{"\\b(?:avec|apporter|amener|prendre|ai|apporte|ramene) (?:une|un|mon|ma) "
        "(?:arme|flingue|fusil|couteau|bombe|machette)\\b",
        4.6, threat},
    Cue{"\\b(?:bombe|fusillade|attentat) (?:dans|a|au|chez) (?:l'|la |le |votre |notre "
        ")?(?:ecole|college|lycee|batiment|bureau|campus|classe|salle|universite|cegep)\\b|\\bfaire sauter "
        "(?:l'|la |le )(?:ecole|college|batiment|campus|lycee)\\b",
        5, threat},
    Cue{"\\bmenac(?:e|ee|es|ees|ent|er) (?:de (?:mort|me|m'|la|mourir|nous|le|viol))|\\b(?:m'a|me|nous "
        "a|m'ont|l'a) menace[es]?\\b",
        4.6, threat},
    Cue{"\\b(?:recu|recois|recoit|recevoir) (?:des|une|de nouvelles) menaces?\\b|\\bmenaces? de mort\\b", 5,
        threat},
    Cue{"\\bfais gaffe a toi\\b|\\b(?:t'es|tu es) morte?(?: |$)(?:si|quand|demain)\\b", 5, threat},
    // What only sounds like it.
    Cue{"\\b(?:lol|lmao|haha\\w*|mdr|ptdr|jk|just kidding|je rigole|rofl)\\b|😂|🤣|😉|😅", -1.2,
        calm},
    Cue{"\\b(?:podcast|article|book|livre|film|movie|research|thesis|"
        "speaker|talks? about|speaks about|parle du|parle "
        "de|resources?|ressources|prevention|awareness|policy|policies|semaine de|week "
        "of|anti-\\w+|counsell?ing|hotline|in schools|discussed|we read|studied|training "
        "on|formation sur)\\b",
        -0.9, calm},
    Cue{"\\b(?:prevention|awareness|anti-bullying|sensibilisation|policy|counsell?ing|harassment (?:at "
        "work|module|training)|harcelement au travail|threat model|security threats?|our module on|ce module "
        "parle|we discussed it|grief counselling)\\b",
        -2.6, calm},
    Cue{"\\b(?:en finir avec (?:ce|cette|le|les|la|ces|mon|ma)) "
        "(?:devoir|module|quiz|exercice|cours|semaine|projet|portfolio|paperasse|dossier)\\b",
        -4, calm},
    Cue{"\\b(?:stop harassing me with|moodle|reminders?|notifications?|emails?|spam)\\b", -2, calm},
    Cue{"\\b(?:regretter|regret) (?:ce|cette|missing|pas)\\b|\\bvas pas le regretter\\b", -2, calm},
    Cue{"\\bd'un calin\\b|\\btableau noir\\b|\\bdu (?:tableau|cours magistral)\\b", -4, calm},
    Cue{"\\b(?:lost my (?:mind|temper)|lost (?:my )?(?:password|link|connection|notes|keys))\\b", -2, calm},
};
#undef KIN
#undef PROCHE

}  // namespace

std::span<const Cue> safety_cues() {
  return cues;
}

}  // namespace language
