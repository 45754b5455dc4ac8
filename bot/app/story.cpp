#include "app/story.hpp"

#include <algorithm>

#include "app/flock.hpp"
#include "app/rehearsal.hpp"
#include "base/text.hpp"
#include "language/reader.hpp"
#include "rules/ruleset.hpp"

namespace app {
namespace {

using domain::Action;
using rulefile::CaseResult;

constexpr std::chrono::seconds between_posts{1};

base::Result<std::shared_ptr<const rules::Ruleset>> ruleset_for(const rulefile::Story& story,
                                                                const rules::Ruleset& ruleset) {
  rules::NetworkPolicy policy = ruleset.policy(story.network);
  if (story.consent == "hashtag") policy.hashtag_is_consent = true;
  if (story.consent == "mention") policy.hashtag_is_consent = false;
  return ruleset.with_policy(policy, story.start);
}

std::string handle_of(const std::string& who, const domain::Course& course, domain::NetworkKind network) {
  for (const domain::Facilitator& facilitator : course.facilitators) {
    if (base::fold(facilitator.name) != base::fold(who)) continue;
    const auto handle = facilitator.handles.find(network);
    if (handle != facilitator.handles.end()) return handle->second;
  }
  return who;
}

class Stage {
 public:
  Stage(const rulefile::Story& story, std::shared_ptr<const rules::Ruleset> ruleset, domain::Store& store,
        domain::Network& network)
      : story_(story), ruleset_(std::move(ruleset)), self_(network.self()) {
    flock_.set(ruleset_->course().cohort, Snapshot{ruleset_, {}, {}, story.start});
    Rehearsal::Listeners listeners;
    listeners.decided = [this](const Decided& decided) { note(decided); };
    listeners.sent = [this](const domain::OutboxRow& row) { note_sent(row); };
    rehearsal_ = std::make_unique<Rehearsal>(store, network, flock_, story.start, std::move(listeners));
  }

  base::Status take(std::size_t number) {
    const rulefile::StoryStep& step = story_.steps[number];
    happened_.clear();
    why_.clear();
    step_began_ = rehearsal_->now();
    if (step.who.empty()) {
      posts_.emplace_back();
      return rehearsal_->run_to(rehearsal_->now() + step.length);
    }
    posts_.push_back(post_of(step, number));
    return rehearsal_->hear(posts_.back());
  }

  CaseResult judge(std::size_t number) const {
    const rulefile::StoryStep& step = story_.steps[number];
    CaseResult result;
    const domain::Language language = domain::language_for_facilitators(ruleset_->course());
    result.name = rulefile::in_words(
        rulefile::Argument(rulefile::Phrase::story_step, {story_.name, std::to_string(number + 1)}),
        language);
    result.mark = result.expectation = step.expect->mark;
    result.got = rulefile::as_expectation(happened_);
    const std::string difference =
        rulefile::difference(*step.expect, happened_, ruleset_->calendar(), language);
    using Outcome = CaseResult::Outcome;
    if (difference.empty()) {
      result.outcome = story_.some_day ? Outcome::some_day_passes : Outcome::passed;
      if (step.expect->silent) result.message = why_;
    } else {
      result.outcome = story_.some_day ? Outcome::some_day_failed : Outcome::failed;
      result.message = why_.empty() ? difference : difference + " (" + why_ + ")";
    }
    return result;
  }

 private:
  void note(const Decided& decided) {
    const auto& actions = decided.decision.actions;
    happened_.insert(happened_.end(), actions.begin(), actions.end());
    if (!why_.empty() && !decided.decision.trace.summary.empty()) why_ += " ";
    why_ += decided.decision.trace.summary;
  }

  // Speech that an earlier step held back happens when it is said.
  void note_sent(const domain::OutboxRow& row) {
    if (row.planned_at >= step_began_) return;
    Action action;
    action.kind = row.kind;
    action.rule = row.rule;
    action.index = row.index;
    action.route = row.kind == domain::ActionKind::reply ? domain::Route::reply : domain::Route::post;
    action.text = row.text;
    action.language = row.language;
    happened_.push_back(std::move(action));
  }

  domain::Post post_of(const rulefile::StoryStep& step, std::size_t number) const {
    domain::Post post;
    post.network = story_.network;
    post.id = "step-" + std::to_string(number + 1);
    const std::string handle = handle_of(step.who, ruleset_->course(), story_.network);
    post.author.id = handle;
    post.author.handle = handle;
    post.author.name = step.who;
    post.text = base::valid_utf8(step.says);
    post.created_at = rehearsal_->now() + between_posts;
    post.thread = post.id;
    const auto answered = static_cast<std::size_t>(std::max(0, step.in_reply_to));
    if (answered > 0 && answered <= posts_.size() && !posts_[answered - 1].id.empty()) {
      post.in_reply_to = posts_[answered - 1].id;
      post.thread = posts_[answered - 1].thread;
    }
    const auto entities = language::entities_of(post.text);
    for (const auto& tag : entities.hashtags) post.tags.push_back(tag.text);
    for (const auto& url : entities.urls) post.links.push_back(url.text);
    const std::string bot = base::fold(ruleset_->bot_handle());
    for (const auto& mention : entities.mentions) {
      post.mentions.push_back(base::fold(mention.text) == bot ? self_.id : mention.text);
    }
    return post;
  }

  const rulefile::Story& story_;
  const std::shared_ptr<const rules::Ruleset> ruleset_;
  const domain::Author self_;
  Flock flock_;
  std::unique_ptr<Rehearsal> rehearsal_;
  std::vector<domain::Post> posts_;  // by step; a wait has an empty one
  base::Instant step_began_{};
  std::vector<Action> happened_;
  std::string why_;
};

CaseResult broken(const rulefile::Story& story, const rules::Ruleset& ruleset, const std::string& why) {
  CaseResult result;
  result.name = story.name;
  result.mark = story.mark;
  result.outcome = CaseResult::Outcome::failed;
  result.message = rulefile::in_words(rulefile::Argument(rulefile::Phrase::story_not_played, {why}),
                                      domain::language_for_facilitators(ruleset.course()));
  return result;
}

}  // namespace

std::vector<CaseResult> play(const rulefile::Story& story, const rules::Ruleset& ruleset,
                             domain::Store& store, domain::Network& network) {
  auto compiled = ruleset_for(story, ruleset);
  if (!compiled) return {broken(story, ruleset, compiled.error().message)};
  Stage stage(story, std::move(compiled).value(), store, network);
  std::vector<CaseResult> results;
  for (std::size_t number = 0; number < story.steps.size(); ++number) {
    if (const auto taken = stage.take(number); !taken) {
      results.push_back(broken(story, ruleset, taken.error().message));
      break;
    }
    if (story.steps[number].expect) results.push_back(stage.judge(number));
  }
  return results;
}

}  // namespace app
