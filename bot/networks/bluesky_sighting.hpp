// A post of Bluesky's as it was seen: with what a later look at it or an answer to it needs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/result.hpp"
#include "domain/post.hpp"

namespace networks {

struct Sighting {
  domain::Post post;
  std::string cid;          // of this version
  base::Instant indexed{};  // when the network had it
  // How the bot may answer it; searches, notifications and streams do not tell.
  bool refuses_replies = false;
  std::string root_uri;  // of its conversation, as a reply has to name it; "" for a root post
  std::string root_cid;
  std::string our_repost;  // address of the bot's own repost, or ""
};

// Error (invalid): it is not a post.
base::Result<Sighting> read_sighting(const nlohmann::json& view);

}  // namespace networks
