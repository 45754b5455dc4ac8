#include "language/reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace {

using language::Reader;
using language::Reading;

language::ReaderSources course() {
  language::ReaderSources sources;
  auto& faq = sources.content.faq;
  faq.push_back(
      {"slides",
       {"Where are the slides?", "Is there a slide deck?", "Où sont les diapos ?"},
       {{"en", "The slides are on the course site."}, {"fr", "Les diapos sont sur le site du cours."}},
       {},
       ""});
  faq.push_back(
      {"deadline",
       {"When is the deadline?", "What is the due date of the assignment?", "C'est quand la date limite ?"},
       {{"en", "Friday at noon."}},
       {},
       ""});
  faq.push_back({"certificate",
                 {"Do I get a certificate?", "Est-ce qu'il y a un certificat ?"},
                 {{"en", "Yes, by e-mail after week 8."}},
                 {},
                 ""});
  sources.content.glossary.push_back({"Retweet", {"RT"}, {{domain::NetworkKind::mastodon, "Boost"}}, {}});
  sources.phrases = {"slide deck", "diapos", "week 3"};
  sources.patterns = {"\\bweek \\d+", "never"};
  sources.branches = {"Halifax"};
  sources.bot_handle = "flockmate";
  return sources;
}

Reading read(const std::string& text, bool addressed = false, const std::string& tag = "") {
  static const auto reader = Reader::build(course());
  return (*reader)->read({text, tag, addressed});
}

TEST(Reader, WhoCallsTheBotFirstIntroducesThemselvesAllTheSame) {
  const std::string text = "Hi, I'm Ana, a nurse from Halifax! #FlockCourse";
  const auto plainly = read(text).introduction;
  EXPECT_TRUE(plainly.is);
  EXPECT_EQ(read("@flockmate " + text).introduction.score, plainly.score);
  EXPECT_TRUE(read("@flockmate@social.example " + text, true).introduction.is);
  EXPECT_FALSE(read("@ben " + text).introduction.is);
  EXPECT_FALSE(read("@ben @flockmate " + text, true).introduction.is);
}

