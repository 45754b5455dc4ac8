#include "language/glossary_request.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "language/glossary_context.hpp"
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

// The frames that need a question mark, or those that do without.
std::vector<GlossaryFrame> frames_that(bool asked) {
  std::vector<GlossaryFrame> some;
  for (const auto& frame : glossary_frames()) {
    if (frame.asked == asked) some.push_back(frame);
  }
  return some;
}

std::vector<std::string> patterns_of(const std::vector<GlossaryFrame>& frames) {
  std::vector<std::string> patterns;
  patterns.reserve(frames.size());
  for (const auto& frame : frames) patterns.emplace_back(frame.pattern);
  return patterns;
}

// Compiled when the first post is read, then never changed.
struct Frames {
  explicit Frames(bool asked) : frames(frames_that(asked)), sieve(patterns_of(frames)) {}
  std::vector<GlossaryFrame> frames;
  RegexSieve sieve;
};

// "in DM", "via RT": how something came, not what is asked about.
bool is_way(std::string_view word) {
  constexpr auto ways = std::to_array<std::string_view>({"in", "on", "by", "via", "per", "en", "par", "sur"});
  return std::find(ways.begin(), ways.end(), word) != ways.end();
}

// "PLN", not "2+2".
bool is_of_letters(std::string_view word) {
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

const Frames& frames_always() {
  static const Frames compiled(false);
  return compiled;
}

const Frames& frames_where_asked() {
  static const Frames compiled(true);
  return compiled;
}

bool is_better(const GlossaryRequest& request, const std::optional<GlossaryRequest>& best) {
  const auto rank = [](const GlossaryRequest& r) { return r.score + (r.term ? 1 : 0); };
  return !best || rank(request) > rank(*best);
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
      if (at_end && first > 0 && is_way(words[first - 1])) continue;
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
  if (const auto slash = asked.find('/'); !term && slash != std::string_view::npos) {  // "chat / tweetchat"
    term = look_up(bare(asked.substr(0, slash)));
    if (!term) term = look_up(bare(asked.substr(slash + 1)));
  }
  if (term) {
    const double base = frame.sure ? sure_and_known : frame.short_one ? short_and_known : known;
    return GlossaryRequest{term->term, std::string(asked), base * term->closeness};
  }
  const bool in_doubt = frame.rare ? is_everyday(asked) : !frame.sure;
  if (in_doubt || named || !could_be_term(asked)) return std::nullopt;
  return GlossaryRequest{std::nullopt, std::string(asked), sure_and_unknown};
}

std::optional<GlossaryRequest> GlossaryRequests::judge_at(const GlossaryFrame& frame, const re2::RE2& pattern,
                                                          const std::string& sentence) const {
  re2::StringPiece asked;
  if (!RE2::PartialMatch(sentence, pattern, &asked)) return std::nullopt;
  const std::string_view before(sentence.data(), static_cast<std::size_t>(asked.data() - sentence.data()));
  // "remind me what the hashtag is": which one, not what it is.
  if (!frame.sure && frame.where == GlossaryFrame::Where::all && before.ends_with("what the "))
    return std::nullopt;
  if (quotes_a_question(before)) return std::nullopt;
  return judge(frame, std::string_view(asked.data(), asked.size()));
}

std::optional<GlossaryRequest> GlossaryRequests::find_in_sentence(const Sentence& sentence) const {
  if (sentence.folded.size() > longest_sentence) return std::nullopt;
  std::optional<GlossaryRequest> best;
  const auto try_each = [&](const Frames& some) {
    for (const std::uint32_t place : some.sieve.find(sentence.folded)) {
      auto request = judge_at(some.frames[place], some.sieve.at(place), sentence.folded);
      if (request && is_better(*request, best)) best = std::move(request);
    }
  };
  try_each(frames_always());
  if (sentence.asks) try_each(frames_where_asked());
  return best;
}

// "tweet chat?", "newbie question: tweet chat?", "boost = ?"; not "boost? sure, done".
std::optional<GlossaryRequest> GlossaryRequests::find_alone(const std::vector<Sentence>& sentences,
                                                            std::size_t place) const {
  const auto& sentence = sentences[place];
  if (!sentence.asks || sentence.folded.size() > longest_sentence) return std::nullopt;
  const std::string_view said = sentence.folded;
  const auto name = said.substr(0, said.find_last_not_of(" =:") + 1);
  if (name.starts_with("the ") || name.starts_with("le ") || name.starts_with("la "))
    return std::nullopt;  // which?
  const auto asked = bare(name.substr(name.find_last_of(':') + 1));
  const auto term = look_up(without_lead(asked));
  if (!term && said.ends_with('=') && is_of_letters(asked) && !is_everyday(asked))
    return GlossaryRequest{std::nullopt, std::string(asked), sure_and_unknown};
  if (!term || term->closeness < 1) return std::nullopt;
  // After another question it is a guess at the answer: "where do I upload? LMS?"
  if (place > 0 && sentences[place - 1].asks) return std::nullopt;
  if (place + 1 < sentences.size() && !is_at_a_loss(sentences[place + 1])) return std::nullopt;
  return GlossaryRequest{term->term, std::string(asked), short_and_known};
}

// The word that `said` leaves to be asked about: "overfitting?? what is that", "I keep reading RT, what's
// that".
std::optional<GlossaryRequest> GlossaryRequests::find_spoken_of(std::string_view said) const {
  const auto all = bare(said);
  const auto last = bare(all.substr(all.find_last_of(",:") + 1));   // "newbie here: DM?? What's that?"
  const auto first = bare(all.substr(0, all.find_first_of(",:")));  // "DM, anyone? No idea what that is"
  for (const auto asked : {all, last, first}) {
    if (const auto term = look_up(asked))
      return GlossaryRequest{term->term, std::string(asked), known * term->closeness};
  }
  auto spoken_of = words_spoken_of(said);
  if (spoken_of.empty()) spoken_of = words_spoken_of(first);
  if (spoken_of.empty()) return std::nullopt;
  const auto term = look_up_within(spoken_of, false);
  if (!term) return std::nullopt;
  return GlossaryRequest{term->term, std::string(bare(spoken_of)), known};
}

// "they put me in a breakout room here, what is that": the word ends what is said.
std::optional<GlossaryRequest> GlossaryRequests::find_at_end(std::string_view said) const {
  constexpr auto after_it =
      std::to_array<std::string_view>({"before", "me", "it", "here", "everywhere", "thing", "things", "word",
                                       "words", "stuff", "again", "now", "today", "partout", "ici"});
  said = bare(said);
  for (auto space = said.rfind(' '); space != std::string_view::npos; space = said.rfind(' ')) {
    if (std::find(after_it.begin(), after_it.end(), said.substr(space + 1)) == after_it.end()) break;
    said = bare(said.substr(0, space));
  }
  const auto term = look_up_within(said, true);
  if (!term) return std::nullopt;
  return GlossaryRequest{term->term, std::string(said), known};
}

// A meaning is asked of something that stands before the question.
std::optional<GlossaryRequest> GlossaryRequests::find_before(const std::vector<Sentence>& sentences,
                                                             std::size_t place) const {
  const std::string_view said = sentences[place].folded;
  if (said.size() > longest_sentence) return std::nullopt;
  if (place > 0 && asks_what_was_said(said)) return find_spoken_of(sentences[place - 1].folded);
  for (auto space = said.rfind(' '); space != std::string_view::npos && space > 0;
       space = said.rfind(' ', space - 1)) {
    const auto before = before_mark(said.substr(0, space));
    if (before.empty()) continue;
    const bool guesses = said[space - 1] == '=' && sentences[place].asks;  // "breakout room = zoom thing?"
    if (!guesses && !asks_what_was_said(said.substr(space + 1))) continue;
    auto request = find_spoken_of(before);
    return request ? request : find_at_end(before);
  }
  return std::nullopt;
}

std::optional<GlossaryRequest> GlossaryRequests::find_in(const PlainText& post) const {
  if (post.repeats) return std::nullopt;
  for (std::size_t place = 0; place < post.sentences.size(); ++place) {
    auto request = find_in_sentence(post.sentences[place]);
    if (!request) request = find_alone(post.sentences, place);
    if (!request) request = find_before(post.sentences, place);
    if (!request || knows_already(post.sentences[place].folded)) continue;
    return asks_others(post) ? std::nullopt : request;
  }
  return std::nullopt;
}

}  // namespace language
