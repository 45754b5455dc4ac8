#include "cli/accounts.hpp"

#include <spdlog/spdlog.h>

#include <mutex>
#include <random>

#include "cli/outside.hpp"
#include "cli/runtime.hpp"
#include "networks/bluesky_network.hpp"
#include "networks/mastodon_messenger.hpp"
#include "networks/mastodon_network.hpp"
#include "networks/pause.hpp"
#include "networks/x_network.hpp"

namespace cli {
namespace {

// Spreads attempts out; quality does not matter. For all threads of a network.
networks::Jitter make_jitter() {
  struct Source {
    std::mutex mutex;
    std::minstd_rand random{std::random_device{}()};
  };
  return [source = std::make_shared<Source>()] {
    const std::lock_guard lock(source->mutex);
    return std::uniform_real_distribution<>(0.0, 1.0)(source->random);
  };
}

// The address of a server in the form in which all others are put together with it.
base::Result<std::string> server_of(const rulefile::Account& account, const std::string& usual) {
  if (account.server.empty()) return usual;
  const auto url = networks::parse_url(account.server);
  if (!url) {
    return base::Error{base::ErrorKind::invalid,
                       "`server: " + account.server + "` is not a server's address: " + url.error().message};
  }
  return url->origin();
}

base::Status examine_streams(const rulefile::Account& account) {
  for (const std::string& stream : account.jetstreams) {
    if (const auto url = networks::parse_url(stream); !url) {
      return base::Error{base::ErrorKind::invalid,
                         "`jetstream: " + stream + "` is not a stream's address: " + url.error().message};
    }
  }
  return {};
}

base::Error lacks(const std::string& network, const std::string& key, const std::string& example) {
  return {base::ErrorKind::invalid,
          "the account on " + network + " needs `" + key + "`, such as `" + key + ": " + example + "`."};
}

}  // namespace

base::Result<Accounts> Accounts::open(const AccountNeeds& needs) {
  Accounts accounts;
  accounts.reach_ = reach_of(needs.config);
  accounts.http_ = std::make_unique<networks::Http>(accounts.reach_);
  for (const auto& [kind, account] : needs.config.networks) {
    base::Status opened;
    if (kind == domain::NetworkKind::bluesky) opened = accounts.open_bluesky(needs, account);
    if (kind == domain::NetworkKind::mastodon) opened = accounts.open_mastodon(needs, account);
    if (kind == domain::NetworkKind::x) opened = accounts.open_x(needs, account);
    if (!opened) return opened.error();
  }
  return accounts;
}

base::Status Accounts::open_bluesky(const AccountNeeds& needs, const rulefile::Account& account) {
  if (account.handle.empty()) return lacks("Bluesky", "handle", "flockmate.example.org");
  if (account.credential.empty()) return lacks("Bluesky", "credential", "bluesky");
  networks::BlueskyOptions options;
  const auto server = server_of(account, options.account.server);
  if (!server) return server.error();
  const auto password = read_credential(account.credential);
  if (!password) return password.error();
  if (auto streams = examine_streams(account); !streams) return streams;
  options.account = {*server, account.handle, *password};
  options.state = needs.state;
  options.listening.jetstream.servers = account.jetstreams;
  options.listening.jetstream.reach = reach_;
  options.listening.poll = std::chrono::seconds{account.poll_seconds};
  options.listening.hashtags = needs.hashtags;
  options.listening.tell = [log = needs.log](const std::string& trouble) { log->warn("{}", trouble); };
  options.listening.jitter = make_jitter();
  auto network = std::make_unique<networks::BlueskyNetwork>(*http_, needs.clock, options);
  messengers_[domain::NetworkKind::bluesky] = &network->messenger();
  networks_[domain::NetworkKind::bluesky] = std::move(network);
  return {};
}

base::Status Accounts::open_mastodon(const AccountNeeds& needs, const rulefile::Account& account) {
  if (account.server.empty()) return lacks("Mastodon", "server", "https://social.example");
  if (account.credential.empty()) return lacks("Mastodon", "credential", "mastodon-token");
  networks::MastodonOptions options;
  const auto token = read_credential(account.credential);
  if (!token) return token.error();
  options.own = {account.server, *token};
  options.handle = account.handle;
  for (const rulefile::PlaceToListen& place : account.listen_on) {
    const auto other = place.credential.empty() ? std::string() : read_credential(place.credential);
    if (!other) return other.error();
    options.listen_on.push_back({place.server, *other});
  }
  options.state = needs.state;
  options.hashtags = needs.hashtags;
  options.may_be_named = needs.contacts;
  options.complain = [log = needs.log](const std::string& trouble) { log->warn("{}", trouble); };
  options.jitter = make_jitter();
  auto network = networks::MastodonNetwork::open(std::move(options), *http_, reach_, needs.clock);
  if (!network) return network.error();
  networks_[domain::NetworkKind::mastodon] = std::move(network).value();
  const auto server = server_of(account, "");
  if (!server) return server.error();
  mastodon_messenger_ = std::make_unique<networks::MastodonMessenger>(*server, *token, *http_, needs.clock);
  messengers_[domain::NetworkKind::mastodon] = mastodon_messenger_.get();
  return {};
}

base::Status Accounts::open_x(const AccountNeeds& needs, const rulefile::Account& account) {
  if (account.handle.empty()) return lacks("X", "handle", "flockmate");
  if (account.credential.empty()) return lacks("X", "credential", "x");
  networks::XOptions options;
  const auto server = server_of(account, options.server);
  if (!server) return server.error();
  const auto text = read_credential(account.credential);
  if (!text) return text.error();
  auto keys = networks::read_x_keys(*text);
  if (!keys) return keys.error();
  options.server = *server;
  options.handle = account.handle;
  options.keys = std::move(keys).value();
  options.state = needs.state;
  options.limits = {account.prices, account.monthly_cap};
  options.listening.hashtags = needs.hashtags;
  options.listening.tell = [log = needs.log](const std::string& trouble) { log->warn("{}", trouble); };
  options.listening.jitter = make_jitter();
  options.listening.pause = networks::pause;
  auto read_lines = [http = http_.get()](
                        const domain::HttpRequest& request, const networks::XListener::OnLine& on_line,
                        const std::stop_token& stop) { return http->read_lines(request, on_line, stop); };
  auto network = std::make_unique<networks::XNetwork>(*http_, std::move(read_lines), needs.clock, options);
  x_ = network.get();
  networks_[domain::NetworkKind::x] = std::move(network);
  return {};
}

void Accounts::set_limits(const rulefile::ServiceConfig& config) {
  const auto account = config.networks.find(domain::NetworkKind::x);
  if (x_ == nullptr || account == config.networks.end()) return;
  x_->set_limits({account->second.prices, account->second.monthly_cap});
}

void Accounts::end_within(base::Duration grace) {
  if (http_) http_->close_within(grace);
}

std::map<domain::NetworkKind, domain::Network*> Accounts::networks() const {
  std::map<domain::NetworkKind, domain::Network*> all;
  for (const auto& [kind, network] : networks_) all[kind] = network.get();
  return all;
}

}  // namespace cli
