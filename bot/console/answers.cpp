#include "console/answers.hpp"

#include <nlohmann/json.hpp>

namespace console {

bool from_script(const Request& request) {
  return request.header("x-flockmate") == "page";
}

int status_of(base::ErrorKind kind) {
  switch (kind) {
    case base::ErrorKind::invalid:
      return 400;
    case base::ErrorKind::not_found:
      return 404;
    case base::ErrorKind::failed:
    case base::ErrorKind::too_new:
      return 500;
    case base::ErrorKind::unavailable:
      return 503;
    default:
      return 409;
  }
}

std::string dumped(const nlohmann::json& value) {
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Response script_error(int status, const std::string& words) {
  return json_answer(status, dumped({{"error", words}}));
}

}  // namespace console
