// What stays of a post whose text has to go.
#pragma once

#include "domain/store.hpp"

namespace store {

// The ids, the time and who wrote it (so that an erasure of the person finds it); no word of it, nothing read
// from it.
inline domain::StoredPost bare(const domain::StoredPost& stored) {
  domain::StoredPost left;
  left.cohort = stored.cohort;
  left.kept = stored.kept;
  left.by_bot = stored.by_bot;
  left.decided = true;
  left.post.network = stored.post.network;
  left.post.id = stored.post.id;
  left.post.version = stored.post.version;
  left.post.author.id = stored.post.author.id;
  left.post.created_at = stored.post.created_at;
  left.post.in_reply_to = stored.post.in_reply_to;
  left.post.thread = stored.post.thread;
  return left;
}

}  // namespace store
