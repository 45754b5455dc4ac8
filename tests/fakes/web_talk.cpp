#include "tests/fakes/web_talk.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace fakes {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

using Plain = asio::ip::tcp::socket&;
using Tls = asio::ssl::stream<asio::ip::tcp::socket&>;

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

std::map<std::string, std::string> fields_of(std::string_view query) {
  std::map<std::string, std::string> fields;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view one = query.substr(0, end);
    const std::size_t equals = std::min(one.find('='), one.size());
    fields[url_decoded(one.substr(0, equals))] =
        equals < one.size() ? url_decoded(one.substr(equals + 1)) : "";
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return fields;
}

using Message = beast::http::request<beast::http::string_body>;

WebRequest request_of(const Message& message) {
  WebRequest request;
  request.method = std::string(message.method_string());
  const std::string target(message.target());
  const std::size_t question = std::min(target.find('?'), target.size());
  request.path = target.substr(0, question);
  if (question < target.size()) request.query = target.substr(question + 1);
  request.fields = fields_of(request.query);
  for (const auto& field : message) {
    request.headers[lower(std::string(field.name_string()))] = std::string(field.value());
  }
  request.body = message.body();
  return request;
}

// WebSocket by hand: the other side is a library's.
constexpr int text_frame = 1;
constexpr int close_frame = 8;
constexpr int ping_frame = 9;
constexpr int pong_frame = 10;

std::string frame_of(int kind, std::string_view content) {
  std::string frame(1, static_cast<char>(0x80 | kind));
  const std::size_t more = content.size() < 126 ? 0 : content.size() < 65536 ? 2 : 8;
  frame += static_cast<char>(more == 0 ? content.size() : more == 2 ? 126 : 127);
  for (std::size_t i = more; i > 0; --i) frame += static_cast<char>(content.size() >> (8 * (i - 1)) & 0xffU);
  return frame + std::string(content);
}

