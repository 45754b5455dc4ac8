#include "networks/mastodon_messenger.hpp"

#include <nlohmann/json.hpp>

#include "networks/mastodon_speech.hpp"
#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using nlohmann::json;

namespace {

Error unknown_there() {
  return {ErrorKind::refused,
          "The bot's server does not know their handle. Write it in full, with its server, into the course's "
          "file: \"@dana@social.example\"."};
}

}  // namespace

// People whom the server has never met are looked for on their own.
base::Result<MastodonMessenger::Person> MastodonMessenger::find(const std::string& handle) {
  auto account = server_.get("/api/v1/accounts/lookup", {{"acct", handle}});
  if (!account && account.error().kind == ErrorKind::not_found) {
    const auto found = server_.get(
        "/api/v2/search", {{"q", "@" + handle}, {"type", "accounts"}, {"resolve", "true"}, {"limit", "1"}});
    if (!found) return found.error().kind == ErrorKind::not_found ? unknown_there() : found.error();
    const json& accounts = part_at(*found, "accounts");
    if (!accounts.is_array() || accounts.empty()) return unknown_there();
    account = json(accounts[0]);
  }
  if (!account) return account.error();
  Person person{id_at(*account, "id"), text_at(*account, "acct")};
  if (person.id.empty() || person.handle.empty()) return unknown_there();
  return person;
}

base::Status MastodonMessenger::tell(const std::string& handle, const std::string& text,
                                     const std::string& key) {
  const auto person = find(handle);
  if (!person) return person.error();
  const auto status = server_.post("/api/v1/statuses",
                                   {{"status", "@" + person->handle + " " + text},
                                    {"visibility", "direct"},
                                    {"allowed_mentions", json::array({person->id})}},
                                   mastodon_idempotency_key(key));
  if (!status) {
    return Error{status.error().kind == ErrorKind::not_found ? ErrorKind::refused : status.error().kind,
                 status.error().message};
  }
  if (text_at(*status, "visibility") == "direct") return {};
  // Nobody else is to see it.
  if (auto removed = server_.remove("/api/v1/statuses/" + id_at(*status, "id")); !removed) return removed;
  return Error{ErrorKind::refused, "The server does not keep direct messages private, so none is sent."};
}

base::Status MastodonMessenger::examine(const std::string& handle) {
  const auto person = find(handle);
  return person ? base::Status{} : base::Status{person.error()};
}

}  // namespace networks
