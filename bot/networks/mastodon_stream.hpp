// A server's live events on several channels: over one WebSocket, or as server-sent events where the server
// (or something between) does not let WebSockets through. One thread uses it.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "networks/http.hpp"
#include "networks/reach.hpp"

namespace networks {

struct MastodonChannel {
  std::string stream;  // "hashtag", "user:notification"
  std::string tag;     // of a hashtag, without #
};

struct MastodonEvent {
  std::string kind;  // update, status.update, delete, notification, …
  std::string payload;
  std::string tag;  // of the channel
};

struct MastodonStreamPlace {
  std::string address;    // of the server: "https://social.example"
  std::string streaming;  // where it streams: "wss://streaming.example", or ""
  std::string token;
  base::Duration idle = std::chrono::seconds{60};
  bool no_websocket = false;
};

class MastodonStream {
 public:
  virtual ~MastodonStream() = default;
  // None: nothing came for so long, or it is to stop. Error (unavailable): the stream is over.
  virtual base::Result<std::optional<MastodonEvent>> next(base::Duration at_most) = 0;
};

// Subscribed to all channels. Errors: unavailable; refused (the token; nothing will come of trying again
// soon).
base::Result<std::unique_ptr<MastodonStream>> open_mastodon_stream(
    Http& http, const Reach& reach, const MastodonStreamPlace& place,
    const std::vector<MastodonChannel>& channels, const std::stop_token& stop);

}  // namespace networks
