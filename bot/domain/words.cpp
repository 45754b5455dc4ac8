#include <array>

#include "domain/action.hpp"
#include "domain/decision.hpp"
#include "domain/person.hpp"
#include "domain/post.hpp"
#include "domain/store.hpp"

// The enumerations' words: the same in YAML, JSON, console and database. Each table follows its enum's order.
namespace domain {
namespace {

template <typename Enum, std::size_t count>
std::string_view word_of(const std::array<std::string_view, count>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

template <typename Enum, std::size_t count>
std::optional<Enum> value_of(const std::array<std::string_view, count>& words, std::string_view word) {
  for (std::size_t i = 0; i < count; ++i) {
    if (words.at(i) == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

constexpr std::array<std::string_view, 4> networks{"practice", "mastodon", "bluesky", "x"};
constexpr std::array<std::string_view, 4> visibilities{"public", "quiet", "followers", "direct"};
constexpr std::array<std::string_view, 3> consents{"unknown", "joined", "stopped"};
constexpr std::array<std::string_view, 4> roles{"learner", "facilitator", "guest", "bot"};
constexpr std::array<std::string_view, 8> action_kinds{
    "reply", "post", "boost", "save_question", "tell_facilitators", "label", "add_to_digest", "send_digest"};
constexpr std::array<std::string_view, 3> modes{"shadow", "draft", "auto"};
constexpr std::array<std::string_view, 4> routes{"reply", "post", "digest", "draft"};
constexpr std::array<std::string_view, 5> verdicts{"yes", "no", "skipped", "not reached", "unknown"};
constexpr std::array<std::string_view, 6> delivery_states{"planned",  "sending", "sent",
                                                          "in doubt", "refused", "withdrawn"};
constexpr std::array<std::string_view, 4> draft_states{"open", "sent", "dismissed", "closed"};
constexpr std::array<std::string_view, 3> question_states{"open", "answered", "closed"};

}  // namespace

std::string_view to_word(NetworkKind network) {
  return word_of(networks, network);
}
std::optional<NetworkKind> network_from_word(std::string_view word) {
  return value_of<NetworkKind>(networks, word);
}
std::string_view to_word(Visibility visibility) {
  return word_of(visibilities, visibility);
}
std::optional<Visibility> visibility_from_word(std::string_view word) {
  return value_of<Visibility>(visibilities, word);
}
std::string_view to_word(Consent consent) {
  return word_of(consents, consent);
}
std::string_view to_word(Role role) {
  return word_of(roles, role);
}
std::string_view to_word(ActionKind kind) {
  return word_of(action_kinds, kind);
}
std::string_view to_word(Mode mode) {
  return word_of(modes, mode);
}
std::string_view to_word(Route route) {
  return word_of(routes, route);
}
std::string_view to_word(Verdict verdict) {
  return word_of(verdicts, verdict);
}
std::string_view to_word(DeliveryState state) {
  return word_of(delivery_states, state);
}
std::string_view to_word(DraftState state) {
  return word_of(draft_states, state);
}
std::string_view to_word(QuestionState state) {
  return word_of(question_states, state);
}

bool is_public_speech(ActionKind kind) {
  return kind == ActionKind::reply || kind == ActionKind::post || kind == ActionKind::boost;
}

}  // namespace domain
