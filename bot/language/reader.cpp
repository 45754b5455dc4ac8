#include "language/reader.hpp"

#include <algorithm>
#include <unordered_set>

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

namespace {

std::string_view beginning_of(std::string_view text) {
  if (text.size() <= longest_heard) return text;
  std::size_t end = longest_heard;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;  // not inside a character
  return text.substr(0, end);
}

// A post's text in the forms that its parts are read from.
struct Shapes {
  std::u32string points;
  std::vector<Token> tokens;
  PlainText plain;
  bool addressed = false;
};

}  // namespace

struct Reader::Parts {
  Parts(const ReaderSources& sources, PatternSet pattern_set)
      : phrases(PhraseIndex::build(sources.phrases)),
        patterns(std::move(pattern_set)),
        introductions(sources.branches),
        glossary(sources.content.glossary),
        faq(sources.content.faq, sources.thresholds),
        bot_handle(base::fold(sources.bot_handle)) {}

  void read_words(const PostText& post, const Shapes& shapes, Reading& reading) const;
  void read_aspects(const Aspects& aspects, const PostText& post, const Shapes& shapes,
                    Reading& reading) const;

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
  folded.reserve(entities.hashtags.size());  // so that `known` may point into it
  std::unordered_set<std::string_view> known;
  for (const auto& hashtag : entities.hashtags) {
    auto text = base::fold(hashtag.text);
    if (!known.contains(text)) known.insert(folded.emplace_back(std::move(text)));
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
  return read(post, [](const Reading&) { return all_aspects; });
}

Reading Reader::read(const PostText& post, const Wanted& wanted) const {
  Reading reading;
  Shapes shapes{code_points_of(post.text), tokens_of(beginning_of(post.text)), {}, post.addressed};
  reading.entities = entities_of(std::u32string_view(shapes.points));
  shapes.plain = plain_text_of(shapes.points, reading.entities);
  shapes.addressed = shapes.addressed || mentions(reading.entities, parts_->bot_handle);
  parts_->read_words(post, shapes, reading);
  parts_->read_aspects(wanted(reading), post, shapes, reading);
  return reading;
}

void Reader::Parts::read_words(const PostText& post, const Shapes& shapes, Reading& reading) const {
  const auto& urls = reading.entities.urls;
  reading.folded = folded_without_links(post, shapes.points, urls);
  reading.hashtags = folded_hashtags(reading.entities);
  reading.phrases =
      urls.empty() ? phrases.find(shapes.tokens) : phrases.find(without_links(shapes.tokens, urls));
  reading.patterns = patterns.find(reading.folded);
  reading.safety = danger_in(shapes.plain);
  const bool may_be_a_command = shapes.addressed && post.text.size() <= longest_heard;
  if (may_be_a_command) reading.command = command_in(shapes.tokens, reading.entities);
}

void Reader::Parts::read_aspects(const Aspects& aspects, const PostText& post, const Shapes& shapes,
                                 Reading& reading) const {
  const PlainText& plain = shapes.plain;
  if (aspects.lengths) reading.lengths = lengths_of(post.text, shapes.points, reading.entities);
  if (aspects.language) reading.language = language_of(plain, post.network_language);
  if (aspects.question || aspects.faq) reading.question = question_in(plain);  // entries ask for it, too
  if (aspects.introduction) {
    const bool to_the_bot = shapes.addressed && reading.entities.mentions.size() == 1;
    reading.introduction = introductions.judge(plain, shapes.points, shapes.tokens, to_the_bot);
  }
  if (aspects.glossary) reading.glossary = glossary.find_in(plain);
  if (aspects.faq) faq.read(plain, reading);
}

bool is_thanks(std::string_view text) {
  return says_thanks(tokens_of(text));
}

}  // namespace language
