#include "networks/mastodon_ear.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "networks/pause.hpp"
#include "networks/post_json.hpp"

// The connection: begun, listened to, begun again. What is asked of the timelines stands in
// mastodon_gaps.cpp.
namespace networks {

using nlohmann::json;

namespace {

constexpr std::chrono::seconds look_around{1};

}  // namespace

MastodonEar::MastodonEar(Surroundings around, MastodonServer& server, bool is_own, MastodonIntake& intake,
                         Hearing& hearing)
    : around_(std::move(around)),
      server_(server),
      is_own_(is_own),
      intake_(intake),
      hearing_(hearing),
      backoff_(around_.pace.first_retry, around_.pace.longest_retry, around_.jitter) {}

MastodonEar::~MastodonEar() {
  ask_to_stop();
}

void MastodonEar::start() {
  hearing_.lost(around_.clock.now());  // until the first catching up
  thread_ = std::jthread([this](const Stop& stop) { run(stop); });
}

void MastodonEar::ask_to_stop() {
  thread_.request_stop();
}

void MastodonEar::complain(const std::string& sentence) {
  if (sentence == last_complaint_) return;
  last_complaint_ = sentence;
  around_.complain(sentence);
}

std::string MastodonEar::source_of(const std::string& tag) const {
  return server_.address() + " #" + tag;
}

std::vector<MastodonChannel> MastodonEar::channels(const std::vector<std::string>& tags) const {
  std::vector<MastodonChannel> all;
  all.reserve(tags.size() + 1);
  for (const std::string& tag : tags) all.push_back({"hashtag", tag});
  if (is_own_) all.push_back({"user:notification", ""});
  return all;
}

void MastodonEar::run(const Stop& stop) {
  while (!stop.stop_requested()) {
    const auto ready = around_.ready();
    if (ready) break;
    complain(ready.error().message);
    if (!pause(stop, backoff_.next())) return;
  }
  while (!stop.stop_requested() && !wants_no_more_) {
    const bool lived = !server_.token().empty() && live(stop);
    if (stop.stop_requested() || wants_no_more_) return;
    if (lived) backoff_.succeeded();
    poll_for(server_.token().empty() ? around_.pace.poll : backoff_.next(), stop);
  }
}

bool MastodonEar::live(const Stop& stop) {
  std::string streaming;
  if (const auto instance = server_.get("/api/v2/instance")) {
    const auto read = read_mastodon_instance(*instance);
    streaming = read.streaming;
    server_.set_longest_post(read.max_characters);
    if (read.hashtags_are_closed)
      complain(server_.address() + " shows hashtags to nobody: nothing will be heard.");
  }
  const auto tags = around_.hashtags();
  const MastodonStreamPlace place{server_.address(), streaming, server_.token(), around_.pace.idle, false};
  auto stream = open_mastodon_stream(around_.http, around_.reach, place, channels(tags), stop);
  if (!stream) {
    if (!stop.stop_requested()) complain(stream.error().message);
    return false;
  }
  // Every connection subscribes again and closes the gap before it: nothing is replayed by the server.
  if (!catch_up(stop)) return false;
  last_complaint_.clear();
  // No server says when a subscription holds: what slipped through is looked for soon.
  next_look_ = around_.clock.now() + std::min(around_.pace.reconcile, around_.pace.first_look);
  return hear(**stream, tags, stop);
}

bool MastodonEar::hear(MastodonStream& stream, const std::vector<std::string>& tags, const Stop& stop) {
  while (!stop.stop_requested() && !wants_no_more_) {
    const auto event = stream.next(look_around);
    if (!event) {
      complain(event.error().message);
      return true;
    }
    if (*event && !take(**event, stop)) return true;
    if (around_.hashtags() != tags) return true;  // a reload: subscribe afresh
    if (around_.clock.now() >= next_look_ && !reconcile(stop)) return true;
  }
  return true;
}

bool MastodonEar::take(const MastodonEvent& event, const Stop& stop) {
  if (event.kind == "delete") {
    wants_no_more_ = !intake_.take_deletion(server_, event.payload);
    return !wants_no_more_;
  }
  if (event.kind == "notification")
    return take_notification(json::parse(event.payload, nullptr, false), stop);
  if (event.kind != "update" && event.kind != "status.update")
    return true;  // new kinds appear: no business of ours
  const json status = json::parse(event.payload, nullptr, false);
  const auto taken = intake_.take(server_, source_of(event.tag), status, stop);
  wants_no_more_ = taken == MastodonIntake::Taken::stop;
  return !wants_no_more_;
}

// Who mentions, quotes or answers the bot need not use the hashtag.
bool MastodonEar::take_notification(const json& notification, const Stop& stop) {
  const std::string type = text_at(notification, "type");
  if (type != "mention" && type != "quote" && type != "update" && type != "quoted_update") return true;
  const auto taken = intake_.take(server_, server_.address() + " notifications",
                                  part_at(notification, "status"), stop, id_at(notification, "id"));
  wants_no_more_ = taken == MastodonIntake::Taken::stop;
  return !wants_no_more_;
}

bool MastodonEar::catch_up(const Stop& stop) {
  const bool done = fill_gaps(stop);
  if (done) {
    hearing_.found();
  } else {
    hearing_.lost(around_.clock.now());
  }
  return done;
}

// Without a stream the timelines are all there is.
void MastodonEar::poll_for(base::Duration time, const Stop& stop) {
  if (around_.clock.now() >= next_look_) {
    catch_up(stop);
    next_look_ = around_.clock.now() + around_.pace.poll;
  }
  if (!wants_no_more_) pause(stop, time);
}

}  // namespace networks
