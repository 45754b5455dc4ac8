#include "language/question.hpp"

#include <re2/re2.h>

#include <algorithm>

#include "language/cues.hpp"
#include "language/question_cues.hpp"

namespace language {
namespace {

// The odds that a sentence asks before anything is known of it, and what a question mark changes. Most posts
// tell.
constexpr double before_anything = -2.0;
constexpr double question_mark = 3.4;
// A title that links to what it asks about is a headline.
constexpr double headline = -4.0;
// More cues of asking than this say the same thing again: what speaks against it still counts.
constexpr double beyond_doubt = 5;
constexpr double asked_then_told = -1.2;
constexpr double answers_itself = -7;
constexpr double thanks = -4;
// Whoever shares a link and does not speak of people they know is not asking.
constexpr double shares_a_link = -3;
// Whoever passes on the words of somebody else does not ask, whatever those say.
constexpr double repeated = -6;

// "hi all, quick one - so where …": what stands before the question proper.
const char* const lead_in_pattern =
    "^(?:(?:_at_|hi|hey|hello|hiya|yo|good "
    "(?:morning|evening|afternoon)|morning|evening|all|everyone|everybody|folks|"
    "guys|there|team|peeps|so|and|but|ok|okay|please|pls|plz|just|also|sorry|um+|uh+|hm+|er+m?|well|ah|oh|"
    "btw|"
    "anyway|wait|seriously|honestly|though|tho|"
    "quick (?:q|question)|dumb question|newbie q|question|qq|lol|"
    "salut|bonjour|bonsoir|coucou|allo|slt|bjr|dites|dis|alors|et|mais|bon|donc|sinon|euh|au "
    "fait|desolee?|pardon|"
    "tout le monde|tous|la gang|par contre|one thing though|thanks?|merci)\\b[ ,:;\\-—–)(]*)*";

// Compiled when the first post is read, then never changed.
const Cues& asking() {
  static const Cues cues([] {
    std::vector<Cue> all(asking_cues().begin(), asking_cues().end());
    all.insert(all.end(), chat_cues().begin(), chat_cues().end());
    all.insert(all.end(), loose_cues().begin(), loose_cues().end());
    all.insert(all.end(), turn_cues().begin(), turn_cues().end());
    return all;
  }());
  return cues;
}
const Cues& context() {
  static const Cues cues({question_context_cues().begin(), question_context_cues().end()});
  return cues;
}
const RE2& lead_in() {
  static const RE2 pattern(lead_in_pattern);
  return pattern;
}

// "@ana", "sam_99", "10-19-20sUser7": called upon at the start of a line, they hide how the question begins.
const RE2& called_upon() {
  static const RE2 pattern("(?:_at_|[-a-z]*[_\\d][-\\w]*)[,:]? +");
  return pattern;
}
// The same after a greeting, where any word may be a name.
const RE2& greeted_by_name() {
  static const RE2 pattern("(?:hi+|hey+|hello|yo|sup|salut|coucou|bonjour|slt) +[a-z'-]+[,!:]? +");
  return pattern;
}
const RE2& speaks_of_people() {
  static const RE2 pattern(
      "\\b(?:i|i'm|im|i've|my|me|any ?one|any ?body|some ?one|some ?body|je|j'|mon|ma|mes|"
      "moi|quelqu'un|qqn)\\b");
  return pattern;
}

double evidence_in(std::string_view words) {
  double asks = 0;
  double tells = 0;
  for (const std::uint32_t place : asking().found_in(words)) {
    const double weight = asking()[place].weight;
    (weight > 0 ? asks : tells) += weight;
  }
  return std::min(asks, beyond_doubt) + tells;
}

// How a sentence begins tells most; whoever is called upon first may hide it.
double words_of_asking(std::string_view sentence) {
  re2::StringPiece rest(sentence.data(), sentence.size());
  RE2::Consume(&rest, lead_in());
  const auto asking_of = [](re2::StringPiece words) {
    return evidence_in(std::string_view(words.data(), words.size()));
  };
  double best = asking_of(rest);
  re2::StringPiece uncalled = rest;
  if (RE2::Consume(&uncalled, called_upon())) best = std::max(best, asking_of(uncalled));
  re2::StringPiece greeted(sentence.data(), sentence.size());
  if (RE2::Consume(&greeted, greeted_by_name()) && greeted.size() < rest.size()) {
    best = std::max(best, asking_of(greeted));
  }
  return best;
}

bool says_only_hello(std::string_view sentence) {
  re2::StringPiece rest(sentence.data(), sentence.size());
  RE2::Consume(&rest, lead_in());
  return rest.empty();
}

// "thanks to those who shared": the "who" asks nothing.
const RE2& thanks_somebody() {
  static const RE2 pattern(
      "^(?:many |big |huge |mille |grand |un grand )?(?:thanks|thank you|kudos|props|shout ?out|hats "
      "off|cheers|"
      "merci|bravo) (?:to|a|aux) (?:who|whoever|everyone|everybody|those|all|the|qui|ceux|celles|celui|celle|"
      "tous|toutes)\\b");
  return pattern;
}

// "do I look rested? no. did I hand it in? yes"
bool is_answered_by(const Sentence& next) {
  static const RE2 answer(
      "(?:no|nope|nah|never|yes|yep|yeah|yup|of course(?: not)?|absolutely(?: not)?|not (?:really|at "
      "all)|oui|"
      "non|ouais|jamais|bien sur(?: que (?:oui|non))?|evidemment|pas du tout|carrement|(?:not|pas) "
      "(?:me|us|i|this|my|our|here|today|a chance|moi|nous|ici|cette?|mes|nos)\\b.*)");
  return !next.asks && RE2::FullMatch(next.folded, answer);
}

double judge_sentence(const Sentence& sentence, bool last) {
  const auto unquoted = without_quotations(sentence.folded);
  if (sentence.folded.empty() || (!sentence.asks && says_only_hello(unquoted))) return before_anything * 2;
  double odds = before_anything + words_of_asking(unquoted);
  if (sentence.asks) odds += question_mark;
  if (sentence.exclaims && !sentence.asks) odds -= 1;
  if (sentence.titled && sentence.before_url) odds += headline;
  if (sentence.asks && !last) odds += asked_then_told;
  if (RE2::PartialMatch(unquoted, thanks_somebody())) odds += thanks;
  return odds;
}

}  // namespace

Score question_in(const PlainText& post) {
  if (post.sentences.empty()) return {};
  double best = -6;
  for (std::size_t i = 0; i < post.sentences.size(); ++i) {
    const bool last = i + 1 == post.sentences.size();
    double odds = judge_sentence(post.sentences[i], last);
    if (post.sentences[i].asks && !last && is_answered_by(post.sentences[i + 1])) odds += answers_itself;
    best = std::max(best, odds);
  }
  double odds = best + context().sum(post.folded);
  if (post.repeats) odds += repeated;
  if (post.has_url && !RE2::PartialMatch(post.folded, speaks_of_people())) odds += shares_a_link;
  const double score = to_score(odds);
  return {score >= 0.5, score};
}

}  // namespace language
