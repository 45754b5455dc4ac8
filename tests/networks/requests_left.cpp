#include "tests/networks/requests_left.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "tests/fakes/mastodon_server.hpp"
#include "tests/fakes/x_server.hpp"

namespace network_tests {

using nlohmann::json;

json asked_of(const fakes::MastodonServer& server) {
  json all = json::array();
  for (const auto& one : server.requests()) {
    all.push_back({{"method", one.method},
                   {"target", one.path + (one.query.empty() ? "" : "?" + one.query)},
                   {"headers", one.headers},
                   {"body", one.body}});
  }
  return all;
}

json asked_of(const fakes::XServer& server) {
  const std::string address = fakes::XServer::address;
  json all = json::array();
  for (const auto& one : server.requests()) {
    all.push_back({{"method", one.method},
                   {"target", one.url.substr(address.size())},
                   {"headers", one.headers},
                   {"body", one.body}});
  }
  return all;
}

RequestsLeft::RequestsLeft(std::string network, std::function<json()> asked)
    : network_(std::move(network)), asked_(std::move(asked)) {}

RequestsLeft::~RequestsLeft() {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  if (test == nullptr) return;
  std::string name = std::string(test->test_suite_name()) + "." + test->name() + ".json";
  std::replace(name.begin(), name.end(), '/', '.');
  const auto folder = std::filesystem::path(FLOCKMATE_BINARY_DIR) / "requests" / network_;
  std::filesystem::create_directories(folder);
  const std::string text = asked_().dump(-1, ' ', false, json::error_handler_t::replace);
  EXPECT_TRUE(base::write_file_atomically(folder / name, text));
}

}  // namespace network_tests
