// A delivery and its draft are the same speech: one becomes the other.
#pragma once

namespace app {

// `To` and `From`: domain::OutboxRow and domain::Draft. The key stays, and with it all that hangs on it.
template <typename To, typename From>
To same_speech(const From& from) {
  To to;
  to.key = from.key;
  to.cohort = from.cohort;
  to.network = from.network;
  to.cause = from.cause;
  to.rule = from.rule;
  to.index = from.index;
  to.kind = from.kind;
  to.text = from.text;
  to.language = from.language;
  to.post_id = from.post_id;
  to.account = from.account;
  to.thread = from.thread;
  return to;
}

}  // namespace app
