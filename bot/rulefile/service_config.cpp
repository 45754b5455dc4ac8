#include "rulefile/service_config.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "language/reading.hpp"
#include "rulefile/cohort_files.hpp"
#include "rulefile/fields.hpp"
#include "rulefile/tree.hpp"
#include "rulefile/values.hpp"
#include "rules/ruleset.hpp"

namespace rulefile {
namespace {

constexpr std::array<domain::NetworkKind, 4> networks{domain::NetworkKind::practice,
                                                      domain::NetworkKind::mastodon,
                                                      domain::NetworkKind::bluesky, domain::NetworkKind::x};

// A name as it stands in an address bar between "https://" and the next "/"; a port may follow.
std::optional<std::string> read_host_name(std::string_view text) {
  constexpr std::size_t longest = 253;
  const std::string_view name = text.substr(0, text.find(':'));
  const std::string_view port = text.substr(name.size());
  const auto is_letter_or_digit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  const auto may_stand = [&](char c) { return is_letter_or_digit(c) || c == '-' || c == '.'; };
  if (name.empty() || name.size() > longest || !std::all_of(name.begin(), name.end(), may_stand))
    return std::nullopt;
  if (!is_letter_or_digit(name.front()) || (!port.empty() && !read_number(port.substr(1))))
    return std::nullopt;
  return std::string(text);
}

// Encrypted, but for one on this machine; whether it is an address at all is seen when it is used.
std::optional<std::string> read_stream_address(std::string_view text) {
  if (!text.starts_with("wss://") && !text.starts_with("ws://")) return std::nullopt;
  return std::string(text);
}

void read_listen(const Fields& service, Listen& listen) {
  const Entry* entry = service.find("listen");
  if (entry == nullptr) return;
  const Fields fields(entry->value, Where::listen, service.findings());
  listen.host = fields.text("host").value_or(listen.host);
  listen.port = fields.value<int>("port", read_number).value_or(listen.port);
  if (listen.port < 1 || listen.port > 65'535) {
    fields.refuse("port", fields.find("port")->value);
    listen.port = Listen{}.port;
  }
  listen.public_names = fields.values<std::string>("public_names", read_host_name);
}

// Found without its place: the line must not be repeated in a log.
void read_webhook(const Fields& alerts, ServiceConfig& config) {
  const std::string webhook = alerts.text("webhook").value_or("");
  if (webhook.find("://") == std::string::npos) {
    config.alerts_webhook = webhook;
  } else {
    alerts.findings().add(Message::secret_in_settings, {});
  }
}

// After the accounts: messages come from one of them.
void read_alerts(const Fields& service, ServiceConfig& config) {
  const Entry* entry = service.find("alerts");
  if (entry == nullptr) return;
  const Fields fields(entry->value, Where::alerts, service.findings());
  read_webhook(fields, config);
  for (const std::string& word : fields.words("direct_messages")) {
    const auto network = domain::network_from_word(word);
    if (!network) continue;
    if (config.networks.contains(*network)) {
      config.alerts_by_message.push_back(*network);
    } else {
      const Key* account = find_key(Where::service_networks, word);
      fields.findings().add(Message::missing_part, fields.spot("direct_messages"),
                            {noun(Where::service_networks), word, *account});
    }
  }
  if (entry->value.is_map() && entry->value.entries.empty()) {
    const Key* webhook = find_key(Where::alerts, "webhook");
    fields.findings().add(Message::missing_key, fields.spot(),
                          {noun(Where::alerts), "webhook", *webhook, std::string(webhook->example)});
  }
}

void read_policy(const Fields& account, rules::NetworkPolicy& policy) {
  const Entry* entry = account.find("policy");
  if (entry == nullptr) return;
  const Fields fields(entry->value, Where::policy, account.findings());
  if (fields.value<std::chrono::year_month_day>("as_of", read_date)) policy.as_of = *fields.text("as_of");
  policy.mention_is_consent = fields.yes_no("mention_is_consent", policy.mention_is_consent);
  policy.answering_is_consent = fields.yes_no("answering_is_consent", policy.answering_is_consent);
  policy.joined_is_consent = fields.yes_no("joined_is_consent", policy.joined_is_consent);
  policy.hashtag_is_consent = fields.yes_no("hashtag_is_consent", policy.hashtag_is_consent);
  policy.refuses_duplicates = fields.yes_no("refuses_duplicates", policy.refuses_duplicates);
  policy.max_length = fields.value<int>("max_length", read_number).value_or(policy.max_length);
  policy.per_hour = fields.value<int>("per_hour", read_number).value_or(policy.per_hour);
  policy.per_day = fields.value<int>("per_day", read_number).value_or(policy.per_day);
}

void read_pace(const Fields& account, Account& out) {
  constexpr int longest = 3600;
  const int seconds = account.value<int>("poll_seconds", read_number).value_or(out.poll_seconds);
  if (seconds >= 1 && seconds <= longest) {
    out.poll_seconds = seconds;
  } else {
    account.refuse("poll_seconds", account.find("poll_seconds")->value);
  }
}

void read_cap(const Fields& account, Account& out) {
  out.monthly_cap = account.value<std::int64_t>("monthly_dollars", read_dollars).value_or(out.monthly_cap);
  if (out.monthly_cap > 0) return;
  account.findings().add(Message::cap_of_nothing, account.spot("monthly_dollars"),
                         {Phrase::nothing_to_spend, "", "monthly_dollars: 25"});
}

void read_prices(const Fields& account, domain::PriceList& prices) {
  const Entry* entry = account.find("prices");
  if (entry == nullptr) return;
  const Fields fields(entry->value, Where::prices, account.findings());
  if (fields.value<std::chrono::year_month_day>("as_of", read_date)) prices.as_of = *fields.text("as_of");
  const auto price = [&](const char* key, std::int64_t& out) {
    out = fields.value<std::int64_t>(key, read_dollars).value_or(out);
  };
  price("post_read", prices.post_read);
  price("mention_read", prices.mention_read);
  price("user_read", prices.user_read);
  price("post", prices.post);
  price("post_with_link", prices.post_with_link);
  price("reply", prices.reply);
  price("boost", prices.boost);
  price("deletion", prices.deletion);
}

Where account_of(domain::NetworkKind network) {
  switch (network) {
    case domain::NetworkKind::mastodon:
      return Where::mastodon_account;
    case domain::NetworkKind::bluesky:
      return Where::bluesky_account;
    case domain::NetworkKind::x:
      return Where::x_account;
    case domain::NetworkKind::practice:
      break;
  }
  return Where::practice_account;
}

void read_accounts(const Fields& service, ServiceConfig& config) {
  const Entry* entry = service.find("networks");
  if (entry == nullptr) return;

  const Fields fields(entry->value, Where::service_networks, service.findings());
  for (const domain::NetworkKind network : networks) {
    const std::string_view word = domain::to_word(network);
    const Entry* one = fields.find(word);
    if (one == nullptr) continue;
    const Fields account(one->value, account_of(network), service.findings());
    Account& out = config.networks[network];
    out.handle = base::trim(account.text("handle").value_or(""));
    if (out.handle.starts_with('@')) out.handle.erase(0, 1);
    out.server = account.text("server").value_or("");
    out.credential = account.text("credential").value_or("");
    out.ca_file = account.text("ca_file").value_or("");
    for (const Node* place : account.maps("listen_on")) {
      const Fields other(*place, Where::place_to_listen, service.findings());
      out.listen_on.push_back({other.text("server").value_or(""), other.text("credential").value_or("")});
    }
    read_pace(account, out);
    out.jetstreams = account.values<std::string>("jetstream", read_stream_address);
    read_cap(account, out);
    if (network == domain::NetworkKind::x) read_prices(account, out.prices);
    read_policy(account, config.policies.at(static_cast<std::size_t>(network)));
  }
}

// Read as it stands, and told where it silences the bot, or lets nothing ever stop it.
void read_breaker(const Fields& service, ServiceConfig& config) {
  const auto read = [&](const std::string& key, int& out, int least, Phrase otherwise) {
    const int usual = out;
    out = service.value<int>(key, read_number).value_or(usual);
    if (out >= least) return;
    service.findings().add(Message::cap_of_nothing, service.spot(key),
                           {otherwise, "", key + ": " + std::to_string(usual)});
  };
  read("breaker_replies", config.breaker_replies, 2, Phrase::stopped_by_first);
  read("breaker_minutes", config.breaker_minutes, 1, Phrase::never_stopped);
}

void read_service(const Node& tree, Findings& findings, ServiceConfig& config) {
  const Fields fields(tree, Where::service, findings);
  config.state = fields.text("state").value_or(config.state.string());
  read_listen(fields, config.listen);
  config.console_password = fields.text("console_password").value_or("");
  for (const std::string& folder : fields.texts("cohorts")) config.cohorts.emplace_back(folder);
  if (tree.is_map() && !fields.has("cohorts")) findings.add(Message::cohort_missing, {});
  read_accounts(fields, config);
  read_alerts(fields, config);
  read_breaker(fields, config);
}

}  // namespace

ReadServiceConfig read_service_config(const SourceFile& file) {
  ReadServiceConfig out;
  const SourceText source(file.path, std::string_view(file.text).substr(0, largest_file));
  Findings findings(source);
  const std::optional<Node> tree = read_tree(file.text.size(), source, findings);
  if (tree && tree->is_empty()) {
    findings.add(Message::cohort_missing, {});
  } else if (tree) {
    read_service(*tree, findings, out.config);
  }
  out.diagnostics = in_reading_order(findings.take());
  return out;
}

}  // namespace rulefile
