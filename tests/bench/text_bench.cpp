// How fast a post's text is read, part by part, on one thread: posts per CPU second. Made-up posts of about
// 140 bytes.
#include <array>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "language/code_points.hpp"
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
#include "language/reader.hpp"
#include "language/safety.hpp"
#include "language/tokens.hpp"
#include "tests/bench/made_course.hpp"

namespace {

constexpr std::array<std::string_view, 40> words{
    "where", "are",   "the",     "slides",  "for",    "week",  "session", "I",      "can't",    "find",
    "them",  "hello", "from",    "Halifax", "my",     "first", "course",  "online", "learning", "tonight's",
    "chat",  "about", "quizzes", "is",      "anyone", "else",  "stuck",   "on",     "module",   "three",
    "great", "link",  "thanks",  "@dana",   "does",   "know",  "when",    "we",     "meet",     "please"};
constexpr std::array<std::string_view, 6> ends{"#flockcourse",     "https://example.org/course/slides?week=3",
                                               "👍🏽",         "où est l'été ?",
                                               "see example.org.", "#Flock #intro 日本語"};

// The same on every run and machine.
class Dice {
 public:
  std::size_t below(std::size_t count) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return (state_ >> 33U) % count;
  }

 private:
  std::uint64_t state_ = 1;
};

std::vector<std::string> made_posts(std::size_t count) {
  Dice dice;
  std::vector<std::string> posts;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    while (text.size() < 110) text += std::string(words.at(dice.below(words.size()))) + " ";
    posts.push_back(text + std::string(ends.at(dice.below(ends.size()))));
  }
  return posts;
}

std::vector<std::string> made_phrases(std::size_t count) {
  Dice dice;
  std::vector<std::string> phrases;
  for (std::size_t i = 0; i < count; ++i) {
    phrases.push_back(std::string(words.at(dice.below(words.size()))) + " word" + std::to_string(i));
  }
  return phrases;
}

std::vector<std::string> made_patterns(std::size_t count) {
  Dice dice;
  std::vector<std::string> patterns;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    patterns.push_back("\\b" + std::string(words.at(dice.below(words.size()))) + " (of|for) x" + number +
                       "\\d+");
  }
  return patterns;
}

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// How fast the texts are read for the first time, and then again and again for about a second. The sum keeps
// the compiler honest.
template <class Text, class Read>
void measure(const std::string& what, const std::vector<Text>& texts, const Read& read) {
  const auto count = static_cast<double>(texts.size());
  std::size_t sum = 0;
  double rounds = 0;
  const double begin = cpu_seconds();
  for (const Text& text : texts) sum += read(text);
  const double first = cpu_seconds() - begin;
  double taken = 0;
  for (; taken < 1.0; taken = cpu_seconds() - begin - first, ++rounds) {
    for (const Text& text : texts) sum += read(text);
  }
  std::printf("%-44s %10.0f posts/s   new %10.0f posts/s   (%zu)\n", what.c_str(), count * rounds / taken,
              count / first, sum % 10);
}

struct Read {
  std::string text;
  std::u32string points;
  language::Entities entities;
  language::PlainText plain;
  std::vector<language::Token> tokens;
};

Read read_of(const std::string& text) {
  Read read{text, language::code_points_of(text), {}, {}, language::tokens_of(text)};
  read.entities = language::entities_of(std::u32string_view(read.points));
  read.plain = language::plain_text_of(read.points, read.entities);
  return read;
}

void measure_parts(const std::vector<Read>& posts) {
  measure("plain text", posts, [](const Read& post) {
    return language::plain_text_of(post.points, post.entities).sentences.size();
  });
  measure("language", posts,
          [](const Read& post) { return language::language_of(post.plain, "").code.size(); });
  measure("question", posts,
          [](const Read& post) { return static_cast<std::size_t>(language::question_in(post.plain).is); });
  measure("safety", posts, [](const Read& post) {
    return static_cast<std::size_t>(language::danger_in(post.plain).human_needed());
  });
  const language::IntroductionDetector introductions({"Halifax", "Toronto"});
  measure("introduction", posts, [&](const Read& post) {
    return introductions.judge(post.plain, post.points, post.tokens).told.size();
  });
  const language::GlossaryRequests glossary({{"Retweet", {"RT"}, {}, {}}, {"Hashtag", {}, {}, {}}});
  measure("glossary request", posts, [&](const Read& post) {
    return static_cast<std::size_t>(glossary.find_in(post.plain).has_value());
  });
  const language::FaqReading faq(made::faq(300), {});
  measure("300 FAQ entries", posts, [&](const Read& post) {
    language::Reading reading;
    faq.read(post.plain, reading);
    return reading.faq_asked.size();
  });
}

// What a post says, one detector after the other, then all of them, on real chatter: no post comes a second
// time before 12,000 others.
void measure_understanding() {
  const std::vector<std::string> texts = made::posts(12'000);
  std::vector<Read> posts;
  for (const std::string& text : texts) posts.push_back(read_of(text));
  measure_parts(posts);
  language::ReaderSources sources;
  const auto measure_reader = [&](const std::string& what) {
    const auto reader = language::Reader::build(sources);
    measure(what, texts, [&](const std::string& text) {
      return reader.value()->read({text, "", false}).folded.size();
    });
  };
  measure_reader("all of it, without FAQ, phrases and patterns");
  sources.phrases = made_phrases(1'000);
  sources.content.faq = made::faq(300);
  measure_reader("all of it, 1,000 phrases, 300 FAQ entries");
}

}  // namespace

int main() {
  const std::vector<std::string> posts = made_posts(5'000);
  measure("links, names, tags and length for X", posts, [](const std::string& post) {
    const std::u32string points = language::code_points_of(post);
    const language::Entities entities = language::entities_of(std::u32string_view(points));
    return static_cast<std::size_t>(language::x_weighted(post, points)) + entities.urls.size();
  });
  measure("the same with all lengths", posts, [](const std::string& post) {
    const std::u32string points = language::code_points_of(post);
    const language::Entities entities = language::entities_of(std::u32string_view(points));
    return static_cast<std::size_t>(language::lengths_of(post, points, entities).mastodon);
  });
  measure("fold", posts, [](const std::string& post) { return base::fold(post).size(); });
  measure("words", posts, [](const std::string& post) { return language::tokens_of(post).size(); });
  for (const std::size_t count : {10U, 100U, 1'000U, 10'000U}) {
    const language::PhraseIndex index = language::PhraseIndex::build(made_phrases(count));
    measure("words and " + std::to_string(count) + " phrases", posts,
            [&index](const std::string& post) { return index.find(language::tokens_of(post)).size(); });
  }
  for (const std::size_t count : {10U, 100U, 1'000U, 10'000U}) {
    const auto set = language::PatternSet::build(made_patterns(count));
    if (!set) return 1;
    measure("fold and " + std::to_string(count) + " regular expressions", posts,
            [&set](const std::string& post) { return set.value().find(base::fold(post)).size(); });
  }
  measure_understanding();
  std::string html;
  for (const std::string& post : posts) html += "<p>" + post + "</p>";
  measure("HTML to text, pages of 700 kB", std::vector<std::string>{html},
          [](const std::string& page) { return language::html_to_text(page).size(); });
  return 0;
}
