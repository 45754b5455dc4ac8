// A network in memory behind a real port, and what its people do there when they are told to.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

namespace judges {

class Scene {
 public:
  virtual ~Scene() = default;
  // Its address, and what opens it.
  virtual nlohmann::json where() const = 0;
  // {"do": "post", "by": "ana", "text": "…"} and the like: what came of it, or {"error": "…"}.
  virtual nlohmann::json happen(const nlohmann::json& what) = 0;
};

std::unique_ptr<Scene> make_mastodon_scene();
std::unique_ptr<Scene> make_x_scene();

}  // namespace judges
