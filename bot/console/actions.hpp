// What a click or a sent form does: each one call to the desk, the practice room or its clock.
#pragma once

#include <string>

#include "base/result.hpp"
#include "console/http.hpp"
#include "console/scene.hpp"

namespace console {

// Gives the address to go on to. Errors are sentences for who clicked; not_found for a path that does
// nothing, or that does nothing outside practice.
base::Result<std::string> act(const Scene& scene, const Request& request);

}  // namespace console
