#include "console/watch_pages.hpp"

#include <algorithm>
#include <array>

#include "app/desk.hpp"
#include "app/vitals.hpp"
#include "console/listening_socket.hpp"

namespace console {
namespace {

Response text_answer(int status, std::string type, std::string body) {
  Response response;
  response.status = status;
  response.type = std::move(type);
  response.body = std::move(body);
  return response;
}

}  // namespace

WatchPages::WatchPages(app::Desk& desk, std::string version)
    : desk_(desk), version_(std::move(version)), own_names_(std::vector<std::string>{}) {}

bool WatchPages::owns(const Request& request) {
  return request.path == "/health" || request.path == "/metrics";
}

// A web server in front is on this machine, too: it shows by the name that it was asked under, or by what it
// adds.
bool WatchPages::is_local(const Request& request) const {
  static constexpr std::array added{"forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"};
  const bool passed_on = std::any_of(added.begin(), added.end(),
                                     [&](const char* name) { return request.headers.contains(name); });
  return !passed_on && is_loopback(request.address) && !own_names_.refuse(request);
}

Response WatchPages::answer(const Request& request) {
  if (!is_local(request)) return plain_page(404, "Not found", "There is nothing at this address.");
  if (request.method == "POST") return plain_page(405, "Method not allowed", "This is read with GET.");
  const app::Vitals vitals = desk_.vitals();
  if (request.path == "/metrics") {
    return text_answer(200, "text/plain; version=0.0.4; charset=utf-8", metrics_text(vitals, version_));
  }
  const app::Health health = app::health_of(vitals);
  return text_answer(health.well ? 200 : 503, "text/plain; charset=utf-8", health.line + "\n");
}

}  // namespace console
