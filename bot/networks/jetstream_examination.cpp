#include "networks/jetstream_examination.hpp"

#include "networks/examination.hpp"
#include "networks/jetstream.hpp"
#include "networks/websocket.hpp"

namespace networks {

namespace {

constexpr const char* mend =
    "Look at `jetstream:` in the settings. Until one can be followed the hashtags are searched.";

// "" when all is well.
std::string trouble_with(const std::string& server, const Reach& reach, base::Duration patience) {
  const std::string host = host_of(server);
  WebSocketRequest request;
  request.url = jetstream_address(server, std::nullopt);
  request.connect = patience;
  auto opened = WebSocket::open(reach, request, {});
  if (!opened) return opened.error().message;
  if (!opened->socket) {
    return host + " does not let its Jetstream be followed (HTTP " + std::to_string(opened->refusal.status) +
           ").";
  }
  const auto text = opened->socket->receive(patience);
  if (!text) return text.error().message;
  if (!*text) return host + " tells nothing; a Jetstream of the whole network does so many times a second.";
  return read_jetstream_frame(**text) ? "" : host + " does not tell what a Jetstream tells.";
}

}  // namespace

void examine_jetstreams(Examination& examination, const std::vector<std::string>& servers, const Reach& reach,
                        base::Duration patience) {
  for (const std::string& server : servers) {
    const std::string trouble = trouble_with(server, reach, patience);
    if (trouble.empty()) {
      examination.fine("jetstream", host_of(server) + " tells what happens on the network.");
    } else {
      examination.warning("jetstream", without_stop(trouble) + ".", mend);
    }
  }
}

}  // namespace networks
