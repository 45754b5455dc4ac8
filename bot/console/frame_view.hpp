// What the frame around every page needs.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "console/scene.hpp"

namespace console {

enum class Place { conversation, rules };

nlohmann::json frame_view(const Scene& scene, const std::string& title, Place place = Place::conversation);

}  // namespace console
