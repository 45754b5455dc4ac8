#include "console/http_server.hpp"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <optional>

#include "base/text.hpp"
#include "console/event_streams.hpp"
#include "console/listening_socket.hpp"
#include "console/slow_connections.hpp"
#include "console/slow_lane.hpp"

namespace console {
namespace {

constexpr unsigned pool_size = 3;

// One request while it arrives.
struct Arrival {
  Request request;
  std::string body;
  std::optional<Response> response;  // made on the slow lane
  bool ambiguous = false;            // a header that decides about the request's end or its host came twice
};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return out;
}

MHD_Result keep_header(void* context, MHD_ValueKind, const char* key, std::size_t key_size, const char* value,
                       std::size_t value_size) {
  auto& arrival = *static_cast<Arrival*>(context);
  const std::string name = lower(std::string_view(key, key_size));
  const std::string text = value == nullptr ? "" : base::valid_utf8(std::string_view(value, value_size));
  const bool fresh = arrival.request.headers.emplace(name, text).second;
  if (!fresh && (name == "host" || name == "content-length" || name == "transfer-encoding"))
    arrival.ambiguous = true;
  return MHD_YES;
}

MHD_Result keep_query(void* context, MHD_ValueKind, const char* key, std::size_t key_size, const char* value,
                      std::size_t value_size) {
  auto& query = *static_cast<Fields*>(context);
  if (query.size() >= 64) return MHD_NO;
  query[base::valid_utf8(std::string_view(key, key_size))] =
      value == nullptr ? "" : base::valid_utf8(std::string_view(value, value_size));
  return MHD_YES;
}

std::string client_address(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (info == nullptr || info->client_addr == nullptr) return "";
  std::array<char, INET6_ADDRSTRLEN> text{};
  const sockaddr* address = info->client_addr;
  const void* bytes =
      address->sa_family == AF_INET6
          ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr)
          : static_cast<const void*>(&reinterpret_cast<const sockaddr_in*>(address)->sin_addr);
  return inet_ntop(address->sa_family, bytes, text.data(), text.size()) == nullptr ? "" : text.data();
}

// What is wrong before a byte of the body was read. Chunked bodies are refused whole: no browser sends one,
// and every trick about where a request ends needs them.
std::optional<Response> refuse_early(const Arrival& arrival, std::size_t most) {
  const Request& request = arrival.request;
  if (request.method != "GET" && request.method != "HEAD" && request.method != "POST") {
    Response response =
        plain_page(405, "Method not allowed", "These pages are read with GET and changed with POST.");
    response.headers.emplace_back("Allow", "GET, HEAD, POST");
    return response;
  }
  const std::string& length = request.header("content-length");
  const bool chunked = request.headers.count("transfer-encoding") != 0;
  if (arrival.ambiguous || (chunked && !length.empty())) {
    return plain_page(400, "Bad request",
                      "The request does not say clearly where it ends or for whom it is.");
  }
  if (chunked) return plain_page(411, "Length required", "Send the request with a Content-Length.");
  const bool digits = std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return plain_page(400, "Bad request", "The length of the request is not a number.");
  if (length.size() > 12 || (!length.empty() && std::stoull(length) > most)) {
    return plain_page(
        413, "Too large",
        "That is more than these pages take at once (" + std::to_string(most / 1024) + " KiB).");
  }
  return std::nullopt;
}

void add_headers(MHD_Response* response, const Response& said) {
  static constexpr std::array<std::pair<const char*, const char*>, 6> always{{
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
       "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"},
      // Not no-referrer: with it a browser sends `Origin: null` with our own forms.
      {"Referrer-Policy", "same-origin"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
  }};
  for (const auto& [name, value] : always) MHD_add_response_header(response, name, value);
  MHD_add_response_header(response, "Content-Type", said.type.c_str());
  bool cached = false;
  for (const auto& [name, value] : said.headers) {
    MHD_add_response_header(response, name.c_str(), value.c_str());
    cached = cached || name == "Cache-Control";
  }
  if (!cached) MHD_add_response_header(response, "Cache-Control", "no-store");
}

}  // namespace

struct HttpServer::Inner {
  Inner(app::Changes& changes, const ServerOptions& options, const Answer& how)
      : answer(how),
        is_slow(options.is_slow),
        limits(options.limits),
        streams(changes),
        slow(options.limits.request),
        lane(how) {}

  static MHD_Result on_request(void* self, MHD_Connection* connection, const char* url, const char* method,
                               const char*, const char* bytes, std::size_t* count, void** context);
  static void on_completed(void* self, MHD_Connection* connection, void** context,
                           MHD_RequestTerminationCode);
  static void on_connection(void* self, MHD_Connection* connection, void**,
                            MHD_ConnectionNotificationCode code);
  MHD_Result begin(MHD_Connection* connection, const char* url, const char* method, void** context) const;
  MHD_Result finish(MHD_Connection* connection, Arrival& arrival);
  MHD_Result say(MHD_Connection* connection, const Response& said) const;
  MHD_Result stream(MHD_Connection* connection, const Response& said);

  Answer answer;
  std::function<bool(const Request&)> is_slow;
  ServerLimits limits;
  EventStreams streams;
  SlowConnections slow;
  SlowLane lane;
  std::atomic<MHD_Daemon*> daemon{nullptr};
  std::uint16_t port = 0;
};

MHD_Result HttpServer::Inner::say(MHD_Connection* connection, const Response& said) const {
  // MUST_COPY only reads: the parameter is not const for other modes' sake.
  MHD_Response* response = MHD_create_response_from_buffer(
      said.body.size(), const_cast<char*>(said.body.data()), MHD_RESPMEM_MUST_COPY);
  if (response == nullptr) return MHD_NO;
  add_headers(response, said);
  const MHD_Result result = MHD_queue_response(connection, static_cast<unsigned>(said.status), response);
  MHD_destroy_response(response);
  return result;
}

