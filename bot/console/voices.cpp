#include "console/voices.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "console/words.hpp"

namespace console {
namespace {

constexpr std::size_t most_learners = 20;
constexpr std::array<std::string_view, 24> newcomers{"Noor",  "Mateo",  "Ingrid",  "Kofi",  "Yuki",  "Léa",
                                                     "Tomás", "Priya",  "Amara",   "Jonas", "Mei",   "Omar",
                                                     "Sofia", "Dmitri", "Aisha",   "Lucas", "Hana",  "Samuel",
                                                     "Zofia", "Ravi",   "Camille", "Elif",  "Diego", "Nia"};

Voice first_unheard(const std::set<std::string>& heard) {
  for (const std::string_view name : newcomers) {
    Voice voice{handle_from(std::string(name)), std::string(name)};
    if (heard.count(voice.handle) == 0) return voice;
  }
  for (int number = 1;; ++number) {
    Voice voice{"newcomer" + std::to_string(number), "Newcomer " + std::to_string(number)};
    if (heard.count(voice.handle) == 0) return voice;
  }
}

const Voice* find_in(const std::vector<Voice>& voices, const std::string& handle) {
  const auto found =
      std::find_if(voices.begin(), voices.end(), [&](const Voice& voice) { return voice.handle == handle; });
  return found == voices.end() ? nullptr : &*found;
}

}  // namespace

const Voice* Voices::find(const std::string& handle) const {
  if (handle == newcomer.handle) return &newcomer;
  if (handle == guest.handle) return &guest;
  if (const Voice* voice = find_in(learners, handle)) return voice;
  return find_in(facilitators, handle);
}

Voices voices_of(const domain::Course& course, const std::vector<domain::Post>& timeline,
                 const std::string& bot_handle) {
  Voices voices;
  voices.guest = {"guest", "Guest expert"};
  for (const domain::Facilitator& facilitator : course.facilitators) {
    const auto handle = facilitator.handles.find(domain::NetworkKind::practice);
    if (handle != facilitator.handles.end())
      voices.facilitators.push_back({handle->second, facilitator.name});
  }
  std::set<std::string> heard{bot_handle, voices.guest.handle};
  for (const Voice& facilitator : voices.facilitators) heard.insert(facilitator.handle);
  for (const domain::Post& post : timeline) {
    if (!post.boost_of.empty()) continue;  // says nothing, not even a name
    const bool fresh = heard.insert(post.author.handle).second;
    if (fresh && voices.learners.size() < most_learners)
      voices.learners.push_back({post.author.handle, post.author.name});
  }
  for (const Voice& always : {Voice{"ana", "Ana"}, Voice{"ben", "Ben"}}) {
    if (heard.insert(always.handle).second) voices.learners.push_back(always);
  }
  voices.newcomer = first_unheard(heard);
  return voices;
}

}  // namespace console
