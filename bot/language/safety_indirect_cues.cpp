// The same dangers from people who do not use the plain words.
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

#define THING                                                                                              \
  "(?:quiz|devoir|cours|module|examen|projet|exercice|prof|semaine|chapitre|lundi|boulot|travail|chaleur|" \
  "reveil|wifi|plateforme)"

constexpr std::array cues = {
    Cue{"\\bjust want (?:it|this|everything|the pain) (?:all )?to (?:be over|end|stop|go away)\\b", 2, self},
    Cue{"\\b(?:world|everyone|everybody|family|they|people|y'all) (?:\\S+ ){0,3}?better (?:off )?without "
        "me\\b",
        6, self},
    Cue{"\\b(?:nobody|no ?one) would (?:even )?(?:care|notice|miss me)(?: \\S+){0,3}? (?:gone|dead|died|"
        "disappeared|vanished|wasn't here)\\b",
        6, self},
    Cue{"\\b(?:ending|end) (?:things|it) (?:tonight|today|now|for good|once and for all)\\b", 5, self},
    Cue{"\\b(?:thinking (?:about|of)|thought about|considering) (?:ending (?:it|things|everything)|dying|"
        "jumping|not being here)\\b",
        5.5, self},
    Cue{"\\b(?:don't|dont|can't|do not) see (?:the|any|a) (?:point|reason|future)(?: \\S+){0,2}? "
        "(?:living|anymore|any more|going on|being alive|for me)\\b",
        4.6, self},
    Cue{"\\b(?:written|wrote|writing|left) (?:my|a|the|his|her) (?:goodbye|suicide|farewell) "
        "(?:letter|note)s?\\b",
        6, self},
    Cue{"\\b(?:too many|a (?:whole )?bottle of|all (?:of )?(?:my|the)) (?:\\w+ )?(?:pills|tablets|meds|"
        "sleeping pills|painkillers)\\b",
        5, self},
    Cue{"\\b(?:burning|hitting|starving|hurting|cutting) (?:myself|my (?:arms?|wrists?|skin))\\b", 5.5, self},
    Cue{"\\b(?:don't|dont|do not) (?:deserve|want) to (?:live|be alive|exist|wake up)\\b", 5.5, self},
    Cue{"\\b(?:wish|hope|pray) (?:i|that i) (?:don't|dont|didn't|never|could just not) wake up\\b", 6, self},
    Cue{"\\b(?:je (?:ne )?(?:suis|sers) (?:qu'un poids|a rien sur terre)|je (?:ne )?merite pas de vivre)\\b",
        5, self},
    Cue{"\\bpersonne (?:ne )?(?:me )?(?:regrettera|regretterait|remarquera|pleurera)(?:it)?\\b(?: si je)?", 5,
        self},
    Cue{"\\bsi je (?:disparais|disparaissais|mourais|n'etais plus la)\\b", 3, self},
    Cue{"\\b(?:je me|me) (?:scarifie|mutile|brule|blesse|taillade|griffe jusqu)\\w*\\b", 5, self},
    Cue{"\\b(?:plus|pas) (?:la )?(?:force|envie|gout) de (?:vivre|continuer a vivre)\\b", 5.5, self},
    Cue{"\\b(?:lettres?|mots?|message|video|sms) d'adieu\\b", 5, self},
    Cue{"\\b(?:if|when|wish) i (?:was|were|am|wasn't|weren't|'m) (?:just )?(?:dead|gone|not here|no longer "
        "here|not "
        "around|here anymore|alive)\\b",
        4.6, self},
    Cue{"\\bno (?:reason|point|use|will) (?:\\w+ "
        "){0,4}?(?:living|live|alive|exist)\\b|\\b(?:keep|continue|carry on|go on|"
        "bother) living\\b",
        4.6, self},
    Cue{"\\b(?:tired|sick|hate) (?:of )?(?:living|being alive|existing|life itself)\\b|\\brather be "
        "dead\\b|\\bhate being "
        "alive\\b",
        5, self},
    Cue{"\\bi(?:'m| am)? (?:just |only |such )*a burden (?:to|on|for)\\b|\\bje (?:ne )?suis (?:juste "
        "|qu')?un "
        "(?:fardeau|poids)\\b",
        4.4, self},
    Cue{"\\b(?:jump(?:ing)?|throw(?:ing)? myself) (?:off|from|under|in front of) (?:a|the|my|this) (?:\\w+ "
        ")?(?:bridge|roof|"
        "building|balcony|train|bus|cliff|window)\\b",
        5, self},
    Cue{"\\b(?:envie|pense|songe) (?:de|a) (?:disparaitre|sauter|me jeter|ne plus etre la)\\b|\\bme jeter "
        "(?:sous|par|du|"
        "dans)\\b|\\b(?:veux|voudrais) (?:plus|pas) etre (?:la|ici)\\b|\\bfaire une (?:grosse )?betise\\b",
        4.4, self},
    Cue{"\\b(?:plus|pas) (?:\\w+ )?(?:raison|but|interet) (?:de|a) (?:vivre|continuer|rester en vie)\\b", 4.6,
        self},
    // Harassment.
    Cue{"\\b(?:won't|wont|refuses to|doesn't|will not) (?:leave|let) (?:me|us|her) (?:alone|be|go)\\b", 4.4,
        harm},
    Cue{"\\b(?:make|made|tell|get) (?:him|her|them|this guy|this man) (?:to )?(?:stop|leave me)\\b", 3.2,
        harm},
    Cue{"\\b(?:won't|wont|doesn't|keeps?|didn't) (?:stop "
        ")?(?:messaging|texting|calling|dming|pming|following|"
        "contacting|threatening|insulting|mocking|touching) me\\b",
        4.4, harm},
    Cue{"\\b(?:racist|sexist|homophobic|transphobic|fat|rape|disgusting|nasty|vulgar) "
        "(?:jokes?|comments?|remarks?|things|stuff|messages?|memes?)\\b(?: \\S+){0,3}? (?:me|us|my|her)\\b",
        4.6, harm},
    Cue{"\\b(?:keeps? sending|sent|sends|sending) (?:me )?(?:\\w+ )?(?:creepy|gross|weird|dirty|sexual|nude|"
        "naked)\\b",
        4.4, harm},
    Cue{"\\b(?:photos?|images?|videos?) (?:\\S+ ){0,3}?(?:nue?s?|a poil|intimes?)\\b", 3.4, harm},
    Cue{"\\b(?:m'a|m'ont|il m'|elle m'|ils m'|on m')(?:\\S*) ?(?:envoy\\w+|fait) (?:\\S+ ){0,3}?"
        "(?:nue?s?|deplace\\w*|obscene\\w*|attouchement\\w*|avances)\\b",
        3.4, harm},
    Cue{"\\b(?:me|nous|la|le|les|m') ?harcel(?:e|ee|ent|ait|aient|er|era|ez|ant)s?\\b|\\bharcel\\w* "
        "(?:en|dans|par|sur) "
        "(?:mp|dm|prive|message)\\w*",
        4.4, harm},
    Cue{"\\bon (?:me|m') ?(?:insulte|humilie|menace|rabaisse|traite de)\\b", 4.4, harm},
    Cue{"\\b(?:shut up|stfu|gtfo|you|u|ur|fuckin\\w*|absolute) (?:you )?(?:\\w+ "
        ")?(?:retards?|bitch(?:es)?|cunts?|"
        "fagg?ots?|whores?)\\b",
        4.4, harm},
    Cue{"\\b(?:got|get|getting|received?|receiving|sent me|sends me|sending me) (?:\\w+ "
        ")?(?:racist|sexist|homophobic|"
        "transphobic|threatening|abusive|sexual)\\b",
        1.5, harm},
    Cue{"\\bje me sens (?:humiliee?|rabaissee?|harcelee?|en danger)\\b", 2, harm},
    Cue{"\\b(?:writing|sending|messaging|texting|telling|dming|showing) me (?:\\w+ "
        "){0,2}?(?:gross|creepy|weird|disgusting|"
        "sexual|dirty|nasty|vile|hateful)\\b",
        4.4, harm},
    Cue{"\\b(?:my|her|his) nudes?\\b|\\bnudes of (?:me|her|him)\\b|\\bthreaten\\w* to "
        "(?:post|share|leak|send|publish|out)\\b",
        4.4, harm},
    Cue{"\\b(?:call|calls|called|calling) me (?:an? "
        ")?(?:fat|ugly|stupid|dumb|worthless|disgusting|pathetic|gay|loser|pig|"
        "cow|freak)\\b",
        4.4, harm},
    Cue{"\\b(?:ganging up on|picking on|outed|deadnam\\w+|slut[- ]?sham\\w+|body[- "
        "]?sham\\w+|catcall\\w*|spat (?:at|on)) ?(?:me|us)?\\b",
        4.2, harm},
    Cue{"\\b(?:i hope you|you should|you deserve to|u deserve to|go and|just) (?:die|rot|get raped|kill your "
        "?self)\\b",
        5.5, harm},
    Cue{"\\b(?:me|m'|nous) ?(?:traite|traitent|ont traitee?s?|a traitee?s?) de\\b|\\bse fou(?:t|tent) de ma "
        "gueule\\b|"
        "\\battouchements?\\b|\\bdegage (?:sale|d'ici|de notre pays)\\b",
        4.4, harm},
    // Grief.
    Cue{"\\b(?:funeral|burial|memorial service|wake) (?:was|is|will be) (?:\\w+ "
        ")?(?:yesterday|today|tomorrow|"
        "on|this|last|next|friday|monday)\\b",
        4.4, loss},
    Cue{"\\b(?:lost|losing) (?:our|my|the) (?:baby|son|daughter|child|little (?:one|boy|girl)|unborn)\\b", 5,
        loss},
    Cue{"\\b(?:my|our) (?:\\w+ ){0,3}?(?:was|were|got|been) killed\\b", 4.6, loss},
    Cue{"\\b(?:mon|ma|mes|notre) (?:\\S+ ){0,4}?(?:est|sont) (?:decede|mort)(?:e|s|es)?\\b", 3, loss},
    Cue{"\\b(?:obseques|funerailles|enterrement|inhumation) de (?:ma|mon|mes|notre|la|l')\\b", 4.6, loss},
    Cue{"\\blost (?:him|her|them) (?:to|in|last|this|yesterday|on)\\b|\\b(?:didn't|did not) "
        "survive\\b|\\b(?:dying|died) of "
        "(?:cancer|covid|aids|a heart attack|a stroke)\\b",
        4.2, loss},
    // Threats.
    Cue{"\\b(?:someone|somebody|they|we|i) (?:should|ought to|oughta|needs? to) (?:just "
        ")?(?:shoot|kill|stab|hang|"
        "strangle|hurt|beat up|punch) (?:\\w+ "
        "){0,2}?(?:facilitator|teacher|prof\\w*|him|her|you|u|them|that|this|"
        "guy|idiot|bitch)\\b",
        4.8, threat},
    Cue{"\\b(?:beat|kick|knock) (?:the )?(?:crap|shit|hell|living daylights|teeth) (?:out of "
        ")?(?:you|u|him|her|"
        "them)\\b",
        4.8, threat},
    Cue{"\\b(?:there's|there is|i (?:put|left|planted)) (?:a )?bomb\\b", 5, threat},
    Cue{"\\b(?:you'll|you will|u will|ur gonna|you're going to|you're gonna) (?:regret (?:this|it|that)|pay "
        "(?:for|"
        "dearly)|bleed|suffer|be sorry)\\b",
        4.2, threat},
    Cue{"\\b(?:tu vas|vous allez) (?:le |me le )?(?:payer|regretter) (?:cher|tres cher)\\b", 2.4, threat},
    Cue{"\\bje sais ou (?:tu|vous) (?:habite|vis|travaille|dor)\\w*", 4, threat},
    Cue{"\\b(?:someone|somebody|people|they)(?:'s| is| are|'re)? (?:going to|gonna|will) (?:get hurt|get "
        "killed|bleed|die|pay "
        "for this)\\b",
        4.4, threat},
    Cue{"\\b(?:wait|just wait) (?:till|until) i (?:see|find|get|catch) (?:you|u)\\b|\\bte faire la "
        "peau\\b|\\battends que je te "
        "(?:trouve|chope|attrape)\\b",
        4.4, threat},
    // What only sounds like it.
    Cue{"\\b(?:author|auteure?|ch \\d+|chapitre|novel|roman|character|personnage|lyrics|episode)\\b", -2.4,
        calm},
    Cue{"\\b(?:die|dying|died|dead) (?:of|from|with) "
        "(?:laugh\\w*|laughter|boredom|cringe|embarrassment|heat|hunger|shame|"
        "curiosity)\\b",
        -4, calm},
    Cue{"\\b(?:cut|cutting) (?:my ?self|himself|herself|yourself) (?:off|short|some|a|out)\\b", -8, calm},
    Cue{"\\b(?:date limite|echeance|dissert\\w*|rapport|memoire|partiels?) (?:va|vont|me|m'a) |\\b(?:chef|"
        "patronne?) (?:va|vont|me|m'a) (?:me )?(?:tuer|tue|achever|acheve|massacrer|assassiner)\\b",
        -4, calm},
    Cue{"\\b(?:ce|cet|cette|le|la|les|ces|mon|ma) " THING "\\w* (?:va|vont|me|m'a|finira par) ", -4, calm},
    Cue{"\\b(?:this|that|the|my) "
        "(?:quiz|module|deadline|assignment|essay|exam|homework|course|week|heat|hangover|"
        "diet|workout|job|commute|chat|song|episode) (?:\\S+ "
        "){0,3}?(?:kill|death|dead|die|murder|torture)\\w*",
        -3, calm},
    Cue{"\\b(?:regret (?:not|missing|joining)|regretter (?:de|d'))\\b", -3, calm},
    Cue{"\\b(?:bomb(?:e)? (?:de|of|ass|cours|track|song|emoji)|photo bomb\\w*|bath bomb\\w*)\\b", -3, calm},
};

#undef THING

}  // namespace

std::span<const Cue> indirect_safety_cues() {
  return cues;
}

}  // namespace language
