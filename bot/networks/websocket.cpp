#include "networks/websocket.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include "networks/resolve.hpp"
#include "networks/url.hpp"

namespace networks {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using base::Error;
using base::ErrorKind;
using beast::error_code;
using Time = std::chrono::steady_clock::time_point;

using Secure = beast::websocket::stream<beast::ssl_stream<beast::tcp_stream>>;
using Plain = beast::websocket::stream<beast::tcp_stream>;

constexpr std::chrono::seconds farewell{1};
constexpr std::chrono::seconds longest_send{15};

Time now() {
  return std::chrono::steady_clock::now();
}

Error gone(const std::string& host, const std::string& why) {
  return {ErrorKind::unavailable, "The connection to " + host + " is gone: " + why};
}

domain::HttpResponse plain_answer(const beast::websocket::response_type& response) {
  domain::HttpResponse out;
  out.status = static_cast<int>(response.result_int());
  for (const auto& field : response) {
    std::string name(field.name_string());
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    out.headers[name] = std::string(field.value());
  }
  out.body = response.body();
  return out;
}

std::string authority_of(const Url& url) {
  const std::string origin = url.origin();
  return origin.substr(origin.find("://") + 3);
}

}  // namespace

// Everything runs on the calling thread: it drives `io` until what it waits for is there, time is up, or it
// is to stop. One of the two streams is in use.
struct WebSocket::Parts {
  asio::io_context io;
  asio::executor_work_guard<asio::io_context::executor_type> busy{io.get_executor()};
  asio::ssl::context tls{asio::ssl::context::tls_client};
  Url url;
  std::optional<Secure> secure;
  std::optional<Plain> plain;
  beast::flat_buffer buffer;
  bool reading = false;
  bool open = false;
  std::optional<error_code> read;  // how the read that is under way ended
  std::stop_token stop;
  std::optional<std::stop_callback<std::function<void()>>> wake;

  explicit Parts(std::stop_token given) : stop(std::move(given)) {
    wake.emplace(stop, [this] { asio::post(io, [] {}); });
  }
  ~Parts() {
    wake.reset();
    error_code ignored;
    if (secure || plain) tcp_layer().socket().close(ignored);
    busy.reset();
    io.restart();
    io.run_for(std::chrono::milliseconds{100});  // what was under way ends before what it refers to goes
  }

  template <typename Use>
  auto with_stream(Use use) {
    return secure ? use(*secure) : use(*plain);
  }
  beast::tcp_stream& tcp_layer() {
    return secure ? beast::get_lowest_layer(*secure) : beast::get_lowest_layer(*plain);
  }

  bool drive(const std::optional<error_code>& done, Time until);
  // Starts an operation with a completion that notes its outcome, and waits for it.
  template <typename Start>
  error_code wait_for(Start start, Time until);

  base::Status trust(const Reach& reach);
  base::Status connect(const std::string& host, std::uint16_t port, Time until);
  base::Status tunnel(Time until);
  base::Status greet(Time until);
  base::Result<std::optional<domain::HttpResponse>> upgrade(const WebSocketRequest& request, Time until);
  void say_goodbye();
};

bool WebSocket::Parts::drive(const std::optional<error_code>& done, Time until) {
  while (!done && !stop.stop_requested()) {
    if (io.run_one_until(until) == 0 && now() >= until) break;
  }
  return done.has_value();
}

template <typename Start>
error_code WebSocket::Parts::wait_for(Start start, Time until) {
  const auto outcome = std::make_shared<std::optional<error_code>>();
  start([outcome](const error_code& error, auto&&...) { *outcome = error; });
  if (drive(*outcome, until)) return **outcome;
  error_code ignored;
  tcp_layer().socket().close(ignored);
  return asio::error::timed_out;
}

base::Status WebSocket::Parts::trust(const Reach& reach) {
  using Context = asio::ssl::context;
  error_code error;
  tls.set_options(Context::default_workarounds | Context::no_tlsv1 | Context::no_tlsv1_1, error);
  tls.set_default_verify_paths(error);
  tls.set_verify_mode(asio::ssl::verify_peer, error);
  tls.set_verify_callback(asio::ssl::host_name_verification(url.host), error);
  if (!error && !reach.ca_file.empty()) tls.load_verify_file(reach.ca_file.string(), error);
  if (error) return Error{ErrorKind::invalid, "The certificates cannot be read: " + error.message()};
  return {};
}

base::Status WebSocket::Parts::connect(const std::string& host, std::uint16_t port, Time until) {
  const auto left = std::chrono::duration_cast<base::Duration>(until - now());
  const auto addresses = resolve(host, left, stop);
  if (!addresses) return addresses.error();
  std::vector<tcp::endpoint> endpoints;
  for (const std::string& digits : *addresses) {
    error_code error;
    const auto address = asio::ip::make_address(digits, error);
    if (!error) endpoints.emplace_back(address, port);
  }
  const error_code error =
      wait_for([&](auto done) { tcp_layer().async_connect(endpoints, std::move(done)); }, until);
  if (error) return Error{ErrorKind::unavailable, host + " cannot be reached: " + error.message()};
  tcp_layer().socket().set_option(tcp::no_delay(true));
  return {};
}

