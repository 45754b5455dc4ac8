// The grammar's part on the ops' file, config/flockmate.yaml.
#include "rulefile/grammar.hpp"

namespace rulefile {

std::vector<Key> service_keys();

namespace {

using enum Type;

// What a network's account may have. A key that its network would ignore is none of its keys.
std::vector<Key> account_keys() {
  constexpr Where practice = Where::practice_account;
  constexpr Where mastodon = Where::mastodon_account;
  constexpr Where bluesky = Where::bluesky_account;
  constexpr Where x = Where::x_account;
  std::vector<Key> keys;
  for (const Where account : {practice, mastodon, bluesky, x}) {
    keys.push_back({account, "handle", name, "", "\"@flockmate\"", "The bot's name there."});
  }
  for (const Where account : {mastodon, bluesky, x}) {
    keys.insert(
        keys.end(),
        {{account, "server", name, "", "https://social.example",
          "The server's address, where there are several."},
         {account, "credential", name, "", "mastodon-token", "The systemd credential that holds the token."},
         {account, "ca_file", name, "", "/etc/flockmate/school-ca.pem",
          "Certificates trusted besides the system's, where the server has one of its own."}});
  }
  keys.insert(
      keys.end(),
      {{mastodon, "listen_on", maps, "", "",
        "Other Mastodon servers whose hashtags are listened to; what is said is said from `server`.", false,
        true, Where::place_to_listen},
       {bluesky, "poll_seconds", number, "", "10",
        "How long it waits before it asks Bluesky again for what is new."},
       {bluesky, "jetstream", names, "", "wss://jetstream1.us-east.bsky.network",
        "Streams of the whole network, one of which is followed so that posts are heard at once; without "
        "one the hashtags are searched every `poll_seconds`."},
       {x, "monthly_dollars", dollars, "", "25",
        "What it may cost a month; once that is spent the bot reads and says nothing there."},
       {x, "prices", map, "", "", "X's price list, where it is no longer the one built in.", false, true,
        Where::prices}});
  for (const Where account : {practice, mastodon, bluesky, x}) {
    keys.push_back({account, "policy", map, "", "", "What this server's rules allow, where they differ.",
                    false, true, Where::policy});
  }
  return keys;
}

}  // namespace

std::vector<Key> service_keys() {
  constexpr Where own = Where::service;
  constexpr Where nets = Where::service_networks;
  constexpr Where policy = Where::policy;
  constexpr Where listen = Where::listen;
  constexpr Where place = Where::place_to_listen;
  constexpr Where prices = Where::prices;
  constexpr Where alerts = Where::alerts;
  std::vector<Key> keys{
      {own, "cohorts", names, "", "[/etc/flockmate/spring]",
       "Folders of the cohorts; of two with one hashtag the first wins."},
      {own, "state", name, "", "/var/lib/flockmate", "The folder in which everything is kept."},
      {own, "listen", map, "", "{host: 127.0.0.1, port: 8080}", "Where the pages are.", false, true, listen},
      {own, "console_password", name, "", "console-password",
       "The systemd credential with the hash of the facilitators' password."},
      {own, "networks", map, "", "", "The bot's accounts.", false, true, nets},
      {own, "alerts", map, "", "{webhook: alerts-webhook}", "How facilitators are called.", false, true,
       alerts},
      {own, "breaker_replies", number, "", "30",
       "So many replies within breaker_minutes stop all speech of the bot."},
      {own, "breaker_minutes", number, "", "5", "See breaker_replies."},

      {alerts, "webhook", name, "", "alerts-webhook",
       "The systemd credential with the address of a Slack-compatible webhook."},
      {alerts, "direct_messages", words, "mastodon|bluesky", "[mastodon, bluesky]",
       "Networks on which facilitators are called by direct message from the bot's account, too."},

      {listen, "host", name, "", "127.0.0.1", "The address to listen on."},
      {listen, "port", number, "", "8080", "The port to listen on."},
      {listen, "public_names", names, "", "[flockmate.example.org]",
       "Names under which a web server in front shows the pages; to other names they do not answer."},

      {nets, "practice", map, "", "", "The embedded practice network.", false, true, Where::practice_account},
      {nets, "mastodon", map, "", "", "An account on a Mastodon server.", false, true,
       Where::mastodon_account},
      {nets, "bluesky", map, "", "", "An account on Bluesky.", false, true, Where::bluesky_account},
      {nets, "x", map, "", "", "An account on X.", false, true, Where::x_account},

      {place, "server", name, "", "https://other.example", "The server's address.", true},
      {place, "credential", name, "", "other-token",
       "The systemd credential with a token of an account there; without one its timelines are looked "
       "through."},

      {prices, "as_of", date, "", "2026-11-22", "The day on which somebody read the price list."},
      {prices, "post_read", dollars, "", "0.005", "A post that is read."},
      {prices, "mention_read", dollars, "", "0.001", "A post that mentions the bot, when it asks for those."},
      {prices, "user_read", dollars, "", "0.01", "A person who is read, such as a post's author."},
      {prices, "post", dollars, "", "0.015", "A post that is written."},
      {prices, "post_with_link", dollars, "", "0.2", "A post or reply with a link in it."},
      {prices, "reply", dollars, "", "0.01", "A reply to somebody who mentioned or quoted the bot."},
      {prices, "boost", dollars, "", "0.015", "A post of somebody else that is repeated."},
      {prices, "deletion", dollars, "", "0.01", "A post of the bot that is taken back."},

      {policy, "as_of", date, "", "2026-11-22", "The day on which somebody read the server's rules."},
      {policy, "mention_is_consent", yes_no, "", "yes",
       "Whoever mentions or quotes the bot may be answered."},
      {policy, "answering_is_consent", yes_no, "", "yes", "Whoever replies to the bot may be answered."},
      {policy, "joined_is_consent", yes_no, "", "yes", "Whoever said join may be answered."},
      {policy, "hashtag_is_consent", yes_no, "", "no",
       "Whoever uses the hashtag may be answered (only on a server of your own)."},
      {policy, "refuses_duplicates", yes_no, "", "no", "The same text twice is refused."},
      {policy, "max_length", number, "", "500", "The longest post, in the network's own measure."},
      {policy, "per_hour", number, "", "10",
       "What the bot may say there in an hour, over all cohorts; what is more waits."},
      {policy, "per_day", number, "", "50", "What it may say there in a day."},
  };
  for (const Key& key : account_keys()) keys.push_back(key);
  return keys;
}

}  // namespace rulefile
