// Port: the embedded practice network as its page sees it, and the clock that can be moved there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/post.hpp"

namespace domain {

struct PracticePost {
  std::string handle;  // who speaks, without @; made up on first use
  std::string name;
  std::string text;
  bool mention_bot = false;
  std::string in_reply_to;  // id, or ""
};

class PracticeRoom {
 public:
  virtual ~PracticeRoom() = default;
  // All thread-safe. Errors are sentences for the person who typed.
  virtual base::Result<Post> say(const PracticePost& post) = 0;
  virtual base::Result<Post> edit(const std::string& id, const std::string& text) = 0;
  virtual base::Status remove(const std::string& id) = 0;
  virtual base::Result<Post> boost(const std::string& id, const std::string& handle) = 0;
  // Newest first, at most `limit`, deleted ones left out.
  virtual std::vector<Post> timeline(std::size_t limit) const = 0;
  virtual std::optional<Post> find(const std::string& id) const = 0;
};

class AdjustableClock : public base::Clock {
 public:
  // Forward only.
  virtual void advance(base::Duration by) = 0;
};

}  // namespace domain
