#include "language/glossary_request.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "language/glossary_words.hpp"
#include "language/regex_sieve.hpp"
#include "language/slips.hpp"

namespace language {
namespace {

constexpr double sure_and_known = 0.97;
constexpr double known = 0.92;
constexpr double short_and_known = 0.85;
constexpr double sure_and_unknown = 0.75;
constexpr std::size_t longest_sentence = 300;  // bytes; whoever asks for a meaning is brief

std::vector<std::string> frame_patterns() {
  std::vector<std::string> patterns;
  for (const auto& frame : glossary_frames()) patterns.emplace_back(frame.pattern);
  return patterns;
}

// Compiled when the first post is read, then never changed.
struct Frames {
  RegexSieve all{frame_patterns()};
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
      "\\bi (?:had|was) (?:no |\\w+less)|"
      "\\b(?:i can|i could|i'll|i will|let me|happy to|glad to|je peux|j'ai) explain|\\bje (?:peux|vais) "
      "(?:vous |t')?"
      "expliquer|"
      "^(?:the|la|les?) differences? (?:between|entre) .* (?:is|are|was|est|lies|matters?|c'est)\\b|"
      "\\b(?:learned|learnt|know|knew|teach|taught|explains?|shows?) (?:me |us )?the difference"};
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
    if (!RE2::PartialMatch(sentence.folded, frames().all.at(place), &asked)) continue;
    const auto& frame = glossary_frames()[place];
    if (frame.asked && !sentence.asks) continue;
    // "remind me what the hashtag is": which one, not what it is.
    const std::string_view before(sentence.folded.data(),
                                  static_cast<std::size_t>(asked.data() - sentence.folded.data()));
    if (!frame.sure && frame.where == GlossaryFrame::Where::all && before.ends_with("what the ")) continue;
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
