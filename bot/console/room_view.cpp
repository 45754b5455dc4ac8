#include "console/room_view.hpp"

#include "app/desk.hpp"
#include "app/flock.hpp"
#include "base/text.hpp"
#include "console/desk_view.hpp"
#include "console/frame_view.hpp"
#include "console/thread_view.hpp"
#include "console/voices.hpp"
#include "console/why_view.hpp"
#include "console/words.hpp"
#include "domain/store.hpp"
#include "rules/ruleset.hpp"

namespace console {
namespace {

using nlohmann::json;

json voice_view(const Voice& voice, const std::string& chosen) {
  return {{"handle", voice.handle}, {"name", voice.name}, {"chosen", voice.handle == chosen}};
}

json voice_list(const std::vector<Voice>& voices, const std::string& chosen) {
  json list = json::array();
  for (const Voice& voice : voices) list.push_back(voice_view(voice, chosen));
  return list;
}

// The box: who speaks, what is added, and the post it answers.
json box_view(const Scene& scene, const std::vector<domain::Post>& posts, const std::string& replying_to) {
  const std::string& bot = scene.ruleset().bot_handle();
  const Voices voices = voices_of(scene.course(), posts, bot);
  const Voice* chosen = voices.find(scene.speaker);
  if (chosen == nullptr) chosen = &voices.newcomer;
  json view{{"newcomer", voice_view(voices.newcomer, chosen->handle)},
            {"learners", voice_list(voices.learners, chosen->handle)},
            {"facilitators", voice_list(voices.facilitators, chosen->handle)},
            {"has_facilitators", !voices.facilitators.empty()},
            {"guest", voice_view(voices.guest, chosen->handle)},
            {"speaker", chosen->handle},
            {"speaker_name", chosen->name},
            {"hashtag", scene.course().hashtags.empty() ? "" : "#" + scene.course().hashtags.front()}};
  view["replying_to"] = nullptr;
  for (const domain::Post& post : posts) {
    if (replying_to.empty() || post.id != replying_to) continue;
    view["replying_to"] = {{"id", post.id},
                           {"name", post.author.name.empty() ? post.author.handle : post.author.name},
                           {"words", base::shorten(post.text, 80)}};
  }
  return view;
}

std::string waiting_words(const json& view) {
  const int waiting = std::stoi(view["cards"]["count"].get<std::string>()) +
                      std::stoi(view["drafts"]["count"].get<std::string>());
  return waiting == 0 ? "" : std::to_string(waiting);
}

json money_view(const app::StatusReport& status) {
  json list = json::array();
  for (const auto& one : status.money) {
    list.push_back({{"is_spent", one.bill.is_spent()}, {"sentence", domain::sentence_of(one.bill)}});
  }
  return list;
}

}  // namespace

base::Result<json> room_view(const Scene& scene, const std::string& replying_to) {
  json view = frame_view(scene, scene.course().name);
  const app::StatusReport status = scene.ports.desk.status();
  view["stopped"] = status.speech_stopped;
  view["stopped_reason"] = status.stopped_reason;
  view["money"] = money_view(status);
  view["mistakes"] = mistakes_view(scene);
  view["policies"] = policies_view(scene);
  const base::Status read = scene.ports.store.read([&](domain::Tables& tables) -> base::Status {
    const std::vector<domain::Post> posts = conversation(scene, tables);
    view["box"] = scene.practice() ? box_view(scene, posts, replying_to) : json(nullptr);
    view["threads"] = threads_view(scene, tables, posts);
    view["cards"] = cards_view(scene, tables);
    view["drafts"] = drafts_view(scene, tables);
    view["questions"] = questions_view(scene, tables);
    return {};
  });
  if (!read) return read.error();
  view["any_threads"] = !view["threads"].empty();
  view["waiting"] = waiting_words(view);
  return view;
}

base::Result<json> why_page_view(const Scene& scene, const domain::PostKey& key) {
  json view = frame_view(scene, "Why?");
  bool known = false;
  const base::Status read = scene.ports.store.read([&](domain::Tables& tables) -> base::Status {
    const auto stored = tables.posts.find(key);
    known = stored.has_value();
    if (!stored) return {};
    view["post"] = post_view(scene, tables, stored->post);
    view["why"] = why_view(tables, key, scene.ruleset());
    return {};
  });
  if (!read) return read.error();
  if (!known) return base::Error{base::ErrorKind::not_found, "Flockmate does not know this post (any more)."};
  const auto now = scene.ports.desk.explain(key);
  view["rules_now"] = now ? decision_view(*now, scene.ruleset()) : json(nullptr);
  view["rules_now_trouble"] = now ? "" : now.error().message;
  return view;
}

}  // namespace console
