#include "language/glossary_request.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text.hpp"
#include "language/regex_set.hpp"
#include "language/slips.hpp"
#include "language/word_vectors.hpp"

namespace language {
namespace {

constexpr double sure_and_known = 0.97;
constexpr double known = 0.92;
constexpr double short_and_known = 0.85;
constexpr double sure_and_unknown = 0.75;
constexpr std::size_t longest_unknown = 3;     // words
constexpr std::size_t longest_sentence = 300;  // bytes; whoever asks for a meaning is brief

std::vector<std::string> frame_patterns() {
  std::vector<std::string> patterns;
  for (const auto& frame : glossary_frames()) patterns.emplace_back(frame.pattern);
  return patterns;
}

// Which frames may apply, in one pass; then each gives the words it asks about. Compiled when the first
// glossary is, then never changed.
struct Frames {
  Frames() : all(frame_patterns(), std::int64_t{16} << 20) {
    for (const auto& frame : glossary_frames()) cutters.push_back(std::make_unique<RE2>(frame.pattern));
  }
  RegexSet all;
  std::vector<std::unique_ptr<RE2>> cutters;
  RE2 already_knows{
      "\\b(?:i|we|you) (?:(?:now |already )?know|(?:finally|now|already) "
      "(?:know|understand|understood|get|got)|"
      "(?:just )?(?:learned|learnt|figured out)) what\\b|\\bje sais (?:ce qu|enfin|maintenant)|"
      "\\bnow i know\\b|"
      "(?:^|and |but |, |so )(?:i|we|you) (?:totally |fully |do |both |all )?(?:understand|get|see) what|"
      "\\b(?:finally|now|enfin|maintenant|at last),? (?:i |we |je "
      ")?(?:know|understood|understand|got|get|see|"
      "comprends|sais)\\b|"
      "\\b(?:we|i|you|they|dana|he|she) (?:just |also |all |have |had |will |'ll "
      ")*(?:explain(?:ed)?|covered|cover|"
      "discuss(?:ed)?|defined|define|learn|look(?:ed)? at|talked about) what\\b|"
      "\\b(?:my|your|his|her|their|great|nice|good|best|clear) (?:definition|explanation)\\b|"
      "\\bi (?:had|was) (?:no |\\w+less)"};
  // Whoever leads a chat asks what all others may answer: "Q2 What is scaffolding?"
  RE2 prompt{"^(?:question|q) ?\\d{1,2}\\b|\\b(?:share your|in your own words|tell us what you think)\\b"};
  // "What is a MOOC? 5 things you should know"
  RE2 headline{
      "\\b(?:\\d+|five|ten|seven|three) (?:things|reasons|ways|tips|facts|myths|steps|examples|questions)\\b|"
      "\\b(?:new|latest|my|our|great|good) (?:blog ?post|post|article|video|episode|podcast|paper)\\b|"
      "\\b(?:nouvel article|nouveau billet|a lire|read (?:on|more)|blog:)"};
  // "Overfitting?? What is that?"
  RE2 of_what_was_said{
      "(?:erm?,? |um,? |uh,? |so |and |sorry,? )*(?:what(?:'s|s| is| are| does| do) "
      "(?:that|this|it|they|those|these)"
      "(?: mean| do)?(?: exactly| please| again| though| anyway| actually| even| then)*|"
      "remind me what (?:that|this|it) is|what(?:'s| is| does) (?:that|it) (?:even |all )?(?:stand for|about|"
      "supposed to (?:be|mean))|(?:of|for|short for) what|"
      "(?:i (?:have |'ve )?)?(?:really )?(?:no (?:idea|clue)|never heard(?: of)?|not sure|(?:don't|dont|do "
      "not) "
      "(?:know|understand|get)|idk|aucune idee|jamais entendu(?: parler)?|je (?:ne "
      ")?(?:sais|connais|comprends) "
      "pas)(?: (?:what|of|about))?(?: (?:that|this|it|they|those|these|ce que c'est|ca))?(?: "
      "(?:word|term|one))?(?: "
      "(?:is|are|means?|mean|veut dire))?(?: (?:sorry|help|please|before))*|"
      "(?:is|are) (?:that|it|this|they|those) (?:like|the same as|some kind of|a kind of|a sort of|just) .*|"
      "(?:c'est|c|kesako|kezako) "
      "?(?:quoi|koi|quoi ca)?|(?:ca|sa) veut dire quoi|(?:the )?(?:meaning|definition)(?: please)?)"};
};

const Frames& frames() {
  static const Frames compiled;
  return compiled;
}

// Words that show the frame caught a piece of another question, not a term.
bool is_filler(std::string_view word) {
  constexpr std::array<std::string_view, 73> fillers = {
      "life",  "i",     "you",  "u",     "we",   "they",  "he",    "she",   "it",    "that",      "this",
      "these", "those", "my",   "your",  "our",  "their", "his",   "her",   "the",   "to",        "for",
      "of",    "on",    "in",   "at",    "with", "from",  "by",    "going", "doing", "happening", "about",
      "and",   "or",    "best", "good",  "like", "there", "here",  "is",    "are",   "not",       "all",
      "some",  "me",    "us",   "tu",    "vous", "il",    "elle",  "on",    "nous",  "ils",       "le",
      "la",    "les",   "ce",   "cette", "ton",  "ta",    "votre", "notre", "mon",   "ma",        "de",
      "du",    "des",   "pour", "dans",  "que",  "qui",   "ca"};
  return std::find(fillers.begin(), fillers.end(), word) != fillers.end();
}

// Without the quotation marks, articles and blanks around it.
std::string_view bare(std::string_view asked) {
  constexpr std::string_view around = " \"'.,:;!?()*`_-";
  for (bool shorter = true; shorter;) {
    const auto before = asked.size();
    while (!asked.empty() && around.find(asked.front()) != std::string_view::npos) asked.remove_prefix(1);
    while (!asked.empty() && around.find(asked.back()) != std::string_view::npos) asked.remove_suffix(1);
    for (const std::string_view mark : {"«", "»"}) {
      if (asked.starts_with(mark)) asked.remove_prefix(mark.size());
      if (asked.ends_with(mark)) asked.remove_suffix(mark.size());
    }
    for (const std::string_view article :
         {"a ", "an ", "the ", "un ", "une ", "le ", "la ", "les ", "l'", "des ", "du "}) {
      if (asked.starts_with(article)) asked.remove_prefix(article.size());
    }
    shorter = asked.size() < before;
  }
  return asked;
}

// One spelling for "re-tweet", "tweet chat" and "tweetchat".
std::string squeezed(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c != ' ' && c != '-' && c != '_') out += c;
  }
  return out;
}

