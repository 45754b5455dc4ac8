#include "base/fingerprint.hpp"

#include <gtest/gtest.h>

#include <string>
#include <unordered_set>

namespace {

TEST(Fingerprint, is_the_same_for_the_same_name_only) {
  std::unordered_set<base::Fingerprint, base::FingerprintHash> prints;
  for (int i = 0; i < 10'000; ++i)
    prints.insert(base::fingerprint_of("https://social.example/" + std::to_string(i)));
  prints.insert(base::fingerprint_of(""));
  EXPECT_EQ(prints.size(), 10'001U);
  EXPECT_EQ(base::fingerprint_of("https://social.example/1"),
            base::fingerprint_of("https://social.example/1"));
}

}  // namespace
