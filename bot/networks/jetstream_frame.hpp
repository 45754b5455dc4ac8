// A message of a Jetstream: one thing that happened somewhere on Bluesky. The servers of both generations
// tell it in the same JSON; the second one numbers it, too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "networks/bluesky_sighting.hpp"

namespace networks {

// What happened to a post, or to an account (its name, its state).
struct JetstreamEvent {
  enum class Kind { created, edited, deleted, account };
  Kind kind = Kind::account;
  std::string account;
  std::string uri;  // of the post
  std::string rev;  // sorts what happened to the posts of one account; "" when it was not told
  Sighting seen;    // created, edited; of the author it holds the account only
};

// Where a message stands. `micros`: since 1970, the same on every server. `number`: of this server alone, and
// of the second generation.
struct JetstreamPlace {
  std::int64_t micros = 0;
  std::optional<std::int64_t> number;
};

struct JetstreamFrame {
  JetstreamPlace place;
  std::optional<JetstreamEvent> event;  // none: nothing about posts, or nothing that makes sense
};

// Error (invalid): this is no message of a Jetstream.
base::Result<JetstreamFrame> read_jetstream_frame(std::string_view text);

// "cursor" as both generations read it: numbers are below this, times are not.
inline constexpr std::int64_t first_jetstream_time = 1'000'000'000'000'000;

}  // namespace networks
