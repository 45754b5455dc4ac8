#include "language/word_vectors.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "language/meaning.hpp"

namespace language {
namespace {

double likeness(std::string_view a, std::string_view b) {
  Meaning first{};
  Meaning second{};
  add(first, WordVectors::shipped().find(a), 1);
  add(second, WordVectors::shipped().find(b), 1);
  return product(first, second) / std::sqrt(product(first, first) * product(second, second));
}

TEST(WordVectors, TheShippedOnesKnowTheCommonWords) {
  EXPECT_EQ(WordVectors::shipped().size(), 20'000U);
  for (const auto* word : {"the", "video", "homework", "deadline"}) {
    EXPECT_EQ(WordVectors::shipped().find(word).size(), 100U) << word;
  }
  for (const auto* word : {"", "slidse", "diapos", "échéance", "2004"}) {
    EXPECT_TRUE(WordVectors::shipped().find(word).empty()) << word;
  }
}

TEST(WordVectors, RelatedWordsLieCloseTogether) {
  EXPECT_GT(likeness("video", "recording"), 0.4);
  EXPECT_GT(likeness("homework", "assignment"), 0.3);
  EXPECT_LT(likeness("video", "deadline"), 0.2);
}

std::string made_file(std::uint32_t words, std::uint32_t dimensions,
                      std::initializer_list<std::uint64_t> hashes) {
  std::string file = "FLKVEC01";
  file.append(reinterpret_cast<const char*>(&words), 4);
  file.append(reinterpret_cast<const char*>(&dimensions), 4);
  for (const std::uint64_t hash : hashes) file.append(reinterpret_cast<const char*>(&hash), 8);
  return file + std::string(hashes.size() * dimensions, '\1');
}

TEST(WordVectors, ABrokenFileIsAnErrorThatSaysWhatIsWrong) {
  const struct {
    std::string file;
    const char* message;
  } cases[] = {
      {"", "word vectors: not a file of word vectors"},
      {"FLKVEC01", "word vectors: not a file of word vectors"},
      {"FLKVEC99" + std::string(100, 'x'), "word vectors: not a file of word vectors"},
      {made_file(1, 50, {7}), "word vectors: not of 100 dimensions"},
      {made_file(2, 100, {7}), "word vectors: cut off or too long"},
      {made_file(1, 100, {7}) + "x", "word vectors: cut off or too long"},
      {made_file(0xFFFFFFFF, 100, {7}), "word vectors: cut off or too long"},
      {made_file(2, 100, {9, 7}), "word vectors: not in order"},
      {made_file(2, 100, {7, 7}), "word vectors: not in order"},
  };
  for (const auto& [file, message] : cases) {
    const auto vectors = WordVectors::read(file);
    ASSERT_FALSE(vectors.ok()) << message;
    EXPECT_EQ(vectors.error().message, message);
    EXPECT_EQ(vectors.error().kind, base::ErrorKind::invalid);
  }
}

TEST(WordVectors, AnyGoodFileIsRead) {
  const std::string a_and_one_more = made_file(2, 100, {7, 0xaf63dc4c8601ec8c});  // FNV-1a of "a"
  const auto vectors = WordVectors::read(a_and_one_more);
  ASSERT_TRUE(vectors.ok());
  EXPECT_EQ(vectors->find("a").size(), 100U);
  EXPECT_TRUE(vectors->find("b").empty());
  EXPECT_TRUE(WordVectors::read(made_file(0, 100, {})).value().find("a").empty());
}

}  // namespace
}  // namespace language
