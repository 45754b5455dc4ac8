// Port: words to one person that nobody else sees. For calls to facilitators; never for what the bot says to
// learners, which goes through the outbox.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.hpp"

namespace domain {

class Messenger {
 public:
  virtual ~Messenger() = default;
  virtual std::size_t longest() const = 0;  // of a text, in bytes

  // `handle` without @, as the course names the person there. `key` is the same in every attempt. Blocks.
  // Errors: refused (it will not work; the message says why and what to do), unavailable (not told; later),
  // in_doubt (nobody knows).
  virtual base::Status tell(const std::string& handle, const std::string& text, const std::string& key) = 0;
  // Would it work, as far as the network says? Tells the person nothing.
  virtual base::Status examine(const std::string& handle) = 0;
};

}  // namespace domain
