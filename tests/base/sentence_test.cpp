#include "base/sentence.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Sentence, HasItsBlanksFilled) {
  EXPECT_EQ(base::fill_in("%2 and %1, %1", {"a", "b"}), "b and a, a");
  EXPECT_EQ(base::fill_in("%1", {"%2", "b"}), "%2") << "what is filled in is left alone";
  EXPECT_EQ(base::fill_in("%1 of %3", {"a"}), "a of ");
  EXPECT_EQ(base::fill_in("100 % and %", {}), "100 % and %");
}

TEST(Sentence, InFrenchHasSpacesThatDoNotBreak) {
  EXPECT_EQ(base::set_in_french("« ici » : quoi ? oui ; non !"),
            "«\u00A0ici\u00A0»\u00A0: quoi\u00A0? oui\u00A0; non\u00A0!");
  EXPECT_EQ(base::set_in_french("le mot-dièse"), "le mot-dièse");
}

}  // namespace
