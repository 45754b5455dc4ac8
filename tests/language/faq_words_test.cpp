#include "language/faq_words.hpp"

#include <gtest/gtest.h>

#include "language/faq_terms.hpp"

namespace language {
namespace {

FaqWords::Words words(std::string_view text) {
  return words_of(text, 60);
}

const FaqWords& course() {
  static const FaqWords faq(
      {words("where are the slides the slides are on the site"), words("merci beaucoup")},
      {words("where are the slides"), words("merci beaucoup")});
  return faq;
}

std::vector<std::uint32_t> columns_of(const Features& features) {
  std::vector<std::uint32_t> columns;
  for (const auto& cell : features.row) columns.push_back(cell.column);
  return columns;
}

TEST(FaqWords, ReadKnownWordsAsTheSpaceDoes) {
  const auto text = course().read(words("where are the slides"));
  const auto features = course().space().features_of(words("where are the slides"));
  EXPECT_EQ(columns_of(text.features), columns_of(features));
  for (std::size_t i = 0; i < features.row.size(); ++i)
    EXPECT_EQ(text.features.row[i].value, features.row[i].value);
  EXPECT_EQ(product(text.features.meaning, text.features.meaning),
            product(features.meaning, features.meaning));
}

TEST(FaqWords, ReadStrangersByTheirStemsLettersAndMeanings) {
  const auto text = course().read(words("sliding videos"));
  ASSERT_EQ(text.stems.size(), 2U);
  EXPECT_EQ(text.stems[0].number, course().stems_of(words("slides"))[0].number);
  EXPECT_EQ(text.stems[1].number, HashNumbers::none);
  EXPECT_FALSE(text.features.row.empty());  // " sl", "sli" and "lid"
  EXPECT_GT(product(text.features.meaning, text.features.meaning), 0.1);
}

TEST(FaqWords, ReadAMisspeltWordAsTheFaqSpellsIt) {
  const auto right = course().read(words("beaucoup slides"));
  const auto slip = course().read(words("baucoup slidez"));
  EXPECT_EQ(columns_of(right.features), columns_of(slip.features));
  EXPECT_EQ(right.stems[1].hash, slip.stems[1].hash);
}

TEST(FaqWords, PassOverGreetingsThatNoWordingHolds) {
  EXPECT_TRUE(course().read(words("hello everybody thanks")).stems.empty());
  EXPECT_EQ(course().read(words("hello merci")).stems.size(), 1U);
}

TEST(FaqWords, KnowAPairOnlyInItsOrder) {
  const auto pair = course().read(words("the slides")).features.row.size();
  EXPECT_EQ(course().read(words("slides the")).features.row.size(), pair - 1);
}

}  // namespace
}  // namespace language