TEST(Reader, ReadsEverythingOnce) {
  const auto reading = read("Hi @ana, where is the slide deck of week 3? #FlockCourse #flockcourse");
  EXPECT_EQ(reading.folded, "hi @ana, where is the slide deck of week 3? #flockcourse #flockcourse");
  EXPECT_EQ(reading.hashtags, std::vector<std::string>{"flockcourse"});
  EXPECT_EQ(reading.entities.hashtags.size(), 2U);
  EXPECT_EQ(reading.entities.mentions.size(), 1U);
  EXPECT_EQ(reading.lengths.graphemes, 69);
  EXPECT_EQ(reading.language.code, "en");
  EXPECT_TRUE(reading.question.is);
  EXPECT_FALSE(reading.introduction.is);
  EXPECT_FALSE(reading.safety.human_needed());
  EXPECT_EQ(reading.command, language::Command::none);
  EXPECT_FALSE(reading.glossary);
  ASSERT_FALSE(reading.faq.empty());
  EXPECT_EQ(reading.faq[0].entry, 0U);
  EXPECT_EQ(reading.phrases, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(reading.patterns, std::vector<std::uint32_t>{0});
}

TEST(Reader, ReadsOnlyTheAspectsThatAreWanted) {
  const std::string text = "Hi, I'm Ana, a nurse from Halifax. What is a RT, and where is the slide deck?";
  const auto reader = Reader::build(course()).value();
  const Reading whole = reader->read({text, "", false});
  const auto with = [&](const language::Aspects& wanted) {
    return reader->read({text, "", false}, [&](const Reading& words) {
      EXPECT_EQ(words.phrases, whole.phrases) << "the words are known before the choice is made";
      EXPECT_EQ(words.folded, whole.folded);
      return wanted;
    });
  };
  const Reading none = with({});
  EXPECT_EQ(none.lengths.bytes, 0);
  EXPECT_EQ(none.language.code, "und");
  EXPECT_EQ(none.question.score, 0);
  EXPECT_EQ(none.introduction.score, 0);
  EXPECT_FALSE(none.glossary);
  EXPECT_TRUE(none.faq.empty());
  EXPECT_EQ(with({.lengths = true}).lengths.bytes, whole.lengths.bytes);
  EXPECT_EQ(with({.language = true}).language.code, whole.language.code);
  EXPECT_EQ(with({.question = true}).question.score, whole.question.score);
  EXPECT_EQ(with({.introduction = true}).introduction.told.size(), whole.introduction.told.size());
  EXPECT_EQ(with({.glossary = true}).glossary->term, whole.glossary->term);
  EXPECT_EQ(with({.faq = true}).faq.at(0).score, whole.faq.at(0).score);
}

// A link to the slides is not somebody who says "slides".
TEST(Reader, LinksAreNoWords) {
  const auto reading = read("see https://example.org/slide-deck/diapos?week 3 now");
  EXPECT_EQ(reading.folded, "see 3 now");
  EXPECT_TRUE(reading.phrases.empty());
  EXPECT_EQ(read("slide https://example.org deck").phrases, std::vector<std::uint32_t>{});
  EXPECT_EQ(read("slide deck: https://example.org/week/3").phrases, std::vector<std::uint32_t>{0});
  EXPECT_EQ(read("https://example.org slide deck").phrases, std::vector<std::uint32_t>{0});
  EXPECT_EQ(read("https://example.org/never").patterns, std::vector<std::uint32_t>{});
  EXPECT_EQ(read("never https://example.org/never").patterns, std::vector<std::uint32_t>{1});
}

TEST(Reader, FindsTheEntryInEitherLanguageAndDespiteSlips) {
  for (const auto* text : {"Where do I find the slides? #flockcourse", "où sont les diapos svp",
                           "wheres teh slide deck #flockcourse"}) {
    EXPECT_EQ(read(text).faq.at(0).entry, 0U) << text;
  }
  EXPECT_EQ(read("c'est quand la date limite pour le devoir").faq.at(0).entry, 1U);
}

TEST(Reader, ScoresAreHighForWhatWasWrittenAndLowForOtherThings) {
  EXPECT_GE(read("Where are the slides?").faq.at(0).score, 0.75);
  for (const auto* text :
       {"my cat sleeps on the keyboard", "The slides were great #flockcourse", "", "😂😂", "qwertyuiop"}) {
    EXPECT_LT(read(text).faq.at(0).score, 0.75) << text;
  }
}

TEST(Reader, TwoEntriesAskedInOnePost) {
  const auto reading = read("Where are the slides? And when is the deadline?");
  EXPECT_EQ(reading.faq_asked, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(read("Where are the slides?").faq_asked, std::vector<std::size_t>{0});
  EXPECT_TRUE(read("lovely weather today").faq_asked.empty());
}

TEST(Reader, CommandsOnlyWhereTheBotIsAddressed) {
  EXPECT_EQ(read("stop", true).command, language::Command::stop);
  EXPECT_EQ(read("stop").command, language::Command::none);
  EXPECT_EQ(read("@FlockMate stop!").command, language::Command::stop);
  EXPECT_EQ(read("@flockmate can't stop thinking about #flockcourse").command, language::Command::none);
}

TEST(Reader, ExplainsWhichTermIsAsked) {
  const auto reading = read("what is a boost?");
  ASSERT_TRUE(reading.glossary);
  EXPECT_EQ(reading.glossary->term, 0U);
}

TEST(Reader, KeepsTheNetworksTag) {
  EXPECT_EQ(read("Where are the slides?", false, "fr").language.code, "fr");
}

TEST(Reader, WithoutContentItStillReads) {
  const auto reader = Reader::build({});
  const auto reading = (*reader)->read({"Where are the slides?", "", false});
  EXPECT_TRUE(reading.faq.empty());
  EXPECT_TRUE(reading.faq_asked.empty());
  EXPECT_TRUE(reading.question.is);
}

TEST(Reader, EntriesWithoutWordingsOrWordsAreHarmless) {
  language::ReaderSources sources;
  sources.content.faq = {{"empty", {}, {}, {}, ""}, {"emoji", {"😂"}, {{"", "🙏"}}, {}, ""}};
  const auto reader = Reader::build(sources);
  EXPECT_EQ((*reader)->read({"Where are the slides?", "", false}).faq.size(), 2U);
}

TEST(Reader, AnUnusablePatternIsAnErrorThatNamesIt) {
  language::ReaderSources sources;
  sources.patterns = {"fine", "(unclosed"};
  const auto reader = Reader::build(sources);
  ASSERT_FALSE(reader.ok());
  EXPECT_NE(reader.error().message.find("(unclosed"), std::string::npos);
}

bool same(const Reading& a, const Reading& b) {
  if (a.faq.size() != b.faq.size()) return false;
  for (std::size_t i = 0; i < a.faq.size(); ++i) {
    if (a.faq[i].entry != b.faq[i].entry || a.faq[i].score != b.faq[i].score) return false;
  }
  return a.folded == b.folded && a.question.score == b.question.score && a.safety.score == b.safety.score &&
         a.introduction.score == b.introduction.score && a.language.confidence == b.language.confidence;
}

TEST(Reader, ReadsTheSameOnEveryThreadAndInEveryReader) {
  const auto first = Reader::build(course());
  const auto second = Reader::build(course());
  const std::vector<std::string> posts = {"Where are teh slides?", "Bonjour, moi c'est Luc de Halifax",
                                          "what is a RT", "I want to die"};
  std::vector<std::thread> threads;
  std::vector<int> differences(4);
  threads.reserve(differences.size());
  for (auto& count : differences) {
    threads.emplace_back([&] {
      for (int round = 0; round < 50; ++round) {
        for (const auto& post : posts) {
          count += same((*first)->read({post, "", false}), (*second)->read({post, "", false})) ? 0 : 1;
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (const int count : differences) EXPECT_EQ(count, 0);
}

TEST(Reader, HostilePostsAreReadInTimeLinearInTheirLength) {
  std::string many_tags;
  for (int i = 0; i < 200000; ++i) many_tags += '#';
  std::string many_quotes;
  for (int i = 0; i < 100000; ++i) many_quotes += "\"?";
  std::string one_word(500000, 'a');
  for (const auto& text :
       {many_tags, many_quotes, one_word, std::string("\xff\xfe broken"), std::string(1000, '\0')}) {
    EXPECT_EQ(read(text).safety.human_needed(), false);
  }
}

}  // namespace
