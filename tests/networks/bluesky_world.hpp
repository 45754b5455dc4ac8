// A bot on a Bluesky in memory: what the tests of the adapter's parts share.
#pragma once

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

#include "networks/bluesky_network.hpp"
#include "tests/fakes/bluesky_server.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/folder.hpp"
#include "tests/networks/heard.hpp"

namespace network_tests {

class BlueskyTest : public testing::Test {
 protected:
  networks::BlueskyOptions options() {
    networks::BlueskyOptions options;
    options.account = {fakes::BlueskyServer::address, "flockmate.test", fakes::BlueskyServer::password};
    options.state = folder.path();
    options.listening.poll = std::chrono::milliseconds{5};
    options.listening.hashtags = [] { return std::vector<std::string>{"flockcourse"}; };
    options.listening.tell = [this](const std::string& trouble) {
      const std::lock_guard lock(mutex);
      told.push_back(trouble);
    };
    options.listening.jitter = [] { return 0.0; };
    return options;
  }
  std::vector<std::string> troubles() {
    const std::lock_guard lock(mutex);
    return told;
  }
  static domain::Post post_at(const std::string& uri, base::Instant written) {
    domain::Post post;
    post.network = domain::NetworkKind::bluesky;
    post.id = post.thread = uri;
    post.created_at = written;
    return post;
  }
  domain::Utterance reply_to(const std::string& uri, const std::string& text = "Welcome!") {
    domain::Utterance utterance;
    utterance.key = "key of " + uri;
    utterance.text = text;
    utterance.language = "en";
    utterance.to = post_at(uri, clock.now() - std::chrono::minutes{5});
    return utterance;
  }

  fakes::Folder folder;
  fakes::FixedClock clock;
  fakes::BlueskyServer server{clock};
  const std::string bot = server.add_account("flockmate.test");
  const std::string ana = server.add_account("ana.test");
  const std::string ben = server.add_account("ben.test");
  std::mutex mutex;
  std::vector<std::string> told;
};

}  // namespace network_tests
