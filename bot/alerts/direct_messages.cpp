#include "alerts/direct_messages.hpp"

#include "domain/language.hpp"
#include "domain/messenger.hpp"

namespace alerts {
namespace {

using Outcome = Caller::Outcome;

// A rule's name must not call anybody else: a mention adds its owner to the conversation.
std::string without_mentions(const std::string& text) {
  constexpr const char* word_joiner = "\u2060";  // invisible, and no name goes on after it
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '@') out += word_joiner;
  }
  return out;
}

Caller::Attempt judge(const base::Status& told, const std::string& network) {
  if (told) return {};
  const std::string trouble = "A facilitator is not told by direct message on " + network + ": ";
  if (told.error().kind == base::ErrorKind::refused)
    return {Outcome::refused, {}, trouble + told.error().message};
  // One that comes twice is better than none.
  return {Outcome::again, {}, trouble + told.error().message + " It is tried again."};
}

}  // namespace

DirectMessages::DirectMessages(Options options) : options_(std::move(options)) {}

base::Status DirectMessages::tell(const domain::Alert& alert) {
  const std::lock_guard lock(mutex_);
  for (const Recipient& recipient : options_.recipients(alert)) {
    if (Caller* caller = caller_of(recipient)) caller->call(alert);
  }
  return {};
}

Caller* DirectMessages::caller_of(const Recipient& recipient) {
  if (const auto known = callers_.find(recipient); known != callers_.end()) return known->second.get();
  const auto messenger = options_.messengers.find(recipient.network);
  if (messenger == options_.messengers.end() || callers_.size() >= most_recipients) return nullptr;
  auto& caller = callers_[recipient];
  caller = make_caller(recipient, *messenger->second);
  return caller.get();
}

std::unique_ptr<Caller> DirectMessages::make_caller(const Recipient& recipient,
                                                    domain::Messenger& messenger) const {
  Caller::Options caller;
  caller.page = options_.page;
  caller.longest = messenger.longest();
  caller.harmless = without_mentions;
  caller.complain = options_.complain;
  caller.pace = options_.pace;
  caller.tell = [&messenger, recipient](const std::string& text, const std::string& key) {
    const std::string own =
        std::string(domain::to_word(recipient.network)) + " " + recipient.handle + " " + key;
    return judge(messenger.tell(recipient.handle, text, own),
                 domain::name_in_words(recipient.network, domain::Language::english));
  };
  return std::make_unique<Caller>(std::move(caller));
}

}  // namespace alerts