// "what is a fair price": whoever weighs a thing knows what it is.
bool weighs(std::string_view word) {
  constexpr std::array<std::string_view, 34> weighing = {
      "average",    "typical",    "normal",   "usual",   "realistic",   "reasonable", "decent",
      "acceptable", "ideal",      "better",   "great",   "fair",        "easy",       "quick",
      "simple",     "proper",     "suitable", "nice",    "appropriate", "safe",       "smart",
      "passing",    "sufficient", "minimum",  "maximum", "common",      "bon",        "bonne",
      "meilleur",   "meilleure",  "vrai",     "vraie",   "real",        "true"};
  return std::find(weighing.begin(), weighing.end(), word) != weighing.end();
}

// Among the commonest words of English: nobody asks what it means by its name alone.
bool is_everyday(std::string_view word) {
  return word.find(' ') != std::string_view::npos || !WordVectors::shipped().find(word).empty();
}

bool could_be_term(std::string_view asked) {
  const auto words = base::split(asked, ' ');
  if (words.empty() || words.size() > longest_unknown || asked.size() < 2) return false;
  // "tl;dr" is one word with a mark in it.
  if (words.size() > 1 && asked.find_first_of(",:;.()") != std::string_view::npos) return false;
  if (words.size() > 1 && weighs(words.front())) return false;
  if (is_filler(words.front()) || is_filler(words.back())) return false;
  // "carnet de bord"
  return words.size() < 3 || !is_filler(words[1]) || words[1] == "de" || words[1] == "du" || words[1] == "of";
}

}  // namespace

