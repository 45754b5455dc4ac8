// What an adapter asked of a network in memory, left in the build's folder for those who judge it by the
// network's OpenAPI document (tests/peers/judges).
//
//   fakes::XServer server;
//   const RequestsLeft left{"x", [this] { return asked_of(server); }};   // after it: written when the test
//   ends
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace fakes {
class MastodonServer;
class XServer;
}  // namespace fakes

namespace network_tests {

nlohmann::json asked_of(const fakes::MastodonServer& server);
nlohmann::json asked_of(const fakes::XServer& server);

class RequestsLeft {
 public:
  RequestsLeft(std::string network, std::function<nlohmann::json()> asked);
  ~RequestsLeft();
  RequestsLeft(const RequestsLeft&) = delete;
  RequestsLeft& operator=(const RequestsLeft&) = delete;

 private:
  const std::string network_;
  const std::function<nlohmann::json()> asked_;
};

}  // namespace network_tests
