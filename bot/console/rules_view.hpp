// The Rules page: each rule in its facilitator's words, what it may do, and what it did lately.
#pragma once

#include <nlohmann/json.hpp>

#include "base/result.hpp"
#include "console/scene.hpp"

namespace console {

base::Result<nlohmann::json> rules_view(const Scene& scene);

// A rule's lines without its `test:` part, as far to the left as they go.
std::string without_cases(const std::string& text);

}  // namespace console
