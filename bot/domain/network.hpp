// Port: a network on which the bot listens and speaks. Adapters decide nothing.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/bill.hpp"
#include "domain/post.hpp"

namespace domain {

// What to say. `key` is made of (cohort, cause, rule, action) and is the same in every attempt.
struct Utterance {
  enum class Kind { reply, post, boost };
  std::string key;
  Kind kind = Kind::reply;
  std::string text;
  std::string language;
  std::optional<Post> to;  // reply: the post it answers; boost: the post to repeat
};

struct Published {
  std::string id;
  std::string url;
};

// Where events go. Returns false when the listener should stop. May block: that is the back-pressure.
using EventSink = std::function<bool(PostEvent)>;

class Network {
 public:
  virtual ~Network() = default;
  virtual NetworkKind kind() const = 0;
  virtual Author self() const = 0;  // the bot's own account

  // Starts to deliver events after `cursor` ("" = from the catch-up window on) from a thread of the adapter's
  // own.
  virtual base::Status listen(const std::string& cursor, EventSink sink) = 0;
  // After it returns the sink is not called any more.
  virtual void stop_listening() = 0;

  // Errors: refused (final), not_found (it cannot be answered by the bot's account; a person may),
  // unavailable (nothing was posted; try later), in_doubt (look_up before trying again).
  virtual base::Result<Published> publish(const Utterance& utterance) = 0;
  // Was it posted? none: certainly not. An error means that nobody knows yet: unavailable (it could not be
  // asked; try later), any other (it was asked and cannot tell).
  virtual base::Result<std::optional<Published>> look_up(const Utterance& utterance) = 0;
  // Takes back what the bot said; one that is gone already is fine.
  virtual base::Status withdraw(const std::string& id) = 0;
  // The conversation around a post, root first, that post included.
  virtual base::Result<std::vector<Post>> read_thread(const Post& post) = 0;
  // While it listens: since when nothing could be heard, though it is tried again and again. None: all is
  // well.
  virtual std::optional<base::Instant> away_since() const { return std::nullopt; }

  // What it costs; none where it costs nothing.
  virtual std::optional<Bill> bill() { return std::nullopt; }
};

}  // namespace domain
