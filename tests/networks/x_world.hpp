// A bot on an X in memory: what the tests of the adapter's parts share.
#pragma once

#include <gtest/gtest.h>

#include <mutex>

#include "networks/x_network.hpp"
#include "tests/fakes/folder.hpp"
#include "tests/fakes/x_server.hpp"
#include "tests/networks/heard.hpp"
#include "tests/networks/requests_left.hpp"

namespace network_tests {

class XTest : public testing::Test {
 protected:
  networks::XOptions options() {
    networks::XOptions options;
    options.server = fakes::XServer::address;
    options.handle = "flockmate";
    options.keys.bearer = fakes::XServer::bearer;
    options.keys.client_id = "client";
    options.keys.refresh_token = fakes::XServer::first_refresh;
    options.state = folder.path();
    options.listening.hashtags = [] { return std::vector<std::string>{"flockcourse"}; };
    options.listening.tell = [this](const std::string& trouble) {
      const std::lock_guard lock(mutex);
      told.push_back(trouble);
    };
    options.listening.jitter = [] { return 0.0; };
    // Waiting takes no time: the clock is moved.
    options.listening.pause = [this](const std::stop_token& stop, base::Duration by) {
      std::this_thread::sleep_for(std::chrono::milliseconds{1});
      const std::lock_guard lock(mutex);
      if (!hold) clock.advance(by);
      return !stop.stop_requested();
    };
    return options;
  }
  networks::XListener::ReadLines reads() {
    return [this](const auto& request, const auto& on_line, const auto& stop) {
      return server.read_lines(request, on_line, stop);
    };
  }
  domain::EventSink sink() { return listener.sink(); }
  bool wait_for(std::size_t count) { return listener.wait_for(count); }
  std::vector<std::string> heard() const { return listener.lines(); }
  std::vector<domain::PostEvent> events() const { return listener.events(); }
  std::vector<std::string> troubles() {
    const std::lock_guard lock(mutex);
    return told;
  }
  domain::Utterance reply_to(const std::string& id, const std::string& text = "Welcome!") {
    domain::Utterance utterance;
    utterance.key = "key of " + id;
    utterance.text = text;
    utterance.to = domain::Post{};
    utterance.to->network = domain::NetworkKind::x;
    utterance.to->id = utterance.to->thread = id;
    utterance.to->created_at = clock.now() - std::chrono::minutes{5};
    return utterance;
  }

  fakes::Folder folder;
  fakes::FixedClock clock;
  fakes::XServer server{clock};
  const RequestsLeft left{"x", [this] { return asked_of(server); }};
  const std::string bot = server.add_account("flockmate");
  const std::string ana = server.add_account("ana");
  const std::string ben = server.add_account("ben", "No robots, please. #NoBot");
  std::mutex mutex;
  Heard listener;
  std::vector<std::string> told;
  bool hold = false;  // pauses do not move the clock
};

}  // namespace network_tests
