#include "networks/http.hpp"

#include <cpprest/http_client.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <pplx/threadpool.h>

#include <algorithm>
#include <atomic>
#include <boost/asio/ssl.hpp>
#include <map>
#include <mutex>
#include <tuple>

#include "networks/http_streams.hpp"
#include "networks/url.hpp"

namespace networks {
namespace {

using base::Error;
using base::ErrorKind;
using domain::HttpRequest;
using domain::HttpResponse;
using web::http::client::http_client;
using web::http::client::http_client_config;
using Time = HttpExchange::Time;

constexpr std::size_t stream_room = std::size_t{1} << 20U;
constexpr std::size_t refusal_limit = std::size_t{64} << 10U;
constexpr base::Duration look_around{200};  // how soon a change of the deadline is noticed

Time now() {
  return std::chrono::steady_clock::now();
}

bool only_reads(const std::string& method) {
  return method == "GET" || method == "HEAD";
}

bool is_line(const std::string& text) {
  return text.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos;
}

base::Status check_headers(const domain::Headers& headers) {
  for (const auto& [name, value] : headers) {
    if (name.empty() || !is_line(name) || !is_line(value))
      return Error{ErrorKind::invalid, "The header " + name + " holds a line break."};
  }
  return {};
}

domain::Headers headers_of(const web::http::http_headers& headers) {
  domain::Headers out;
  for (const auto& [name, value] : headers) {
    std::string low = name;
    std::transform(low.begin(), low.end(), low.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    out[low] = value;
  }
  return out;
}

// The library names the stage only; what TLS complains about hides in the code.
std::string words_of(const std::exception& error) {
  std::string words = error.what();
  const auto* http = dynamic_cast<const web::http::http_exception*>(&error);
  if (http == nullptr || http->error_code().value() == 0) return words;
  if (words.find("SSL") != std::string::npos) {
    const char* reason = ERR_reason_error_string(static_cast<unsigned long>(http->error_code().value()));
    return reason == nullptr ? words : words + ": " + reason;
  }
  if (http->error_code() == std::errc::timed_out) return words + ": it took too long";
  return words;
}

// Every chain of tasks ends here: an exception that nobody looks at would end the process.
std::string problem_of(const pplx::task<void>& task) {
  try {
    task.get();
    return "";
  } catch (const std::exception& error) {
    const std::string words = words_of(error);
    return words.empty() ? "it broke" : words;
  } catch (...) {
    return "it broke";
  }
}

http_client_config config_of(const Reach& reach, const Url& url, base::Duration idle) {
  http_client_config config;
  config.set_timeout(idle);
  config.set_max_redirects(0);
  if (const auto proxy = reach.proxy_for(url.host))
    config.set_proxy(web::web_proxy(web::uri(proxy->origin())));
  config.set_ssl_context_callback([ca = reach.ca_file.string()](boost::asio::ssl::context& context) {
    using Context = boost::asio::ssl::context;
    boost::system::error_code ignored;
    context.set_options(Context::default_workarounds | Context::no_tlsv1 | Context::no_tlsv1_1, ignored);
    if (!ca.empty()) context.load_verify_file(ca, ignored);  // unreadable: no server is trusted by it
  });
  return config;
}

}  // namespace

struct Http::Parts {
  explicit Parts(Reach given) : reach(std::move(given)) {}

  const Reach reach;
  std::mutex mutex;
  std::map<std::tuple<std::string, std::int64_t, bool>, std::shared_ptr<http_client>> readers;
  std::atomic<Time> last{Time::max()};  // when everything has to be over

