#include <algorithm>
#include <nlohmann/json.hpp>

#include "networks/mastodon_network.hpp"
#include "networks/mastodon_speech.hpp"
#include "networks/mastodon_status.hpp"
#include "networks/post_json.hpp"

// Was it said? What MastodonNetwork looks at before anything is said again.
namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using domain::Published;
using domain::Utterance;
using nlohmann::json;

namespace {

constexpr int most_own_pages = 8;

}  // namespace

// A reply is looked for below the post that it answers. All else, and a reply to a post that is gone, in our
// own timeline.
base::Result<std::optional<Published>> MastodonNetwork::look_up(const Utterance& given) {
  const std::string self = this->self().id;
  if (self.empty()) return Error{ErrorKind::unavailable, "The bot does not know yet who it is on Mastodon."};
  Utterance utterance = given;
  if (given.kind != Utterance::Kind::post) {
    auto target = target_of(given);
    if (!target) return target.error();
    utterance.to = *std::move(target);
  }
  const std::string wording = mastodon_wording(utterance, options_.hashtags());
  if (utterance.kind == Utterance::Kind::reply) {
    auto found = look_below(*utterance.to, self, wording);
    if (found || found.error().kind != ErrorKind::not_found) return found;
  }
  return look_at_own(utterance, self, wording);
}

base::Result<std::optional<Published>> MastodonNetwork::look_below(const Post& target,
                                                                   const std::string& self,
                                                                   const std::string& wording) {
  constexpr std::size_t all_that_is_shown = 4096;
  const auto context = own_.get(mastodon_status_path(target.id, "/context"));
  if (!context) return context.error();
  const json& below = part_at(*context, "descendants");
  for (const json& status : below) {
    const auto read = read_mastodon_status(status);
    if (read && read->post.author.id == self && read->post.in_reply_to == target.id &&
        says_the_same(wording, read->post.text)) {
      return std::optional(read_mastodon_published(status));
    }
  }
  if (below.size() < all_that_is_shown) return std::optional<Published>();
  return Error{ErrorKind::not_found, "The thread is longer than what the server shows of it."};
}

// Back to before the post that is meant: what is not there was not said.
base::Result<std::optional<Published>> MastodonNetwork::look_at_own(const Utterance& utterance,
                                                                    const std::string& self,
                                                                    const std::string& wording) {
  base::Instant since = clock_.now() - std::chrono::hours{24};
  if (utterance.to) since = std::max(since, utterance.to->created_at);
  std::string below;
  for (int pages = 0; pages < most_own_pages; ++pages) {
    Parameters wanted{{"limit", "40"}};
    if (!below.empty()) wanted.emplace_back("max_id", below);
    const auto page = own_.get("/api/v1/accounts/" + percent_encoded(self) + "/statuses", wanted);
    if (!page) return page.error();
    if (!page->is_array() || page->empty()) return std::optional<Published>();
    for (const json& status : *page) {
      const auto read = read_mastodon_status(status);
      if (!read) continue;
      if (read->post.created_at < since) return std::optional<Published>();
      const bool is_boost = utterance.kind == Utterance::Kind::boost;
      const bool is_it = is_boost ? read->post.boost_of == utterance.to->id
                                  : read->post.boost_of.empty() && says_the_same(wording, read->post.text) &&
                                        (!utterance.to || read->post.in_reply_to == utterance.to->id);
      if (is_it) return std::optional(read_mastodon_published(status));
    }
    below = id_at(page->back(), "id");
  }
  return Error{ErrorKind::in_doubt, "The bot's own timeline is too long to be sure."};
}

}  // namespace networks