MHD_Result HttpServer::Inner::stream(MHD_Connection* connection, const Response& said) {
  MHD_Response* response = streams.open(connection);
  if (response == nullptr)
    return say(connection, plain_page(503, "Not now", "Too many pages are open. Close some and try again."));
  Response event_stream = said;
  event_stream.type = "text/event-stream";
  add_headers(response, event_stream);
  const MHD_Result result = MHD_queue_response(connection, 200, response);
  MHD_destroy_response(response);
  return result;
}

MHD_Result HttpServer::Inner::begin(MHD_Connection* connection, const char* url, const char* method,
                                    void** context) const {
  auto arrival = std::make_unique<Arrival>();
  arrival->request.method = method;
  arrival->request.path = base::valid_utf8(url);
  arrival->request.address = client_address(connection);
  MHD_get_connection_values_n(connection, MHD_HEADER_KIND, &keep_header, arrival.get());
  MHD_get_connection_values_n(connection, MHD_GET_ARGUMENT_KIND, &keep_query, &arrival->request.query);
  arrival->request.cookies = parse_cookies(arrival->request.header("cookie"));
  if (const auto refused = refuse_early(*arrival, limits.body)) return say(connection, *refused);
  *context = arrival.release();  // until on_completed
  return MHD_YES;
}

// Called a second time when the slow lane has made the answer.
MHD_Result HttpServer::Inner::finish(MHD_Connection* connection, Arrival& arrival) {
  if (arrival.response) return say(connection, *arrival.response);
  slow.received(connection);
  if (arrival.request.method == "POST") arrival.request.form = parse_form(arrival.body);
  if (is_slow && is_slow(arrival.request)) {
    if (lane.take({connection, &arrival.request, &arrival.response})) return MHD_YES;
    return say(connection, plain_page(503, "Not now", "Too much is asked at once. Try again in a moment."));
  }
  const Response response = answer(arrival.request);
  return response.event_stream ? stream(connection, response) : say(connection, response);
}

// Called once when the headers are here, then with each piece of the body, then once without one.
MHD_Result HttpServer::Inner::on_request(void* context, MHD_Connection* connection, const char* url,
                                         const char* method, const char*, const char* bytes,
                                         std::size_t* count, void** arrived) {
  auto& self = *static_cast<Inner*>(context);
  try {
    if (*arrived == nullptr) return self.begin(connection, url, method, arrived);
    auto& arrival = *static_cast<Arrival*>(*arrived);
    if (*count == 0) return self.finish(connection, arrival);
    if (arrival.body.size() + *count > self.limits.body) return MHD_NO;
    arrival.body.append(bytes, *count);
    *count = 0;
    return MHD_YES;
  } catch (...) {  // nothing may be thrown through a C library; out of memory is all that is left
    return MHD_NO;
  }
}

void HttpServer::Inner::on_completed(void* context, MHD_Connection* connection, void** arrived,
                                     MHD_RequestTerminationCode) {
  delete static_cast<Arrival*>(*arrived);
  *arrived = nullptr;
  static_cast<Inner*>(context)->slow.answered(connection);
}

void HttpServer::Inner::on_connection(void* context, MHD_Connection* connection, void**,
                                      MHD_ConnectionNotificationCode code) {
  SlowConnections& slow = static_cast<Inner*>(context)->slow;
  if (code == MHD_CONNECTION_NOTIFY_CLOSED) return slow.closed(connection);
  const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  if (info != nullptr) slow.opened(connection, info->connect_fd);
}

HttpServer::HttpServer() = default;
HttpServer::~HttpServer() {
  stop();
}
std::uint16_t HttpServer::port() const {
  return inner_->port;
}

base::Result<std::unique_ptr<HttpServer>> HttpServer::start(const ServerOptions& options,
                                                            app::Changes& changes, const Answer& answer) {
  const auto socket = listen_on(options.host, options.port);
  if (!socket) return socket.error();
  std::unique_ptr<HttpServer> server(new HttpServer());
  server->inner_ = std::make_unique<Inner>(changes, options, answer);
  Inner* inner = server->inner_.get();
  inner->port = socket->port;
  inner->daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, nullptr, nullptr, &Inner::on_request,
      inner, MHD_OPTION_LISTEN_SOCKET, socket->descriptor, MHD_OPTION_THREAD_POOL_SIZE, pool_size,
      MHD_OPTION_CONNECTION_LIMIT, options.limits.connections, MHD_OPTION_PER_IP_CONNECTION_LIMIT,
      options.limits.per_address, MHD_OPTION_CONNECTION_MEMORY_LIMIT, options.limits.headers,
      MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(options.limits.idle.count()),
      MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_NOTIFY_COMPLETED, &Inner::on_completed, inner,
      MHD_OPTION_NOTIFY_CONNECTION, &Inner::on_connection, inner, MHD_OPTION_END);
  if (inner->daemon == nullptr) {
    close(socket->descriptor);
    return base::Error{base::ErrorKind::failed,
                       "The pages could not be started: the system has no threads or memory left."};
  }
  return server;
}

void HttpServer::stop() {
  MHD_Daemon* daemon = inner_->daemon.exchange(nullptr);
  if (daemon == nullptr) return;
  inner_->streams.stop();  // the daemon may not be stopped while connections sleep
  inner_->lane.stop();
  MHD_stop_daemon(daemon);
}

}  // namespace console
