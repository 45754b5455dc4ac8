#include "rules/ruleset.hpp"

namespace rules {

// Platform rules as of the date that stands with them; config may replace any of it without new code.
NetworkPolicy default_policy(domain::NetworkKind network) {
  NetworkPolicy policy;
  policy.network = network;
  policy.as_of = "2026-11-22";
  switch (network) {
    case domain::NetworkKind::practice:
      policy.hashtag_is_consent = true;
      break;
    case domain::NetworkKind::mastodon:
      break;
    case domain::NetworkKind::bluesky:
      policy.measure = NetworkPolicy::Measure::graphemes;
      policy.max_length = 300;
      break;
    case domain::NetworkKind::x:
      policy.answering_is_consent = false;
      policy.joined_is_consent =
          false;  // the API answers 403 unless the post itself mentions or quotes the bot
      policy.refuses_duplicates = true;
      policy.measure = NetworkPolicy::Measure::x_weighted;
      policy.max_length = 280;
      policy.link_cost = 0.185;  // a post costs 0.015, one with a link 0.200
      break;
  }
  return policy;
}

std::array<NetworkPolicy, 4> default_policies() {
  return {default_policy(domain::NetworkKind::practice), default_policy(domain::NetworkKind::mastodon),
          default_policy(domain::NetworkKind::bluesky), default_policy(domain::NetworkKind::x)};
}

}  // namespace rules
