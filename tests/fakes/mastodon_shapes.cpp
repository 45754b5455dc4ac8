// How a Mastodon server shows what it holds: every field that its clients may count on.
#include "base/text.hpp"
#include "tests/fakes/mastodon_state.hpp"

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
      out.append("<a href=\"https://").append(host).append("/tags/").append(tag);
      out.append(R"(" class="mention hashtag" rel="tag">#<span>)").append(escaped(tag)).append("</span></a>");
    } else if (word.size() > 1 && word.front() == '@') {
      const std::string name = word.substr(1, word.find('@', 1) - 1);
      out.append("<span class=\"h-card\"><a href=\"https://").append(host).append("/@").append(name);
      out.append(R"(" class="u-url mention">@<span>)").append(escaped(name)).append("</span></a></span>");
    } else {
      out += escaped(word);
    }
  }
  return "<p>" + out + "</p>";
}

const json& account_without_person() {
  static const json fields = json::parse(R"({
    "locked": false, "discoverable": true, "indexable": false, "group": false, "noindex": false,
    "created_at": "2026-01-05T00:00:00.000Z", "last_status_at": "2026-03-03",
    "followers_count": 3, "following_count": 2, "statuses_count": 5, "emojis": [], "roles": [], "fields": []
  })");
  return fields;
}

const json& status_without_post() {
  static const json fields = json::parse(R"({
    "edited_at": null, "spoiler_text": "", "sensitive": false, "in_reply_to_id": null,
    "in_reply_to_account_id": null, "reblog": null, "media_attachments": [], "emojis": [], "replies_count": 0,
    "reblogs_count": 0, "favourites_count": 0, "quotes_count": 0, "card": null, "poll": null, "quote": null,
    "application": {"name": "Web", "website": null}, "favourited": false, "reblogged": false, "muted": false,
    "bookmarked": false, "pinned": false, "filtered": []
  })");
  return fields;
}

}  // namespace

json MastodonState::account(const MastodonPerson& person) {
  const std::string name = person.acct.substr(0, person.acct.find('@'));
  const std::string home = "https://" + host_;
  json out = account_without_person();
  out.update({{"id", person.id},
              {"username", name},
              {"acct", person.acct},
              {"display_name", name},
              {"bot", person.bot},
              {"note", person.note},
              {"url", home + "/@" + person.acct},
              {"uri", home + "/users/" + name}});
  for (const char* picture : {"avatar", "avatar_static", "header", "header_static"})
    out[picture] = home + "/" + picture + "/missing.png";
  return out;
}

json MastodonState::credentials(const MastodonPerson& person) {
  json out = account(person);
  out["source"] = {{"privacy", "public"},      {"sensitive", false},      {"language", nullptr},
                   {"note", person.note},      {"fields", json::array()}, {"follow_requests_count", 0},
                   {"quote_policy", "public"}, {"indexable", false}};
  out["role"] = {{"id", "-99"}, {"name", ""}, {"color", ""}, {"permissions", "0"}, {"highlighted", false}};
  return out;
}

json MastodonState::relationship(const MastodonPerson& person) const {
  json out = json::parse(R"({
    "following": false, "showing_reblogs": false, "notifying": false, "languages": null, "followed_by": false,
    "blocking": false, "blocked_by": false, "muting_notifications": false, "muting_expires_at": null,
    "requested": false, "requested_by": false, "domain_blocking": false, "endorsed": false, "note": ""
  })");
  out["id"] = person.id;
  out["muting"] = muted.contains(person.id);
  return out;
}

json MastodonState::status(const MastodonToot& toot) {
  json tags = json::array();
  for (const std::string& tag : tags_of(toot.text)) {
    tags.push_back({{"name", folded_tag(tag)}, {"url", "https://" + host_ + "/tags/" + folded_tag(tag)}});
  }
  json people = json::array();
  for (const std::string& acct : people_in(toot.text)) {
    const json one = account(person(acct));
    people.push_back({{"id", one["id"]}, {"acct", acct}, {"username", one["username"]}, {"url", one["url"]}});
  }
  json out = status_without_post();
  out.update({{"id", toot.id},
              {"uri", toot.uri},
              {"url", toot.uri},
              {"created_at", base::to_rfc3339(toot.created_at)},
              {"account", account(*by_id(toot.author))},
              {"content", html_of(toot.text, host_)},
              {"visibility", toot.visibility},
              {"language", toot.language},
              {"tags", tags},
              {"mentions", people}});
  if (toot.edited_at) out["edited_at"] = base::to_rfc3339(*toot.edited_at);
  if (!toot.in_reply_to.empty()) out["in_reply_to_id"] = toot.in_reply_to;
  if (const MastodonToot* parent = find(toot.in_reply_to)) out["in_reply_to_account_id"] = parent->author;
  if (const MastodonToot* original = find(toot.reblog_of)) out["reblog"] = status(*original);
  return out;
}

json MastodonState::notification(const MastodonToot& toot) {
  return {{"id", toot.id},
          {"type", "mention"},
          {"group_key", "ungrouped-" + toot.id},
          {"created_at", base::to_rfc3339(toot.created_at)},
          {"account", account(*by_id(toot.author))},
          {"status", status(toot)}};
}

}  // namespace fakes
