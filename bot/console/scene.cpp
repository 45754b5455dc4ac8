#include "console/scene.hpp"

#include "app/flock.hpp"
#include "rulefile/phrase.hpp"
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

rulefile::Language Scene::language() const {
  for (const std::string& code : course().languages) {
    if (const auto language = rulefile::language_from_word(code)) return *language;
  }
  return rulefile::Language::english;
}

}  // namespace console
