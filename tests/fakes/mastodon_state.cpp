#include "tests/fakes/mastodon_state.hpp"

#include <algorithm>
#include <cctype>
#include <climits>

#include "base/text.hpp"
#include "language/reader.hpp"

namespace fakes {

using nlohmann::json;

namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\n':
        out += "<br />";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html_of(const std::string& text, const std::string& host) {
  std::string out;
  for (const std::string& word : base::split(text, ' ')) {
    if (!out.empty()) out += ' ';
    if (word.size() > 1 && word.front() == '#') {
      const std::string tag = word.substr(1);
      out += "<a href=\"https://" + host + "/tags/" + tag + R"(" class="mention hashtag" rel="tag">#<span>)" +
             escaped(tag) + "</span></a>";
    } else if (word.size() > 1 && word.front() == '@') {
      const std::string name = word.substr(1, word.find('@', 1) - 1);
      out += "<span class=\"h-card\"><a href=\"https://" + host + "/@" + name +
             R"(" class="u-url mention">@<span>)" + escaped(name) + "</span></a></span>";
    } else {
      out += escaped(word);
    }
  }
  return "<p>" + out + "</p>";
}

}  // namespace

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

json MastodonState::account(const MastodonPerson& person) {
  return {{"id", person.id},
          {"username", person.acct.substr(0, person.acct.find('@'))},
          {"acct", person.acct},
          {"display_name", person.acct.substr(0, person.acct.find('@'))},
          {"bot", person.bot},
          {"note", person.note},
          {"url", "https://" + host_ + "/@" + person.acct}};
}

json MastodonState::status(const MastodonToot& toot) {
  json tags = json::array();
  for (const std::string& tag : tags_of(toot.text)) tags.push_back({{"name", folded_tag(tag)}, {"url", ""}});
  json people = json::array();
  for (const std::string& acct : people_in(toot.text)) {
    const MastodonPerson& one = person(acct);
    people.push_back({{"id", one.id}, {"acct", acct}, {"username", acct}, {"url", ""}});
  }
  json out{{"id", toot.id},
           {"uri", toot.uri},
           {"url", toot.uri},
           {"created_at", base::to_rfc3339(toot.created_at)},
           {"edited_at", nullptr},
           {"account", account(*by_id(toot.author))},
           {"content", html_of(toot.text, host_)},
           {"visibility", toot.visibility},
           {"language", toot.language},
           {"spoiler_text", ""},
           {"sensitive", false},
           {"in_reply_to_id", nullptr},
           {"in_reply_to_account_id", nullptr},
           {"reblog", nullptr},
           {"tags", tags},
           {"mentions", people},
           {"media_attachments", json::array()},
           {"emojis", json::array()},
           {"replies_count", 0},
           {"reblogs_count", 0},
           {"favourites_count", 0},
           {"card", nullptr},
           {"poll", nullptr}};
  if (toot.edited_at) out["edited_at"] = base::to_rfc3339(*toot.edited_at);
  if (!toot.in_reply_to.empty()) out["in_reply_to_id"] = toot.in_reply_to;
  if (const MastodonToot* original = find(toot.reblog_of)) out["reblog"] = status(*original);
  return out;
}

json MastodonState::notification(const MastodonToot& toot) {
  return {{"id", toot.id},
          {"type", "mention"},
          {"created_at", base::to_rfc3339(toot.created_at)},
          {"account", account(*by_id(toot.author))},
          {"status", status(toot)}};
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
