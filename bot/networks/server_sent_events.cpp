#include "networks/server_sent_events.hpp"

#include <utility>

namespace networks {

std::optional<ServerSentEvent> ServerSentEvents::take(std::string_view line) {
  if (!line.empty()) {
    const std::size_t colon = line.find(':');
    if (colon == 0) return std::nullopt;  // a comment: how servers show that they live
    std::string_view value = colon == std::string_view::npos ? "" : line.substr(colon + 1);
    if (value.starts_with(' ')) value.remove_prefix(1);
    take_field(line.substr(0, colon), value);
    return std::nullopt;
  }
  ServerSentEvent event = std::exchange(event_, {});
  if (event.name.empty()) event.name = "message";
  const bool complete = std::exchange(has_content_, false) && !too_long_;
  if (std::exchange(too_long_, false)) ++dropped_;
  return complete ? std::optional(std::move(event)) : std::nullopt;
}

void ServerSentEvents::take_field(std::string_view name, std::string_view value) {
  if (event_.content.size() + value.size() > limit_) {
    too_long_ = true;
    event_.content.clear();
  }
  if (too_long_) return;
  if (name == "event") event_.name = value;
  if (name == "id") event_.id = value;
  if (name != "data") return;
  if (has_content_) event_.content += '\n';
  has_content_ = true;
  event_.content += value;
}

}  // namespace networks
