#include "networks/mastodon_places.hpp"

#include <nlohmann/json.hpp>

#include "networks/mastodon_status.hpp"
#include "networks/post_json.hpp"

namespace networks {

using nlohmann::json;

MastodonPlaces MastodonPlaces::from_cursor(const std::string& cursor) {
  MastodonPlaces places;
  const json read = json::parse(cursor, nullptr, false);
  if (!read.is_object()) return places;
  for (const auto& [source, id] : read.items()) {
    if (id.is_string()) places.places_[source] = id.get<std::string>();
  }
  return places;
}

std::string MastodonPlaces::cursor() const {
  return to_line(json(places_));
}

std::string MastodonPlaces::place(const std::string& source) const {
  const auto found = places_.find(source);
  return found == places_.end() ? "" : found->second;
}

void MastodonPlaces::advance(const std::string& source, const std::string& id) {
  std::string& place = places_[source];
  if (place.empty() || is_later_id(id, place)) place = id;
}

}  // namespace networks
