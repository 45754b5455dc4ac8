// What the pages' answers have in common, whoever asked: a browser with a form, or our own script.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/result.hpp"
#include "console/http.hpp"

namespace console {

// Asked by our own script, which shows what went wrong on the page that is open.
bool from_script(const Request& request);
int status_of(base::ErrorKind kind);
// One line of JSON; bytes that are no text become U+FFFD.
std::string dumped(const nlohmann::json& value);
Response script_error(int status, const std::string& words);

}  // namespace console
