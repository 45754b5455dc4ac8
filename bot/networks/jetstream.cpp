#include "networks/jetstream.hpp"

#include <algorithm>

#include "networks/bluesky_posts.hpp"
#include "networks/pause.hpp"
#include "networks/url.hpp"
#include "networks/websocket.hpp"

namespace networks {

namespace {

constexpr std::size_t longest_message = std::size_t{1} << 20U;
constexpr std::chrono::seconds look_around{1};
constexpr int most_stumbles = 2;
constexpr std::size_t events_at_once = 100;

using SteadyClock = std::chrono::steady_clock;

std::int64_t micros_of(base::Instant instant) {
  return base::to_millis(instant) * 1000;
}

std::string name_of(const std::string& server) {
  const auto url = parse_url(server);
  return url ? url->host : server;
}

}  // namespace

std::string jetstream_address(const std::string& server, const std::optional<std::int64_t>& cursor) {
  std::string address = server;
  while (address.ends_with('/')) address.pop_back();
  if (!address.ends_with("/subscribe")) address += "/subscribe";
  Parameters parameters{{"wantedCollections", bluesky_post_type},
                        {"maxMessageSizeBytes", std::to_string(longest_message)}};
  if (cursor) parameters.emplace_back("cursor", std::to_string(*cursor));
  return address + "?" + query_of(parameters);
}

Jetstream::Jetstream(Options options, const base::Clock& clock, Jitter jitter, Tell tell)
    : options_(std::move(options)), clock_(clock), jitter_(std::move(jitter)), tell_(std::move(tell)) {}

Jetstream::~Jetstream() {
  stop();
}

void Jetstream::start(Wanted wanted) {
  place_ = {micros_of(clock_.now()), std::nullopt};
  wanted_ = std::move(wanted);
  thread_ = std::jthread([this](const Stop& stop) { run(stop); });
}

void Jetstream::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void Jetstream::run(const Stop& stop) {
  Backoff backoff(options_.first_retry, options_.longest_retry, jitter_);
  while (!stop.stop_requested()) {
    const JetstreamPlace before = place_;
    const End end = follow(stop);
    connected_ = 0;
    if (has_moved(before)) {
      backoff.succeeded();
      stumbles_ = 0;
    } else if (end == End::never_began || (end == End::broken && ++stumbles_ > most_stumbles)) {
      server_ = (server_ + 1) % options_.servers.size();
      place_.number.reset();  // another server counts for itself
    }
    if (!pause(stop, backoff.next())) return;
  }
}

bool Jetstream::has_moved(const JetstreamPlace& before) const {
  return place_.micros > before.micros || place_.number != before.number;
}

// From the message last heard: by its number, which is exact, on the server that gave it; else by its time,
// and a little before. A message that breaks the connection each time it comes is left behind: what it takes
// along is found by the search that follows every connection.
std::string Jetstream::address() const {
  if (stumbles_ >= most_stumbles) return jetstream_address(options_.servers[server_], std::nullopt);
  const std::int64_t oldest = micros_of(clock_.now() - options_.farthest_back);
  std::int64_t cursor = std::max(place_.micros, oldest) - std::chrono::microseconds(options_.rewind).count();
  if (place_.number && place_.micros >= oldest) cursor = *place_.number;
  return jetstream_address(options_.servers[server_], cursor);
}

Jetstream::End Jetstream::follow(const Stop& stop) {
  WebSocketRequest request;
  request.url = address();
  request.idle = options_.silence;
  request.message_limit = longest_message;
  const std::string host = name_of(request.url);
  auto opened = WebSocket::open(options_.reach, request, stop);
  if (!opened || !opened->socket) {
    complain(opened ? host + " does not let its Jetstream be followed (HTTP " +
                          std::to_string(opened->refusal.status) + ")."
                    : opened.error().message);
    return End::never_began;
  }
  auto heard = SteadyClock::now();
  while (!stop.stop_requested()) {
    const auto text = opened->socket->receive(std::min<base::Duration>(look_around, options_.silence));
    if (!text) {
      complain(text.error().message);
      return End::broken;
    }
    if (*text && take(**text, stop)) heard = SteadyClock::now();
    // It lives, and may have lost its source: a fresh connection would not.
    if (SteadyClock::now() - heard > options_.silence) return End::silent;
  }
  return End::silent;
}

// False: it is no message of a Jetstream.
bool Jetstream::take(const std::string& text, const Stop& stop) {
  auto frame = read_jetstream_frame(text);
  if (!frame) {
    ++unreadable_;
    return false;
  }
  if (connected_ == 0) {
    connected_ = ++connections_;
    last_complaint_.clear();
  }
  if (frame->event && wanted_(*frame->event)) keep(std::move(*frame->event), stop);
  // Whoever tells of times to come is not followed there.
  place_.micros = std::max(place_.micros, std::min(frame->place.micros, micros_of(clock_.now())));
  place_.number = frame->place.number;
  return true;
}

void Jetstream::keep(JetstreamEvent event, const Stop& stop) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, stop, [this] { return waiting_.size() < options_.most_waiting; });
  if (stop.stop_requested()) return;
  waiting_.push_back(std::move(event));
  changed_.notify_all();
}

std::vector<JetstreamEvent> Jetstream::next(base::Duration at_most, const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, stop, at_most, [this] { return !waiting_.empty(); });
  std::vector<JetstreamEvent> events;
  while (!waiting_.empty() && events.size() < events_at_once) {
    events.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }
  changed_.notify_all();
  return events;
}

void Jetstream::complain(const std::string& sentence) {
  if (sentence == last_complaint_) return;
  last_complaint_ = sentence;
  tell_(sentence + (sentence.ends_with('.') ? "" : ".") +
        " Until the Jetstream is back the hashtags are searched.");
}

}  // namespace networks
