// How an utterance is worded for Mastodon, and how it is recognised there afterwards. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/network.hpp"

namespace networks {

// A reply starts with its author's mention, which only this adds, and carries none of the course's hashtags:
// their # is left out, so that the words stay. A post stays as it is.
std::string mastodon_wording(const domain::Utterance& utterance, const std::vector<std::string>& course_tags);

// Answers are no more public than what they answer, and open ones stay out of the timelines.
std::string_view mastodon_visibility(const domain::Utterance& utterance);

// Does this post of ours say what the wording says? Mentions, links and spaces do not count: servers rewrite
// them.
bool says_the_same(std::string_view wording, std::string_view found);

// Short, printable, the same in every attempt.
std::string mastodon_idempotency_key(const std::string& utterance_key);

}  // namespace networks
