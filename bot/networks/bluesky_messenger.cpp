#include "networks/bluesky_messenger.hpp"

#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using nlohmann::json;

namespace {

const domain::Headers& to_the_chat() {
  static const domain::Headers headers{{"atproto-proxy", "did:web:api.bsky.chat#bsky_chat"}};
  return headers;
}

Error takes_no_messages(const std::string& words) {
  return {ErrorKind::refused, "They take no direct messages from the bot" + words +
                                  ". In the app they can follow the bot, or allow messages from everyone "
                                  "(Chat, Settings)."};
}

}  // namespace

// The password's rights are the same whoever is asked for, a person's wishes are not.
Error BlueskyMessenger::why_not(const XrpcAnswer& answer) {
  if (may_not(answer)) {
    return {ErrorKind::refused,
            "The bot's app password may not send direct messages. Make a new one with \"Allow access to your "
            "direct messages\" ticked, then run: flockmate login bluesky."};
  }
  return takes_no_messages(answer.message.empty() ? "" : " (" + answer.message + ")");
}

base::Result<std::string> BlueskyMessenger::account_of(const std::string& handle) {
  const auto answer = session_.read("com.atproto.identity.resolveHandle", {{"handle", handle}});
  if (!answer) return answer.error();
  const std::string account = text_at(answer->body, "did");
  if (answer->ok() && !account.empty()) return account;
  return Error{ErrorKind::refused, "Bluesky does not know their handle. Correct it in the course's file."};
}

// The chat knows no keys: what was sent and not confirmed may come twice.
base::Status BlueskyMessenger::tell(const std::string& handle, const std::string& text,
                                    const std::string& /*key*/) {
  const auto account = account_of(handle);
  if (!account) return account.error();
  const auto room =
      session_.read("chat.bsky.convo.getConvoForMembers", {{"members", *account}}, to_the_chat());
  if (!room) return room.error();
  if (!room->ok()) return why_not(*room);
  const json message{{"convoId", text_at(part_at(room->body, "convo"), "id")}, {"message", {{"text", text}}}};
  const auto sent = session_.write("chat.bsky.convo.sendMessage", message, to_the_chat());
  if (!sent) return sent.error();
  return sent->ok() ? base::Status{} : base::Status{why_not(*sent)};
}

base::Status BlueskyMessenger::examine(const std::string& handle) {
  const auto account = account_of(handle);
  if (!account) return account.error();
  const auto answer =
      session_.read("chat.bsky.convo.getConvoAvailability", {{"members", *account}}, to_the_chat());
  if (!answer) return answer.error();
  if (!answer->ok()) return why_not(*answer);
  return flag_at(answer->body, "canChat") ? base::Status{} : base::Status{takes_no_messages("")};
}

}  // namespace networks
