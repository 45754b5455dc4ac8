#include "networks/bluesky_network.hpp"

#include <algorithm>

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using domain::Published;
using domain::Utterance;

BlueskyNetwork::BlueskyNetwork(domain::HttpClient& http, const base::Clock& clock,
                               const BlueskyOptions& options)
    : session_(http, clock, TokenFile(options.state / "tokens" / "bluesky.json"), options.account),
      reader_(session_, clock),
      memory_(options.state / "bluesky.json"),
      writer_(session_, reader_, clock),
      listener_(reader_, memory_, clock, options.listening),
      messenger_(session_) {}

BlueskyNetwork::~BlueskyNetwork() {
  stop_listening();
}

domain::Author BlueskyNetwork::self() const {
  domain::Author author;
  author.id = session_.did();
  author.handle = session_.handle();
  author.name = author.handle;
  author.bot = true;
  return author;
}

base::Status BlueskyNetwork::listen(const std::string& cursor, domain::EventSink sink) {
  stop_listening();
  listener_.start(cursor, std::move(sink), [this] { return writer_.label_self(); });
  return {};
}

void BlueskyNetwork::stop_listening() {
  listener_.stop();
}

base::Result<Published> BlueskyNetwork::publish(const Utterance& utterance) {
  auto published = writer_.publish(utterance);
  if (published && utterance.to) memory_.set_answered(utterance.to->id);
  return published;
}

base::Result<std::optional<Published>> BlueskyNetwork::look_up(const Utterance& utterance) {
  return writer_.look_up(utterance);
}

base::Status BlueskyNetwork::withdraw(const std::string& id) {
  return writer_.withdraw(id);
}

// What it brings in is followed from now on like everything heard: deletions, edits.
base::Result<std::vector<Post>> BlueskyNetwork::read_thread(const Post& post) {
  auto seen = reader_.thread(post.thread, post.id);
  if (!seen) return seen.error();
  std::vector<Post> posts;
  for (Sighting& one : *seen) {
    one.post.version = memory_.note(one.post.id, one.cid, one.post.created_at).version;
    posts.push_back(std::move(one.post));
  }
  const auto is_it = [&](const Post& one) { return one.id == post.id; };
  if (std::none_of(posts.begin(), posts.end(), is_it)) {
    return Error{ErrorKind::not_found, "That post is not there any more."};
  }
  return posts;
}

}  // namespace networks
