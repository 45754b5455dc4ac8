// What a rule wants done, and how it may travel.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/post.hpp"

namespace domain {

enum class ActionKind {
  reply,
  post,
  boost,
  save_question,
  tell_facilitators,
  label,
  add_to_digest,
  send_digest
};
std::string_view to_word(ActionKind kind);
// Said where learners can see it: reply, post, boost (send_digest to learners becomes a post).
bool is_public_speech(ActionKind kind);

enum class Mode { shadow, draft, automatic };
std::string_view to_word(Mode mode);  // automatic is written "auto"

enum class Route { reply, post, digest, draft };
std::string_view to_word(Route route);

// One thing to do: an intention as data. Several may come from one rule; `index` is its place in the rule's
// `then`.
struct Action {
  ActionKind kind = ActionKind::reply;
  std::string rule;  // or "manners: stop", "manners: human needed", … for what no rule decides
  int index = 0;
  std::optional<Route> route;  // none for internal actions
  std::string route_reason;    // in the facilitators' words
  std::string text;            // reply, post: the wording as it will be sent
  std::string language;
  std::string target;  // tell_facilitators: duty | all | a name; label: the word; digests: which
  bool urgent = false;
  std::optional<base::Instant> held_until;  // queued until then (quiet hours, budget, breaker)
  std::string held_reason;
  std::vector<std::string> notes;  // "could not check …"
};

}  // namespace domain
