// Server-sent events, from lines. Line based on purpose: Mastodon's first bytes are ":)" and one line break.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace networks {

struct ServerSentEvent {
  std::string name;  // "message" where the server gives none
  std::string content;
  std::string id;
};

class ServerSentEvents {
 public:
  explicit ServerSentEvents(std::size_t limit = std::size_t{1} << 20U) : limit_(limit) {}

  // A line without its line break. Gives the event that an empty line ends. An event longer than the limit is
  // dropped whole and counted.
  std::optional<ServerSentEvent> take(std::string_view line);
  std::size_t dropped() const { return dropped_; }

 private:
  void take_field(std::string_view name, std::string_view value);

  std::size_t limit_;
  std::size_t dropped_ = 0;
  bool too_long_ = false;
  bool has_content_ = false;
  ServerSentEvent event_;
};

}  // namespace networks
