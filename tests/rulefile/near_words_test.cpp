// Words of people's own, and the ones of the rules that they stand for.
#include "rulefile/near_words.hpp"

#include <gtest/gtest.h>

#include "rulefile/grammar.hpp"

namespace {

using rulefile::Where;

std::string meant(Where where, const char* key, const char* text) {
  return rulefile::word_meant(text, rulefile::allowed_words(*rulefile::find_key(where, key)));
}

TEST(NearWords, StandForOurs) {
  const struct {
    Where where;
    const char* key;
    const char* written;
    const char* meant;
  } table[] = {
      {Where::rule, "mode", "live", "auto"},
      {Where::rule, "mode", "Automatique", "auto"},
      {Where::rule, "mode", "off", "shadow"},
      {Where::rule, "mode", "drfat", "draft"},
      {Where::rule, "replaces", "yes", "starter"},
      {Where::course, "uses", "starter pack", "starter"},
      {Where::condition, "from", "Students", "learner"},
      {Where::condition, "from", "new learners", "newcomer"},
      {Where::condition, "from", "nobody", ""},
      {Where::condition, "answered_by", "no one", "nobody"},
      {Where::condition, "answered_by", "yes", "anyone"},
      {Where::condition, "answered_by", "teacher", "facilitator"},
      {Where::condition, "has", "photo", "image"},
      {Where::condition, "has", "no link", ""},
      {Where::condition, "from", "not facilitator", ""},
      {Where::inline_case, "network", "Twitter", "x"},
      {Where::rule, "mode", "", ""},
  };
  for (const auto& one : table) EXPECT_EQ(meant(one.where, one.key, one.written), one.meant) << one.written;
}

TEST(NearWords, AreAListWhereThereAreSeveral) {
  const auto allowed = rulefile::allowed_words(*rulefile::find_key(Where::condition, "from"));
  EXPECT_EQ(rulefile::words_meant_of("newcomer, guest", allowed), "[newcomer, guest]");
  EXPECT_EQ(rulefile::words_meant_of("students or guests", allowed), "[learner, guest]");
  EXPECT_EQ(rulefile::words_meant_of("newcomer", allowed), "");
  EXPECT_EQ(rulefile::words_meant_of("newcomer, whoever comes", allowed), "");
  EXPECT_EQ(rulefile::words_meant_of("", allowed), "");
}

TEST(NearWords, StandForPlaceholders) {
  EXPECT_EQ(rulefile::placeholder_meant("first name"), "name");
  EXPECT_EQ(rulefile::placeholder_meant("Prénom"), "name");
  EXPECT_EQ(rulefile::placeholder_meant("username"), "handle");
  EXPECT_EQ(rulefile::placeholder_meant("url"), "course.site");
  EXPECT_EQ(rulefile::placeholder_meant("weather"), "");
  EXPECT_EQ(rulefile::placeholder_meant(""), "");
}

}  // namespace
