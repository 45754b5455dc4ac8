// What waits for a facilitator: cards, drafts, open questions; and what is wrong, as banners.
#pragma once

#include <nlohmann/json.hpp>

#include "console/scene.hpp"

namespace domain {
struct Tables;
}  // namespace domain

namespace console {

nlohmann::json cards_view(const Scene& scene, domain::Tables& tables);
nlohmann::json drafts_view(const Scene& scene, domain::Tables& tables);
nlohmann::json questions_view(const Scene& scene, domain::Tables& tables);
// Mistakes in the rule files, errors only, at most ten; null when there is none.
nlohmann::json mistakes_view(const Scene& scene);
// The switch "what would another network allow?"; null outside practice.
nlohmann::json policies_view(const Scene& scene);

}  // namespace console
