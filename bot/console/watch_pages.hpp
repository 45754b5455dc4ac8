// /health and /metrics, for the machine's own monitoring: no login, and nobody on another machine is
// answered, not through a web server in front either.
#pragma once

#include <string>

#include "console/guard.hpp"
#include "console/http.hpp"

namespace app {
class Desk;
struct Vitals;
}  // namespace app

namespace console {

// Prometheus's text format, version 0.0.4. No names of people, no texts.
std::string metrics_text(const app::Vitals& vitals, const std::string& version);

// Thread-safe.
class WatchPages {
 public:
  // `desk` outlives it; `version` is the program's.
  WatchPages(app::Desk& desk, std::string version);

  static bool owns(const Request& request);
  Response answer(const Request& request);

 private:
  bool is_local(const Request& request) const;

  app::Desk& desk_;
  const std::string version_;
  const Guard own_names_;
};

}  // namespace console
