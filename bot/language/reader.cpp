#include "language/reader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "language/code_points.hpp"
#include "language/commands.hpp"
#include "language/entities.hpp"
#include "language/faq_reading.hpp"
#include "language/glossary_request.hpp"
#include "language/introduction.hpp"
#include "language/language_id.hpp"
#include "language/lengths.hpp"
#include "language/pattern_set.hpp"
#include "language/phrase_index.hpp"
#include "language/plain_text.hpp"
#include "language/question.hpp"
#include "language/safety.hpp"
#include "language/tokens.hpp"

namespace language {

struct Reader::Parts {
  Parts(const ReaderSources& sources, PatternSet pattern_set)
      : phrases(PhraseIndex::build(sources.phrases)),
        patterns(std::move(pattern_set)),
        introductions(sources.branches),
        glossary(sources.content.glossary),
        faq(sources.content.faq, sources.thresholds),
        bot_handle(base::fold(sources.bot_handle)) {}

  PhraseIndex phrases;
  PatternSet patterns;
  IntroductionDetector introductions;
  GlossaryRequests glossary;
  FaqReading faq;
  std::string bot_handle;
};

namespace {

std::vector<std::string> folded_hashtags(const Entities& entities) {
  std::vector<std::string> folded;
  for (const auto& hashtag : entities.hashtags) {
    auto text = base::fold(hashtag.text);
    if (std::find(folded.begin(), folded.end(), text) == folded.end()) folded.push_back(std::move(text));
  }
  return folded;
}

bool mentions(const Entities& entities, const std::string& folded_handle) {
  if (folded_handle.empty()) return false;
  return std::any_of(entities.mentions.begin(), entities.mentions.end(),
                     [&](const Entity& mention) { return base::fold(mention.text) == folded_handle; });
}

// A link leaves one token that no phrase holds, so that the words around it do not meet.
std::vector<Token> without_links(const std::vector<Token>& tokens, const std::vector<Entity>& urls) {
  std::vector<Token> words;
  words.reserve(tokens.size());
  auto url = urls.begin();
  for (const Token& token : tokens) {
    while (url != urls.end() && url->span.end <= token.span.begin) ++url;
    if (url == urls.end() || token.span.end <= url->span.begin) {
      words.push_back(token);
    } else if (token.span.begin <= url->span.begin) {
      words.push_back({"\n", token.span, Token::Kind::symbol});
    }
  }
  return words;
}

std::string folded_without_links(const PostText& post, std::u32string_view points,
                                 const std::vector<Entity>& urls) {
  if (urls.empty()) return base::fold(post.text);
  std::u32string words;
  std::size_t begin = 0;
  for (const Entity& url : urls) {
    words.append(points.substr(begin, url.span.begin - begin)).append(U" ");
    begin = url.span.end;
  }
  return base::fold(to_utf8(words.append(points.substr(begin))));
}

}  // namespace

base::Result<std::shared_ptr<const Reader>> Reader::build(const ReaderSources& sources) {
  auto patterns = PatternSet::build(sources.patterns);
  if (!patterns) return patterns.error();
  auto parts = std::make_unique<Parts>(sources, std::move(patterns).value());
  return std::shared_ptr<const Reader>(new Reader(std::move(parts)));
}

Reader::Reader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Reader::~Reader() = default;

Reading Reader::read(const PostText& post) const {
  Reading reading;
  const auto decoded = code_points_of(post.text);
  const std::u32string_view points = decoded;
  const auto tokens = tokens_of(post.text);
  reading.entities = entities_of(points);
  reading.folded = folded_without_links(post, points, reading.entities.urls);
  reading.lengths = lengths_of(post.text, points, reading.entities);
  reading.hashtags = folded_hashtags(reading.entities);
  const auto& urls = reading.entities.urls;
  reading.phrases =
      urls.empty() ? parts_->phrases.find(tokens) : parts_->phrases.find(without_links(tokens, urls));
  reading.patterns = parts_->patterns.find(reading.folded);

  const auto plain = plain_text_of(points, reading.entities);
  reading.language = language_of(plain, post.network_language);
  reading.question = question_in(plain);
  const bool addressed = post.addressed || mentions(reading.entities, parts_->bot_handle);
  const bool to_the_bot = addressed && reading.entities.mentions.size() == 1;
  reading.introduction = parts_->introductions.judge(plain, points, tokens, to_the_bot);
  reading.safety = danger_in(plain);
  if (addressed) {
    reading.command = command_in(tokens, reading.entities);
  }
  reading.glossary = parts_->glossary.find_in(plain);
  parts_->faq.read(plain, reading);
  return reading;
}

bool is_thanks(std::string_view text) {
  return says_thanks(tokens_of(text));
}

}  // namespace language
