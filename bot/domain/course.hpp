// A course and its dated run, as its teachers wrote them down. Plain values, already checked.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/post.hpp"

namespace domain {

// A text by language code; the key "" holds a text given without a language (the course's first).
using LocalText = std::map<std::string, std::string>;

// Minutes of a day, on some weekdays, in the course's time zone; `until` before `from` runs over midnight.
struct Hours {
  std::vector<std::chrono::weekday> days;  // empty: every day
  std::chrono::minutes from{0};
  std::chrono::minutes until{0};
};

struct Facilitator {
  std::string name;
  std::map<NetworkKind, std::string> handles;  // without the leading @
  std::vector<std::chrono::weekday> duty;      // empty: none in particular
};

// How much the bot may say at most; beyond that speech waits its turn.
struct Budgets {
  int per_learner_day = 3;
  int per_thread = 2;
  int per_hour = 20;
  int per_day = 100;
  int breaker_replies =
      30;  // so many replies decided within breaker_minutes stop all speech of the bot's account
  int breaker_minutes = 5;
};

struct Thresholds {
  double answer = 0.75;
  double draft = 0.45;
};

struct Course {
  std::string cohort;  // name of the folder: what state hangs on
  std::string name;
  std::string site;
  bool uses_starter = false;
  std::vector<std::string> off;       // names of shipped rules that are switched off
  std::vector<std::string> hashtags;  // without #, as typed; compared folded
  std::vector<std::string> languages{"en"};
  std::string time_zone = "UTC";  // IANA name, checked at load
  std::optional<std::chrono::year_month_day> starts;
  int weeks = 0;  // 0: open end
  std::vector<std::chrono::year_month_day> holidays;
  std::optional<Hours> working_hours;
  std::optional<Hours> quiet_hours;
  std::string contact;
  std::vector<Facilitator> facilitators;
  std::vector<std::string> branches;
  std::vector<std::string> joined;  // handles of the roster, without @
  Thresholds understanding;
  Budgets replies;
};

}  // namespace domain
