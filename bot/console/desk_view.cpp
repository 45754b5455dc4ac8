#include "console/desk_view.hpp"

#include <array>

#include "app/desk.hpp"
#include "app/flock.hpp"
#include "base/text.hpp"
#include "console/by_hand.hpp"
#include "console/thread_view.hpp"
#include "console/words.hpp"
#include "domain/course.hpp"
#include "domain/practice_room.hpp"
#include "domain/store.hpp"
#include "rulefile/messages.hpp"

namespace console {
namespace {

using nlohmann::json;

constexpr std::size_t most_items = 50;
constexpr std::size_t most_mistakes = 10;

// What a person does beside the buttons or instead of the bot. `sendable`: the bot may say it, too.
std::string by_hand_words(const domain::Draft& draft, bool sendable, bool carries) {
  if (draft.kind == domain::ActionKind::boost) {
    return std::string(sendable ? "Or pass it on" : "Pass it on") +
           " from your own account, then dismiss the draft.";
  }
  return std::string(sendable ? "Or answer" : "Answer") + " from your own account: the words " +
         (carries ? "go along" : "are copied for you to paste") +
         ", and the draft is closed when your answer is seen.";
}

// The post something is about, or null when it is gone or there was none.
json subject_view(const Scene& scene, domain::Tables& tables, const domain::PostKey& key) {
  if (key.id.empty()) return nullptr;
  const auto stored = tables.posts.find(key);
  if (!stored || stored->post.text.empty()) return nullptr;
  json view = post_view(scene, tables, stored->post);
  view["text"] = base::shorten(stored->post.text, 240);
  return view;
}

// Where a person may answer it from an account of their own.
std::vector<WayByHand> ways_of(const Scene& scene, domain::Tables& tables, const domain::Draft& draft) {
  const auto stored = tables.posts.find({draft.network, draft.post_id});
  if (!stored) return {};
  return ways_by_hand(scene.ports.flock, scene.course(), draft, stored->post);
}

json draft_view(const Scene& scene, domain::Tables& tables, const domain::Draft& draft) {
  const auto ways = ways_of(scene, tables, draft);
  const bool sendable = ways.empty() || scene.ports.desk.may_be_sent(tables, draft);
  json links = json::array();
  for (const WayByHand& way : ways) {
    const bool main = !sendable && links.empty();  // what one is meant to press
    links.push_back(
        {{"label", way.label}, {"link", way.link}, {"carries", way.carries_words}, {"main", main}});
  }
  return {{"key", draft.key},
          {"field", "draft-" + base::to_hex(base::stable_hash(draft.key))},
          {"text", draft.text},
          {"language", draft.language},
          {"rule", draft.rule},
          {"reason", draft.reason},
          {"is_boost", draft.kind == domain::ActionKind::boost},
          {"age", age_words(scene.now - draft.created_at)},
          {"sendable", sendable},
          {"by_hand", ways.empty() ? "" : by_hand_words(draft, sendable, ways.front().carries_words)},
          {"ways", std::move(links)},
          {"about", subject_view(scene, tables, {draft.network, draft.post_id})}};
}

template <typename Rows, typename View>
json list_view(const Rows& rows, const View& view_of) {
  json items = json::array();
  for (const auto& row : rows) {
    if (items.size() == most_items) break;
    items.push_back(view_of(row));
  }
  return {{"any", !rows.empty()},
          {"count", std::to_string(rows.size())},
          {"left_out", rows.size() > most_items ? std::to_string(rows.size() - most_items) : ""},
          {"items", std::move(items)}};
}

struct PolicyWords {
  const char* name;
  const char* label;
  const char* says;
};

constexpr std::array<PolicyWords, 4> policy_words{{
    {"practice", "Practice room", "Whoever uses the course's hashtag may be answered."},
    {"mastodon", "Mastodon",
     "Only those who mention, quote or answer Flockmate, or have joined, may be answered."},
    {"bluesky", "Bluesky",
     "Only those who mention, quote or answer Flockmate, or have joined, may be answered."},
    {"x", "X",
     "Only a post that itself mentions or quotes Flockmate may be answered; having joined is not enough."},
}};

}  // namespace

json cards_view(const Scene& scene, domain::Tables& tables) {
  bool urgent = false;
  json view = list_view(tables.cards.open(scene.cohort), [&](const domain::Card& card) {
    urgent = urgent || card.urgent;
    return json{{"key", card.key},
                {"text", card.text},
                {"to", told_words(card.to)},
                {"rule", card.rule},
                {"urgent", card.urgent},
                {"age", age_words(scene.now - card.at)},
                {"about", subject_view(scene, tables, {card.network, card.post_id})}};
  });
  view["urgent"] = urgent;
  return view;
}

json drafts_view(const Scene& scene, domain::Tables& tables) {
  return list_view(tables.drafts.open(scene.cohort),
                   [&](const domain::Draft& draft) { return draft_view(scene, tables, draft); });
}

json questions_view(const Scene& scene, domain::Tables& tables) {
  return list_view(tables.questions.open(scene.cohort), [&](const domain::Question& question) {
    return json{{"id", question.post_id},
                {"network", std::string(domain::to_word(question.network))},
                {"age", age_words(scene.now - question.asked_at)},
                {"about", subject_view(scene, tables, {question.network, question.post_id})}};
  });
}

json mistakes_view(const Scene& scene) {
  json mistakes = json::array();
  std::size_t errors = 0;
  for (const rulefile::Diagnostic& found : scene.snapshot->diagnostics) {
    if (found.severity != rulefile::Severity::error || ++errors > most_mistakes) continue;
    const rulefile::Diagnostic diagnostic = rulefile::in_language(found, scene.language());
    mistakes.push_back({{"place", diagnostic.mark.file + ", line " + std::to_string(diagnostic.mark.line)},
                        {"code", diagnostic.code},
                        {"message", diagnostic.message},
                        {"line", diagnostic.source_line},
                        {"effect", diagnostic.effect},
                        {"fix", diagnostic.fix}});
  }
  const std::string& trouble = scene.snapshot->trouble;
  if (errors == 0 && scene.snapshot->kept_files.empty() && trouble.empty()) return nullptr;
  return {{"list", std::move(mistakes)},
          {"trouble", trouble},
          {"left_out", errors > most_mistakes ? std::to_string(errors - most_mistakes) : ""},
          {"kept", base::join(scene.snapshot->kept_files, ", ")}};
}

json policies_view(const Scene& scene) {
  if (!scene.practice()) return nullptr;
  const std::string chosen = scene.ports.desk.policy();
  json view{{"list", json::array()}, {"says", ""}};
  for (const PolicyWords& policy : policy_words) {
    view["list"].push_back(
        {{"name", policy.name}, {"label", policy.label}, {"chosen", chosen == policy.name}});
    if (chosen == policy.name) view["says"] = policy.says;
  }
  return view;
}

}  // namespace console
