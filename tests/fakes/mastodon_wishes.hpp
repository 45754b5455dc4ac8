// What a request to Mastodon asks for. Clients write it in three ways (JSON, a form, a form in parts), and
// whatever the way, the query counts too. For the mastodon_*.cpp here.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "tests/fakes/web_server.hpp"

namespace fakes {

// An object. Of a form every value is a string, and `name[]` adds to the list `name`.
nlohmann::json wish_of(const WebRequest& request);

// Of a header, of the query, or of the WebSocket's protocol. "" when there is none.
std::string token_of(const WebRequest& request);

}  // namespace fakes
