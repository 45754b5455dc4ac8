#include "networks/mastodon_network.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "base/text.hpp"
#include "language/reader.hpp"
#include "networks/mastodon_speech.hpp"
#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using domain::Published;
using domain::Utterance;
using nlohmann::json;

namespace {

constexpr const char* statuses = "/api/v1/statuses";

bool is_foreign(const std::string& id) {
  return id.find("://") != std::string::npos;
}

Error not_here() {
  return {ErrorKind::not_found,
          "The bot's own server does not know this post, so it cannot be answered from there. Answer it by "
          "hand."};
}

// What cannot be found is a final no when something is to be said.
Error final_when_missing(Error error) {
  if (error.kind == ErrorKind::not_found) error.kind = ErrorKind::refused;
  return error;
}

}  // namespace

base::Result<std::unique_ptr<MastodonNetwork>> MastodonNetwork::open(MastodonOptions options, Http& http,
                                                                     Reach reach, const base::Clock& clock) {
  for (MastodonOptions::Place* place : {&options.own}) {
    const auto url = parse_url(place->server);
    if (!url) return Error{ErrorKind::invalid, "mastodon: " + place->server + ": " + url.error().message};
    place->server = url->origin();
  }
  for (MastodonOptions::Place& place : options.listen_on) {
    const auto url = parse_url(place.server);
    if (!url) return Error{ErrorKind::invalid, "mastodon: " + place.server + ": " + url.error().message};
    place.server = url->origin();
  }
  std::unique_ptr<MastodonNetwork> network(
      new MastodonNetwork(std::move(options), http, std::move(reach), clock));
  if (const auto known = network->learn_who_i_am(); !known) {
    const bool later = known.error().kind == ErrorKind::unavailable && !network->own_.refuses_token();
    if (!later) return known.error();
    network->options_.complain(known.error().message + " It tries again and again.");
  }
  return network;
}

MastodonNetwork::MastodonNetwork(MastodonOptions options, Http& http, Reach reach, const base::Clock& clock)
    : options_(std::move(options)),
      http_(http),
      reach_(std::move(reach)),
      clock_(clock),
      own_(options_.own.server, options_.own.token, http, clock),
      answered_(options_.state / "mastodon_answered.json") {
  self_.handle = options_.handle;
  self_.name = options_.handle;
  self_.bot = true;
  hearing_.emplace_back();
  for (const MastodonOptions::Place& place : options_.listen_on) {
    if (place.server == options_.own.server) continue;
    hearing_.emplace_back();
    others_.push_back(std::make_unique<MastodonServer>(place.server, place.token, http, clock));
  }
}

MastodonNetwork::~MastodonNetwork() {
  stop_listening();
}

domain::Author MastodonNetwork::self() const {
  const std::lock_guard lock(mutex_);
  return self_;
}

base::Status MastodonNetwork::learn_who_i_am() {
  const auto remembered = options_.state / "mastodon_account.json";
  auto account = own_.get("/api/v1/accounts/verify_credentials");
  if (account) {
    std::error_code ignored;
    std::filesystem::create_directories(options_.state, ignored);
    const json kept{{"id", id_at(*account, "id")},
                    {"acct", text_at(*account, "acct")},
                    {"display_name", text_at(*account, "display_name")},
                    {"server", own_.address()}};
    if (auto written = base::write_file_atomically(remembered, to_line(kept)); !written) return written;
  } else {
    const auto before = base::read_file(remembered);
    json kept = before ? json::parse(*before, nullptr, false) : json();
    if (text_at(kept, "server") != own_.address()) {
      return Error{account.error().kind,
                   "The bot cannot find out who it is on Mastodon. " + account.error().message};
    }
    options_.complain("Mastodon: " + account.error().message);
    account = std::move(kept);
  }
  domain::Author self = read_mastodon_account(*account);
  self.bot = true;
  if (!self.id.empty()) {
    const std::lock_guard lock(mutex_);
    self_ = std::move(self);
    return {};
  }
  return Error{ErrorKind::invalid, own_.address() + " does not say who the bot is. Is it a Mastodon server?"};
}

base::Status MastodonNetwork::listen(const std::string& cursor, domain::EventSink sink) {
  stop_listening();
  intake_ = std::make_unique<MastodonIntake>(own_, cursor, std::move(sink));
  const MastodonEar::Surroundings around{
      http_,
      reach_,
      clock_,
      options_.pace,
      options_.hashtags,
      options_.complain,
      options_.jitter,
      [this] { return self().id.empty() ? learn_who_i_am() : base::Status(); },
      answered_};
  ears_.push_back(std::make_unique<MastodonEar>(around, own_, true, *intake_, hearing_.at(0)));
  for (std::size_t i = 0; i < others_.size(); ++i) {
    ears_.push_back(std::make_unique<MastodonEar>(around, *others_[i], false, *intake_, hearing_.at(i + 1)));
  }
  for (const auto& ear : ears_) ear->start();
  return {};
}

void MastodonNetwork::stop_listening() {
  for (const auto& ear : ears_) ear->ask_to_stop();
  ears_.clear();
  intake_.reset();
}

base::Result<Published> MastodonNetwork::publish(const Utterance& utterance) {
  auto said = utterance.kind == Utterance::Kind::boost ? boost(utterance) : say(utterance);
  if (said && utterance.to && !is_foreign(utterance.to->id)) answered_.add(utterance.to->id, clock_.now());
  return said;
}

