// The conversation as a view: threads, the liveliest first, each in the order in which it was spoken.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "console/scene.hpp"

namespace domain {
struct Post;
struct Tables;
}  // namespace domain

namespace console {

// At most `most_shown` posts. In practice the room's own timeline (foreign posts too: the page says why
// nobody answered them), otherwise what the store keeps of the cohort.
inline constexpr std::size_t most_shown = 100;
std::vector<domain::Post> conversation(const Scene& scene, domain::Tables& tables);

nlohmann::json threads_view(const Scene& scene, domain::Tables& tables,
                            const std::vector<domain::Post>& posts);

// Who wrote it, when, and the words: enough to show a post out of its thread.
nlohmann::json post_view(const Scene& scene, domain::Tables& tables, const domain::Post& post);

}  // namespace console
