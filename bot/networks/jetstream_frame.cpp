#include "networks/jetstream_frame.hpp"

#include <nlohmann/json.hpp>

#include "networks/bluesky_posts.hpp"
#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using nlohmann::json;

namespace {

constexpr int deepest = 64;  // records are shallow

using Event = std::optional<JetstreamEvent>;

base::Instant instant_of(std::int64_t micros) {
  return base::from_millis(micros / 1000);
}

// As the network's other answers show a post, so that there is one way to read it.
json view_of(const JetstreamEvent& event, const json& commit, base::Instant when) {
  return {{"uri", event.uri},
          {"cid", text_at(commit, "cid")},
          {"author", {{"did", event.account}}},
          {"record", part_at(commit, "record")},
          {"indexedAt", base::to_rfc3339(when)}};
}

Event read_commit(const json& commit, JetstreamEvent event, base::Instant when) {
  const std::string collection = text_at(commit, "collection");
  const std::string key = text_at(commit, "rkey");
  if (collection != bluesky_post_type || key.empty()) return std::nullopt;
  event.uri = "at://" + event.account + "/" + collection + "/" + key;
  event.rev = text_at(commit, "rev");
  const std::string operation = text_at(commit, "operation");
  if (operation == "delete") {
    event.kind = JetstreamEvent::Kind::deleted;
    return event;
  }
  if (operation != "create" && operation != "update") return std::nullopt;
  event.kind = operation == "create" ? JetstreamEvent::Kind::created : JetstreamEvent::Kind::edited;
  auto seen = read_sighting(view_of(event, commit, when));
  if (!seen || seen->cid.empty()) return std::nullopt;
  event.seen = std::move(seen).value();
  return event;
}

Event read_event(const json& message, base::Instant when) {
  JetstreamEvent event;
  event.account = text_at(message, "did");
  if (!event.account.starts_with("did:")) return std::nullopt;
  const std::string kind = text_at(message, "kind");
  if (kind == "commit") return read_commit(part_at(message, "commit"), std::move(event), when);
  if (kind != "identity" && kind != "account") return std::nullopt;  // new kinds appear
  return event;
}

}  // namespace

base::Result<JetstreamFrame> read_jetstream_frame(std::string_view text) {
  const auto shallow = [](int depth, json::parse_event_t, json&) { return depth < deepest; };
  const json message = json::parse(text, shallow, false);
  const json& micros = part_at(message, "time_us");
  if (!micros.is_number_integer() || micros.get<std::int64_t>() < first_jetstream_time)
    return Error{ErrorKind::invalid, "it is no message of a Jetstream"};
  JetstreamFrame frame;
  frame.place.micros = micros.get<std::int64_t>();
  if (const json& number = part_at(message, "cursor"); number.is_number_integer()) {
    const auto given = number.get<std::int64_t>();
    if (given > 0 && given < first_jetstream_time) frame.place.number = given;
  }
  frame.event = read_event(message, instant_of(frame.place.micros));
  return frame;
}

}  // namespace networks
