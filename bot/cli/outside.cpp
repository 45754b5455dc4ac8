#include "cli/outside.hpp"

#include <cstdlib>

#include "networks/http.hpp"
#include "rulefile/service_config.hpp"

namespace cli {
namespace {

constexpr unsigned http_threads = 4;

std::string environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());  // NOLINT(concurrency-mt-unsafe): before any thread starts
  return value == nullptr ? "" : value;
}

}  // namespace

networks::Reach reach_of(const rulefile::ServiceConfig& config) {
  networks::use_http_threads(http_threads);
  networks::Reach reach = networks::reach_of_environment(environment);
  for (const auto& [kind, account] : config.networks) {
    if (reach.ca_file.empty()) reach.ca_file = account.ca_file;  // one for all
  }
  return reach;
}

}  // namespace cli
