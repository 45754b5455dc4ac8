#include "tests/fakes/mastodon_state.hpp"

#include <algorithm>
#include <cctype>
#include <climits>

#include "base/text.hpp"
#include "language/reader.hpp"

namespace fakes {

using nlohmann::json;

std::string folded_tag(const std::string& tag) {
  return base::fold(tag);
}

MastodonState::MastodonState(std::string host, long first_id, const base::Clock& clock)
    : host_(std::move(host)), clock_(clock), last_id_(first_id) {}

MastodonPerson& MastodonState::person(const std::string& acct) {
  MastodonPerson& one = people_[acct];
  if (one.id.empty()) {
    one.id = new_id();
    one.acct = acct;
  }
  return one;
}

MastodonPerson* MastodonState::by_id(const std::string& id) {
  for (auto& [acct, person] : people_) {
    if (person.id == id) return &person;
  }
  return nullptr;
}

std::vector<std::string> MastodonState::tags_of(const std::string& text) const {
  std::vector<std::string> tags;
  for (const auto& tag : language::entities_of(text).hashtags) tags.push_back(tag.text);
  return tags;
}

std::vector<std::string> MastodonState::people_in(const std::string& text) const {
  std::vector<std::string> people;
  for (const auto& mention : language::entities_of(text).mentions) people.push_back(mention.text);
  return people;
}

bool MastodonState::mentions(const MastodonToot& toot, const std::string& acct) const {
  const auto people = people_in(toot.text);
  return std::find(people.begin(), people.end(), acct) != people.end();
}

MastodonToot& MastodonState::add(MastodonToot toot) {
  if (toot.id.empty()) toot.id = new_id();
  if (toot.uri.empty()) toot.uri = "https://" + host_ + "/statuses/" + toot.id;
  if (toot.created_at == base::Instant{}) toot.created_at = clock_.now();
  MastodonToot& kept = toots_[std::stol(toot.id)] = std::move(toot);
  tell(kept, "update", status(kept).dump());
  const MastodonPerson* me = by_id(bot);
  if (me != nullptr && kept.author != bot && mentions(kept, me->acct)) {
    signal({"user:notification", "notification", notification(kept).dump()});
  }
  return kept;
}

MastodonToot* MastodonState::find(const std::string& id) {
  if (id.empty() || id.size() > 18 || !std::all_of(id.begin(), id.end(), ::isdigit)) return nullptr;
  const auto found = toots_.find(std::stol(id));
  return found == toots_.end() ? nullptr : &found->second;
}

MastodonToot* MastodonState::find_uri(const std::string& uri) {
  for (auto& [id, toot] : toots_) {
    if (toot.uri == uri) return &toot;
  }
  return nullptr;
}

void MastodonState::erase(const std::string& id) {
  MastodonToot* toot = find(id);
  if (toot == nullptr) return;
  tell(*toot, "delete", id);
  toots_.erase(std::stol(id));
}

void MastodonState::edited(MastodonToot& toot) {
  tell(toot, "status.update", status(toot).dump());
}

// Only public posts, no boosts.
void MastodonState::tell(const MastodonToot& toot, const std::string& event, const std::string& payload) {
  if (toot.visibility != "public" || !toot.reblog_of.empty()) return;
  for (const std::string& tag : tags_of(toot.text)) {
    signal({"hashtag:" + folded_tag(tag), event, payload});
  }
}

void MastodonState::signal(MastodonSignal one) {
  const MastodonStir fate = stir ? stir() : MastodonStir::straight;
  if (fate == MastodonStir::late && !late_) {
    late_ = std::move(one);
    return;
  }
  if (fate == MastodonStir::twice) signals.push_back(one);
  signals.push_back(std::move(one));
  if (late_) signals.push_back(*std::exchange(late_, std::nullopt));
}

json MastodonState::page(const Fields& fields, const std::function<bool(const MastodonToot&)>& wanted,
                         const std::function<json(const MastodonToot&)>& show) {
  const auto number = [&](const char* name, long otherwise) {
    const auto found = fields.find(name);
    return found == fields.end() ? otherwise : std::stol("0" + found->second);
  };
  const long limit = std::min(number("limit", 20), 80L);
  const bool upwards = fields.contains("min_id");
  const long above = std::max(number("min_id", 0), number("since_id", 0));
  const long below = number("max_id", LONG_MAX);
  std::vector<json> found;
  const auto take = [&](const auto& entry) {
    const bool fits = entry.first > above && entry.first < below && static_cast<long>(found.size()) < limit;
    if (fits && wanted(entry.second)) found.push_back(show(entry.second));
  };
  if (upwards) {
    std::for_each(toots_.begin(), toots_.end(), take);
    std::reverse(found.begin(), found.end());
  } else {
    std::for_each(toots_.rbegin(), toots_.rend(), take);
  }
  return found;
}

}  // namespace fakes
