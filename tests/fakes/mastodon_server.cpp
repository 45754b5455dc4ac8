#include "tests/fakes/mastodon_server.hpp"

#include <algorithm>
#include <thread>

#include "tests/fakes/mastodon_parts.hpp"

namespace fakes {

MastodonServer::MastodonServer(const base::Clock& clock) : MastodonServer(clock, Options{}) {}

MastodonServer::MastodonServer(const base::Clock& clock, Options options)
    : parts_(std::make_unique<Parts>(std::move(options), clock)) {
  MastodonPerson& bot = parts_->state.person("flockmate");
  bot.bot = parts_->options.bot_flag;
  parts_->state.bot = bot.id;
  WebServer::Options web;
  web.certificates = parts_->options.certificates;
  const std::lock_guard lock(parts_->mutex);  // its threads begin before it is assigned
  parts_->web = std::make_unique<WebServer>(
      [parts = parts_.get()](WebRequest request, WebTalk& talk) {
        if (request.path.ends_with('/')) request.path.pop_back();  // as Rails does
        parts->answer(request, talk);
      },
      web);
}

MastodonServer::~MastodonServer() = default;

std::string MastodonServer::url() const {
  return parts_->web->url();
}

std::string MastodonServer::post(const std::string& acct, const std::string& text) {
  return post(acct, text, Extras{});
}

std::string MastodonServer::post(const std::string& acct, const std::string& text, const Extras& extras) {
  const std::lock_guard lock(parts_->mutex);
  MastodonPerson& author = parts_->state.person(acct);
  if (!extras.note.empty()) author.note = extras.note;
  author.bot = author.bot || extras.bot;
  MastodonToot toot;
  toot.author = author.id;
  toot.text = text;
  toot.in_reply_to = extras.in_reply_to;
  toot.visibility = extras.visibility;
  toot.language = extras.language;
  toot.created_at = extras.created_at;
  const std::size_t told = parts_->state.signals.size();
  std::string id = parts_->state.add(std::move(toot)).id;
  if (extras.untold) parts_->state.signals.resize(told);
  parts_->changed.notify_all();
  return id;
}

void MastodonServer::edit(const std::string& id, const std::string& text, base::Instant at, bool untold) {
  const std::lock_guard lock(parts_->mutex);
  MastodonToot* toot = parts_->state.find(id);
  if (toot == nullptr) return;
  toot->text = text;
  toot->edited_at = at;
  if (!untold) parts_->state.edited(*toot);
  parts_->changed.notify_all();
}

void MastodonServer::remove(const std::string& id) {
  const std::lock_guard lock(parts_->mutex);
  parts_->state.erase(id);
  parts_->changed.notify_all();
}

void MastodonServer::mute(const std::string& acct) {
  const std::lock_guard lock(parts_->mutex);
  parts_->state.muted.insert(parts_->state.person(acct).id);
}

std::string MastodonServer::uri(const std::string& id) {
  const std::lock_guard lock(parts_->mutex);
  const MastodonToot* toot = parts_->state.find(id);
  return toot == nullptr ? "" : toot->uri;
}

void MastodonServer::federate_with(MastodonServer& other) {
  const std::lock_guard lock(parts_->mutex);
  parts_->peer = &other;
}

void MastodonServer::next_attempts(std::vector<MastodonFault> faults) {
  const std::lock_guard lock(parts_->mutex);
  parts_->attempts.assign(faults.begin(), faults.end());
}

void MastodonServer::on_request(std::function<MastodonFault(const WebRequest&)> fault) {
  const std::lock_guard lock(parts_->mutex);
  parts_->fault = std::move(fault);
}

void MastodonServer::stir_streams(std::function<MastodonStir()> stir) {
  const std::lock_guard lock(parts_->mutex);
  parts_->state.stir = std::move(stir);
}

void MastodonServer::refuse_token(bool refuse) {
  parts_->token_refused = refuse;
}

void MastodonServer::cut_streams(bool reset) {
  parts_->hard_cut = reset;
  ++parts_->cuts;
}

std::vector<MastodonToot> MastodonServer::said() {
  const std::lock_guard lock(parts_->mutex);
  std::vector<MastodonToot> said;
  for (const auto& [id, toot] : parts_->state.toots()) {
    if (toot.author == parts_->state.bot) said.push_back(toot);
  }
  return said;
}

std::string MastodonServer::id_of(const std::string& acct) {
  const std::lock_guard lock(parts_->mutex);
  return parts_->state.person(acct).id;
}

std::vector<WebRequest> MastodonServer::requests() const {
  return parts_->web->requests();
}

int MastodonServer::asked(const std::string& method, const std::string& path) const {
  const auto all = parts_->web->requests();
  return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const WebRequest& one) {
    return one.method == method && one.path == path;
  }));
}

int MastodonServer::streams() const {
  return parts_->streams;
}

bool MastodonServer::wait_for_streams(int count) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  while (parts_->streams != count && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
  return parts_->streams == count;
}

bool MastodonServer::wait_for_said(std::size_t count) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  while (said().size() < count && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
  return said().size() >= count;
}

}  // namespace fakes
