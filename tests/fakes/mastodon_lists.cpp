#include <algorithm>

#include "tests/fakes/mastodon_parts.hpp"

namespace fakes {

using nlohmann::json;

// Places in this list are numbers of its own: where the next page is, only the Link header tells.
void MastodonServer::Parts::show_muted(const WebRequest& request, WebTalk& talk) {
  constexpr std::size_t longest = 80;
  const std::string limit = request.field("limit");
  const std::size_t count = std::min(longest, limit.empty() ? 40 : std::stoul(limit));
  const std::size_t begin = std::stoul("0" + request.field("max_id"));
  json page = json::array();
  WebHeaders headers = limits();
  {
    const std::lock_guard lock(mutex);
    std::size_t place = 0;
    for (const std::string& id : state.muted) {
      if (place >= begin && place < begin + count) page.push_back(state.account(*state.by_id(id)));
      ++place;
    }
    if (begin + count < place) {
      const std::string next =
          (options.next_pages_at.empty() ? web->url(request.path) : options.next_pages_at + request.path) +
          "?limit=" + limit + "&max_id=" + std::to_string(begin + count);
      headers.emplace_back("Link",
                           "<" + next + ">; rel=\"next\", <" + web->url(request.path) + ">; rel=\"prev\"");
    }
  }
  talk.answer(200, page.dump(), headers);
}

}  // namespace fakes
