#include "console/thread_view.hpp"

#include <algorithm>
#include <map>

#include "app/flock.hpp"
#include "base/text.hpp"
#include "console/why_view.hpp"
#include "console/words.hpp"
#include "domain/language.hpp"
#include "domain/network.hpp"
#include "domain/practice_room.hpp"
#include "domain/store.hpp"
#include "rules/ruleset.hpp"

namespace console {
namespace {

using domain::Post;
using nlohmann::json;
using PostsById = std::map<std::string, const Post*>;

std::string thread_of(const Post& post) {
  return post.thread.empty() ? post.id : post.thread;
}
std::string shown_name(const domain::Author& author) {
  return author.name.empty() ? author.handle : author.name;
}

bool is_by_bot(const Scene& scene, const Post& post) {
  return base::fold(post.author.handle) == base::fold(scene.ruleset().bot_handle());
}

std::string badge_of(const Scene& scene, domain::Tables& tables, const Post& post) {
  if (is_by_bot(scene, post)) return "bot";
  const domain::Role role = scene.ports.flock.role_of(scene.cohort, post.author, post.network);
  if (role != domain::Role::learner) return std::string(domain::to_word(role));
  const domain::Person person = tables.people.find(scene.cohort, post.author_key());
  if (person.consent == domain::Consent::stopped) return "said stop";
  if (person.consent == domain::Consent::joined) return "joined";
  return person.posts == 1 ? "new here" : "";
}

// Why the bot said it: the rule, and the post that made it speak.
json cause_view(const Scene& scene, domain::Tables& tables, const Post& post) {
  const auto row = tables.outbox.by_published(post.network, post.id);
  if (!row) return nullptr;
  const std::string link = row->post_id.empty() ? "" : why_link({row->network, row->post_id}, scene.cohort);
  const bool known = scene.ruleset().find(row->rule) != nullptr;
  return {{"rule", row->rule},
          {"link", link},
          {"rule_link", known ? rules_link(scene.cohort) + "#" + rule_anchor(row->rule) : ""},
          {"wrong_key", can_be_marked_wrong(*row) ? row->key : ""}};
}

json reply_view(const Post& post, const PostsById& known) {
  const auto answered = known.find(post.in_reply_to);
  if (post.in_reply_to.empty() || answered == known.end()) return nullptr;
  const bool to_root = answered->second->id == thread_of(post);
  return {{"name", shown_name(answered->second->author)},
          {"anchor", anchor_of(answered->second->key())},
          {"to_root", to_root}};
}

json boost_view(const Post& post, const PostsById& known) {
  if (post.boost_of.empty()) return nullptr;
  const auto original = known.find(post.boost_of);
  if (original == known.end()) return {{"name", "a post that is not here any more"}, {"words", ""}};
  return {{"name", shown_name(original->second->author)},
          {"words", base::shorten(original->second->text, 80)}};
}

json full_view(const Scene& scene, domain::Tables& tables, const Post& post, const PostsById& known) {
  json view = post_view(scene, tables, post);
  const bool by_bot = is_by_bot(scene, post);
  view["in_reply"] = reply_view(post, known);
  view["boost"] = boost_view(post, known);
  view["is_reply"] = !post.in_reply_to.empty();
  view["cause"] = by_bot ? cause_view(scene, tables, post) : json(nullptr);
  view["why"] = by_bot ? json(nullptr) : why_view(tables, post.key(), scene.ruleset());
  view["writable"] = scene.practice();
  view["own"] = scene.practice() && !by_bot && post.boost_of.empty();
  return view;
}

}  // namespace

std::vector<Post> conversation(const Scene& scene, domain::Tables& tables) {
  std::vector<Post> posts;
  if (!scene.practice()) {
    for (domain::StoredPost& stored : tables.posts.recent(scene.cohort, most_shown))
      posts.push_back(std::move(stored.post));
    return posts;
  }
  const bool alone = scene.ports.flock.cohorts().size() == 1;
  for (Post& post : scene.ports.room->timeline(most_shown)) {
    const auto stored = alone ? std::nullopt : tables.posts.find(post.key());
    const bool elsewhere = stored && !stored->cohort.empty() && stored->cohort != scene.cohort;
    if (!elsewhere) posts.push_back(std::move(post));
  }
  return posts;
}

json post_view(const Scene& scene, domain::Tables& tables, const Post& post) {
  return {{"id", post.id},
          {"network", domain::name_in_words(post.network, domain::Language::english)},
          {"anchor", anchor_of(post.key())},
          {"name", shown_name(post.author)},
          {"handle", post.author.handle},
          {"initial", initial_of(shown_name(post.author))},
          {"hue", is_by_bot(scene, post) ? "hue-bot" : colour_of(post.author.id)},
          {"by_bot", is_by_bot(scene, post)},
          {"badge", badge_of(scene, tables, post)},
          {"time", scene.calendar().show_time(post.created_at)},
          {"datetime", base::to_rfc3339(post.created_at)},
          {"edited", post.edited_at ? scene.calendar().show_time(*post.edited_at) : ""},
          {"text", post.text},
          {"url", post.url.rfind("https://", 0) == 0 ? post.url : ""},
          {"why_link", why_link(post.key(), scene.cohort)}};
}

json threads_view(const Scene& scene, domain::Tables& tables, const std::vector<Post>& posts) {
  PostsById known;
  std::vector<std::string> order;  // of threads, by their newest post
  std::map<std::string, std::vector<const Post*>> threads;
  for (const Post& post : posts) {
    known[post.id] = &post;
    auto& thread = threads[thread_of(post)];
    if (thread.empty()) order.push_back(thread_of(post));
    thread.push_back(&post);
  }
  json view = json::array();
  for (const std::string& root : order) {
    auto& thread = threads[root];
    std::reverse(thread.begin(), thread.end());
    std::stable_sort(thread.begin(), thread.end(),
                     [](const Post* a, const Post* b) { return a->created_at < b->created_at; });
    json shown = json::array();
    for (const Post* post : thread) shown.push_back(full_view(scene, tables, *post, known));
    view.push_back(
        {{"anchor", "thread-" + anchor_of({thread.front()->network, root})}, {"posts", std::move(shown)}});
  }
  return view;
}

}  // namespace console
