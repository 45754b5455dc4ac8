// What a replay adds up to, as it is printed.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace domain {
struct Post;
}  // namespace domain
namespace app {
class ReplayDifference;
class ReplaySummary;
}  // namespace app

namespace cli {

nlohmann::ordered_json summary_json(const app::ReplaySummary& summary, double seconds);
std::string summary_text(const app::ReplaySummary& summary, double seconds);

nlohmann::ordered_json difference_json(const app::ReplayDifference& difference);
// With the words of the posts they are about, so that nobody has to look them up.
std::string difference_text(const app::ReplayDifference& difference, const std::vector<domain::Post>& posts);

}  // namespace cli
