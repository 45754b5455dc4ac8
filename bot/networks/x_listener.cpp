#include "networks/x_listener.hpp"

#include <algorithm>

#include "networks/post_json.hpp"

namespace networks {

using domain::Post;
using domain::PostEvent;
using nlohmann::json;

namespace {

constexpr std::chrono::hours catch_up{24};
constexpr std::chrono::milliseconds first_after_cut{250};
constexpr std::chrono::seconds longest_after_cut{16};
constexpr std::chrono::seconds first_after_error{5};
constexpr std::chrono::seconds longest_after_error{320};
constexpr std::chrono::minutes first_when_crowded{1};
constexpr std::chrono::minutes longest_when_crowded{16};
constexpr std::chrono::minutes without_money{1};
constexpr std::size_t longest_line = std::size_t{1} << 20U;
constexpr int deepest = 100;

}  // namespace

XListener::XListener(Parts parts, ReadLines read_lines, Options options)
    : parts_(parts),
      read_lines_(std::move(read_lines)),
      options_(std::move(options)),
      rules_(parts_.session),
      cut_(first_after_cut, longest_after_cut, options_.jitter),
      broken_(first_after_error, longest_after_error, options_.jitter),
      crowded_(first_when_crowded, longest_when_crowded, options_.jitter) {}

XListener::~XListener() {
  stop();
}

void XListener::start(const std::string& cursor, domain::EventSink sink,
                      std::function<base::Status()> ready) {
  const base::Instant now = parts_.clock.now();
  heard_ = x_id_at(now - catch_up);
  const bool is_id = !cursor.empty() && cursor.find_first_not_of("0123456789") == std::string::npos;
  if (is_id && x_id_less(heard_, cursor)) heard_ = cursor;
  sink_ = std::move(sink);
  wanted_ = true;
  search_due_ = now;
  hearing_.lost(now);  // until the first search
  thread_ = std::jthread([this, ready = std::move(ready)](const std::stop_token& stop) { run(stop, ready); });
}

void XListener::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void XListener::run(const std::stop_token& stop, const std::function<base::Status()>& ready) {
  while (!stop.stop_requested()) {
    const auto done = ready();
    if (done) break;
    complain(done.error().message);
    if (!options_.pause(stop, broken_.next())) return;
  }
  broken_.succeeded();
  while (wanted_ && !stop.stop_requested()) {
    if (!wait(stop, turn(stop))) return;
  }
}

// In steps, so that the searches go on meanwhile.
bool XListener::wait(const std::stop_token& stop, base::Duration duration) {
  const base::Instant until = parts_.clock.now() + duration;
  for (;;) {
    if (!wanted_ || stop.stop_requested()) return false;
    tend(stop);
    const base::Instant now = parts_.clock.now();
    if (now >= until) return wanted_;
    const base::Instant next = std::min(until, std::max(search_due_, now + first_after_cut));
    if (!options_.pause(stop, next - now)) return false;
  }
}

// Gives how long to wait before the next one.
base::Duration XListener::turn(const std::stop_token& stop) {
  streaming_ = false;
  search_due_ = std::min(search_due_, parts_.clock.now() + options_.pace.fallback);
  tend(stop);
  if (!parts_.spend.may_spend()) {
    hearing_.lost(parts_.clock.now());
    complain(parts_.spend.why_not());
    return without_money;
  }
  if (const auto set = rules_.set(options_.hashtags(), parts_.memory.handle()); !set) {
    complain(set.error().message);
    return broken_.next();
  }
  return listen(stop);
}

base::Duration XListener::listen(const std::stop_token& stop) {
  domain::HttpRequest request = parts_.session.stream("/2/tweets/search/stream", XReader::fields());
  request.idle = options_.pace.idle;
  request.body_limit = longest_line;
  const auto ended = read_lines_(
      request,
      [&](std::string_view line) {
        note_alive();
        const bool goes_on = take_line(line);
        tend(stop);
        return goes_on && wanted_ && parts_.spend.may_spend() && !stop.stop_requested();
      },
      stop);
  streaming_ = false;
  if (stop.stop_requested() || !wanted_) return base::Duration{0};
  return pause_after(ended);
}

base::Duration XListener::pause_after(const base::Result<domain::HttpResponse>& ended) {
  if (!ended) {
    complain("X: the stream was cut: " + ended.error().message);
    return cut_.next();
  }
  if (ended->status == 200) return cut_.next();
  const XAnswer answer{ended->status, json::parse(ended->body, nullptr, false)};
  if (ended->status == 429) {
    complain(
        "X lets the bot's stream not in because it takes an earlier connection for alive. Until that is over "
        "the bot listens by search, a minute late.");
    return crowded_.next();
  }
  if (ended->status == 409) rules_.forget();
  const std::string clock = parts_.session.clock_trouble(*ended);
  complain(clock.empty() ? "X refuses the stream: " + answer.words() : clock);
  return broken_.next();
}

void XListener::note_alive() {
  hearing_.found();
  if (std::exchange(streaming_, true)) return;
  cut_.succeeded();
  broken_.succeeded();
  crowded_.succeeded();
  complaint_.clear();
  search_due_ = std::min(search_due_, parts_.clock.now() + options_.pace.settle);
}

// False: X ends the stream.
bool XListener::take_line(std::string_view line) {
  if (line.empty()) return true;
  const auto shallow = [](int depth, json::parse_event_t, json&) { return depth < deepest; };
  const json page = json::parse(line, shallow, false);
  if (page.is_discarded() || !page.is_object()) return true;
  if (!page.contains("data") && page.contains("errors")) {
    complain("X ends the stream: " + XAnswer{200, page}.words());
    return false;
  }
  return pass_on(parts_.reader.take(page));
}

void XListener::tend(const std::stop_token& stop) {
  const base::Instant now = parts_.clock.now();
  if (!parts_.spend.may_spend()) return;
  if (streaming_ && now >= rules_due_) tend_rules();
  if (now < search_due_) return;
  const auto caught_up = search(stop);
  base::Status done = caught_up ? base::Status{} : base::Status(caught_up.error());
  if (done && wanted_) done = look_for_deletions();
  if (!done) complain(done.error().message);
  if (done && !*caught_up) return;  // the next slices follow at once
  if (done) {
    hearing_.found();  // by search, if not by the stream
  } else if (!streaming_) {
    hearing_.lost(now);
  }
  const bool quietly = streaming_ && done.ok();
  search_due_ = parts_.clock.now() + (quietly ? options_.pace.reconcile : options_.pace.fallback);
}

// Rules hold at once, for a stream that is open, too.
void XListener::tend_rules() {
  rules_due_ = parts_.clock.now() + options_.pace.rules;
  const auto set = rules_.set(options_.hashtags(), parts_.memory.handle());
  if (set) return;
  complain(set.error().message);
  rules_due_ += options_.pace.fallback;
}

bool XListener::pass_on(std::vector<Post> posts) {
  for (Post& found : posts) {
    Post post = parts_.memory.with_first_ids(std::move(found));
    if (!parts_.memory.is_news(post)) continue;
    PostEvent event;
    event.kind = post.version > 0 ? PostEvent::Kind::edited : PostEvent::Kind::created;
    event.cursor = heard_;
    event.post = post;
    wanted_ = wanted_ && sink_(std::move(event));
    if (!wanted_) return false;
    parts_.memory.set_passed_on(post);
  }
  return true;
}

// The same trouble again and again is told once.
void XListener::complain(const std::string& trouble) {
  if (trouble == complaint_) return;
  complaint_ = trouble;
  options_.tell(trouble.starts_with("X") ? trouble : "X: " + trouble);
}

}  // namespace networks
