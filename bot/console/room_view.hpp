// The main page as a view: the conversation, the box to speak, and the facilitators' desk beside it.
#pragma once

#include <nlohmann/json.hpp>

#include "base/result.hpp"
#include "console/scene.hpp"

namespace domain {
struct PostKey;
}  // namespace domain

namespace console {

// `replying_to`: id of the post the box answers, or "". An error is the store's.
base::Result<nlohmann::json> room_view(const Scene& scene, const std::string& replying_to);

// One post with everything that was decided about it, and every rule as things stand now.
base::Result<nlohmann::json> why_page_view(const Scene& scene, const domain::PostKey& post);

}  // namespace console
