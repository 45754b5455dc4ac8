// What takes long over a real socket: nothing else waits for it, and it can be stopped.
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <thread>

#include "console/http_server.hpp"
#include "tests/console/wire.hpp"

namespace console_test {
namespace {

using console::HttpServer;
using console::Request;
using console::Response;
using namespace std::chrono_literals;

// Answers "/slow…" only when it is let go, and remembers in which order.
class Held {
 public:
  Response answer(const Request& request) {
    Response response;
    response.body = "here is " + request.path;
    if (request.path.rfind("/slow", 0) != 0) return response;
    std::unique_lock lock(mutex_);
    let_go_.wait_for(lock, 20s, [this] { return free_; });
    return response;
  }
  void let_go() {
    {
      const std::lock_guard lock(mutex_);
      free_ = true;
    }
    let_go_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable let_go_;
  bool free_ = false;
};

TEST(SlowLane, NothingWaitsForWhatTakesLong) {
  app::Changes changes;
  Held held;
  console::ServerOptions options;
  options.is_slow = [](const Request& request) { return request.path.rfind("/slow", 0) == 0; };
  auto started =
      HttpServer::start(options, changes, [&](const Request& request) { return held.answer(request); });
  ASSERT_TRUE(started) << started.error().message;
  HttpServer& slow_server = **started;
  std::vector<std::unique_ptr<Wire>> wires;
  for (int i = 0; i < 6; ++i) {
    wires.push_back(std::make_unique<Wire>(slow_server.port()));
    wires.back()->send("GET /slow" + std::to_string(i) +
                       " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }
  for (int i = 0; i < 12; ++i) EXPECT_EQ(status_of(fetch(slow_server.port(), "/quick")), 200);
  held.let_go();
  for (std::size_t i = 0; i < wires.size(); ++i)
    EXPECT_NE(wires[i]->read_all(20s).find("\r\n\r\nhere is /slow" + std::to_string(i)), std::string::npos);
  slow_server.stop();
}

TEST(SlowLane, StopsWhileSomethingTakesLong) {
  app::Changes changes;
  Held held;
  console::ServerOptions options;
  options.is_slow = [](const Request&) { return true; };
  auto started =
      HttpServer::start(options, changes, [&](const Request& request) { return held.answer(request); });
  ASSERT_TRUE(started) << started.error().message;
  std::vector<std::unique_ptr<Wire>> wires;
  for (int i = 0; i < 3; ++i) {
    wires.push_back(std::make_unique<Wire>((*started)->port()));
    wires.back()->send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }
  std::thread stopper([&] { (*started)->stop(); });
  held.let_go();
  stopper.join();
  EXPECT_FALSE(Wire((*started)->port()).connected());
}

}  // namespace
}  // namespace console_test
