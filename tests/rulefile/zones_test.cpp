// How people name a time zone, and the place they mean.
#include "rulefile/zones.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Zones, AreMeantSo) {
  const struct {
    const char* written;
    const char* meant;
  } table[] = {
      {"EST", "America/New_York"},
      {"Eastern", "America/New_York"},
      {"CET", "Europe/Paris"},
      {"GMT", "Europe/London"},
      {"GMT+1", "Europe/Paris"},
      {"UTC+01:00", "Europe/Paris"},
      {"utc -5", "America/New_York"},
      {"+5:30", "Asia/Kolkata"},
      {"Toronto", "America/Toronto"},
      {"New York", "America/New_York"},
      {"america/new york", "America/New_York"},
      {"Montréal", "America/Montreal"},
      {"Paris, France", "Europe/Paris"},
      {"Europe/Toronto", "America/Toronto"},
      {"America/Tornto", "America/Toronto"},
      {"Etc/GMT+5", ""},
      {"UTC+25", ""},
      {"our place", ""},
      {"", ""},
      {"/", ""},
  };
  for (const auto& one : table) EXPECT_EQ(rulefile::zone_meant(one.written), one.meant) << one.written;
}

TEST(Zones, WithoutAPlace) {
  for (const char* hour : {"EST", "MST", "CET", "EET", "GMT", "Etc/GMT+5"})
    EXPECT_TRUE(rulefile::is_zone_without_place(hour)) << hour;
  for (const char* fine :
       {"America/Toronto", "UTC", "Etc/UTC", "Japan", "EST5EDT", "US/Eastern", "Europe/Paris"})
    EXPECT_FALSE(rulefile::is_zone_without_place(fine)) << fine;
}

}  // namespace
