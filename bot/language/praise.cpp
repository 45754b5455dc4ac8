#include "language/praise.hpp"

#include "language/regex_set.hpp"

namespace language {
namespace {

constexpr std::int64_t automaton_bytes = 8 << 20;

#define BEGIN "(?:^|[.,;:] )(?:_at_ )*(?:and |also |wow |well |oh |hey |hi |hello |yes |et |oui )*"
#define VERY \
  "(?:(?:so|such|a|an|really|very|super|truly|absolutely|just|both|all|tres|vraiment|trop|si|bien) )*"
#define REALLY "(?:(?:really|so|just|absolutely|totally) )*"
#define GOOD                                                                                            \
  "(?:great|good|awesome|amazing|excellent|helpful|useful|brilliant|fantastic|lovely|wonderful|superb|" \
  "perfect|"                                                                                            \
  "beautiful|cool|fun|inspiring|insightful|interesting|fascinating|clear|nice|outstanding|the best|spot on)"
#define BON                                                                                                  \
  "(?:super|genia(?:l|le|ux|les)|excellente?s?|top|parfaite?s?|claire?s?|utiles?|interessante?s?|chouettes?" \
  "|"                                                                                                        \
  "formidables?|magnifiques?|passionnante?s?|belles?|beaux?|bons?|bonnes?)"

const RegexSet& praise() {
  static const RegexSet set(
      {
          (BEGIN "(?:thanks|thank you|thank u|thx|ty|cheers|many thanks|kudos|well done|merci|bravo)\\b"),
          ("\\b(?:was|were|is|are|looks?|looked|sounds?|sounded) " VERY GOOD "\\b"),
          (BEGIN "(?:i |we )?" REALLY "(?:loved?|enjoy(?:ed)?|liked|appreciated?|adore[sd]?)\\b"),
          (BEGIN "(?:i |we )(?:(?:really|so|just) )*like (?:the|your|this|that|these|those|how)\\b"),
          (BEGIN "(?:what )?" VERY GOOD " (?:\\w+ ){0,2}\\w+ (?:today|yesterday|everyone|everybody|all)\\b"),
          ("\\b(?:etait|etaient|est|sont) " VERY BON "\\b"),
          (BEGIN "(?:j'ai |nous avons |on a )(?:beaucoup |vraiment |tellement )?(?:aime|adore|apprecie)\\b"),
          (BEGIN "j'(?:adore|aime)\\b"),
      },
      automaton_bytes);
  return set;
}

const RegexSet& wish() {
  static const RegexSet set(
      {
          " \\?",
          "\\b(?:please|pls|plz|need|want|wish|hope|help|wonder|wondering|looking for|send|share|if)\\b",
          "\\b(?:where|when|which|how (?:do|can|to|should)|who|whose|tell me)\\b",
          "\\b(?:not|no|never|nobody|nothing|none|without|but|though|although|however|except|still|yet)\\b",
          "\\w+n['’]?t\\b",
          "\\b(?:missing|broken|wrong|lost|error|problem|trouble|stuck|fails?|failed|miss(?:ed)?|dead)\\b",
          "\\b(?:svp|stp|s'il (?:vous|te) plait|besoin|veux|voudrais|aimerais|cherche|aide)\\b",
          "\\b(?:pas|plus|jamais|rien|mais|sauf|manque|probleme|erreur)\\b",
          "\\b(?:ou (?:est|sont|trouver)|comment|quand|quel(?:le)?s?)\\b",
      },
      automaton_bytes);
  return set;
}

}  // namespace

bool is_praise(const PlainText& post) {
  return !praise().find(post.folded).empty() && wish().find(post.folded).empty();
}

}  // namespace language
