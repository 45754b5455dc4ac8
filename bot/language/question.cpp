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
constexpr double asked_then_told = -1.5;

// "hi all, quick one - so where …": what stands before the question proper.
const char* const lead_in_pattern =
    "^(?:(?:_at_|hi|hey|hello|hiya|yo|good "
    "(?:morning|evening|afternoon)|morning|evening|all|everyone|everybody|folks|"
    "guys|there|team|peeps|so|and|but|ok|okay|please|pls|plz|just|also|sorry|um|uh|hmm|well|oh|btw|anyway|"
    "quick (?:q|question)|dumb question|newbie q|question|qq|lol|"
    "salut|bonjour|bonsoir|coucou|allo|slt|bjr|dites|dis|alors|et|mais|bon|donc|sinon|euh|au "
    "fait|desolee?|pardon|"
    "tout le monde|tous|la gang|par contre|one thing though|thanks?|merci)\\b[ ,:;\\-—–)(]*)*";

// Compiled when the first post is read, then never changed.
const Cues& asking() {
  static const Cues cues(asking_cues());
  return cues;
}
const Cues& context() {
  static const Cues cues(question_context_cues());
  return cues;
}
const RE2& lead_in() {
  static const RE2 pattern(lead_in_pattern);
  return pattern;
}

double judge_sentence(const Sentence& sentence, bool last) {
  const auto unquoted = without_quotations(sentence.folded);
  re2::StringPiece rest(unquoted);
  RE2::Consume(&rest, lead_in());
  if (rest.empty() && !(sentence.asks && !sentence.folded.empty())) return before_anything * 2;
  double odds = before_anything + asking().sum(std::string_view(rest.data(), rest.size()));
  if (sentence.asks) odds += question_mark;
  if (sentence.exclaims && !sentence.asks) odds -= 1;
  if (sentence.titled && sentence.before_url) odds += headline;
  if (sentence.asks && !last) odds += asked_then_told;
  return odds;
}

}  // namespace

Score question_in(const PlainText& post) {
  if (post.sentences.empty()) return {};
  double best = -6;
  for (std::size_t i = 0; i < post.sentences.size(); ++i) {
    best = std::max(best, judge_sentence(post.sentences[i], i + 1 == post.sentences.size()));
  }
  double odds = best + context().sum(post.folded);
  if (post.repeats) odds -= 4;
  const double score = to_score(odds);
  return {score >= 0.5, score};
}

}  // namespace language
