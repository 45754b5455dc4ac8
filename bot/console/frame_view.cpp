#include "console/frame_view.hpp"

#include "app/flock.hpp"
#include "console/http.hpp"
#include "console/words.hpp"
#include "rules/ruleset.hpp"

namespace console {
namespace {

using nlohmann::json;

std::string link_of(Place place, const std::string& cohort) {
  return place == Place::rules ? rules_link(cohort) : "/?cohort=" + percent_encode(cohort);
}

json cohorts_view(const Scene& scene, Place place) {
  json list = json::array();
  for (const std::string& cohort : scene.ports.flock.cohorts()) {
    const auto snapshot = scene.ports.flock.snapshot(cohort);
    if (!snapshot || !snapshot->ruleset) continue;
    list.push_back({{"name", snapshot->ruleset->course().name},
                    {"link", link_of(place, cohort)},
                    {"here", cohort == scene.cohort}});
  }
  return list;
}

}  // namespace

json frame_view(const Scene& scene, const std::string& title, Place place) {
  const json cohorts = cohorts_view(scene, place);
  json places = json::array();
  for (const auto& [name, one] :
       {std::pair{"Conversation", Place::conversation}, std::pair{"Rules", Place::rules}})
    places.push_back({{"name", name}, {"link", link_of(one, scene.cohort)}, {"here", one == place}});
  return {{"title", title},
          {"course", scene.course().name},
          {"cohort", scene.cohort},
          {"several", cohorts.size() > 1},
          {"cohorts", cohorts},
          {"places", {{"list", places}}},
          {"practice", scene.practice()},
          {"token", scene.token},
          {"bot", scene.ruleset().bot_handle()},
          {"clock", scene.calendar().show_time(scene.now)},
          {"time_zone", scene.course().time_zone}};
}

}  // namespace console
