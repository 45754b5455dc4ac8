// A post that was answered wrongly, as a test that may stand in a file: the words, not who wrote them.
#pragma once

#include <string>

#include "domain/facts.hpp"
#include "domain/post.hpp"
#include "rulefile/cases.hpp"

namespace language {
struct Reading;
}  // namespace language
namespace rules {
class Ruleset;
}  // namespace rules

namespace app {

// The post's words with people taken out: mentions of others, e-mail addresses, links, long numbers, the
// author's name and handle, and the name and place that an introduction gives, each with a made-up one in its
// place. One line, bounded.
std::string without_people(const domain::Post& post, const language::Reading& reading,
                           const std::string& bot_handle);

// Expects silence of `rule`. Tells as little about the post as it takes for the rule to answer it: the words
// alone if they do, else also how many posts its author had written, and the like, else also the hour.
rulefile::Case test_of_wrong_reply(const rules::Ruleset& ruleset, const std::string& rule,
                                   const domain::Post& post, const domain::Facts& facts);

}  // namespace app
