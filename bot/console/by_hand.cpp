#include "console/by_hand.hpp"

#include <algorithm>

#include "app/flock.hpp"
#include "console/http.hpp"
#include "domain/course.hpp"
#include "domain/store.hpp"

namespace console {
namespace {

using domain::NetworkKind;

constexpr std::size_t most_servers = 3;
constexpr const char* secure = "https://";

bool is_boost(const domain::Draft& draft) {
  return draft.kind == domain::ActionKind::boost;
}

bool is_server_name(const std::string& name) {
  const auto is_part = [](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
  };
  return !name.empty() && std::all_of(name.begin(), name.end(), is_part);
}

// "@dana@social.example" is at home on social.example; "@dana" on the bot's own server, where that is known.
std::vector<std::string> servers_of(const app::Flock& flock, const domain::Course& course) {
  std::vector<std::string> servers;
  for (const domain::Facilitator& person : course.facilitators) {
    const auto handle = person.handles.find(NetworkKind::mastodon);
    if (handle == person.handles.end()) continue;
    const std::string full = flock.compared(NetworkKind::mastodon, handle->second);
    const std::size_t at = full.rfind('@');
    const std::string server = at == std::string::npos ? "" : full.substr(at + 1);
    const bool known = std::find(servers.begin(), servers.end(), server) != servers.end();
    if (is_server_name(server) && !known && servers.size() < most_servers) servers.push_back(server);
  }
  return servers;
}

// X numbers its posts; anything else is none of them.
std::vector<WayByHand> on_x(const domain::Draft& draft, const domain::Post& post) {
  const bool is_id = !post.id.empty() && post.id.find_first_not_of("0123456789") == std::string::npos;
  if (!is_id) return {};
  if (is_boost(draft)) return {{"Repost on X", "https://x.com/intent/retweet?tweet_id=" + post.id}};
  return {{"Answer on X",
           "https://x.com/intent/post?in_reply_to=" + post.id + "&text=" + percent_encode(draft.text), true}};
}

// A server shows a post of another one to those who are logged in there, by this address.
std::vector<WayByHand> on_mastodon(const std::vector<std::string>& servers, const domain::Draft& draft,
                                   const domain::Post& post) {
  const std::string verb = is_boost(draft) ? "Boost on " : "Answer on ";
  std::vector<WayByHand> ways;
  for (const std::string& server : servers) {
    const std::string own = secure + server + "/";
    const bool at_home = post.url.starts_with(own);
    ways.push_back(
        {verb + server, at_home ? post.url : own + "authorize_interaction?uri=" + percent_encode(post.url)});
  }
  if (ways.empty()) ways.push_back({verb + "Mastodon", post.url});
  return ways;
}

}  // namespace

std::vector<WayByHand> ways_by_hand(const app::Flock& flock, const domain::Course& course,
                                    const domain::Draft& draft, const domain::Post& post) {
  if (draft.network == NetworkKind::x) return on_x(draft, post);
  if (!post.url.starts_with(secure)) return {};
  if (draft.network == NetworkKind::mastodon) return on_mastodon(servers_of(flock, course), draft, post);
  if (draft.network == NetworkKind::practice) return {};
  return {{is_boost(draft) ? "Repost on Bluesky" : "Answer on Bluesky", post.url}};
}

}  // namespace console
