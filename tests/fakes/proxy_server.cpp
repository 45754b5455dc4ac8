#include "tests/fakes/proxy_server.hpp"

#include <array>
#include <list>
#include <mutex>
#include <thread>
#include <utility>

#include <boost/asio.hpp>

namespace fakes {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

// Until one of them has nothing more to say.
void pass_on(tcp::socket& from, tcp::socket& to) {
  std::array<char, 4096> bytes{};
  error_code error;
  while (!error) {
    const std::size_t count = from.read_some(asio::buffer(bytes), error);
    if (!error) asio::write(to, asio::buffer(bytes.data(), count), error);
  }
  to.shutdown(tcp::socket::shutdown_both, error);
}

}  // namespace

struct ProxyServer::Parts {
  Parts(int to, int says) : target(static_cast<unsigned short>(to)), status(says) {}

  struct Way {
    tcp::socket client;
    tcp::socket server;
    std::jthread thread;
  };

  void accept();
  void carry(Way& way);

  const unsigned short target;
  const int status;
  asio::io_context context;
  tcp::acceptor acceptor{context, {asio::ip::address_v4::loopback(), 0}};
  std::mutex mutex;
  std::vector<std::string> asked;
  std::list<Way> ways;
  std::jthread thread;
};

void ProxyServer::Parts::accept() {
  for (;;) {
    error_code error;
    tcp::socket client = acceptor.accept(error);
    if (error) return;
    const std::lock_guard lock(mutex);
    Way& way = ways.emplace_back(Way{std::move(client), tcp::socket(context), {}});
    way.thread = std::jthread([this, &way] { carry(way); });
  }
}

void ProxyServer::Parts::carry(Way& way) {
  error_code error;
  std::string head;
  asio::read_until(way.client, asio::dynamic_buffer(head), "\r\n\r\n", error);
  {
    const std::lock_guard lock(mutex);
    asked.push_back(head.substr(0, head.find("\r\n")));
  }
  const std::string answer = "HTTP/1.1 " + std::to_string(status) + " So be it\r\n\r\n";
  if (!error) asio::write(way.client, asio::buffer(answer), error);
  if (!error && status == 200) way.server.connect({asio::ip::address_v4::loopback(), target}, error);
  if (error || status != 200) {
    way.client.shutdown(tcp::socket::shutdown_both, error);
    return;
  }
  std::jthread back([&way] { pass_on(way.server, way.client); });
  pass_on(way.client, way.server);
}

ProxyServer::ProxyServer(int port, int status) : parts_(std::make_unique<Parts>(port, status)) {
  parts_->thread = std::jthread([parts = parts_.get()] { parts->accept(); });
}

ProxyServer::~ProxyServer() {
  error_code ignored;
  ::shutdown(parts_->acceptor.native_handle(), SHUT_RDWR);  // wakes the thread that accepts
  parts_->thread.join();
  for (Parts::Way& way : parts_->ways) {
    way.client.shutdown(tcp::socket::shutdown_both, ignored);
    if (way.server.is_open()) way.server.shutdown(tcp::socket::shutdown_both, ignored);
  }
  parts_->ways.clear();
}

std::string ProxyServer::url() const {
  return "http://localhost:" + std::to_string(parts_->acceptor.local_endpoint().port());
}

std::vector<std::string> ProxyServer::asked() const {
  const std::lock_guard lock(parts_->mutex);
  return parts_->asked;
}

}  // namespace fakes