GlossaryRequests::GlossaryRequests(const std::vector<domain::GlossaryTerm>& glossary) {
  for (std::size_t term = 0; term < glossary.size(); ++term) {
    add_name(glossary[term].term, term);
    for (const auto& also : glossary[term].also) add_name(also, term);
    for (const auto& [network, called] : glossary[term].called) add_name(called, term);
  }
}

void GlossaryRequests::add_name(std::string_view name, std::size_t term) {
  const auto folded = base::fold(name);
  const auto key = squeezed(bare(folded.starts_with('#') ? std::string_view(folded).substr(1) : folded));
  if (key.empty() || !names_.emplace(key, term).second) return;
  if (slips_allowed(key.size()) > 0) long_names_.emplace_back(key, term);
}

// "rt-ing", "retweeted", "retweeter": a name made into a verb.
std::optional<GlossaryRequests::Known> GlossaryRequests::look_up_verb(const std::string& key) const {
  for (const std::string_view ending : {"ing", "ed", "er", "ting", "ted"}) {
    if (key.size() < ending.size() + 2 || !key.ends_with(ending)) continue;
    const auto stem = key.substr(0, key.size() - ending.size());
    for (const auto& name : {stem, stem + "e"}) {
      if (const auto found = names_.find(name); found != names_.end()) return Known{found->second, 1};
    }
  }
  return std::nullopt;
}

std::optional<GlossaryRequests::Known> GlossaryRequests::look_up(std::string_view asked) const {
  const auto key = squeezed(asked);
  if (key.empty()) return std::nullopt;
  if (const auto found = names_.find(key); found != names_.end()) return Known{found->second, 1};
  if (key.size() > 2 && (key.back() == 's' || key.back() == 'x')) {
    if (const auto found = names_.find(key.substr(0, key.size() - 1)); found != names_.end())
      return Known{found->second, 1};
  }
  if (const auto found = names_.find(key + "s"); found != names_.end()) return Known{found->second, 1};
  if (const auto found = look_up_verb(key)) return found;
  const auto allowed = slips_allowed(key.size());
  for (std::size_t slips = 1; slips <= allowed; ++slips) {
    for (const auto& [name, term] : long_names_) {
      // A slip hardly ever takes the first letter, and "synchronous" is no slip of "asynchronous".
      if (name[0] != key[0]) continue;
      if (slips_between(key, name, slips) <= slips) return Known{term, 1 - 0.1 * static_cast<double>(slips)};
    }
  }
  return std::nullopt;
}

// The longest name of a term that stands among these words, or ends them, as it is written.
std::optional<GlossaryRequests::Known> GlossaryRequests::look_up_within(std::string_view said,
                                                                        bool at_end) const {
  auto words = base::split(said, ' ');
  for (auto& word : words) word = std::string(bare(word));
  constexpr std::size_t longest_name = 4;
  for (std::size_t length = std::min(longest_name, words.size()); length > 0; --length) {
    for (std::size_t first = at_end ? words.size() - length : 0; first + length <= words.size(); ++first) {
      std::string name = words[first];
      for (std::size_t next = 1; next < length; ++next) name += ' ' + words[first + next];
      if (const auto term = look_up(name); term && term->closeness == 1) return term;
    }
  }
  return std::nullopt;
}