std::string accept_of(const std::string& key) {
  const std::string text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
  ::SHA1(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  std::array<unsigned char, 32> base64{};
  const int length = ::EVP_EncodeBlock(base64.data(), digest.data(), SHA_DIGEST_LENGTH);
  return {base64.begin(), base64.begin() + length};
}

// The stream is the socket itself, or TLS on top of it; either way the socket is ours.
template <typename Stream>
class Connection final : public WebConnection, public WebTalk {
 public:
  Connection(RawSocket socket, asio::ssl::context* tls, WebStop& stop, const WebServer::Options& options)
      : socket_(std::move(socket)), stop_(stop), options_(options) {
    if constexpr (std::is_same_v<Stream, Tls>) {
      tls_ = std::make_unique<Tls>(socket_, *tls);
    }
  }

  void run(const std::function<void(WebRequest, WebTalk&)>& take) override {
    error_code error;
    if constexpr (std::is_same_v<Stream, Tls>) tls_->handshake(asio::ssl::stream_base::server, error);
    beast::flat_buffer buffer;
    while (!error && open_) {
      if (options_.idle.count() > 0 && !readable_within(options_.idle)) break;
      message_ = {};
      beast::http::request_parser<beast::http::string_body> parser;
      parser.body_limit(std::uint64_t{64} << 20U);
      beast::http::read(stream(), buffer, parser, error);
      if (error) break;
      message_ = parser.release();
      take(request_of(message_), *this);
      if (websocket_ || !options_.keep_alive) break;
    }
    cut(false);
    const std::lock_guard lock(closing_);
    socket_.close(error);
  }

  bool answer(int status, std::string_view body, const WebHeaders& headers) override {
    std::string head = "HTTP/1.1 " + std::to_string(status) + " Said\r\n";
    for (const auto& [name, value] : headers) head.append(name).append(": ").append(value).append("\r\n");
    if (status != 204) head += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    if (!options_.keep_alive) head += "Connection: close\r\n";
    return send(head + "\r\n" + std::string(body));
  }

  bool send(std::string_view bytes) override {
    if (!open_) return false;
    error_code error;
    asio::write(stream(), asio::buffer(bytes.data(), bytes.size()), error);
    if (error) cut(false);
    return !error;
  }

  bool send_chunk(std::string_view bytes) override {
    char size[24];
    std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
    return send(size + std::string(bytes) + "\r\n");
  }

  void cut(bool reset) override {
    const std::lock_guard lock(closing_);
    if (!open_.exchange(false)) return;
    error_code ignored;
    if (reset) {
      socket_.set_option(asio::socket_base::linger(true, 0), ignored);
      socket_.close(ignored);
      return;
    }
    socket_.shutdown(RawSocket::shutdown_both, ignored);
  }

  void drop(bool reset) override {
    const std::lock_guard lock(closing_);
    if (!open_) return;
    const linger hard{1, 0};
    if (reset) ::setsockopt(socket_.native_handle(), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    ::shutdown(socket_.native_handle(), SHUT_RDWR);
  }

  bool wait(std::chrono::milliseconds time) override {
    std::unique_lock lock(stop_.mutex);
    return !stop_.changed.wait_for(lock, time, [&] { return stop_.stopping; });
  }

  bool stopping() const override {
    const std::lock_guard lock(stop_.mutex);
    return stop_.stopping;
  }

  bool agree_to_websocket(const WebHeaders& headers) override {
    websocket_ = true;
    std::string head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
    head += "Sec-WebSocket-Accept: " + accept_of(std::string(message_["Sec-WebSocket-Key"])) + "\r\n";
    for (const auto& [name, value] : headers) head.append(name).append(": ").append(value).append("\r\n");
    return send(head + "\r\n");
  }

  bool send_text(std::string_view text) override { return send(frame_of(text_frame, text)); }
  bool send_ping() override { return send(frame_of(ping_frame, "")); }

  std::optional<std::string> receive_text(std::chrono::milliseconds at_most, bool& gone) override {
    const auto until = std::chrono::steady_clock::now() + at_most;
    while (open_) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
      if (!readable_within(std::max(left, std::chrono::milliseconds{0}))) return std::nullopt;
      auto frame = read_frame();
      if (!frame) break;
      if (frame->kind == text_frame) return std::move(frame->content);
      if (frame->kind == ping_frame) send(frame_of(pong_frame, frame->content));
      if (frame->kind == pong_frame) ++pongs_;
      if (frame->kind == close_frame) {
        send(frame_of(close_frame, frame->content));
        break;
      }
    }
    gone = true;
    return std::nullopt;
  }

  void close_websocket(std::uint16_t code) override {
    constexpr std::uint16_t without_code = 1005;
    const std::string reason{static_cast<char>(code >> 8U), static_cast<char>(code & 0xffU)};
    send(frame_of(close_frame, code == without_code ? "" : reason));
    bool gone = false;
    receive_text(std::chrono::seconds{1}, gone);
  }

  int pongs() const override { return pongs_; }

 private:
  struct Frame {
    int kind = 0;
    std::string content;
  };

  bool read_exactly(void* to, std::size_t count) {
    error_code error;
    asio::read(stream(), asio::buffer(to, count), error);
    return !error;
  }

  // Clients mask what they send; none of ours splits a message.
  std::optional<Frame> read_frame() {
    std::array<unsigned char, 2> head{};
    if (!read_exactly(head.data(), head.size())) return std::nullopt;
    std::size_t length = head[1] & 0x7fU;
    const std::size_t more = length == 126 ? 2 : length == 127 ? 8 : 0;
    std::array<unsigned char, 8> wide{};
    if (more > 0 && !read_exactly(wide.data(), more)) return std::nullopt;
    if (more > 0) length = 0;
    for (std::size_t i = 0; i < more; ++i) length = length << 8U | wide.at(i);
    std::array<unsigned char, 4> mask{};
    Frame frame{head[0] & 0x0f, std::string(length, '\0')};
    if (!read_exactly(mask.data(), mask.size()) || !read_exactly(frame.content.data(), length))
      return std::nullopt;
    for (std::size_t i = 0; i < length; ++i)
      frame.content[i] = static_cast<char>(frame.content[i] ^ mask.at(i % 4));
    return frame;
  }

  auto& stream() {
    if constexpr (std::is_same_v<Stream, Tls>) {
      return *tls_;
    } else {
      return socket_;
    }
  }

  bool readable_within(std::chrono::milliseconds time) {
    if constexpr (std::is_same_v<Stream, Tls>) {
      if (SSL_pending(tls_->native_handle()) > 0) return true;
    }
    pollfd one{socket_.native_handle(), POLLIN, 0};
    return ::poll(&one, 1, static_cast<int>(time.count())) != 0;
  }

  RawSocket socket_;
  std::unique_ptr<Tls> tls_;
  WebStop& stop_;
  const WebServer::Options& options_;
  std::atomic<bool> open_{true};
  std::mutex closing_;
  Message message_;
  bool websocket_ = false;
  std::atomic<int> pongs_{0};
};

}  // namespace

std::string url_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

std::unique_ptr<WebConnection> make_connection(RawSocket socket, asio::ssl::context* tls, WebStop& stop,
                                               const WebServer::Options& options) {
  if (tls != nullptr) return std::make_unique<Connection<Tls>>(std::move(socket), tls, stop, options);
  return std::make_unique<Connection<Plain>>(std::move(socket), tls, stop, options);
}

}  // namespace fakes