  std::shared_ptr<http_client> client_for(const Url& url, const HttpRequest& request, bool stream);
  base::Result<std::shared_ptr<HttpExchange>> start(const HttpRequest& request, bool stream,
                                                    const pplx::cancellation_token& token);
  void begin(const HttpRequest& request, const Url& url, const std::shared_ptr<HttpExchange>& exchange,
             bool stream, const pplx::cancellation_token& token);
};

// What only reads may share connections. What acts gets one of its own: on a kept one that the server has
// closed meanwhile the library would send it again.
std::shared_ptr<http_client> Http::Parts::client_for(const Url& url, const HttpRequest& request,
                                                     bool stream) {
  auto config = config_of(reach, url, request.idle);
  // Without chunks the library hands out whole blocks only: a stream has to come byte by byte.
  if (stream) config.set_chunksize(1);
  const auto make = [&] { return std::make_shared<http_client>(web::uri(url.origin()), config); };
  if (!only_reads(request.method) || stream) return make();
  const std::lock_guard lock(mutex);
  constexpr std::size_t most = 64;
  if (readers.size() > most) readers.clear();
  auto& client = readers[{url.origin(), request.idle.count(), stream}];
  if (!client) client = make();
  return client;
}

void Http::Parts::begin(const HttpRequest& request, const Url& url,
                        const std::shared_ptr<HttpExchange>& exchange, bool stream,
                        const pplx::cancellation_token& token) {
  web::http::http_request message(request.method);
  message.set_request_uri(web::uri(url.target));
  message.headers().add("User-Agent", "Flockmate");
  for (const auto& [name, value] : request.headers) message.headers()[name] = value;
  if (!request.body.empty()) {
    const auto type = request.headers.find("content-type");
    const auto body = std::make_shared<RequestBody>(exchange);
    message.set_body(concurrency::streams::istream(concurrency::streams::streambuf<std::uint8_t>(body)),
                     request.body.size(),
                     type == request.headers.end() ? "application/octet-stream" : type->second);
  }
  const auto answer = std::make_shared<AnswerBody>(exchange);
  message.set_response_stream(
      concurrency::streams::ostream(concurrency::streams::streambuf<std::uint8_t>(answer)));
  client_for(url, request, stream)
      ->request(message, token)
      .then([exchange](const web::http::http_response& response) {
        exchange->answered(response.status_code(), headers_of(response.headers()));
        return response.content_ready();
      })
      .then([](const web::http::http_response&) {})
      .then([exchange](const pplx::task<void>& done) { exchange->finish(problem_of(done)); });
}

base::Result<std::shared_ptr<HttpExchange>> Http::Parts::start(const HttpRequest& request, bool stream,
                                                               const pplx::cancellation_token& token) {
  const auto url = parse_url(request.url);
  if (!url) return url.error();
  if (url->host.find(':') != std::string::npos)
    return Error{ErrorKind::invalid, "An IPv6 address cannot be used here. Use a name."};
  if (auto fine = check_headers(request.headers); !fine) return fine.error();
  auto exchange =
      std::make_shared<HttpExchange>(request.body, stream ? stream_room : request.body_limit, !stream);
  try {
    begin(request, *url, exchange, stream, token);
  } catch (const std::exception& error) {
    return Error{ErrorKind::invalid, "The request to " + url->host + " makes no sense: " + error.what()};
  }
  return exchange;
}

// OpenSSL must not tear itself down at the program's end: cpprestsdk's threads end later, and what it keeps
// for each of them would never be freed.
Http::Http(Reach reach) {
  ::OPENSSL_init_ssl(OPENSSL_INIT_NO_ATEXIT, nullptr);
  parts_ = std::make_unique<Parts>(std::move(reach));
}
Http::~Http() = default;

void Http::close_within(base::Duration grace) {
  parts_->last = now() + grace;
}

base::Result<HttpResponse> Http::send(const HttpRequest& request) {
  pplx::cancellation_token_source cancel;
  const auto started = parts_->start(request, false, cancel.get_token());
  if (!started) return started.error();
  HttpExchange& exchange = **started;
  const Time deadline = now() + request.total;
  const auto until = [&] { return std::min(deadline, parts_->last.load()); };
  bool done = false;
  while (!done && now() < until()) done = exchange.wait_finished(std::min(until(), now() + look_around));
  std::string problem = done ? exchange.problem() : "it took too long";
  constexpr int first_final = 200;  // 100 Continue and its like are no answer yet
  if (problem.empty() && exchange.status() >= first_final) return exchange.response();
  if (problem.empty()) problem = "there was no answer";
  const bool never_sent = exchange.give_up();
  cancel.cancel();
  const std::string host = parse_url(request.url)->host;
  if (never_sent || only_reads(request.method))
    return Error{ErrorKind::unavailable, host + " cannot be reached: " + problem};
  return Error{ErrorKind::in_doubt, host + " did not say whether it did it: " + problem};
}

namespace {

// Cuts bytes into lines and hands them on. False once on_line has enough or a line is too long.
class Lines {
 public:
  Lines(const Http::OnLine& on_line, std::size_t limit) : on_line_(on_line), limit_(limit) {}

  bool take(std::string_view bytes) {
    for (std::size_t end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n')) {
      line_ += bytes.substr(0, end);
      bytes.remove_prefix(end + 1);
      if (line_.ends_with('\r')) line_.pop_back();
      too_long_ = line_.size() > limit_;
      if (too_long_ || !on_line_(line_)) return false;
      line_.clear();
    }
    line_ += bytes;
    too_long_ = line_.size() > limit_;
    return !too_long_;
  }
  bool too_long() const { return too_long_; }

 private:
  const Http::OnLine& on_line_;
  const std::size_t limit_;
  std::string line_;
  bool too_long_ = false;
};

}  // namespace

base::Result<HttpResponse> Http::read_lines(const HttpRequest& request, const OnLine& on_line,
                                            const std::stop_token& stop) {
  pplx::cancellation_token_source cancel;
  const auto started = parts_->start(request, true, cancel.get_token());
  if (!started) return started.error();
  HttpExchange& exchange = **started;
  Lines lines(on_line, request.body_limit);
  std::string refusal;
  bool wanted = true;
  while (wanted && !stop.stop_requested() && now() < parts_->last.load()) {
    const bool over = exchange.finished();
    const auto bytes = exchange.next_bytes(now() + look_around, stop);
    if (!bytes && over) break;
    if (!bytes) continue;
    if (exchange.status() == 200) {
      wanted = lines.take(*bytes);
    } else {
      refusal += *bytes;
      wanted = refusal.size() <= refusal_limit;
    }
  }
  const bool ended_by_server = exchange.finished();
  const std::string problem = exchange.problem();
  HttpResponse response = exchange.response();
  response.body = refusal.substr(0, refusal_limit);
  exchange.give_up();
  cancel.cancel();
  const std::string host = parse_url(request.url)->host;
  if (lines.too_long()) return Error{ErrorKind::unavailable, "A line that " + host + " sent is too long."};
  if (ended_by_server && wanted && !problem.empty())
    return Error{ErrorKind::unavailable, "The stream of " + host + " broke off: " + problem};
  return response;
}

void use_http_threads(unsigned count) {
  try {
    crossplat::threadpool::initialize_with_threads(count);
  } catch (const std::exception&) {
    // It runs already, with as many as it has.
  }
}

}  // namespace networks
