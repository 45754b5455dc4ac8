// What the bot may know and keep of a person.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/post.hpp"

namespace domain {

// Only the person's own `start` (to unknown) or `join` (to joined) leaves stopped.
enum class Consent { unknown, joined, stopped };
std::string_view to_word(Consent consent);

enum class Role { learner, facilitator, guest, bot };
std::string_view to_word(Role role);

// `stopped` holds for the bot's account over all its cohorts; `joined` and the counts are per cohort.
struct Person {
  AccountKey key;
  std::string handle;
  std::string name;
  Consent consent = Consent::unknown;
  std::optional<base::Instant> first_post_at;  // first kept post in this cohort
  int posts = 0;                               // kept posts in this cohort
};

}  // namespace domain
