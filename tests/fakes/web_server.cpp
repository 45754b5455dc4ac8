#include "tests/fakes/web_server.hpp"

#include <list>
#include <thread>

#include "tests/fakes/web_talk.hpp"

namespace fakes {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

std::string WebRequest::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

std::string WebRequest::field(const std::string& name) const {
  const auto found = fields.find(name);
  return found == fields.end() ? "" : found->second;
}

struct WebServer::Parts {
  Answer answer;
  Options options;
  asio::io_context io;
  tcp::acceptor acceptor{io};
  std::unique_ptr<asio::ssl::context> tls;
  WebStop stop;
  mutable std::mutex mutex;
  mutable std::condition_variable changed;
  std::vector<WebRequest> requests;
  struct One {
    std::shared_ptr<WebConnection> connection;
    std::shared_ptr<std::atomic<bool>> over = std::make_shared<std::atomic<bool>>(false);
    std::thread thread;
  };
  std::list<One> open;
  int accepted = 0;
  std::thread accepting;

  void listen();
  void accept_all();
  void forget_closed();
  void serve(WebConnection& connection, int number);
};

void WebServer::Parts::listen() {
  if (options.certificates != nullptr) {
    tls = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    const TestCertificates& given = *options.certificates;
    tls->use_certificate_chain(asio::buffer(given.certificate));
    tls->use_private_key(asio::buffer(given.key), asio::ssl::context::pem);
  }
  const tcp::endpoint here(asio::ip::address_v4::loopback(), 0);
  acceptor.open(here.protocol());
  acceptor.bind(here);
  acceptor.listen();
  accepting = std::thread([this] { accept_all(); });
}

void WebServer::Parts::accept_all() {
  for (;;) {
    error_code error;
    tcp::socket socket(io);
    acceptor.accept(socket, error);
    const std::lock_guard lock(mutex);
    if (error || stop.stopping) return;
    socket.set_option(tcp::no_delay(true), error);
    const int number = ++accepted;
    std::shared_ptr<WebConnection> connection = make_connection(std::move(socket), tls.get(), stop, options);
    forget_closed();
    One& one = open.emplace_back();
    one.connection = std::move(connection);
    one.thread = std::thread([this, connection = one.connection, over = one.over, number] {
      serve(*connection, number);
      *over = true;
    });
  }
}

void WebServer::Parts::forget_closed() {
  open.remove_if([](One& one) {
    const bool over = *one.over;
    if (over) one.thread.join();
    return over;
  });
}

void WebServer::Parts::serve(WebConnection& connection, int number) {
  connection.run([&](WebRequest request, WebTalk& talk) {
    request.connection = number;
    {
      const std::lock_guard lock(mutex);
      requests.push_back(request);
      changed.notify_all();
    }
    answer(request, talk);
  });
}

WebServer::WebServer(Answer answer) : WebServer(std::move(answer), Options{}) {}

WebServer::WebServer(Answer answer, Options options) : parts_(std::make_unique<Parts>()) {
  parts_->answer = std::move(answer);
  parts_->options = options;
  parts_->listen();
}

WebServer::~WebServer() {
  {
    const std::scoped_lock lock(parts_->mutex, parts_->stop.mutex);
    parts_->stop.stopping = true;
    parts_->stop.changed.notify_all();
  }
  ::shutdown(parts_->acceptor.native_handle(), SHUT_RDWR);
  parts_->accepting.join();
  drop_connections();
  for (Parts::One& one : parts_->open) one.thread.join();
}

std::string WebServer::url(const std::string& target) const {
  return (parts_->tls ? "https://localhost:" : "http://localhost:") + std::to_string(port()) + target;
}

std::string WebServer::websocket_url(const std::string& target) const {
  return (parts_->tls ? "wss://localhost:" : "ws://localhost:") + std::to_string(port()) + target;
}

int WebServer::port() const {
  return parts_->acceptor.local_endpoint().port();
}

std::vector<WebRequest> WebServer::requests() const {
  const std::lock_guard lock(parts_->mutex);
  return parts_->requests;
}

int WebServer::connections() const {
  const std::lock_guard lock(parts_->mutex);
  return parts_->accepted;
}

bool WebServer::wait_for_requests(std::size_t count, std::chrono::milliseconds at_most) const {
  std::unique_lock lock(parts_->mutex);
  return parts_->changed.wait_for(lock, at_most, [&] { return parts_->requests.size() >= count; });
}

void WebServer::drop_connections(bool reset) {
  std::vector<std::shared_ptr<WebConnection>> all;
  {
    const std::lock_guard lock(parts_->mutex);
    for (const Parts::One& one : parts_->open) all.push_back(one.connection);
  }
  for (const auto& connection : all) connection->drop(reset);
}

}  // namespace fakes
