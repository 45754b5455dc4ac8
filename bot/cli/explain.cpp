#include <iostream>

#include "base/text.hpp"
#include "cli/cohorts.hpp"
#include "cli/commands.hpp"
#include "cli/decision_output.hpp"
#include "cli/when.hpp"
#include "language/reader.hpp"
#include "rules/decide.hpp"
#include "rules/reasons.hpp"
#include "rules/ruleset.hpp"

namespace cli {
namespace {

const domain::Facilitator* facilitator_named(const rules::Ruleset& ruleset, const std::string& name) {
  for (const domain::Facilitator& facilitator : ruleset.course().facilitators) {
    if (base::fold(facilitator.name) == base::fold(name)) return &facilitator;
  }
  return nullptr;
}

domain::Post post_of(const Arguments& arguments, const rules::Ruleset& ruleset, base::Instant at) {
  domain::Post post;
  post.network = domain::network_from_word(arguments.network).value_or(domain::NetworkKind::practice);
  post.id = post.thread = "explained";
  post.author = {"explained-author", arguments.as.empty() ? "ana" : arguments.as,
                 arguments.as.empty() ? "Ana" : arguments.as};
  post.text = base::valid_utf8(arguments.says);
  post.created_at = at;
  if (!arguments.in_reply_to.empty()) {
    post.in_reply_to = post.thread = "answered";
  }
  const language::Entities entities = language::entities_of(post.text);
  for (const language::Entity& tag : entities.hashtags) post.tags.push_back(tag.text);
  for (const language::Entity& url : entities.urls) post.links.push_back(url.text);
  bool mentions_bot = arguments.mentions_bot;
  for (const language::Entity& mention : entities.mentions) {
    mentions_bot = mentions_bot || base::fold(mention.text) == base::fold(ruleset.bot_handle());
  }
  if (mentions_bot) post.mentions.push_back(ruleset.bot_handle());
  return post;
}

domain::Facts facts_of(const Arguments& arguments, const rules::Ruleset& ruleset, const domain::Post& post) {
  domain::Facts facts;
  facts.addressed = !post.mentions.empty();
  facts.first_post_at = post.created_at;
  facts.replies.emplace();  // nobody has answered yet
  if (facilitator_named(ruleset, arguments.as) != nullptr) facts.role = domain::Role::facilitator;
  if (!arguments.in_reply_to.empty()) facts.replies_to = domain::Role::learner;
  return facts;
}

}  // namespace

int explain(const Arguments& arguments) {
  const base::Instant now = base::SystemClock().now();
  const auto cohort = load_one_cohort(arguments, now);
  if (!cohort) return complain(cohort.error().message, cannot_start);
  const rules::Ruleset& ruleset = *cohort->ruleset;
  const auto at = parse_when(arguments.at, ruleset.calendar(), now);
  if (!at) return complain(at.error().message, wrong_usage);
  const domain::Post post = post_of(arguments, ruleset, *at);
  const domain::Decision decision = rules::explain(ruleset, post, facts_of(arguments, ruleset, post), *at);
  if (arguments.format == "json") {
    std::cout << decision_json(post.id, decision, ruleset, true)
                     .dump(2, ' ', false, nlohmann::json::error_handler_t::replace)
              << '\n';
  } else {
    std::cout << rules::in_words(domain::language_for_facilitators(ruleset.course()), rules::Reason::said_at,
                                 {post.text, ruleset.calendar().show_time(*at),
                                  std::string(domain::to_word(post.network))})
              << "\n\n"
              << decision_text(decision, ruleset, true);
  }
  return fine;
}

}  // namespace cli
