// Bluesky's marks on a text: which bytes of it are a link, a hashtag, a mention. Nobody checks them on the
// way: a range may lie anywhere, and whoever reads them has to look.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "domain/post.hpp"

namespace networks {

// Adds the record's hashtags, links and mentions to the post, whose text is set. A range outside the text,
// or one that cuts a letter in two, marks nothing; nor does a hashtag that the text there does not say.
void read_facets(const nlohmann::json& record, domain::Post& post);

// For a text of our own: its links and hashtags. Never a mention: a reply notifies by being one.
nlohmann::json facets_of(std::string_view text);

}  // namespace networks
