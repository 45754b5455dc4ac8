// The posts of one thread, and who answers whom in it.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "domain/store.hpp"

namespace app {

class Conversation {
 public:
  explicit Conversation(std::vector<domain::StoredPost> posts);

  // From the post it answers up to the root. A link that nobody has seen leads straight to the root.
  std::vector<std::string> above(const domain::Post& post) const;
  // Everything that answers this post, directly or not, in the order of the thread.
  std::vector<const domain::StoredPost*> below(const std::string& id) const;

 private:
  std::vector<domain::StoredPost> posts_;
  std::unordered_map<std::string, const domain::Post*> by_id_;
};

// A human's post in a thread: the open questions above it are answered (by others) or closed (by the asker's
// own thanks), and drafts above it close when a facilitator speaks.
void follow_up(domain::Tables& tables, const domain::Post& post, domain::Role role);

}  // namespace app
