#include "networks/x_network.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using domain::Published;
using domain::Utterance;

XNetwork::XNetwork(domain::HttpClient& http, XListener::ReadLines read_lines, const base::Clock& clock,
                   const XOptions& options)
    : handle_(options.handle),
      spend_(options.state / "x-spend.json", clock, options.limits, options.listening.tell),
      session_(http, clock, options.server, options.keys, TokenFile(options.state / "tokens" / "x.json")),
      reader_(session_, spend_),
      memory_(options.state / "x.json"),
      writer_(session_, reader_, memory_, spend_, clock),
      listener_({session_, reader_, memory_, spend_, clock}, std::move(read_lines), options.listening) {}

XNetwork::~XNetwork() {
  stop_listening();
}

domain::Author XNetwork::self() const {
  domain::Author author;
  author.id = memory_.id();
  author.handle = memory_.handle().empty() ? handle_ : memory_.handle();
  author.name = author.handle;
  author.bot = true;
  return author;
}

base::Status XNetwork::listen(const std::string& cursor, domain::EventSink sink) {
  stop_listening();
  listener_.start(cursor, std::move(sink), [this] { return learn_self(); });
  return {};
}

void XNetwork::stop_listening() {
  listener_.stop();
}

// Asked once and kept: it costs money. Again when the config names another account.
base::Status XNetwork::learn_self() {
  if (!memory_.id().empty() && base::fold(memory_.handle()) == base::fold(handle_)) return {};
  const auto self = reader_.self();
  if (!self) return self.error();
  if (base::fold(self->handle) != base::fold(handle_)) {
    return Error{ErrorKind::refused, "X: the keys of the credential are those of @" + self->handle +
                                         ", and the config says `handle: " + handle_ + "`."};
  }
  return memory_.set_self(self->id, self->handle);
}

base::Result<Published> XNetwork::publish(const Utterance& utterance) {
  return writer_.publish(utterance);
}

base::Result<std::optional<Published>> XNetwork::look_up(const Utterance& utterance) {
  return writer_.look_up(utterance);
}

base::Status XNetwork::withdraw(const std::string& id) {
  return writer_.withdraw(id);
}

// The search knows the last seven days; an older beginning is asked for by its id.
base::Result<std::vector<Post>> XNetwork::read_thread(const Post& post) {
  auto search = reader_.search("conversation_id:" + post.thread, {});
  if (!search) return search.error();
  std::vector<Post> found = std::move(search->posts);
  const auto has = [&](const std::string& id) {
    return std::any_of(found.begin(), found.end(), [&](const Post& one) { return one.id == id; });
  };
  std::vector<std::string> missing;
  for (const std::string& id : {post.thread, post.id}) {
    if (!has(id) && std::find(missing.begin(), missing.end(), id) == missing.end()) missing.push_back(id);
  }
  if (!missing.empty()) {
    auto rest = reader_.posts(missing);
    if (!rest) return rest.error();
    for (Post& one : *rest) found.push_back(std::move(one));
  }
  if (!has(post.id)) return Error{ErrorKind::not_found, "That post is not there any more."};
  for (Post& one : found) one = memory_.with_first_ids(std::move(one));
  std::sort(found.begin(), found.end(),
            [](const Post& one, const Post& other) { return x_id_less(one.id, other.id); });
  return found;
}

}  // namespace networks
