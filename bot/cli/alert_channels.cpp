#include "cli/alert_channels.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "alerts/channels.hpp"
#include "alerts/direct_messages.hpp"
#include "alerts/journal.hpp"
#include "alerts/webhook.hpp"
#include "cli/runtime.hpp"
#include "networks/url.hpp"
#include "rulefile/service_config.hpp"

namespace cli {
namespace {

// The address that a facilitator can open.
std::string page_of(const rulefile::Listen& listen) {
  if (!listen.public_names.empty()) return "https://" + listen.public_names.front() + "/";
  return "http://" + listen.host + ":" + std::to_string(listen.port) + "/";
}

// Never with the address: it is a secret.
base::Result<std::string> address_in(const std::string& credential) {
  auto address = read_credential(credential);
  if (!address || networks::parse_url(*address)) return address;
  return base::Error{base::ErrorKind::invalid,
                     "the credential " + credential +
                         " holds no webhook's address. It should be one line that starts with https://."};
}

}  // namespace

AlertChannels::AlertChannels() = default;
AlertChannels::~AlertChannels() = default;

base::Status AlertChannels::open(const AlertNeeds& needs) {
  journal_ = std::make_unique<alerts::Journal>(needs.log);
  std::vector<domain::Alerts*> channels{journal_.get()};
  const std::string page = page_of(needs.config.listen);
  const auto complain = [log = needs.log](const std::string& trouble) { log->warn("{}", trouble); };
  if (needs.http != nullptr && !needs.config.alerts_webhook.empty()) {
    const auto address = address_in(needs.config.alerts_webhook);
    if (!address) return address.error();
    webhook_ =
        std::make_unique<alerts::Webhook>(*needs.http, alerts::Webhook::Options{*address, page, complain});
    channels.push_back(webhook_.get());
  }
  alerts::DirectMessages::Options messages;
  for (const auto& [network, messenger] : needs.messengers) {
    const auto& chosen = needs.config.alerts_by_message;
    if (std::find(chosen.begin(), chosen.end(), network) != chosen.end())
      messages.messengers[network] = messenger;
  }
  if (!messages.messengers.empty()) {
    messages.recipients = needs.recipients;
    messages.page = page;
    messages.complain = complain;
    messages_ = std::make_unique<alerts::DirectMessages>(std::move(messages));
    channels.push_back(messages_.get());
  }
  all_ = std::make_unique<alerts::Channels>(std::move(channels));
  return {};
}

domain::Alerts& AlertChannels::all() {
  return *all_;
}

}  // namespace cli
