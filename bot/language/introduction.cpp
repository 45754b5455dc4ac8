#include "language/introduction.hpp"

#include <algorithm>
#include <array>

#include "language/cues.hpp"
#include "language/told.hpp"

namespace language {
namespace {

constexpr double before_anything = -3.4;
constexpr double gives_a_name = 2.6;
constexpr double gives_a_role = 1.0;
constexpr double gives_a_place = 0.9;
constexpr double opens_with_role = 1.2;  // "Librarian from Quito here"
constexpr double says_so_itself = 2.0;   // "#intro"

#define ME "(?:i'm|im|i am|je suis|moi)"
constexpr std::array cues = {
    Cue{"^(?:[ar] ?\\d{1,2}[ :.)-]+)?(?:_at_ |so |ok |okay |well |oh |um |hello "
        ")*(?:hi|hii+|hey+|hello|hiya|howdy|greetings|good "
        "(?:morning|evening|afternoon|day)|evening all|hola|bonjour|bonsoir|salut|coucou|allo|bjr|slt|sup|yo|"
        "heya|g'day|hallo|hej|ciao|namaste|aloha|kia ora|ola|dobry den|merhaba|ahoj)\\b",
        0.9},
    Cue{"\\b(?:hi|hello|hey|bonjour|salut|coucou|bonsoir|allo) "
        "(?:all|everyone|everybody|folks|class|y'all|there|team|friends|people|world|a tous|a toutes|tout le "
        "monde|la gang|la "
        "cohorte|le groupe|a vous|from|de)\\b",
        0.6},
    Cue{"\\b(?:introduc(?:e|ing) myself|(?:quick|short|little|my) intro(?:duction)?\\b|"
        "(?:a (?:little |wee |tiny )?(?:bit|little)|(?:a )?few (?:words|things|facts)|something|some "
        "words|more) about "
        "(?:me|myself)\\b|about me:|(?:quelques|deux|trois) mots (?:sur|a propos de) moi|je me presente|me "
        "presenter|(?:petite|courte|breve) presentation\\b|ma presentation|^intro\\b)",
        2.6},
    Cue{"\\b(?:my name is|my name's|je m ?'? ?app?ell?e|j'?m'?app?ell?e|mon nom est|soy|ich bin|mi chiamo|me "
        "llamo|"
        "je me nomme) (?:\\w+)",
        1.6},
    Cue{"\\bje suis (?:la |le |une? )?(?:petite? )?nouve(?:au|lle)\\b", 0.6},
    Cue{"\\bmoi,? c'?(?:est)? \\w+,", 0.8},
    Cue{"\\b(?:new "
        "(?:here|to|learner|student|member|joiner|starter|hire|participant|in)|newbie|newcomer|nouve(?:au|"
        "lle) "
        "(?:ici|dans|sur|membre|venue?)|, nouve(?:au|lle)\\b|back to studying|first (?:mooc|time|online "
        "course|tweetchat|course|chat)|premi(?:er|ere) "
        "(?:mooc|fois|cours|tweetchat|participation|inscription)|never did this|je "
        "debute|joining late)\\b",
        1.4},
    Cue{"\\b(?:nice (?:to meet|meeting)|pleased to meet|happy to (?:be here|join|meet)|glad to "
        "(?:be|join|meet)|(?:excited|eager|hoping|keen|here) to (?:learn|start|join|meet)|so excited|looking "
        "forward to (?:learn|meet|work|get)|can't wait to (?:start|learn|meet)|joining "
        "(?:you|from|the|us|late)|checking in|be gentle|in the cohort|with you all)\\b",
        1.4},
    Cue{"\\b(?:enchantee?|(?:ravie?|contente?|heureu(?:x|se)) (?:d'etre|de "
        "(?:vous|rejoindre|faire|participer|me joindre))|faire votre connaissance|hate (?:de|d')|au "
        "plaisir|d'echanger avec vous)\\b",
        1.4},
    Cue{"\\b(?:i (?:do |also |currently |usually |mostly |mainly "
        ")?(?:work|teach|live|coach|train|study|run|lead)|je (?:travaille|bosse|vis|viens|dirige|suis "
        "(?:de|originaire))|j'(?:habite|enseigne|anime|etudie)|been teaching|(?:joining )?from the \\w+ "
        "(?:team|branch|group|office)|de l'equipe|du groupe|based in|basee? (?:a|au|en|dans|pres)|installee? "
        "(?:a|au|en|dans|pres)|mother of|father of|\\d+ (?:years? "
        "old|ans\\b)|she/her|he/him|they/them)\\b",
        1.2},
    Cue{"\\bwork(?:ing)? (?:in|for|at|as)\\b|travaille (?:dans|a|au|pour|comme)\\b", 0.6},
    Cue{"\\b(?:interested in|passionate about|i love|curious about|addict|passionnee? "
        "(?:de|par|d')|m'interesse|j'adore|toujours curieu(?:x|se)|by day|by night)\\b",
        0.8},
    Cue{"\\b" ME " (?:a|an|the|un|une) ", 0.5},
    Cue{"\\bfrom [a-z]+\\b|\\bbonjour de [a-z]+", 0.4},
    Cue{"\\b(?:here|ici)\\b", 0.5},
    Cue{"^(?:_at_ )*(?:greetings|hello|hi|hey|bonjour|salut|coucou|hola) (?:from|de|du|depuis|d') ?[a-z]",
        1.4},
    Cue{"\\b(?:i|i've|i have) (?:design|build|coordinate|train|coach|write|develop|support|look "
        "after|facilitate|"
        "organi[sz]e|been (?:an?|in|teaching|working|training|running))\\b",
        0.9},
    Cue{"\\b(?:joined (?:to|because|this)|here to|signed up (?:to|because)|trying to (?:become|switch|move "
        "into|"
        "break into|learn)|switch(?:ing)? to|career change|reconverti\\w*|never (?:\\w+ ){1,3}before|"
        "never (?:tweeted|tooted|done|used|taken)|by day|by night|depuis \\d+ ans|for \\d+ years?|"
        "je (?:decouvre|debute|bosse)|en reconversion|full[- ]time|part[- ]time)\\b",
        0.8},
    Cue{"\\b(?:excited|eager|happy|glad|ravie?|contente?|heureu(?:x|se)) (?:to|de|d') ?(?:meet|be|connect|"
        "rencontrer|etre)\\b",
        0.4},
    Cue{"\\b(?:just (?:joined|signed up|registered)|new (?:face|kid|girl|guy|one|arrival)\\b|bit late "
        "to|first time (?:doing|trying|taking|here|in|on)|"
        "(?:presentation|intro) (?:rapide|express|courte)|petite? nouve(?:au|lle)|je (?:rejoins|me forme|me "
        "lance|"
        "viens de m'inscrire)|i'm new|im new|so new|hoping to|this side|lurk(?:ing|er)|"
        "for a living|love learning|mu?m of|dad of|maman (?:de|solo)|papa de|future? \\w+trice|en devenir|"
        "in my (?:free|spare) time|du groupe|l'equipe)\\b",
        1.2},
    Cue{"^(?:\\S+ ){0,4}\\S+[,/ ]+\\d\\d(?: ans| years?| yrs?| yo)?(?: old)?,", 1.6},
    Cue{"\\b(?:i|je|j') ?(?:manage|own|sell|fix|cook|drive|look "
        "after|host|produce|translate|help|gere|tiens|vends|"
        "conduis|organise|m'occupe|forme|accompagne|coordonne)\\b",
        0.8},
    Cue{"\\b\\d+ (?:yrs|years|ans) (?:in|as|of|dans|de|d'|comme)\\b", 1.2},
    Cue{"\\b(?:vocational|primary|secondary|elementary|high|language|nursing|kindergarten) "
        "(?:school|teacher)\\b|"
        "\\b(?:lyceen(?:ne)?|alternante?|apprentie?|maternelle)\\b|\\bng(?:o|os)\\b|\\basso\\b",
        0.6},
    Cue{"\\b(?:call me|known as|on m'appelle|appelez-moi) [a-z]+\\b", 1.4},
    Cue{"^(?:\\S+ ){0,2}?(?:an? |une? "
        ")?(?:retired|former|aspiring|future|trainee|freelance|proud|newly|certified|ex|"
        "kindergarten|museum|nursing) ",
        0.8},
    Cue{"\\b(?:premiere?|1ere|1er) "
        "(?:classe|formation|webinaire|chat|atelier|experience)\\b|\\b(?:first|1st|second|2nd|"
        "third|3rd) (?:\\w+ )?(?:class|course|chat|mooc|webinar|workshop|training)\\b",
        1.0},
    Cue{"\\b\\d+ (?:years|yrs|ans)\\b", 0.5},
    Cue{"\\b(?:j'ai|g) \\d\\d ans\\b", 1.2},
    Cue{"\\bje (?:fais|prepare|termine|commence) (?:un|une|mon|ma) "
        "(?:bts|licence|master|cap|bac|bachelor|dut|stage|alternance|apprentissage|these|doctorat|bep)\\b",
        1.2},
    Cue{"\\bnew to (?:all )?(?:this|mastodon|twitter|bluesky|online|moocs?|the group)\\b|\\bnew to all\\b",
        0.6},
    Cue{"^(?:\\S+ ){0,4}(?:newbie|newcomer|beginner|first[- ]timer|debutante?|learner|student|etudiante?) "
        "(?:here )?(?:from|in|de|d'|a) ?[a-z]",
        1.0},
    Cue{"\\b(?:who am i|qui suis-je|first (?:post|toot|tweet|skeet|message)|premiere? "
        "(?:post|pouet|toot|tweet|message|publication))\\b",
        1.2},
    Cue{"\\b(?:thanks|thank you|thx|ty|merci) (?:\\S+ ){0,5}?(?:welcome|accueil)\\b", 3.4},
    // A life in a few sentences.
    Cue{"\\b(?:i used to|(?:i've|i have) spent|i was born|born (?:and raised )?in|grew up|raised "
        "in|originally "
        "from|j'ai grandi|nee? (?:a|en|au)|originaire|years? ago i|at \\d\\d i|going back to "
        "(?:school|teaching|"
        "studying|college|uni\\w*)|retraining|retrained|changed careers?)\\b",
        0.9},
    Cue{"\\b(?:i'm|im|i am) (?:from|\\d\\d)\\b", 0.6},
    Cue{"\\b(?:i|j'ai|je) (?:run|live|habite) ", 0.3},
    // The greeting comes last.
    Cue{"[,.!] (?:hi|hello|hey|hiya|bonjour|salut|coucou|nice to meet)(?: "
        "(?:all|everyone|everybody|folks|there|class|"
        "you|a tous|tout le monde|la gang))?(?: all)? [.!]",
        0.9},
    // Not about the writer, or not an introduction.
    Cue{"\\b(?:from|de) (?:the |your |our |l'|votre )?(?:course|facilitation|support|it|equipe|equipe du) "
        "(?:team|desk|helpdesk|cours|pedagogique)\\b|\\byour (?:facilitator|host|moderator)\\b",
        -2.6},
    // Years of work as the weight of an opinion: "and never seen anything like it".
    Cue{"\\b(?:years|yrs|ans)\\b.{0,30}\\b(?:never|jamais) (?:\\w+ "
        ")?(?:seen|met|saw|heard|vu|eu|entendu|connu)\\b",
        -1.5},
    Cue{"\\b(?:our|notre|nos|tonight's|today's|this week's|next week's|the) "
        "(?:next |first |special |surprise |prochaine? |premiere? "
        ")?(?:guests?|speakers?|invitee?s?|panell?ists?|"
        "keynote|presenter|moderator|author|intervenante?s?|conferenciere?)\\b",
        -3},
    Cue{"\\b(?:guests?|speakers?|invitee?s?) (?:tonight|today|this|on|next|ce soir|de|du|demain)\\b", -3},
    Cue{"\\b(?:you're|you are|tu es|t'es|vous etes) "
        "(?:in|right|welcome|so|not|late|on|dans|en)\\b|\\b(?:is|are|c'est|"
        "quel) (?:such an?|un super|beau) ",
        -1.5},
    Cue{"\\b(?:signing (?:off|out)|farewell|good ?bye|au revoir|adieu|so long|last "
        "(?:day|session|class|post|chat)"
        "|see you (?:next|soon|around|in)|(?:was|been) (?:\\w+ )?(?:to meet|meeting) you|it's been "
        "(?:a|great|fun|"
        "lovely))\\b",
        -3},
    Cue{"\\b(?:i'm|im|i am|je suis|this is) (?:(?:an?|the|un|le|your|votre) )?(?:\\S+ ){0,3}?"
        "(?:bot|chatbot|robot|automated|automatic|automatise|assistant virtuel)\\b",
        -4},
    Cue{"\\b(?:said|says|wrote|writes|goes|went|told (?:me|us)|a dit|dit|disait|ecrit)(?: like)?[,:]? [\"'«]",
        -3},
    Cue{"\\bje me presente (?:a l'|au |aux |demain|devant|pour (?:le|la|un|l'))", -3.5},
    // What somebody is, given as the reason for what they think.
    Cue{"\\b(?:i'm|im|i am|je suis) (?:an? |une? )?[a-z'-]+(?: [a-z'-]+){0,2},? "
        "(?:so|donc|therefore|thus|alors) "
        "\\w",
        -1.5},
    Cue{"\\b(?:introduce (?:yourself|yourselves)|presentez-vous|your intro|your introductions?|vos "
        "presentations?|ta presentation|votre presentation|la presentation|the introduction)\\b",
        -4},
    Cue{"\\bwelcome(?:,| [.!?]|$)|\\b(?:welcome (?:to|aboard|_at_|everyone|all|\\w+ !|[a-z]+)|bienvenue|meet "
        "(?:our|dana|the)|our "
        "new|notre nouve(?:au|lle)|voici)\\b",
        -3},
    Cue{"^(?:_at_ )*(?:hi|hello|hey|salut|bonjour|coucou|bonsoir) [a-z]+[,!]? (?:j'ai (?:lu|vu|bien "
        "recu|adore)|i (?:read|saw|got)|so nice to see|nice to see|how "
        "(?:is|are)|what|"
        "where|comment|your|love|loved|great|good to see)\\b",
        -2.5},
    Cue{"\\b(?:nice|great|lovely|good|your|ton|ta|vos|votre|tes) intros?\\b|\\b(?:loved?|enjoyed|liked) "
        "(?:your|ton|"
        "ta|votre|tes)\\b|\\btoo ?[.!]|\\bme too\\b|\\bmoi aussi\\b|\\btu as raison\\b|\\bcan you "
        "(?:re)?post\\b",
        -2.5},
    Cue{"\\b(?:travaille|bosse|working|studying) (?:encore|toujours|deja|dessus|sur (?:le|la|mon|ma)|on "
        "(?:the|my|it|a\\d))\\b|"
        "\\b(?:hi|hello|hey|greetings|salut|bonjour) (?:from|de|du|depuis) (?:the|my|our|la|le|mon|ma|l')\\b|"
        "\\bmy name (?:is |was )?(?:spelled|spelt|wrong|misspell\\w*|missing|not)\\b",
        -2.5},
    Cue{"\\bwarm welcome\\b", 1},
    Cue{"\\b(?:nice to (?:meet|see) (?:you )?too|too, i'm also)\\b|^_at_ ", -2.5},
    Cue{"\\b(?:she's|he's|she is|he is|elle est|il est|they are)\\b", -1.5},
    Cue{"\\b(?:we are an?|nous sommes une?|our (?:company|newsletter)|sign "
        "up|inscrivez-vous|infolettre|follow us)\\b",
        -3},
    Cue{"\\b(?:reminder|rappel|starts at|commence a|is open|est ouverte|bonne semaine|happy monday|de la "
        "part de)\\b",
        -2.5},
    Cue{"\\b(?:(?:can't|cannot) (?:find|open|log|get|see|access|hear|upload|join|submit|seem|connect|make|"
        "download|come)|having trouble|problem|lost|confused|error|n'arrive pas|je n'arrive|ou "
        "sont|where (?:do|is|are|can)|log in|le lien|the link|the deadline|how do i|comment on)\\b",
        -1.8},
    Cue{"\\b(?:thanks|thank you|merci)\\b", -1.2},
    Cue{"\\b(?:it's me again|is on the wrong|killed|prepare to die|je suis (?:en "
        "retard|d'accord|la\\b|sure?|mort|de retour|pour\\b|a la\\b)|see you (?:at|there)|on se voit|i'm "
        "in(?: too| as well)? [.!?]|i'm with|i'm here for the)",
        -2.5},
    Cue{"\\b(?:c'est \\w+ qui|que je prefere|anime ce soir)\\b", -2.5},
};
#undef ME

// Compiled when the first post is read, then never changed.
const Cues& all_cues() {
  static const Cues compiled({cues.begin(), cues.end()});
  return compiled;
}

// Trailing hashtags are no words of the post, but this one tells what the post is.
bool is_tagged_as_introduction(const std::vector<Token>& tokens) {
  constexpr std::array<std::string_view, 8> tags = {"intro",         "intros",          "introduction",
                                                    "introductions", "introducemyself", "presentation",
                                                    "presentations", "newhere"};
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    if (tokens[at - 1].folded != "#") continue;
    if (std::find(tags.begin(), tags.end(), tokens[at].folded) != tags.end()) return true;
  }
  return false;
}

}  // namespace

