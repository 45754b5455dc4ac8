#include "language/linear_model.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "language/faq_terms.hpp"

namespace language {
namespace {

struct Trained {
  explicit Trained(const std::vector<std::vector<std::string>>& classes) {
    std::vector<std::vector<std::string_view>> words;
    std::vector<std::uint32_t> of;
    for (std::uint32_t c = 0; c < classes.size(); ++c) {
      for (const auto& text : classes[c]) {
        words.push_back(words_of(text, 60));
        of.push_back(c);
      }
    }
    space = FeatureSpace(words);
    std::vector<Features> features;
    features.reserve(words.size());
    for (const auto& text : words) features.push_back(space.features_of(text));
    model = LinearModel(features, of, classes.size(), space.columns());
  }
  LinearModel::Scores score(std::string_view text) const {
    return model.score(space.features_of(words_of(text, 60)));
  }
  std::size_t best(std::string_view text) const {
    const auto scores = score(text).of_class;
    return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }
  FeatureSpace space;
  LinearModel model;
};

TEST(LinearModel, LearnsWhichWordDecides) {
  // "the app" stands everywhere and must not decide; "crash" and "price" must.
  const Trained trained({{"the app has a crash", "crash of the app again"},
                         {"what price has the app", "the app and its price"},
                         {"who made the app", "the maker of the app"}});
  EXPECT_EQ(trained.best("my crash"), 0U);
  EXPECT_EQ(trained.best("a good price"), 1U);
  EXPECT_EQ(trained.best("the people who made it"), 2U);
}

TEST(LinearModel, NoneOfThemIsLikelierForAStrangeText) {
  const Trained trained({{"the app has a crash", "crash of the app again"},
                         {"what price has the app", "the app and its price"}});
  const auto known = trained.score("crash of the app");
  EXPECT_GT(known.of_class[0], known.of_none);
  const auto strange = trained.score("zebras swim slowly");
  for (const float score : strange.of_class) EXPECT_LT(score, strange.of_none);
}

TEST(LinearModel, AClassWithoutTextsNeverWins) {
  const Trained trained({{"red apple"}, {}, {"green pear"}});
  EXPECT_EQ(trained.best("red apple"), 0U);
  EXPECT_EQ(trained.best("pear"), 2U);
}

TEST(LinearModel, ManyClassesStayApart) {
  std::vector<std::vector<std::string>> classes;
  for (int c = 0; c < 60; ++c) {
    const std::string thing = "thing" + std::to_string(c) + std::string(1, static_cast<char>('a' + c % 26));
    classes.push_back({"where is the " + thing, "how do i get a " + thing, thing});
  }
  const Trained trained(classes);
  for (std::size_t c = 0; c < classes.size(); ++c)
    EXPECT_EQ(trained.best("i lost my " + classes[c][2]), c) << classes[c][2];
}

}  // namespace
}  // namespace language
