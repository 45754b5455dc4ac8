#include "language/introduction.hpp"

#include <array>

#include "language/cues.hpp"
#include "language/told.hpp"

namespace language {
namespace {

constexpr double before_anything = -3.6;
constexpr double gives_a_name = 2.2;
constexpr double gives_a_role = 1.0;

#define ME "(?:i'm|im|i am|je suis|moi)"
constexpr std::array cues = {
    Cue{"^(?:_at_ )*(?:hi|hii+|hey+|hello|hiya|howdy|greetings|good "
        "(?:morning|evening|afternoon|day)|evening all|hola|bonjour|bonsoir|salut|coucou|allo|bjr|slt)\\b",
        0.9},
    Cue{"\\b(?:hi|hello|hey|bonjour|salut|coucou|bonsoir|allo) "
        "(?:all|everyone|everybody|folks|class|y'all|there|a tous|a toutes|tout le monde|la gang|la "
        "cohorte|le groupe|a vous|from|de)\\b",
        0.6},
    Cue{"\\b(?:introduc(?:e|ing) myself|(?:quick|short|little|my) intro(?:duction)?\\b|a bit about me|about "
        "me:|je me presente|me presenter|(?:petite|courte|breve) presentation\\b|ma presentation|^intro\\b)",
        2.6},
    Cue{"\\b(?:my name is|my name's|je m'appelle|mon nom est) (?:\\w+)", 1.6},
    Cue{"\\bmoi,? c'?(?:est)? \\w+,", 0.8},
    Cue{"\\b(?:new (?:here|to|learner|student|member|in)|newbie|newcomer|nouve(?:au|lle) "
        "(?:ici|dans|sur|membre|venue?)|, nouve(?:au|lle)\\b|back to studying|first (?:mooc|time|online "
        "course|tweetchat|course|chat)|premi(?:er|ere) (?:mooc|fois|cours|tweetchat)|never did this|je "
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
    Cue{"\\b(?:i (?:work|teach|live|study|run|lead)|je (?:travaille|bosse|vis|viens|dirige|suis "
        "(?:de|originaire))|j'(?:habite|enseigne|anime|etudie)|been teaching|(?:joining )?from the \\w+ "
        "(?:team|branch|group|office)|de l'equipe|du groupe|based in|mother of|father of|\\d+ (?:years? "
        "old|ans\\b)|she/her|he/him|they/them)\\b",
        1.2},
    Cue{"\\bwork(?:ing)? (?:in|for|at|as)\\b|travaille (?:dans|a|au|pour|comme)\\b", 0.6},
    Cue{"\\b(?:interested in|passionate about|i love|curious about|addict|passionnee? "
        "(?:de|par|d')|m'interesse|j'adore|toujours curieu(?:x|se)|by day|by night)\\b",
        0.8},
    Cue{"\\b" ME " (?:a|an|the|un|une) ", 0.5},
    Cue{"\\bfrom [a-z]+\\b|\\bbonjour de [a-z]+", 0.4},
    Cue{"\\b(?:here|ici)\\b", 0.5},
    // Not about the writer, or not an introduction.
    Cue{"\\b(?:introduce (?:yourself|yourselves)|presentez-vous|your intro|your introductions?|vos "
        "presentations?|ta presentation|votre presentation|la presentation|the introduction)\\b",
        -4},
    Cue{"\\b(?:welcome (?:to|aboard|_at_|everyone|all|\\w+ !|[a-z]+)|bienvenue|meet (?:our|dana|the)|our "
        "new|notre nouve(?:au|lle)|voici)\\b",
        -3},
    Cue{"\\bwarm welcome\\b", 1},
    Cue{"\\b(?:nice to (?:meet|see) (?:you )?too|too, i'm also)\\b|^_at_ ", -2.5},
    Cue{"\\b(?:she's|he's|she is|he is|elle est|il est|they are)\\b", -1.5},
    Cue{"\\b(?:we are an?|nous sommes une?|our (?:company|newsletter)|sign "
        "up|inscrivez-vous|infolettre|follow us)\\b",
        -3},
    Cue{"\\b(?:reminder|rappel|starts at|commence a|is open|est ouverte|bonne semaine|happy monday|de la "
        "part de)\\b",
        -2.5},
    Cue{"\\b(?:can't|cannot|having trouble|problem|lost|confused|error|n'arrive pas|je n'arrive|ou "
        "sont|where (?:do|is|are|can)|log in|le lien|the link|the deadline|how do i|comment on)\\b",
        -1.8},
    Cue{"\\b(?:thanks|thank you|merci)\\b", -1.2},
    Cue{"\\b(?:it's me again|is on the wrong|killed|prepare to die|je suis (?:en "
        "retard|d'accord|la\\b|sure?|mort|de retour|pour\\b|a la\\b)|see you (?:at|there)|on se voit|i'm "
        "in\\b|i'm with|i'm here for the)",
        -2.5},
    Cue{"\\b(?:c'est \\w+ qui|que je prefere|anime ce soir)\\b", -2.5},
};
#undef ME

// Compiled when the first post is read, then never changed.
const Cues& all_cues() {
  static const Cues compiled(cues);
  return compiled;
}

}  // namespace

IntroductionDetector::IntroductionDetector(const std::vector<std::string>& branches) {
  for (const auto& branch : branches) {
    auto& words = branches_.emplace_back();
    for (const auto& token : tokens_of(branch)) words.push_back(token.folded);
  }
}

Introduction IntroductionDetector::judge(const PlainText& post, std::u32string_view points,
                                         const std::vector<Token>& tokens) const {
  Introduction introduction;
  double odds = before_anything + all_cues().sum(post.folded);
  if (odds > before_anything - 2 && names_itself(points, tokens)) odds += gives_a_name;
  if (has_role(tokens)) odds += gives_a_role;
  if (post.repeats) odds -= 4;
  introduction.score = to_score(odds);
  introduction.is = introduction.score >= 0.5;
  if (introduction.is) introduction.told = told_in(points, tokens, branches_);
  return introduction;
}

}  // namespace language