IntroductionDetector::IntroductionDetector(const std::vector<std::string>& branches) {
  for (const auto& branch : branches) {
    auto& words = branches_.emplace_back();
    for (const auto& token : tokens_of(branch)) words.push_back(token.folded);
  }
}

Introduction IntroductionDetector::judge(const PlainText& post, std::u32string_view points,
                                         const std::vector<Token>& tokens, bool to_the_bot) const {
  Introduction introduction;
  // A post to one person hardly introduces anybody; one that only calls the bot is meant for all.
  constexpr std::string_view call = "_at_ ";
  std::string_view folded = post.folded;
  if (to_the_bot && folded.starts_with(call)) folded.remove_prefix(call.size());
  double odds = before_anything + all_cues().sum(folded);
  if (odds > before_anything - 2) {
    const auto tells = tells_of(points, tokens, branches_);
    if (tells.name) odds += gives_a_name;
    if (tells.place || tells.branch) odds += gives_a_place;
  }
  if (has_role(tokens)) odds += gives_a_role;
  if (role_opens(tokens)) odds += opens_with_role;
  if (is_tagged_as_introduction(tokens)) odds += says_so_itself;
  if (post.repeats) odds -= 4;
  introduction.score = to_score(odds);
  introduction.is = introduction.score >= 0.5;
  if (introduction.is) introduction.told = told_in(points, tokens, branches_);
  return introduction;
}

}  // namespace language
