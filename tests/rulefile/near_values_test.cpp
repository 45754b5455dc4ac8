// How people write times and limits, and what they mean.
#include "rulefile/near_values.hpp"

#include <gtest/gtest.h>

#include "rulefile/near_hours.hpp"

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
      {Type::delay, "15", "15 minutes"},
      {Type::delay, "half an hour", "30 minutes"},
      {Type::delay, "une demi-heure", "30 minutes"},
      {Type::delay, "an hour", "1 hour"},
      {Type::delay, "une heure", "1 hour"},
      {Type::delay, "three hours", "3 hours"},
      {Type::delay, "1.5 hours", "90 minutes"},
      {Type::delay, "1,5 heures", "90 minutes"},
      {Type::delay, "two weeks", "14 days"},
      {Type::limit, "once", "once per learner"},
      {Type::limit, "only once", "once per learner"},
      {Type::limit, "once a day", "once per learner per day"},
      {Type::limit, "3 a week", "3 per learner per week"},
      {Type::schedule, "Monday", "Monday at 09:00"},
      {Type::during, "second week", "week 2"},
      {Type::during, "the third week", "week 3"},
      {Type::during, "week two", "week 2"},
      {Type::number, "six", "6"},
      {Type::number, "6 weeks", "6"},
      {Type::number, "huit semaines", "8"},
      {Type::share, "75%", "0.75"},
      {Type::share, "5 %", "0.05"},
      {Type::share, "45", "0.45"},
      {Type::yes_no, "Oui", "yes"},
      {Type::yes_no, "1", "yes"},
      {Type::yes_no, "off", "no"},
      {Type::posts_so_far, "first", "1"},
      {Type::posts_so_far, "first post", "1"},
      {Type::posts_so_far, "more than 3", "at least 4"},
      {Type::posts_so_far, "< 3", "at most 2"},
      {Type::posts_so_far, ">=3", "at least 3"},
      {Type::posts_so_far, "up to three posts", "at most 3"},
      {Type::posts_so_far, "3 or more", "at least 3"},
      {Type::posts_so_far, "3+", "at least 3"},
      {Type::posts_so_far, "five", "5"},
      {Type::date, "7 September 2026", "2026-09-07"},
      {Type::date, "Sept 7th, 2026", "2026-09-07"},
      {Type::date, "Monday, 7 September 2026", "2026-09-07"},
      {Type::date, "1er mars 2026", "2026-03-01"},
      {Type::date, "2026/9/7", "2026-09-07"},
      {Type::date, "2026-9-7", "2026-09-07"},
      {Type::date, "31/03/2026", "2026-03-31"},
      {Type::date, "03/31/2026", "2026-03-31"},
      {Type::date, "7.9.2026", "2026-09-07"},
      {Type::dates, "2026-09-21 to 2026-09-23", "[2026-09-21, 2026-09-22, 2026-09-23]"},
      {Type::dates, "21 Sept 2026", "2026-09-21"},
      {Type::days, "Monday-Friday", "[Monday, Tuesday, Wednesday, Thursday, Friday]"},
      {Type::days, "weekdays", "[Monday, Tuesday, Wednesday, Thursday, Friday]"},
      {Type::days, "Mon and Thurs", "[Monday, Thursday]"},
      {Type::days, "le week-end", "[Saturday, Sunday]"},
      {Type::languages, "English", "en"},
      {Type::languages, "fr_CA", "fr"},
      {Type::language, "Français", "fr"},
      {Type::tags, "#intro, #hello", "[\"#intro\", \"#hello\"]"},
      {Type::tags, "intro hello", "[\"#intro\", \"#hello\"]"},
      {Type::hours, "10pm to 7am", "22:00 to 07:00"},
      {Type::hours, "22h à 7h", "22:00 to 07:00"},
      {Type::hours, "de 22h30 à 7h00", "22:30 to 07:00"},
      {Type::hours, "from 22:00 until 07:00", "22:00 to 07:00"},
      {Type::hours, "between 22:00 and 07:00", "22:00 to 07:00"},
      {Type::between, "2026-02-01 and 2026-01-01", "2026-01-01 and 2026-02-01"},
      {Type::between, "2026-01-12 to 2026-01-16", "2026-01-12 and 2026-01-16"},
      {Type::between, "12 January 2026 - 16 January 2026", "2026-01-12 and 2026-01-16"},
      {Type::between, "2026-01-12/2026-01-16", "2026-01-12 and 2026-01-16"},
      {Type::between, "now and then", ""},
      {Type::hours, "22.00 \u2013 7.00", "22:00 to 07:00"},
      {Type::hours, "22:00 to 24:00", "22:00 to 00:00"},
      {Type::hours, "midnight to 7am", "00:00 to 07:00"},
      {Type::hours, "Mon-Fri 9-17", "weekdays 09:00 to 17:00"},
      {Type::hours, "9-5", ""},
      {Type::hours, "Mon-Fri 9:00-17:00", "weekdays 09:00 to 17:00"},
      {Type::hours, "Monday to Friday, 9am to 5pm", "weekdays 09:00 to 17:00"},
      {Type::hours, "Mon. to Thurs. 09:00 to 17:00", "Monday, Tuesday, Wednesday, Thursday 09:00 to 17:00"},
      {Type::hours, "Tues & Thurs 09:00 to 17:00", "Tuesday, Thursday 09:00 to 17:00"},
      {Type::hours, "weekends 08:00 to 20:00", "Saturday and Sunday 08:00 to 20:00"},
      {Type::hours, "le week-end de 8h à 20h", "Saturday and Sunday 08:00 to 20:00"},
      {Type::hours, "lundi au vendredi 8h à 20h", "weekdays 08:00 to 20:00"},
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

TEST(NearValues, OfTwoMeaningsHaveNone) {
  const struct {
    Type type;
    const char* written;
  } table[] = {
      {Type::date, "03/04/2026"},
      {Type::date, "7 September"},
      {Type::date, "2026-02-30"},
      {Type::date, "end of March"},
      {Type::date, "1 2 3 4"},
      {Type::dates, "2026-09-21 to 2027-09-21"},
      {Type::dates, "2026-09-21 to x"},
      {Type::days, "sometimes"},
      {Type::days, "Friday to Monday"},
      {Type::share, "1.5"},
      {Type::share, "175%"},
      {Type::yes_no, "maybe"},
      {Type::number, "many"},
      {Type::number, "6 7"},
      {Type::posts_so_far, "< 1"},
      {Type::posts_so_far, "more than"},
      {Type::languages, "klingon"},
      {Type::tags, "#one"},
      {Type::tags, "a#b c@d"},
      {Type::delay, "-1.5 hours"},
      {Type::delay, "half"},
  };
  for (const auto& row : table) EXPECT_EQ(value_meant(row.type, row.written), "") << row.written;
}

TEST(NearValues, KnowMoreThanOneSpan) {
  for (const char* several : {"weekdays 22:00 to 07:00, weekends 20:00 to 09:00",
                              "22:00 to 07:00; 12:00 to 13:00", "Mon 22:00-07:00 / Sat 20:00-09:00"})
    EXPECT_TRUE(rulefile::is_several_spans(several)) << several;
  for (const char* one : {"22:00 to 07:00", "Monday, Friday 22:00 to 07:00", "at night, mostly", ",", ""})
    EXPECT_FALSE(rulefile::is_several_spans(one)) << one;
}

}  // namespace
