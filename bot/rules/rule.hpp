// A rule as a teacher wrote it, typed. Built by rulefile; matched by match.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/action.hpp"
#include "domain/content.hpp"
#include "domain/person.hpp"

namespace rules {

// Where a rule stands, for people: "rules/questions.yaml", line from 1.
struct Place {
  std::string file;
  int line = 0;
};

enum class Topic { faq, glossary, chats };
enum class Feature { link, image, poll, mention };

// One line of `when` or `unless`. `key` and `shown` are the teacher's own words, for reasons.
struct Says {
  std::vector<std::string> phrases;
  bool all = false;
};
struct Matches {
  std::string pattern;
};
struct HasHashtag {
  std::vector<std::string> tags;  // without #
};
struct InLanguage {
  std::vector<std::string> codes;
};
struct Has {
  std::vector<Feature> features;
};
struct AsksQuestion {
  bool wanted = true;
};
struct IntroducesSelf {
  bool wanted = true;
};
struct MentionsBot {
  bool wanted = true;
};
struct AnswersPrompt {
  bool wanted = true;
};
struct AsksAbout {
  Topic topic = Topic::faq;
  std::string entry;                 // one entry's id or term, or ""
  std::vector<AsksAbout> or_else{};  // the rest of a list: any of them will do
};
struct Answers {  // what the post replies to
  enum class What { nobody, learner, facilitator, guest, bot };
  std::vector<What> what;
};
struct AnsweredBy {
  enum class Who { anyone, learner, facilitator, nobody };
  std::vector<Who> who;
};
struct From {
  enum class Who { learner, newcomer, facilitator, guest, joined, anyone };
  std::vector<Who> who;
};
struct PostsSoFar {
  int least = 0;
  int most = 1'000'000'000;
};
struct During {
  enum class What { working_hours, quiet_hours, tweetchat, guest_session, weeks };
  struct Span {
    What what = What::working_hours;
    int first_week = 0;
    int last_week = 0;
  };
  std::vector<Span> spans;
};
struct Between {
  std::chrono::year_month_day first;  // both included, in course time
  std::chrono::year_month_day last;
};
struct HasLabel {
  std::vector<std::string> labels;
};

using Test =
    std::variant<Says, Matches, HasHashtag, InLanguage, Has, AsksQuestion, IntroducesSelf, MentionsBot,
                 AnswersPrompt, AsksAbout, Answers, AnsweredBy, From, PostsSoFar, During, Between, HasLabel>;

struct Condition {
  std::string key;    // "asks_about"
  std::string shown;  // "faq", as typed
  Test test;
};

// `every`: in course time.
struct Schedule {
  enum class Kind { day, weekday, day_of_week, day_of_month };
  Kind kind = Kind::day;
  std::chrono::weekday day_of_week{};
  unsigned day_of_month = 1;
  std::chrono::minutes at{0};
  std::string shown;
};

struct Delay {
  std::chrono::minutes length{0};
  bool working_hours = false;
  std::string shown;  // "2 working hours"
};

struct Limit {
  enum class Per { course, learner, thread };
  enum class Window { ever, hour, day, week };  // rolling, not calendar
  int count = 1;
  Per per = Per::learner;
  Window window = Window::ever;
  std::string shown;
};

// Texts to choose from, by language ("" = the course's first); at least one each.
using Variants = std::map<std::string, std::vector<std::string>>;

struct Step {
  domain::ActionKind kind = domain::ActionKind::reply;
  Variants wording;           // reply, post with a text of their own
  std::string template_name;  // reply_with, post_with
  std::string target;         // tell_facilitators, label, add_to_digest, send_digest
  bool urgent = false;
};

struct Rule {
  std::string name;
  std::string because;
  domain::Mode mode = domain::Mode::draft;
  std::optional<Schedule> every;  // none: a post is the trigger
  std::vector<Condition> when;
  std::vector<Condition> unless;
  std::optional<Delay> wait;
  std::vector<Step> then;
  std::optional<Limit> limit;
  Place place;

  bool speaks() const {
    for (const Step& step : then) {
      if (domain::is_public_speech(step.kind)) return true;
    }
    return false;
  }
  bool replies() const {  // competes for the post's one reply
    for (const Step& step : then) {
      if (step.kind == domain::ActionKind::reply) return true;
    }
    return false;
  }
};

}  // namespace rules
