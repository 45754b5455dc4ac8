// The formats behind archive.hpp, one file each.
#pragma once

#include <functional>
#include <istream>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/result.hpp"
#include "domain/post.hpp"

namespace networks {

using OnPost = std::function<void(base::Result<domain::Post>)>;

// Each gives the posts of one JSON value (a post, or an answer of the network's API that holds several).
void posts_of_flockmate(const nlohmann::json& value, const OnPost& take);
void posts_of_mastodon(const nlohmann::json& value, const OnPost& take);
void posts_of_bluesky(const nlohmann::json& value, const OnPost& take);
void posts_of_x(const nlohmann::json& value, const OnPost& take);

// The rows of a CSV sheet with TAGS's headings; `take` also gets the line where the row starts. False when
// the headings are not those of TAGS.
bool posts_of_tags(std::istream& stream,
                   const std::function<void(std::size_t, base::Result<domain::Post>)>& take);

// What a text says of itself, for formats that do not: hashtags and links.
void add_tags_and_links(domain::Post& post);
// The three that X writes as HTML entities.
std::string unescaped(std::string text);

}  // namespace networks
