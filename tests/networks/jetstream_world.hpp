// A bot on Bluesky that follows a Jetstream: both in memory.
#pragma once

#include "tests/fakes/jetstream_server.hpp"
#include "tests/networks/bluesky_ear.hpp"

namespace network_tests {

class FollowingAJetstream : public BlueskyListening {
 protected:
  networks::BlueskyOptions how(const std::vector<std::string>& servers) {
    networks::BlueskyOptions how = options();
    how.listening.jetstream.servers = servers;
    how.listening.jetstream.first_retry = std::chrono::milliseconds{20};
    how.listening.jetstream.longest_retry = std::chrono::milliseconds{40};
    how.listening.jetstream.silence = std::chrono::seconds{10};
    return how;
  }
  // Listens, follows, and has searched for what was before.
  std::unique_ptr<networks::BlueskyNetwork> follow(Heard& heard) {
    return follow(heard, how({stream.address()}));
  }
  std::unique_ptr<networks::BlueskyNetwork> follow(Heard& heard, const networks::BlueskyOptions& options) {
    auto network = listen(heard, "", options);
    EXPECT_TRUE(stream.wait_for_followers(1));
    make_it_tell(stream);
    settle();
    return network;
  }
  // Something of no interest, so that the bot knows that the stream tells something.
  static void make_it_tell(fakes::JetstreamServer& server) { server.identity("did:plc:nobody"); }
  // Until the hashtags are searched no more.
  void settle() {
    for (int calls = -1, waited = 0; waited < 20'000 && calls != server.calls(searching); ++waited) {
      calls = server.calls(searching);
      std::this_thread::sleep_for(std::chrono::milliseconds{60});
    }
  }
  // The searches show what is said from now on only when told to.
  std::string say(const std::string& who, const fakes::BlueskyDraft& draft, bool streamed = true) {
    std::string uri = server.post(who, draft);
    server.hide_from_search(uri, true);
    if (streamed) tell("create", uri);
    return uri;
  }
  void tell(const std::string& operation, const std::string& uri) {
    stream.commit(operation, uri, server.record(uri).value_or(nullptr), server.cid(uri));
  }
  std::string cursor_of(std::size_t connection) const {
    const auto requests = stream.requests();
    return connection < requests.size() ? requests[connection].field("cursor") : "not asked";
  }
  fakes::JetstreamServer stream{clock};
};

}  // namespace network_tests
