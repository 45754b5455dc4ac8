// What a replay adds up to, as it is printed.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace app {
class ReplayDifference;
class ReplaySummary;
}  // namespace app

namespace cli {

nlohmann::ordered_json summary_json(const app::ReplaySummary& summary, double seconds);
std::string summary_text(const app::ReplaySummary& summary, double seconds);

nlohmann::ordered_json difference_json(const app::ReplayDifference& difference);
std::string difference_text(const app::ReplayDifference& difference);

}  // namespace cli
