#include "app/conversation.hpp"

#include <algorithm>
#include <unordered_set>

#include "language/reader.hpp"

namespace app {
namespace {

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void close_drafts(domain::Tables& tables, domain::NetworkKind network,
                  const std::vector<std::string>& above) {
  for (const std::string& id : above) {
    for (const domain::Draft& draft : tables.drafts.of_post({network, id})) {
      if (draft.state == domain::DraftState::open) {
        tables.drafts.set_state(draft.key, domain::DraftState::closed);
      }
    }
  }
}

void settle_question(domain::Tables& tables, const domain::Question& question, const domain::Post& post) {
  const domain::PostKey key{question.network, question.post_id};
  if (post.author.id != question.account) {
    tables.questions.set_state(key, domain::QuestionState::answered);
  } else if (language::is_thanks(post.text)) {
    tables.questions.set_state(key, domain::QuestionState::closed);
  }
}

}  // namespace

Conversation::Conversation(std::vector<domain::StoredPost> posts) : posts_(std::move(posts)) {
  for (const domain::StoredPost& stored : posts_) by_id_.emplace(stored.post.id, &stored.post);
}

std::vector<std::string> Conversation::above(const domain::Post& post) const {
  std::vector<std::string> ids;
  const std::string root = post.thread.empty() ? post.id : post.thread;
  std::string next = post.in_reply_to;
  while (!next.empty() && next != post.id && ids.size() <= posts_.size()) {  // a circle of replies ends, too
    ids.push_back(next);
    const auto found = by_id_.find(next);
    next = found != by_id_.end() ? found->second->in_reply_to : (next == root ? "" : root);
  }
  return ids;
}

// Most replies stand behind what they answer; those that do not are found in another pass.
std::vector<const domain::StoredPost*> Conversation::below(const std::string& id) const {
  std::unordered_set<std::string> ids;
  const auto belongs = [&](const domain::Post& post) {
    const std::string& parent = post.in_reply_to;
    if (parent == id || ids.contains(parent)) return true;
    return !parent.empty() && post.thread == id && !by_id_.contains(parent);
  };
  std::size_t before = 0;
  do {
    before = ids.size();
    for (const domain::StoredPost& stored : posts_) {
      if (stored.post.id != id && belongs(stored.post)) ids.insert(stored.post.id);
    }
  } while (ids.size() != before);
  std::vector<const domain::StoredPost*> found;
  for (const domain::StoredPost& stored : posts_) {
    if (ids.contains(stored.post.id)) found.push_back(&stored);
  }
  return found;
}

void follow_up(domain::Tables& tables, const domain::Post& post, domain::Role role) {
  if (post.in_reply_to.empty() || role == domain::Role::bot || !post.boost_of.empty()) return;
  const std::string& thread = post.thread;
  auto questions = tables.questions.of_thread(post.network, thread);
  std::erase_if(questions, [](const auto& one) { return one.state != domain::QuestionState::open; });
  const bool facilitator = role == domain::Role::facilitator;
  if (questions.empty() && !facilitator) return;
  const auto above = Conversation(tables.posts.thread(post.network, thread)).above(post);
  for (const domain::Question& question : questions) {
    if (contains(above, question.post_id)) settle_question(tables, question, post);
  }
  if (facilitator) close_drafts(tables, post.network, above);
}

}  // namespace app
