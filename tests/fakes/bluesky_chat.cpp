// Bluesky's chat, as the account's own server passes it on.
#include <algorithm>

#include "tests/fakes/bluesky_parts.hpp"

namespace fakes {

using domain::HttpResponse;
using namespace bluesky;

void BlueskyServer::forbid_chat(bool forbidden) {
  const std::lock_guard lock(mutex_);
  chat_forbidden_ = forbidden;
}

void BlueskyServer::close_chat(const std::string& did) {
  const std::lock_guard lock(mutex_);
  accounts_.at(did).takes_no_messages = true;
}

std::vector<std::string> BlueskyServer::messages_to(const std::string& did) const {
  const std::lock_guard lock(mutex_);
  return accounts_.at(did).messages;
}

HttpResponse BlueskyServer::resolve(const Call& call) const {
  const auto found = std::find_if(accounts_.begin(), accounts_.end(),
                                  [&](const auto& one) { return one.second.handle == call.first("handle"); });
  if (found == accounts_.end()) return error(400, "InvalidRequest", "Unable to resolve handle");
  return answer({{"did", found->first}});
}

// A conversation is named after its other member.
HttpResponse BlueskyServer::act_on_chat(const Call& call) {
  if (call.proxy != "did:web:api.bsky.chat#bsky_chat") {
    return error(501, "MethodNotImplemented", "Method Not Implemented");
  }
  if (chat_forbidden_) return error(400, "InvalidToken", "Bad token method");
  const bool sends = call.method == "chat.bsky.convo.sendMessage";
  const auto member = accounts_.find(sends ? call.text("convoId") : call.first("members"));
  if (member == accounts_.end()) return error(400, "InvalidConvo", "Convo not found");
  Account& account = member->second;
  if (call.method == "chat.bsky.convo.getConvoAvailability") {
    return answer({{"canChat", !account.takes_no_messages}});
  }
  if (account.takes_no_messages) {
    return error(400, "InvalidRequest",
                 "recipient requires incoming messages to come from someone they follow");
  }
  if (sends) account.messages.push_back(call.input["message"]["text"]);
  return sends ? answer({{"id", "1"}}) : answer({{"convo", {{"id", member->first}}}});
}

}  // namespace fakes
