// A post as JSON: the archive format `flockmate` (one object per post, stable).
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/result.hpp"
#include "domain/post.hpp"

namespace networks {

nlohmann::json to_json(const domain::Post& post);
// Keys that are missing or null are as if empty; id, author.id and created_at must be there. A post's thread
// is set as far as the post itself tells: its own id, or that of the post it answers.
base::Result<domain::Post> post_from_json(const nlohmann::json& object);

// One line, valid UTF-8 whatever the strings hold.
std::string to_line(const nlohmann::json& value);

// Fields of hostile JSON: the value when it is there and of that kind, else the empty one. Text is made valid
// UTF-8.
std::string text_at(const nlohmann::json& object, const char* key);
std::string id_at(const nlohmann::json& object, const char* key);  // also a number, as its digits
bool flag_at(const nlohmann::json& object, const char* key);
const nlohmann::json& part_at(const nlohmann::json& object, const char* key);  // null when missing
// Both "2026-03-03T10:00:00Z" and nothing are fine; nonsense is an error.
base::Result<std::optional<base::Instant>> instant_at(const nlohmann::json& object, const char* key);

// The checks every post from outside goes through: it has an id, an author, and at most 64 KiB of text.
base::Status check_post(const domain::Post& post);
inline constexpr std::size_t longest_text = std::size_t{64} * 1024;

}  // namespace networks