// "asynchronous learning", "hashtag thing".
std::optional<GlossaryRequests::Known> GlossaryRequests::look_up_with_noun(std::string_view asked) const {
  constexpr auto nouns = std::to_array<std::string_view>(
      {"learning", "teaching", "training", "thing", "things", "stuff", "system", "mode", "work", "activity",
       "activities", "symbol", "sign", "button", "function", "feature", "exactly", "apprentissage"});
  const auto space = asked.rfind(' ');
  if (space == std::string_view::npos) return std::nullopt;
  if (std::find(nouns.begin(), nouns.end(), asked.substr(space + 1)) == nouns.end()) return std::nullopt;
  return look_up(asked.substr(0, space));
}

std::optional<GlossaryRequest> GlossaryRequests::judge(const GlossaryFrame& frame,
                                                       std::string_view asked) const {
  if (frame.where != GlossaryFrame::Where::all) {
    const auto term = look_up_within(asked, frame.where == GlossaryFrame::Where::at_end);
    if (!term) return std::nullopt;
    return GlossaryRequest{term->term, std::string(bare(asked)), known};
  }
  const bool named = asked.starts_with("the ") || asked.starts_with("les ");  // "what are the rules"
  asked = bare(asked);
  auto term = look_up(asked);
  if (!term && !named) term = look_up_with_noun(asked);
  if (term) {
    const double base = frame.sure ? sure_and_known : frame.short_one ? short_and_known : known;
    return GlossaryRequest{term->term, std::string(asked), base * term->closeness};
  }
  const bool in_doubt = frame.rare ? is_everyday(asked) : !frame.sure;
  if (in_doubt || named || !could_be_term(asked)) return std::nullopt;
  return GlossaryRequest{std::nullopt, std::string(asked), sure_and_unknown};
}

std::optional<GlossaryRequest> GlossaryRequests::find_in_sentence(const Sentence& sentence) const {
  if (sentence.folded.size() > longest_sentence) return std::nullopt;
  std::optional<GlossaryRequest> best;
  for (const std::uint32_t place : frames().all.find(sentence.folded)) {
    re2::StringPiece asked;
    if (!RE2::PartialMatch(sentence.folded, *frames().cutters[place], &asked)) continue;
    const auto& frame = glossary_frames()[place];
    if (frame.asked && !sentence.asks) continue;
    auto request = judge(frame, std::string_view(asked.data(), asked.size()));
    if (!request) continue;
    const auto rank = [](const GlossaryRequest& r) { return r.score + (r.term ? 1 : 0); };
    if (!best || rank(*request) > rank(*best)) best = std::move(request);
  }
  if (!best && sentence.asks) {
    // "tweet chat?", "newbie question: tweet chat?"
    const std::string_view said = sentence.folded;
    const auto asked = bare(said.substr(said.find_last_of(':') + 1));
    if (const auto term = look_up(asked); term && term->closeness == 1) {
      best = GlossaryRequest{term->term, std::string(asked), short_and_known};
    }
  }
  if (best && RE2::PartialMatch(sentence.folded, frames().already_knows)) return std::nullopt;
  return best;
}

std::optional<GlossaryRequest> GlossaryRequests::find_in(const PlainText& post) const {
  if (post.repeats || RE2::PartialMatch(post.folded, frames().prompt)) return std::nullopt;
  if (post.has_url && RE2::PartialMatch(post.folded, frames().headline)) return std::nullopt;
  for (std::size_t i = 0; i < post.sentences.size(); ++i) {
    if (auto request = find_in_sentence(post.sentences[i])) return request;
    if (i > 0 && RE2::FullMatch(post.sentences[i].folded, frames().of_what_was_said)) {
      const auto said = bare(post.sentences[i - 1].folded);
      const auto last = bare(said.substr(said.find_last_of(",:") + 1));  // "newbie here: DM?? What's that?"
      const auto first =
          bare(said.substr(0, said.find_first_of(",:")));  // "DM, anyone? No idea what that is"
      for (const auto asked : {said, last, first}) {
        if (const auto term = look_up(asked)) {
          return GlossaryRequest{term->term, std::string(asked), known * term->closeness};
        }
      }
    }
  }
  return std::nullopt;
}

}  // namespace language
