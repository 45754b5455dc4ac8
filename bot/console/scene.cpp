#include "console/scene.hpp"

#include "app/flock.hpp"
#include "domain/language.hpp"
#include "rules/ruleset.hpp"

namespace console {

const rules::Ruleset& Scene::ruleset() const {
  return *snapshot->ruleset;
}

const domain::Course& Scene::course() const {
  return ruleset().course();
}

const rules::Calendar& Scene::calendar() const {
  return ruleset().calendar();
}

domain::Language Scene::language() const {
  return domain::language_for_facilitators(course());
}

}  // namespace console
