// A bot that listens on a Bluesky in memory.
#pragma once

#include "tests/networks/bluesky_world.hpp"

namespace network_tests {

inline constexpr const char* searching = "app.bsky.feed.searchPosts";

class BlueskyListening : public BlueskyTest {
 protected:
  std::unique_ptr<networks::BlueskyNetwork> listen(Heard& heard, const std::string& cursor = "") {
    return listen(heard, cursor, options());
  }
  std::unique_ptr<networks::BlueskyNetwork> listen(Heard& heard, const std::string& cursor,
                                                   const networks::BlueskyOptions& how) {
    auto network = std::make_unique<networks::BlueskyNetwork>(server, clock, how);
    EXPECT_TRUE(network->listen(cursor, heard.sink()).ok());
    return network;
  }
  // Until it has asked so many times more: whatever was to be heard has been heard.
  void let_it_look(int times = 3) {
    const int until = server.calls(searching) + times;
    for (int waited = 0; waited < 20'000 && server.calls(searching) < until; ++waited) {
      std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
  }
  std::string all_of(const Heard& heard) {
    std::string all;
    for (const std::string& line : heard.lines()) all += line + "\n";
    for (const std::string& trouble : troubles()) all += "trouble: " + trouble + "\n";
    return all;
  }
  void later(base::Duration time = std::chrono::seconds{1}) { clock.advance(time); }
};

}  // namespace network_tests
