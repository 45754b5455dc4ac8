#include "networks/mastodon_stream.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "networks/post_json.hpp"
#include "networks/server_sent_events.hpp"
#include "networks/url.hpp"
#include "networks/websocket.hpp"

namespace networks {
namespace {

using base::Error;
using base::ErrorKind;
using nlohmann::json;
using Next = base::Result<std::optional<MastodonEvent>>;

constexpr std::chrono::seconds longest_connect{15};
constexpr std::size_t waiting_events = 1000;
constexpr std::size_t longest_event = std::size_t{1} << 20U;

Error token_refused(const std::string& words) {
  return {ErrorKind::refused, "The server does not let the bot's token listen: " + words};
}

std::string websocket_address(const MastodonStreamPlace& place) {
  std::string address = place.streaming.empty() ? place.address : place.streaming;
  if (address.starts_with("http")) address.replace(0, 4, "ws");
  return address + "/api/v1/streaming";
}

std::string events_address(const MastodonStreamPlace& place, const MastodonChannel& channel) {
  std::string address = place.streaming.empty() ? place.address : place.streaming;
  if (address.starts_with("ws")) address.replace(0, 2, "http");
  address += "/api/v1/streaming/";
  if (channel.stream == "hashtag") return address + "hashtag?" + query_of({{"tag", channel.tag}});
  return address + "user/notification";
}

class OverWebSocket final : public MastodonStream {
 public:
  explicit OverWebSocket(std::unique_ptr<WebSocket> socket) : socket_(std::move(socket)) {}

  base::Status subscribe(const MastodonChannel& channel) {
    json wish{{"type", "subscribe"}, {"stream", channel.stream}};
    if (!channel.tag.empty()) wish["tag"] = channel.tag;
    return socket_->send(to_line(wish));
  }

  Next next(base::Duration at_most) override {
    auto text = socket_->receive(at_most);
    if (!text) return text.error();
    if (!*text) return std::optional<MastodonEvent>();
    const json frame = json::parse(**text, nullptr, false);
    if (const std::string error = text_at(frame, "error"); !error.empty())
      return Error{ErrorKind::unavailable, "The server refuses the stream: " + error};
    MastodonEvent event{text_at(frame, "event"), text_at(frame, "payload"), ""};
    const json& stream = part_at(frame, "stream");
    if (stream.is_array() && stream.size() > 1 && stream[1].is_string()) event.tag = stream[1];
    return std::optional(std::move(event));
  }

 private:
  std::unique_ptr<WebSocket> socket_;
};

// One connection, and so one thread, for each channel.
class OverEvents final : public MastodonStream {
 public:
  OverEvents(Http& http, const MastodonStreamPlace& place, const std::vector<MastodonChannel>& channels,
             const std::stop_token& stop)
      : stop_(stop) {
    for (const MastodonChannel& channel : channels) {
      domain::HttpRequest request;
      request.url = events_address(place, channel);
      request.headers = {{"authorization", "Bearer " + place.token}, {"accept", "text/event-stream"}};
      request.idle = place.idle;
      request.body_limit = longest_event;
      threads_.emplace_back([this, &http, request, tag = channel.tag](const std::stop_token& end) {
        listen(http, request, tag, end);
      });
    }
  }
  ~OverEvents() override {
    for (std::jthread& thread : threads_) thread.request_stop();
  }
  OverEvents(const OverEvents&) = delete;
  OverEvents& operator=(const OverEvents&) = delete;

  // Each has said something: from then on nothing is missed.
  base::Status wait_until_connected() {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, stop_, longest_connect,
                      [this] { return over_ || connected_ == threads_.size(); });
    if (over_) return *over_;
    if (connected_ == threads_.size()) return {};
    return Error{ErrorKind::unavailable, "The server does not begin to stream."};
  }

  Next next(base::Duration at_most) override {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, stop_, at_most, [this] { return !events_.empty() || over_; });
    if (stop_.stop_requested()) return std::optional<MastodonEvent>();
    if (events_.empty()) return over_ ? Next(*over_) : Next(std::optional<MastodonEvent>());
    MastodonEvent event = std::move(events_.front());
    events_.pop_front();
    changed_.notify_all();
    return std::optional(std::move(event));
  }

 private:
  void listen(Http& http, const domain::HttpRequest& request, const std::string& tag,
              const std::stop_token& end) {
    ServerSentEvents events(longest_event);
    bool first = true;
    const auto take = [&](std::string_view line) {
      if (std::exchange(first, false)) note_connected();
      auto event = events.take(line);
      if (!event) return true;
      std::unique_lock lock(mutex_);
      changed_.wait(lock, end, [this] { return events_.size() < waiting_events; });
      events_.push_back({std::move(event->name), std::move(event->content), tag});
      changed_.notify_all();
      return !end.stop_requested();
    };
    const auto ended = http.read_lines(request, take, end);
    const std::lock_guard lock(mutex_);
    if (!ended) {
      over_ = ended.error();
    } else if (ended->status == 401 || ended->status == 403) {
      over_ = token_refused(text_at(json::parse(ended->body, nullptr, false), "error"));
    } else {
      over_ = Error{ErrorKind::unavailable,
                    "The server ended the stream (" + std::to_string(ended->status) + ")."};
    }
    changed_.notify_all();
  }

  void note_connected() {
    const std::lock_guard lock(mutex_);
    ++connected_;
    changed_.notify_all();
  }

  const std::stop_token stop_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<MastodonEvent> events_;
  std::optional<Error> over_;
  std::size_t connected_ = 0;
  std::vector<std::jthread> threads_;  // last: they end before what they use
};

}  // namespace

base::Result<std::unique_ptr<MastodonStream>> open_mastodon_stream(
    Http& http, const Reach& reach, const MastodonStreamPlace& place,
    const std::vector<MastodonChannel>& channels, const std::stop_token& stop) {
  if (!place.no_websocket) {
    WebSocketRequest request;
    request.url = websocket_address(place);
    request.headers = {{"authorization", "Bearer " + place.token}};
    request.idle = place.idle;
    request.message_limit = longest_event;
    auto opened = WebSocket::open(reach, request, stop);
    if (opened && opened->socket) {
      auto stream = std::make_unique<OverWebSocket>(std::move(opened->socket));
      for (const MastodonChannel& channel : channels) {
        if (auto sent = stream->subscribe(channel); !sent) return sent.error();
      }
      return std::unique_ptr<MastodonStream>(std::move(stream));
    }
    if (opened && opened->refusal.status == 401) {
      const auto words = opened->refusal.headers.find("x-error-message");
      return token_refused(words == opened->refusal.headers.end() ? "HTTP 401" : words->second);
    }
  }
  auto stream = std::make_unique<OverEvents>(http, place, channels, stop);
  if (auto connected = stream->wait_until_connected(); !connected) return connected.error();
  return std::unique_ptr<MastodonStream>(std::move(stream));
}

}  // namespace networks
