// X's world for the suite of network_contract.hpp.
#include "networks/x_network.hpp"

#include <atomic>

#include "networks/pause.hpp"
#include "tests/fakes/folder.hpp"
#include "tests/fakes/x_server.hpp"
#include "tests/networks/network_contract.hpp"
#include "tests/networks/requests_left.hpp"

namespace network_tests {
namespace {

using fakes::XServer;
using fakes::XStep;

// The way to X, which may be gone.
class Line final : public domain::HttpClient {
 public:
  explicit Line(XServer& server) : server_(server) {}
  void go_away(bool away) { gone_ = away; }
  base::Result<domain::HttpResponse> send(const domain::HttpRequest& request) override {
    return gone_ ? nobody() : server_.send(request);
  }
  networks::XListener::ReadLines reads() {
    return [this](const auto& request, const auto& on_line, const auto& stop) {
      return gone_ ? nobody() : server_.read_lines(request, on_line, stop);
    };
  }

 private:
  static base::Result<domain::HttpResponse> nobody() {
    return base::Error{base::ErrorKind::unavailable, "nobody is there"};
  }
  XServer& server_;
  std::atomic<bool> gone_{false};
};

class XWorld final : public NetworkWorld {
 public:
  XWorld() {
    networks::XOptions options;
    options.server = XServer::address;
    options.handle = "flockmate";
    options.keys.bearer = XServer::bearer;
    options.keys.client_id = "client";
    options.keys.refresh_token = XServer::first_refresh;
    options.state = folder_.path();
    options.listening.hashtags = [] { return std::vector<std::string>{"flockcourse"}; };
    options.listening.tell = [](const std::string&) {};
    options.listening.jitter = [] { return 0.0; };
    options.listening.pause = networks::pause;
    network_ = std::make_unique<networks::XNetwork>(line_, line_.reads(), clock_, options);
  }
  domain::Network& network() override { return *network_; }
  void wait_until_connected() override { EXPECT_TRUE(server_.wait_until_streamed()); }
  // Addressed to the bot, else it may not be answered; and long enough ago for the search to know it.
  std::string say(const std::string& handle, const std::string& text, const std::string& to) override {
    auto& account = accounts_[handle];
    if (account.empty()) account = server_.add_account(handle);
    std::string id = server_.post(account, {.text = text + " @flockmate", .reply_to = to});
    clock_.advance(std::chrono::seconds{31});
    server_.stream({XStep::post(id)});
    return id;
  }
  void edit(const std::string& id, const std::string& text) override {
    server_.stream({XStep::post(server_.edit(id, text))});
  }
  void remove(const std::string& id) override { server_.remove(id); }
  bool tells_of_deletions() const override { return false; }
  std::vector<std::string> said() override {
    std::vector<std::string> texts;
    for (const auto& post : server_.posts_of(bot_)) texts.push_back(post["said"]);
    return texts;
  }
  bool go_away(bool away) override {
    line_.go_away(away);
    clock_.advance(std::chrono::minutes{10});  // time to search again, stream or not
    if (away) server_.stream({XStep::cut()});
    return true;
  }
  bool lose_next_answer() override {
    server_.next("POST /2/tweets", {fakes::XFault::lost_answer()});
    return true;
  }

 private:
  fakes::Folder folder_;
  fakes::FixedClock clock_;
  XServer server_{clock_};
  Line line_{server_};
  const RequestsLeft left_{"x", [this] { return asked_of(server_); }};
  const std::string bot_ = server_.add_account("flockmate");
  std::map<std::string, std::string> accounts_;
  std::unique_ptr<networks::XNetwork> network_;
};

INSTANTIATE_TEST_SUITE_P(X, NetworkContract,
                         testing::Values(NetworkMaker{"x", [] { return std::make_unique<XWorld>(); }}),
                         name_of_network);

}  // namespace
}  // namespace network_tests
