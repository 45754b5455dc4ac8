#include "console/console.hpp"

#include <sodium.h>

#include "console/desk_pages.hpp"
#include "console/http_server.hpp"
#include "console/listening_socket.hpp"
#include "domain/store.hpp"

namespace console {

// Declared in this order so that the server stops before the pages go.
struct Console::Inner {
  std::string host;
  std::unique_ptr<DeskPages> pages;
  std::unique_ptr<HttpServer> server;
};

namespace {

base::Status check(const Options& options) {
  if (options.practice && !is_loopback(options.host)) {
    return base::Error{
        base::ErrorKind::invalid,
        "The practice page has no password, so it listens on this machine only: use 127.0.0.1, not \"" +
            options.host + "\"."};
  }
  if (!options.practice && !options.password_hash) {
    return base::Error{
        base::ErrorKind::invalid,
        "The facilitators' pages need a password. Put its hash into the credential that the settings name."};
  }
  if (options.password_hash && !LoginGate::is_hash(*options.password_hash)) {
    return base::Error{base::ErrorKind::invalid,
                       "The facilitators' password is not stored as a hash. Store a hash that begins with "
                       "$argon2, never the password itself."};
  }
  if (sodium_init() < 0)
    return base::Error{base::ErrorKind::failed,
                       "The system gives no random numbers, so the pages would not be safe."};
  return {};
}

}  // namespace

Console::Console() : inner_(std::make_unique<Inner>()) {}
Console::~Console() {
  stop();
}

base::Result<std::unique_ptr<Console>> Console::start(const Options& options, const Ports& ports) {
  if (const base::Status fine = check(options); !fine) return fine.error();
  auto shelf = PageShelf::open({options.folder, options.bootstrap});
  if (!shelf) return shelf.error();
  const auto password_hash = options.practice ? std::nullopt : options.password_hash;
  std::unique_ptr<Console> console(new Console());
  Inner& inner = *console->inner_;
  inner.host = options.host;
  inner.pages = std::make_unique<DeskPages>(ports, std::move(*shelf), password_hash, options.allowed_hosts);
  DeskPages* pages = inner.pages.get();
  auto server = HttpServer::start({options.host, options.port, {}, &RulesPages::owns}, ports.changes,
                                  [pages](const Request& request) { return pages->answer(request); });
  if (!server) return server.error();
  inner.server = std::move(*server);
  return console;
}

std::uint16_t Console::port() const {
  return inner_->server->port();
}

std::string Console::address() const {
  const bool six = inner_->host.find(':') != std::string::npos;
  return "http://" + (six ? "[" + inner_->host + "]" : inner_->host) + ":" + std::to_string(port()) + "/";
}

void Console::stop() {
  if (inner_->server) inner_->server->stop();
}

}  // namespace console
