#include "language/spelling.hpp"

#include <gtest/gtest.h>

#include "language/reader.hpp"

namespace {

using language::Spelling;

const Spelling& course() {
  static const Spelling spelling({"cancel", "order", "orders", "order", "slides", "recording", "recordings",
                                  "devoir", "quiz", "week12", "webinaire", "genuine"});
  return spelling;
}

TEST(Spelling, ReadsOneSlipAsTheKnownWord) {
  const struct {
    const char* written;
    const char* meant;
  } cases[] = {{"cancle", "cancel"},         {"cacel", "cancel"},       {"canncel", "cancel"},
               {"slidez", "slides"},         {"sildes", "slides"},      {"recordng", "recording"},
               {"recrodings", "recordings"}, {"webinare", "webinaire"}, {"devoirs", "devoir"}};
  for (const auto& [written, meant] : cases) EXPECT_EQ(course().mended(written), meant) << written;
}

TEST(Spelling, LeavesWordsThatMayBeMeant) {
  for (const char* word : {"cancel", "orders", "", "border", "ordner9", "week13", "quizz", "lancel", "slide",
                           "snacks", "rcrdng", "スライドル", "coincel"})
    EXPECT_EQ(course().mended(word), word);
}

TEST(Spelling, ChoosesTheCommonestOfSeveral) {
  EXPECT_EQ(course().mended("ordeer"), "order");
  EXPECT_EQ(course().mended("orderz"), "order");
  EXPECT_EQ(course().mended("recordimgs"), "recordings");
}

TEST(Spelling, KnowsNothingWithoutWords) {
  EXPECT_EQ(Spelling().mended("cancle"), "cancle");
  EXPECT_EQ(Spelling(std::vector<std::string_view>{}).mended("cancle"), "cancle");
}

TEST(Spelling, FindsTheEntryOfAMisspeltPost) {
  language::ReaderSources sources;
  sources.content.faq.push_back(
      {"certificate", {"How do I get my certificate?", "certificate of completion"}, {}, {}, ""});
  sources.content.faq.push_back({"slides", {"Where are the slides?"}, {}, {}, ""});
  const auto reader = language::Reader::build(sources).value();
  const auto score = [&](const char* text) {
    const auto best = reader->read({text, "en", false}).faq.at(0);
    return best.entry == 0 ? best.score : 0;
  };
  EXPECT_EQ(score("how do i get my certifcate"), score("how do i get my certificate"));
  EXPECT_GE(score("certifciate??"), 0.75);
}

}  // namespace
