// What servers say of how often they may be asked. Four dialects: Mastodon (x-ratelimit-*, reset as a date),
// X (x-rate-limit-*, reset in seconds since 1970, and 24-hour limits besides), Bluesky (ratelimit-*, the
// same), and the web's own retry-after (seconds or a date).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/http_client.hpp"

namespace networks {

struct RateLimit {
  std::optional<std::int64_t> limit;
  std::optional<std::int64_t> remaining;
  std::optional<base::Instant> reset;
};

// Of several limits the one that holds longest: one with nothing left, else the one with the least left.
RateLimit read_rate_limit(const domain::Headers& headers, base::Instant now);

// "Fri, 31 Dec 1999 23:59:59 GMT", as in a Date header.
std::optional<base::Instant> read_http_date(const std::string& text);

// After a 429 or 503: when to ask again. At least `at_least` from now (a 429 may come with something
// remaining, and clocks differ), or a second where the server says that nothing is left and until when; at
// most a day.
base::Instant ask_again_at(const domain::HttpResponse& response, base::Instant now, base::Duration at_least);

}  // namespace networks
