// What `understand` writes for one post. Written directly, since a tree of JSON values for every post would
// take longer than to read the post.
#pragma once

#include <string>
#include <string_view>

#include "language/reading.hpp"

namespace rules {
class Ruleset;
}  // namespace rules

namespace cli {

// Appends one JSON object, without a line break. `id`: a JSON value, as it came in. The shape: cli.md of the
// design, `flockmate help understand`.
void append_reading(std::string& out, std::string_view id, const rules::Ruleset& ruleset,
                    const language::Reading& reading);

// `text`, valid UTF-8, as a JSON string.
void append_json_string(std::string& out, std::string_view text);

}  // namespace cli
