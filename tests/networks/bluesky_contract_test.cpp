// Bluesky's world for the suite of network_contract.hpp.
#include <thread>

#include "networks/bluesky_network.hpp"
#include "tests/fakes/bluesky_server.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/folder.hpp"
#include "tests/networks/network_contract.hpp"

namespace network_tests {
namespace {

using fakes::BlueskyServer;

class BlueskyWorld final : public NetworkWorld {
 public:
  BlueskyWorld() {
    networks::BlueskyOptions options;
    options.account = {BlueskyServer::address, "flockmate.test", BlueskyServer::password};
    options.state = folder_.path();
    options.listening.poll = std::chrono::milliseconds{5};
    options.listening.hashtags = [] { return std::vector<std::string>{"flockcourse"}; };
    options.listening.tell = [](const std::string&) {};
    options.listening.jitter = [] { return 0.0; };
    network_ = std::make_unique<networks::BlueskyNetwork>(server_, clock_, options);
  }
  domain::Network& network() override { return *network_; }
  void wait_until_connected() override {
    for (int turn = 0; turn < 2000 && network_->self().id.empty(); ++turn) {
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
  }
  std::string say(const std::string& handle, const std::string& text, const std::string& to) override {
    auto& account = accounts_[handle];
    if (account.empty()) account = server_.add_account(handle + ".test");
    clock_.advance(std::chrono::seconds{1});
    return server_.post(account, {.text = text, .reply_to = to});
  }
  void edit(const std::string& id, const std::string& text) override {
    clock_.advance(std::chrono::seconds{1});
    server_.edit(id, text);
  }
  void remove(const std::string& id) override {
    clock_.advance(std::chrono::hours{1});  // else it might not be in the index yet
    server_.remove(id);
  }
  std::vector<std::string> said() override {
    std::vector<std::string> texts;
    for (const auto& record : server_.records_of(bot_, "app.bsky.feed.post")) {
      texts.push_back(record.at("text"));
    }
    return texts;
  }
  bool go_away(bool away) override {
    server_.fail_all(away ? std::optional(fakes::BlueskyFault::no_connection()) : std::nullopt);
    return true;
  }
  bool lose_next_answer() override {
    server_.next("com.atproto.repo.putRecord", {fakes::BlueskyFault::lost_answer()});
    return true;
  }

 private:
  fakes::Folder folder_;
  fakes::FixedClock clock_;
  BlueskyServer server_{clock_};
  const std::string bot_ = server_.add_account("flockmate.test");
  std::map<std::string, std::string> accounts_;
  std::unique_ptr<networks::BlueskyNetwork> network_;
};

INSTANTIATE_TEST_SUITE_P(Bluesky, NetworkContract,
                         testing::Values(NetworkMaker{"bluesky",
                                                      [] { return std::make_unique<BlueskyWorld>(); }}),
                         name_of_network);

}  // namespace
}  // namespace network_tests