// A post that the own server did not know when it was heard may have reached it since.
base::Result<Post> MastodonNetwork::target_of(const Utterance& utterance) {
  if (!utterance.to) return Error{ErrorKind::invalid, "There is no post to answer."};
  if (!is_foreign(utterance.to->id)) return *utterance.to;
  auto found = resolve_on(own_, utterance.to->id);
  if (found) return std::move(found->post);
  return found.error().kind == ErrorKind::unavailable ? found.error() : not_here();
}

base::Result<Published> MastodonNetwork::boost(const Utterance& utterance) {
  const auto target = target_of(utterance);
  if (!target) return target.error();
  const auto status = own_.post(mastodon_status_path(target->id, "/reblog"), {{"visibility", "public"}}, "");
  if (!status) return final_when_missing(status.error());
  return read_mastodon_published(*status);
}

base::Result<Published> MastodonNetwork::say(const Utterance& given) {
  Utterance utterance = given;
  if (utterance.kind == Utterance::Kind::reply) {
    auto target = target_of(given);
    if (!target) return target.error();
    utterance.to = *std::move(target);
  }
  const std::string wording = mastodon_wording(utterance, options_.hashtags());
  if (language::lengths_of(wording).mastodon > own_.longest_post()) {
    return Error{ErrorKind::invalid, "It is longer than the " + std::to_string(own_.longest_post()) +
                                         " characters that " + own_.address() + " allows."};
  }
  json body{{"status", wording},
            {"visibility", mastodon_visibility(utterance)},
            {"allowed_mentions", allowed_mentions(utterance, wording)}};
  if (!utterance.language.empty()) body["language"] = utterance.language;
  if (utterance.kind == Utterance::Kind::reply) body["in_reply_to_id"] = utterance.to->id;
  const auto status = own_.post(statuses, body, mastodon_idempotency_key(utterance.key));
  if (!status) return final_when_missing(status.error());
  return confirm(utterance, *status);
}

// A safety net under the wording: whom else it mentions, the server refuses it for.
json MastodonNetwork::allowed_mentions(const Utterance& utterance, const std::string& wording) {
  json accounts = json::array();
  std::string author;
  if (utterance.kind == Utterance::Kind::reply) {
    accounts.push_back(utterance.to->author.id);
    author = base::fold(utterance.to->author.handle);
  }
  const auto named = options_.may_be_named();
  for (const language::Entity& mention : language::entities_of(wording).mentions) {
    const auto is_it = [&](const std::string& handle) {
      return base::fold(handle) == base::fold(mention.text);
    };
    if (is_it(author) || std::none_of(named.begin(), named.end(), is_it)) continue;
    const auto account = own_.get("/api/v1/accounts/lookup", {{"acct", mention.text}});
    if (account) accounts.push_back(id_at(*account, "id"));
  }
  return accounts;
}

// 200 does not mean that anybody can see it: spam filters drop it without a word, and where the post it
// answers has just gone it may stand alone.
base::Result<Published> MastodonNetwork::confirm(const Utterance& utterance, const json& status) {
  Published said = read_mastodon_published(status);
  if (said.id.empty()) return Error{ErrorKind::in_doubt, "The server did not say what it posted."};
  if (utterance.kind == Utterance::Kind::reply && id_at(status, "in_reply_to_id") != utterance.to->id) {
    if (auto gone = withdraw(said.id); !gone) return Error{ErrorKind::in_doubt, gone.error().message};
    return Error{ErrorKind::refused, "The post it answers is not there any more."};
  }
  const auto seen = own_.get(mastodon_status_path(said.id));
  if (!seen && seen.error().kind == ErrorKind::not_found) {
    return Error{
        ErrorKind::refused,
        "The server took it and dropped it at once: its spam filter, most likely. Nobody can see it."};
  }
  return said;
}

base::Status MastodonNetwork::withdraw(const std::string& id) {
  auto done = own_.remove(mastodon_status_path(id));
  if (done || done.error().kind == ErrorKind::not_found) return {};
  const bool final = done.error().kind == ErrorKind::refused || done.error().kind == ErrorKind::invalid;
  return Error{final ? ErrorKind::refused : ErrorKind::unavailable, done.error().message};
}

base::Result<std::vector<Post>> MastodonNetwork::read_thread(const Post& post) {
  if (is_foreign(post.id))
    return Error{ErrorKind::not_found, "The bot's own server does not know this post."};
  const auto status = own_.get(mastodon_status_path(post.id));
  if (!status) return status.error();
  const auto context = own_.get(mastodon_status_path(post.id, "/context"));
  if (!context) return context.error();
  std::vector<Post> thread;
  const auto take = [&](const json& one) {
    if (auto read = read_mastodon_status(one)) thread.push_back(std::move(read->post));
  };
  for (const json& one : part_at(*context, "ancestors")) take(one);
  take(*status);
  for (const json& one : part_at(*context, "descendants")) take(one);
  if (thread.empty()) return Error{ErrorKind::unavailable, "The server's answer cannot be read."};
  const std::string root = thread.front().id;
  for (Post& one : thread) one.thread = root;
  return thread;
}

}  // namespace networks
