// What a network lets a bot do, as dated data: config may replace any of it without new code.
#pragma once

#include <array>
#include <string>

#include "domain/post.hpp"

namespace rules {

// What a network and its rules of conduct allow. Data, dated; product.md's table.
struct NetworkPolicy {
  domain::NetworkKind network = domain::NetworkKind::practice;
  std::string as_of;                 // date of the facts, "2026-11-22"
  bool mention_is_consent = true;    // the post mentions, quotes or answers the bot
  bool answering_is_consent = true;  // on X a reply to the bot alone is not enough: it must mention or quote
  bool joined_is_consent = true;
  bool hashtag_is_consent = false;
  bool refuses_duplicates = false;  // the same text twice from one account is refused
  enum class Measure { mastodon, x_weighted, graphemes };
  Measure measure = Measure::mastodon;
  int max_length = 500;
  // What the server lets the bot's account say, over all cohorts; 0: it has no such cap.
  int per_hour = 0;
  int per_day = 0;
  double link_cost = 0;  // what a link adds to the price of a post, in US dollars
};
inline bool has_caps(const NetworkPolicy& policy) {
  return policy.per_hour > 0 || policy.per_day > 0;
}
NetworkPolicy default_policy(domain::NetworkKind network);
std::array<NetworkPolicy, 4> default_policies();  // by NetworkKind

}  // namespace rules
