#include "rules/fingerprint.hpp"

#include "base/text.hpp"
#include "rules/ruleset.hpp"

namespace rules {
namespace {

// Values written one after the other, each with its length, so that no two sources look alike.
class Ink {
 public:
  void add(const std::string& text) { bytes_ += std::to_string(text.size()) + ":" + text; }
  void add(long long number) { add(std::to_string(number)); }
  void add(double number) { add(std::to_string(number)); }
  void add(std::chrono::year_month_day date) {
    add(static_cast<long long>(std::chrono::sys_days{date}.time_since_epoch().count()));
  }
  void add(const std::vector<std::string>& texts) {
    add(static_cast<long long>(texts.size()));
    for (const std::string& text : texts) add(text);
  }
  template <typename Key, typename Value>
  void add(const std::map<Key, Value>& entries) {
    add(static_cast<long long>(entries.size()));
    for (const auto& [key, value] : entries) {
      add(key);
      add(value);
    }
  }
  void add(domain::NetworkKind network) { add(std::string(to_word(network))); }
  std::uint64_t dry() const { return base::stable_hash(bytes_); }

 private:
  std::string bytes_;
};

void add_hours(Ink& ink, const std::optional<domain::Hours>& hours) {
  if (!hours) return ink.add(0LL);
  for (const std::chrono::weekday day : hours->days) ink.add(static_cast<long long>(day.c_encoding()));
  ink.add(static_cast<long long>(hours->from.count()));
  ink.add(static_cast<long long>(hours->until.count()));
}

void add_course(Ink& ink, const domain::Course& course) {
  for (const std::string* text :
       {&course.cohort, &course.name, &course.site, &course.time_zone, &course.contact}) {
    ink.add(*text);
  }
  for (const auto* texts :
       {&course.off, &course.hashtags, &course.languages, &course.branches, &course.joined}) {
    ink.add(*texts);
  }
  if (course.starts) ink.add(*course.starts);
  ink.add(static_cast<long long>(course.weeks));
  ink.add(static_cast<long long>(course.holidays.size()));
  for (const auto& holiday : course.holidays) ink.add(holiday);
  add_hours(ink, course.working_hours);
  add_hours(ink, course.quiet_hours);
  ink.add(static_cast<long long>(course.facilitators.size()));
  for (const domain::Facilitator& facilitator : course.facilitators) {
    ink.add(facilitator.name);
    ink.add(facilitator.handles);
    ink.add(static_cast<long long>(facilitator.duty.size()));
    for (const std::chrono::weekday day : facilitator.duty) ink.add(static_cast<long long>(day.c_encoding()));
  }
  ink.add(course.understanding.answer);
  ink.add(course.understanding.draft);
  const domain::Budgets& budgets = course.replies;
  for (const int number : {budgets.per_learner_day, budgets.per_thread, budgets.per_hour, budgets.per_day,
                           budgets.breaker_replies, budgets.breaker_minutes}) {
    ink.add(static_cast<long long>(number));
  }
}

void add_content(Ink& ink, const domain::Content& content) {
  for (const domain::FaqEntry& entry : content.faq) {
    ink.add(entry.id);
    ink.add(entry.asks);
    ink.add(entry.answer);
  }
  for (const domain::GlossaryTerm& term : content.glossary) {
    ink.add(term.term);
    ink.add(term.also);
    ink.add(term.called);
    ink.add(term.means);
  }
}

// A line's words as typed decide what it tests; where they may hold commas, one by one: `[a, b]` is not
// "a, b".
void add_line(Ink& ink, const Condition& line) {
  ink.add(line.key);
  ink.add(line.shown);
  if (const auto* says = std::get_if<Says>(&line.test)) ink.add(says->phrases);
  if (const auto* label = std::get_if<HasLabel>(&line.test)) ink.add(label->labels);
  if (const auto* asks = std::get_if<AsksAbout>(&line.test)) {
    ink.add(asks->entry);
    for (const AsksAbout& other : asks->or_else) ink.add(other.entry);
  }
}

void add_lines(Ink& ink, const std::vector<Condition>& lines) {
  ink.add(static_cast<long long>(lines.size()));
  for (const Condition& line : lines) add_line(ink, line);
}

void add_rule(Ink& ink, const Rule& rule) {
  ink.add(rule.name);
  ink.add(std::string(to_word(rule.mode)));
  ink.add(rule.every ? rule.every->shown : "");
  ink.add(rule.wait ? rule.wait->shown : "");
  ink.add(rule.limit ? rule.limit->shown : "");
  add_lines(ink, rule.when);
  add_lines(ink, rule.unless);
  for (const Step& step : rule.then) {
    ink.add(std::string(to_word(step.kind)));
    ink.add(step.wording);
    ink.add(step.template_name);
    ink.add(step.target);
    ink.add(static_cast<long long>(step.urgent));
  }
}

void add_policy(Ink& ink, const NetworkPolicy& policy) {
  ink.add(policy.network);
  for (const bool allowed : {policy.mention_is_consent, policy.answering_is_consent, policy.joined_is_consent,
                             policy.hashtag_is_consent, policy.refuses_duplicates}) {
    ink.add(static_cast<long long>(allowed));
  }
  ink.add(static_cast<long long>(policy.measure));
  for (const int number : {policy.max_length, policy.per_hour, policy.per_day}) {
    ink.add(static_cast<long long>(number));
  }
}

}  // namespace

std::uint64_t fingerprint(const RulesetSource& source, const domain::Content& live) {
  Ink ink;
  add_course(ink, source.course);
  add_content(ink, live);
  for (const Rule& rule : source.rules) add_rule(ink, rule);
  ink.add(source.templates);
  for (const NetworkPolicy& policy : source.policies) add_policy(ink, policy);
  ink.add(source.bot_handle);
  return ink.dry();
}

}  // namespace rules
