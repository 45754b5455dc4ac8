// How people ask, and only seem to ask, in the short lines of chats and tweets: no marks, few letters, words
// left out.
#include "language/question_cues.hpp"

#include <array>

namespace language {
namespace {

#define WH "(?:where|what|which|when|who|why|how|wher|whr|wat|wut|wht|whut|wot|hw|wen|y)"
#define WHS "(?:wheres|whats|wats|wuts|whos|whens|whys|hows|wots)"
#define YOU "(?:you|u|ya|yall|y'all|ye)"
#define THEY "(?:i|you|u|ya|yall|we|they|he|she|it|there|this|that|any|anyone|anybody|some ?one|every ?one)"

constexpr std::array cues = {
    // Asking.
    Cue{"^" WHS "\\b", 2.8},
    Cue{"^(?:wher|whr|wat|wut|wht|whut|wot|hw|wen|y) "
        "(?:r|u|is|are|do|does|did|can|you|the|time|kind|kinda)\\b",
        2.4},
    Cue{"^" WH " (?:r|are|is|was|were|do|does|did|have|has|can|should|would|will) " THEY "\\b", 0.8},
    Cue{"^(?:which|what|wat) (?:one|ones|kind|kinda|sort|type|part|channel|game|country|city|state)\\b", 2.4},
    Cue{"^" WH " (?:are )?" YOU " (?:from|doin|doing|going|goin|at|up to|want|like|been|think|thinking|live|"
        "livin|use|using|get|find|talkin|talking|mean|call|into|wearing|watching|playing|listening|know|say)"
        "\\b",
        2.6},
    Cue{"^(?:any|ne) ?(?:\\w+ ){0,2}(?:from|wanna|want to|here|in here|in the room|out there|around|up for|"
        "interested|chat|to chat|online|awake|home|alive|watching|playing|listening|bored|single)\\b",
        2.8},
    Cue{"^(?:any|ne) ?(?:one|body|1)\\b", 1.6},
    Cue{"^(?:" YOU
        "|u guys|you guys|you all) (?:there|here|ok|okay|alright|awake|busy|married|single|serious|"
        "sure|coming|ready|going|around|bored|mad|still there)\\b",
        2.2},
    Cue{"^(?:wanna|want to|u wanna|you wanna|care to|want) (?:\\w+)", 1.0},
    Cue{"^r (?:" YOU "|we|they|there|any)\\b", 1.6},
    Cue{"^(?:asl|a/s/l|age sex location)\\b", 3.2},
    Cue{"^(?:got|have|seen|heard|tried|know) any\\b", 1.8},
    Cue{", (?:has|have|is|are|do|does|did|was|were|can|will|would|should) (?:" THEY "|everybody|your|the)\\b",
        1.4},
    Cue{"^(?:how|what) (?:about|abt|bout) (?:you|u|ya|yourself|the rest)\\b", 1.0},
    Cue{"\\b(?:how|what) (?:is|are|r) (?:every(?:one|body)|every1|you all|u all|things|life)\\b", 1.6},
    Cue{"\\b(?:how'?s|hows|how is) (?:it going|everyone|everybody|every1|life|things)\\b", 1.6},
    Cue{"^(?:t'as|tu as|t'es|tu es|t'habites|tu viens|tu fais|tu vas|tu veux|tu penses|vous avez|vous etes|"
        "vous faites|vous venez|il est|elle est|ils sont|c'est|ca) (?:\\w+ )?(?:quel|quelle|quels|quoi|ou|"
        "d'ou|combien|qui|comment|quand)\\b",
        2.8},
    Cue{"^(?:t'es|tu es|vous etes) (?:la|ok|d'ou|qui|sur|prete?|occupee?|toujours la)\\b", 1.4},
    Cue{"^(?:quand|comment|ou) "
        "(?:ouvre|commence|finit|debute|demarre|trouver|s'inscrire|avoir|acceder|recuperer|"
        "changer|faire|marche|rejoindre|envoyer|poster|se connecter)\\b",
        2.2},
    Cue{"\\b(?:tu|vous|il|elle|on|ca|ils|elles|c'est|faut|je) (?:\\S+ "
        "){1,3}(?:quand|comment|combien|quoi|koi|qui|"
        "lequel|laquelle|a qui|d'ou)\\b(?: "
        "(?:le|la|les|au|en|pour|deja|exactement|svp|ce|cette)\\b.{0,30})?$",
        2.4},
    Cue{"\\b(?:c'est|c|cest|cke|keske) (?:koi|kwa|ki|kan)\\b", 3},
    Cue{"\\bje (?:ne )?(?:le |la |les |l'|en )(?:re)?(?:trouve|comprends|vois|capte|pige|sais) "
        "(?:pas|plus)\\b",
        2.2},
    Cue{"\\bou (?:c'est (?:interdit|bon|obligatoire|pareil|trop|fini)|pas|non)\\b", 1.0},
    Cue{"^what(?:'s| has| have)? (?:happened|happening|happen|happens|went|caused|made|makes|goes|comes)\\b",
        2.4},
    Cue{"^(?:is|are|isn't|aren't) (?:\\S+ ){1,3}(?:the "
        "same|different|better|worth|free|ok|okay|allowed|required|"
        "mandatory|possible|due|open|up|live|ready|available|recorded|graded|down|broken|working)\\b",
        1.8},
    Cue{"\\b(?:how|where|what|when|which) (?:do|does|can|should|would|could) (?:i|we)\\b", 0.8},
    Cue{"^(?:whatcha|wotcha|whaddya|wassup|wazzup|whassup|wazup|whazzup|hru|wbu|hbu|wyd|wuu2|quoi de neuf|"
        "koi de neuf)\\b",
        3.2},
    Cue{"^who "
        "(?:said|made|wrote|took|told|won|got|did|wants|likes|plays|uses|plans|thinks|remembers|\\w+ed)\\b",
        2.2},
    Cue{"^which [a-z]{3,} (?:\\S+)", 2.0},
    Cue{"^(?:y a|ya|y'a|il y a) (?:moyen|quelqu'un|qqn|du monde|combien|quoi|un lien|une date)\\b", 2.6},
    Cue{"\\b(?:passe|trouve|est|va|vas|habites?|aller|met|mettre|rend|rendre|envoie|depose|telecharge|clique|"
        "commence|vient|viens) ou\\b(?: (?:le|la|les|l'|deja|exactement|svp|du|des|ce|cette)\\b.{0,30})?$",
        2.2},
    Cue{"^(?:do|does|did|is|are|r|can|will|has|have|was) ur\\b|^(?:wanna|wanan) \\w+", 2.2},
    Cue{"^who \\w+ (?:the|my|your|ur|that|this|it|all|here|us|me|our)\\b", 2.2},
    Cue{"^(?:tu|vous|on|ils?|elles?) \\w+ (?:quel|quelle|quels|quelles|quoi|qui|comment|combien)\\b", 2.6},
    Cue{"^(?:pq|pk|pkoi|pourkoi|prk)\\b", 2.8},
    Cue{"\\b(?:tu|vous|qqn|on) (?:peux|peut|pouvez|pourrais|pourrait|pourriez) (?:m'|me |nous |l')"
        "(?:expliquer|aider|envoyer|dire|donner|montrer|rappeler|indiquer|partager)\\b",
        2.8},
    // Telling.
    Cue{"^(?:is|was|were|had|have|has|am) (?:a|an|so|not|very|too|just|all|now|in|on|at|going|gonna|my|no|"
        "good|fun|great|what|that way)\\b|^(?:was|were|had|have) the\\b",
        -1.8},
    Cue{"^do (?:it|that|this|not|the|a|some|your|my|what|as|no)\\b", -2.2},
    Cue{"^(?:does|did|do|is|was|could|would|should|will|can|may|has) "
        "(?:not|be|that too|too|also|already|say|get|make|have|love|hate|compute)\\b",
        -1.6},
    Cue{"^(?:are we having fun|would you look at|can i (?:just|get an?)|can we (?:just|all)|could you "
        "imagine|"
        "will you look|may the|may you|do you ever|what could (?:possibly )?go|"
        "what can i say|what else (?:is new|can i)|what is (?:life|wrong with people)|what do i know|what "
        "even|"
        "how is it already|how is this (?:my|even)|why is it (?:always|so)|why (?:do|does) "
        "(?:every|nobody|my|"
        "people always)|where did (?:the )?(?:time|day|summer|year|weekend)|where has (?:the "
        ")?(?:time|day|year)|"
        "where would (?:i|we) be|who am i kidding|who would have|who'd have|who doesn't|who does(?:n't)? "
        "love|"
        "is it (?:just )?(?:friday|the weekend|bedtime|summer|christmas) yet|are you (?:kidding|joking) me)",
        -2.6},
    Cue{"^(?:isn't|isnt|ain't|aint|wasn't|aren't|don't you just|doesn't (?:this|that|it)) (?:\\S+ ){0,3}"
        "(?:wonderful|great|amazing|lovely|beautiful|cute|funny|awesome|fun|nice|cool|crazy|weird|sad|ironic|"
        "fantastic|brilliant|sweet|adorable|perfect|hilarious|fab|love)\\b",
        -4},
    Cue{"^how (?:sweet|sad|rude|boring|lame|weird|strange|odd|ironic|fitting|true|exciting|lucky|beautiful|"
        "lovely|embarrassing|dare|wonderful|romantic|thoughtful|kind of|gross|fun|funny|silly|very|adorable|"
        "bizarre|pretty|cruel|convenient|original)\\b",
        -3.2},
    Cue{"^(?:what|wat) (?:the|da|tha|in the) "
        "(?:hell|heck|fuck|f\\S*|hel|world|ever|eva)\\b|^(?:whatever|wotever|"
        "what else is new|what ever|what not|what say you)\\b",
        -3},
    Cue{"^(?:what|wat) (?:a|an|lovely|great|beautiful|nice|terrible|awful|fun|lies|nonsense)\\b", -1.2},
    Cue{"^(?:you|u|ya|yall|y'all) know (?:what|who|how|why|when|that|it|the|me)\\b", -2.6},
    Cue{"\\b(?:i|we|she|he|they|you|u|i'll) (?:really |just |already |still |always |know |never "
        ")*(?:don't|dont|"
        "do not|didn't|didnt|doesn't|know|knew|get|see|wonder|understand|figured out|remember) (?:know )?"
        "(?:how|where|what|which|when|who|why)$",
        -2.6},
    Cue{"^(?:i|we|she|he|they) (?:always |already |totally |really |just "
        ")?(?:know|knew|see|get|love|like|hate|"
        "understand|remember|saw|told|said|heard) (?:how|where|what|which|when|who|why)\\b",
        -2.2},
    Cue{"^(?:that|this|it|which)(?:'s| is|s| was) (?:how|where|what|when|who|why|because)\\b|^(?:thats|this "
        "is|"
        "here is|here's|heres|so that's|it's) (?:how|where|what|when|who|why)\\b",
        -3},
    Cue{"^(?:who (?:cares|knows|gives|let)|why oh why|how about (?:no|that)|how bout that|so what|"
        "where there is|what goes|what doesn't kill|if only|because|cuz|coz|when (?:life|in "
        "doubt|people|someone|"
        "it|the|u|that|he|she|they))\\b",
        -2.4},
    Cue{"\\b(?:let me know if|lmk if|ask me|ask us|ask away|feel free|if you (?:need|want|have|say)|"
        "if u (?:need|want|have|say)|as you (?:know|can)|just in case|no one (?:knows|cares)|nobody (?:knows|"
        "cares)|how bout that|no clue lol|no idea lol)\\b",
        -3},
    Cue{"^(?:je |j'|ch|chais |jsais |jsp)(?:ne )?(?:sais |sait )?(?:pas|plus|jamais|trop)?$", -2.6},
    Cue{"^quand (?:je|tu|on|il|elle|j'|t'|les|le|la|mon|ton)\\b", -1.8},
    Cue{"^(?:quelle (?:journee|honte|idee|galere|histoire|horreur|belle|soiree)|n'importe quoi|comme d'hab|"
        "comment (?:devenir|bien|reussir|choisir|ameliorer|j'ai|dire)|qui (?:l'aurait|aurait) cru|"
        "pourquoi (?:moi|tant de))\\b",
        -2.6},
    Cue{"\\b(?:tu sais quoi|vous savez quoi|devine quoi|ya know|c'est qui qui)\\b", -3},
    Cue{"\\b(?:any ?one|any ?body) can (?:do|be|learn|see|make|become|say|tell you|join|use)\\b", -4},
    Cue{"^(?:did|done|does|do) (?:that|this|it|so) (?:already|before|too|once|yesterday|myself|all)\\b",
        -2.6},
    Cue{"^which is (?:fine|why|how|good|great|nice|cool|what|the|a|also|so|not|my|exactly|always)\\b", -3},
    Cue{"^which "
        "(?:is|was|means|makes|made|reminds|sucks|explains|brings|leads|would|will|could|in|of|they|i|we|"
        "he|she|you)\\b",
        -2.4},
    Cue{"\\b(?:would you believe|how (?:am i|are we|are you|is any ?one) supposed to "
        "(?:sleep|live|function|survive|"
        "move on|work|focus|breathe)|can we (?:just |please |all )?(?:talk about|appreciate|take a "
        "moment|agree)|what would (?:i|we) do without|where would (?:i|we) be|"
        "who needs to hear|what can i say|any ?(?:one|body) (?:really |even "
        "|actually "
        "|still )?(?:care|cares|read these|listening|reading this))\\b|\\bquoi (?:dire|encore)$",
        -6},
    Cue{"^what happens (?:in|at|on) |\\b(?:wondering|wondered|asking) (?:about )?(?:that|this|it|the "
        "same)(?: \\w+)? ?(?:too|as well|"
        "also)?$|\\b(?:moi|me|us) (?:aussi|too)$",
        -2.8},
};

#undef WH
#undef WHS
#undef YOU
#undef THEY

}  // namespace

std::span<const Cue> chat_cues() {
  return cues;
}

}  // namespace language