// Asks the proxy for a way through.
base::Status WebSocket::Parts::tunnel(Time until) {
  http::request<http::empty_body> request(http::verb::connect, url.host + ":" + std::to_string(url.port), 11);
  request.set(http::field::host, url.host + ":" + std::to_string(url.port));
  error_code error =
      wait_for([&](auto done) { http::async_write(tcp_layer(), request, std::move(done)); }, until);
  http::response_parser<http::empty_body> answer;
  answer.skip(true);
  beast::flat_buffer bytes;
  if (!error) {
    error = wait_for([&](auto done) { http::async_read_header(tcp_layer(), bytes, answer, std::move(done)); },
                     until);
  }
  if (error) return Error{ErrorKind::unavailable, "The proxy cannot be used: " + error.message()};
  if (answer.get().result() == http::status::ok) return {};
  return Error{ErrorKind::unavailable, "The proxy said " + std::to_string(answer.get().result_int()) + "."};
}

base::Status WebSocket::Parts::greet(Time until) {
  if (!secure) return {};
  SSL* native = secure->next_layer().native_handle();
  if (::SSL_set_tlsext_host_name(native, url.host.c_str()) != 1)
    return Error{ErrorKind::invalid, url.host + " is not a name that TLS can use."};
  const error_code error = wait_for(
      [&](auto done) {
        secure->next_layer().async_handshake(asio::ssl::stream_base::client, std::move(done));
      },
      until);
  if (error) return Error{ErrorKind::unavailable, url.host + " cannot be trusted: " + error.message()};
  return {};
}

base::Result<std::optional<domain::HttpResponse>> WebSocket::Parts::upgrade(const WebSocketRequest& request,
                                                                            Time until) {
  beast::websocket::stream_base::timeout times{request.connect, request.idle, true};
  beast::websocket::response_type response;
  tcp_layer().expires_never();
  const error_code error = with_stream([&](auto& stream) {
    stream.set_option(times);
    stream.read_message_max(request.message_limit);
    stream.set_option(beast::websocket::stream_base::decorator([&](beast::websocket::request_type& message) {
      message.set(http::field::user_agent, "Flockmate");
      for (const auto& [name, value] : request.headers) message.set(name, value);
    }));
    return wait_for(
        [&](auto done) { stream.async_handshake(response, authority_of(url), url.target, std::move(done)); },
        until);
  });
  open = !error;
  if (open) return std::optional<domain::HttpResponse>();
  if (error == beast::websocket::error::upgrade_declined) return std::optional(plain_answer(response));
  return Error{ErrorKind::unavailable, url.host + " does not speak WebSocket: " + error.message()};
}

void WebSocket::Parts::say_goodbye() {
  if (!open) return;
  stop = {};  // a goodbye is short, and said when stopping, too
  wait_for(
      [&](auto done) {
        with_stream(
            [&](auto& stream) { stream.async_close(beast::websocket::close_code::normal, std::move(done)); });
      },
      now() + farewell);
}

base::Result<WebSocket::Opened> WebSocket::open(const Reach& reach, const WebSocketRequest& request,
                                                std::stop_token stop) {
  const auto url = parse_url(request.url);
  if (!url) return url.error();
  for (const auto& [name, value] : request.headers) {
    if ((name + value).find_first_of("\r\n") != std::string::npos)
      return Error{ErrorKind::invalid, "The header " + name + " holds a line break."};
  }
  auto parts = std::make_unique<Parts>(std::move(stop));
  parts->url = *url;
  if (auto trusted = parts->trust(reach); !trusted) return trusted.error();
  if (url->is_secure()) {
    parts->secure.emplace(parts->io, parts->tls);
  } else {
    parts->plain.emplace(parts->io);
  }
  const Time until = now() + request.connect;
  const auto proxy = reach.proxy_for(url->host);
  const Url& first = proxy ? *proxy : *url;
  if (auto connected = parts->connect(first.host, first.port, until); !connected) return connected.error();
  if (proxy) {
    if (auto through = parts->tunnel(until); !through) return through.error();
  }
  if (auto greeted = parts->greet(until); !greeted) return greeted.error();
  auto refused = parts->upgrade(request, until);
  if (!refused) return refused.error();
  if (*refused) return Opened{nullptr, **std::move(refused)};
  return Opened{std::unique_ptr<WebSocket>(new WebSocket(std::move(parts))), {}};
}

WebSocket::WebSocket(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

WebSocket::~WebSocket() {
  parts_->say_goodbye();
}

base::Status WebSocket::send(std::string_view text) {
  if (!parts_->open) return gone(parts_->url.host, "it was closed");
  const error_code error = parts_->with_stream([&](auto& stream) {
    stream.text(true);
    return parts_->wait_for(
        [&](auto done) { stream.async_write(asio::buffer(text.data(), text.size()), std::move(done)); },
        now() + longest_send);
  });
  if (!error) return {};
  parts_->open = false;
  return gone(parts_->url.host, error.message());
}

base::Result<std::optional<std::string>> WebSocket::receive(base::Duration at_most) {
  if (!parts_->open) return gone(parts_->url.host, "it was closed");
  if (!parts_->reading) {
    parts_->reading = true;
    parts_->read.reset();
    parts_->with_stream([&](auto& stream) {
      stream.async_read(parts_->buffer, [parts = parts_.get()](const error_code& error, std::size_t) {
        parts->read = error;
      });
    });
  }
  if (!parts_->drive(parts_->read, now() + at_most)) return std::optional<std::string>();
  parts_->reading = false;
  if (*parts_->read) {
    parts_->open = false;
    const auto reason = parts_->with_stream([](auto& stream) { return stream.reason(); });
    const std::string code = reason ? " (code " + std::to_string(reason.code) + ")" : "";
    return gone(parts_->url.host, parts_->read->message() + code);
  }
  std::string text = beast::buffers_to_string(parts_->buffer.data());
  parts_->buffer.consume(parts_->buffer.size());
  return std::optional(std::move(text));
}

}  // namespace networks
