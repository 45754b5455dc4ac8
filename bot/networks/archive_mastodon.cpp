#include <nlohmann/json.hpp>

#include "networks/archive_formats.hpp"
#include "networks/mastodon_status.hpp"

// Mastodon's statuses, as its API gives them.
namespace networks {

void posts_of_mastodon(const nlohmann::json& value, const OnPost& take) {
  auto read = read_mastodon_status(value);
  if (!read) return take(read.error());
  take(std::move(read->post));
}

}  // namespace networks
