#include "language/praise.hpp"

#include <gtest/gtest.h>

#include "language/reader.hpp"
#include "language/reading.hpp"

namespace {

using language::Reader;

std::shared_ptr<const Reader> reader() {
  language::ReaderSources sources;
  sources.content.faq.push_back(
      {"slides", {"Where are the slides?", "Where do I find the slide deck?"}, {{"en", "Here."}}, {}, ""});
  sources.content.faq.push_back({"recordings", {"Where are the recordings?"}, {{"en", "There."}}, {}, ""});
  return Reader::build(sources).value();
}

double score_of(const std::string& text) {
  static const auto one = reader();
  return one->read({text, "", false}).faq.at(0).score;
}

TEST(Praise, asks_for_no_answer) {
  for (const char* text :
       {"The slides were great #flockcourse", "I loved the slides", "Thanks for the slides!",
        "Love these slides, so helpful", "Wow, the slides are really clear", "Great slides everyone",
        "We really enjoyed the recordings", "Merci pour les slides !", "Les slides étaient vraiment géniales",
        "J'ai adoré les slides", "@flockmate thank you for the slides"})
    EXPECT_LT(score_of(text), 0.45) << text;
}

TEST(Praise, finds_the_entry_that_is_worded_as_praise) {
  language::ReaderSources sources;
  sources.content.faq.push_back({"slides", {"Where are the slides?"}, {{"en", "Here."}}, {}, ""});
  sources.content.faq.push_back(
      {"thanks", {"thank you so much", "thanks for your help"}, {{"en", "You are welcome!"}}, {}, ""});
  const auto one = Reader::build(sources).value();
  const auto thanked = one->read({"thanks for all your help", "", false}).faq;
  EXPECT_EQ(thanked.at(0).entry, 1U);
  EXPECT_GE(thanked.at(0).score, 0.45);
  EXPECT_LT(one->read({"Thanks for the slides", "", false}).faq.at(1).score, 0.45);
}

TEST(Praise, with_a_wish_or_a_trouble_is_no_mere_praise) {
  for (const char* text : {"Thanks! Where are the slides", "I loved the talk, where are the slides?",
                           "Slides are missing, thanks", "Thanks for the slides but I can't open the slides",
                           "The slides were great, please share the slides"})
    EXPECT_GE(score_of(text), 0.45) << text;
}

}  // namespace
