// What every adapter of a network keeps to, whatever the network: the same tests for all. An adapter's own
// test file says how its world is made and joins the suite with INSTANTIATE_TEST_SUITE_P.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>

#include "domain/network.hpp"

namespace network_tests {

// A network with people on it and the bot's adapter to it. The course's hashtag is #flockcourse.
class NetworkWorld {
 public:
  virtual ~NetworkWorld() = default;
  virtual domain::Network& network() = 0;
  virtual void wait_until_connected() {}  // once it listens
  // Somebody posts; gives the id as the network's own people know it. `to`: the id of what it answers, or "".
  virtual std::string say(const std::string& handle, const std::string& text, const std::string& to) = 0;
  virtual void edit(const std::string& id, const std::string& text) = 0;
  virtual void remove(const std::string& id) = 0;
  virtual bool tells_of_deletions() const { return true; }
  // What the bot said and nobody took away, oldest first.
  virtual std::vector<std::string> said() = 0;
  // The next publish goes through, and its answer is lost. False where that cannot happen.
  virtual bool lose_next_answer() = 0;
  // From now on the network answers nobody, or does so again. False where that cannot happen.
  virtual bool go_away(bool) { return false; }
};

struct NetworkMaker {
  std::string name;
  std::function<std::unique_ptr<NetworkWorld>()> make;
};

class NetworkContract : public testing::TestWithParam<NetworkMaker> {};

inline std::string name_of_network(const testing::TestParamInfo<NetworkMaker>& one) {
  return one.param.name;
}

}  // namespace network_tests
