// How people write times and limits, and what they mean.
#include "rulefile/near_values.hpp"

#include <gtest/gtest.h>

namespace {

using rulefile::Type;
using rulefile::value_meant;

TEST(NearValues, AreBroughtIntoOurForm) {
  const struct {
    Type type;
    const char* written;
    const char* meant;
  } table[] = {
      {Type::delay, "15min", "15 minutes"},
      {Type::delay, "15 mins", "15 minutes"},
      {Type::delay, "2h", "2 hours"},
      {Type::delay, "1h", "1 hour"},
      {Type::delay, "3 heures", "3 hours"},
      {Type::limit, "1 per person", "once per learner"},
      {Type::limit, "1 time per learner", "once per learner"},
      {Type::limit, "3 per student per day", "3 per learner per day"},
      {Type::limit, "max 10 per hour", "10 per hour"},
      {Type::schedule, "Monday 9am", "Monday at 09:00"},
      {Type::schedule, "Mondays at 9:00", "Monday at 9:00"},
      {Type::schedule, "every Monday at 9", "Monday at 9:00"},
      {Type::schedule, "daily at 4:30 pm", "day at 16:30"},
      {Type::schedule, "weekdays 16:30", "weekday at 16:30"},
      {Type::schedule, "Friday at 12 am", "Friday at 00:00"},
      {Type::during, "weeks 2-4", "weeks 2 to 4"},
      {Type::during, "week 2 to 4", "weeks 2 to 4"},
      {Type::during, "weeks 2 \u2013 4", "weeks 2 to 4"},
      {Type::during, "semaine 3", "week 3"},
      {Type::hours, "22:00-07:00", "22:00 to 07:00"},
      {Type::hours, "10pm to 7am", "22:00 to 07:00"},
  };
  for (const auto& row : table) EXPECT_EQ(value_meant(row.type, row.written), row.meant) << row.written;
}

TEST(NearValues, AreNotGuessedFromAfar) {
  for (const Type type : {Type::delay, Type::limit, Type::schedule, Type::during, Type::hours, Type::date}) {
    for (const char* written :
         {"", "soon", "a while", "often", "-", "99pm", "2 months", "Mondy 9", ":", "1:am"}) {
      EXPECT_EQ(value_meant(type, written), "") << written;
    }
    EXPECT_EQ(value_meant(type, std::string(100'000, '1')), "");
  }
}

}  // namespace
