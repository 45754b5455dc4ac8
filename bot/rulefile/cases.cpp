#include "rulefile/cases.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "rulefile/check.hpp"
#include "rulefile/cohort_parts.hpp"
#include "rulefile/read_options.hpp"
#include "rulefile/values.hpp"
#include "rules/decide.hpp"
#include "rules/ruleset.hpp"

namespace rulefile {
namespace {

using std::chrono::minutes;

constexpr minutes noon{12 * 60};
constexpr std::chrono::days long_before{30};

bool is_about_cases(const Diagnostic& diagnostic) {
  return diagnostic.code.starts_with("R07");
}

rules::Calendar calendar_of(const CohortParts& parts) {
  const CoursePart* course = parts.course();
  if (course == nullptr) return {};
  auto calendar = rules::Calendar::of(course->course);
  return calendar ? std::move(*calendar) : rules::Calendar{};
}

// When a case without `at` takes place: noon of the course's first working day, or of one fixed Tuesday.
base::Instant usual_moment(const rules::Ruleset& ruleset) {
  using namespace std::chrono;
  sys_days day = sys_days{year{2026} / March / 3};
  if (const auto& starts = ruleset.course().starts) {
    day = sys_days{*starts};
    const auto is_free = [&](sys_days date) {
      const weekday on{date};
      return on == Saturday || on == Sunday || ruleset.calendar().is_holiday(year_month_day{date});
    };
    for (int i = 0; i < 14 && is_free(day); ++i) day += days{1};
  }
  return ruleset.calendar().instant(year_month_day{day}, noon);
}

base::Instant moment_of(const rules::Ruleset& ruleset, const Case& one) {
  const auto at = read_moment(one.at);
  return at ? ruleset.calendar().instant(at->date, at->minute) : usual_moment(ruleset);
}

domain::Post post_of(const Case& one, base::Instant now) {
  domain::Post post;
  post.network = one.network;
  post.id = "case";
  post.thread = one.in_reply_to.empty() ? "case" : "earlier";
  post.in_reply_to = one.in_reply_to.empty() ? "" : "earlier";
  post.author = {"learner", "learner", "Alex", false, false, false};
  post.text = one.post;
  post.created_at = now;
  post.language = one.language;
  const language::Entities entities = language::entities_of(one.post);
  for (const auto& tag : entities.hashtags) post.tags.push_back(tag.text);
  for (const auto& link : entities.urls) post.links.push_back(link.text);
  for (const auto& mention : entities.mentions) post.mentions.push_back(mention.text);
  return post;
}

domain::Role role_of(const std::string& from) {
  if (from == "facilitator") return domain::Role::facilitator;
  return from == "guest" ? domain::Role::guest : domain::Role::learner;
}

bool mentions(const domain::Post& post, const std::string& handle) {
  return std::any_of(post.mentions.begin(), post.mentions.end(),
                     [&](const std::string& one) { return base::fold(one) == base::fold(handle); });
}

domain::Facts facts_of(const rules::Ruleset& ruleset, const Case& one, const domain::Post& post) {
  domain::Facts facts;
  facts.role = role_of(one.from);
  facts.consent = one.from == "joined" ? domain::Consent::joined : domain::Consent::unknown;
  facts.addressed = one.mentions_bot.value_or(mentions(post, ruleset.bot_handle()));
  facts.posts_so_far = one.posts_so_far;
  const bool is_new = one.posts_so_far <= 1 || one.from == "newcomer";
  facts.first_post_at = is_new ? post.created_at : post.created_at - long_before;
  if (!one.in_reply_to.empty()) facts.replies_to = domain::Role::learner;
  facts.replies = std::vector<domain::ReplyFact>{};
  if (!one.answered_by.empty() && one.answered_by != "nobody") {
    facts.replies->push_back({role_of(one.answered_by), false, false});
  }
  if (!one.label.empty()) facts.labels.push_back(one.label);
  return facts;
}

std::string reason_in(const domain::Decision& decision) {
  return decision.trace.lines.empty() ? "" : decision.trace.lines.front().reason;
}

}  // namespace

CohortCases read_cases(const CohortFiles& files, const ReadOptions& options) {
  CohortParts parts = read_parts(files);
  ReadOptions errors_only = options;
  errors_only.advise = false;
  check_cohort(parts, files, errors_only);
  const rules::Calendar calendar = calendar_of(parts);
  CohortCases out;
  for (const auto& file : parts.own) {
    std::vector<Diagnostic> found = file->findings.take();
    const bool bad = has_errors(found);
    std::copy_if(found.begin(), found.end(), std::back_inserter(out.diagnostics), is_about_cases);
    if (bad) continue;
    for (const RulePart& rule : file->rules) {
      if (!rule.does_nothing) out.cases.insert(out.cases.end(), rule.cases.begin(), rule.cases.end());
    }
    for (Story& story : file->stories) {
      if (const auto at = read_moment(story.start_at)) story.start = calendar.instant(at->date, at->minute);
      out.stories.push_back(std::move(story));
    }
  }
  out.diagnostics = in_reading_order(std::move(out.diagnostics));
  return out;
}

CaseResult ask(const rules::Ruleset& ruleset, const Case& one) {
  CaseResult result;
  result.name = one.rule + ": " + (one.post.empty() ? one.at : base::shorten(one.post, 50));
  result.mark = one.mark;
  result.expectation = one.expect.mark;
  const Language language = domain::language_for_facilitators(ruleset.course());
  const rules::Rule* rule = ruleset.find(one.rule);
  if (rule == nullptr) {
    result.outcome = CaseResult::Outcome::failed;
    result.message = in_words(Argument(Phrase::no_rule_called, {one.rule}), language);
    return result;
  }
  const base::Instant now = moment_of(ruleset, one);
  const domain::Post post = post_of(one, now);
  const domain::Decision decision = rules::ask_alone(ruleset, *rule, post, facts_of(ruleset, one, post), now);
  const std::string reason = reason_in(decision);
  const std::string differs = difference(one.expect, decision.actions, ruleset.calendar(), language);
  result.got = as_expectation(decision.actions);
  using Outcome = CaseResult::Outcome;
  if (differs.empty()) {
    result.outcome = one.some_day ? Outcome::some_day_passes : Outcome::passed;
    if (decision.actions.empty()) result.message = reason;
  } else {
    result.outcome = one.some_day ? Outcome::some_day_failed : Outcome::failed;
    result.message = reason.empty() ? differs : differs + " (" + reason + ")";
  }
  return result;
}

}  // namespace rulefile
