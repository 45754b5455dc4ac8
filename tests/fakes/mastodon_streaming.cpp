#include <algorithm>

#include "tests/fakes/mastodon_parts.hpp"
#include "tests/fakes/mastodon_wishes.hpp"

namespace fakes {

using nlohmann::json;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds turn{10};
constexpr milliseconds between_beats{200};  // a real server takes 15 s

// The bot's token works; else says why not.
std::string complaint(const WebRequest& request, const std::string& token) {
  const std::string given = token_of(request);
  if (given.empty()) return "Missing access token";
  return given == token ? "" : "Invalid access token";
}

bool hears(const std::string& channel, const MastodonSignal& signal) {
  return channel == signal.channel || (channel == "user" && signal.channel == "user:notification");
}

}  // namespace

void MastodonServer::Parts::stream(const WebRequest& request, WebTalk& talk) {
  if (request.path == "/api/v1/streaming/health") {
    talk.answer(200, "OK", {{"Content-Type", "text/plain"}});
    return;
  }
  if (fails_to_stream(request, talk)) return;
  if (request.path != "/api/v1/streaming") return stream_events(request, talk);
  if (options.websocket) return stream_socket(request, talk);
  talk.answer(400, "");
}

bool MastodonServer::Parts::fails_to_stream(const WebRequest& request, WebTalk& talk) {
  switch (fault_for(request)) {
    case MastodonFault::drop_before:
      talk.cut(true);
      return true;
    case MastodonFault::expired:
      talk.answer(401, "", {{"X-Error-Message", "Invalid access token"}});
      return true;
    case MastodonFault::error_before:
    case MastodonFault::error_after:
      talk.answer(500, "<html>We're sorry</html>");
      return true;
    case MastodonFault::busy:
      talk.answer(503, "");
      return true;
    case MastodonFault::too_many:
    case MastodonFault::used_up:
      talk.answer(429, R"({"error":"Too many requests"})");
      return true;
    default:
      return false;
  }
}

void MastodonServer::Parts::stream_events(const WebRequest& request, WebTalk& talk) {
  const std::string problem = token_refused ? "Invalid access token" : complaint(request, "bot-token");
  if (!problem.empty()) {
    talk.answer(401, json{{"error", problem}}.dump());
    return;
  }
  const bool hashtag = request.path.ends_with("/hashtag");
  const std::string notifications = request.path.ends_with("/user") ? "user" : "user:notification";
  const std::string channel = hashtag ? "hashtag:" + folded_tag(request.field("tag")) : notifications;
  std::size_t next = 0;
  {
    const std::lock_guard lock(mutex);
    next = state.signals.size();
  }
  const int born = cuts;
  ++streams;
  bool fine =
      talk.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n") &&
      talk.send_chunk(":)\n");
  auto beat = std::chrono::steady_clock::now() + between_beats;
  while (fine && !talk.stopping() && cuts == born) {
    std::vector<MastodonSignal> news;
    {
      std::unique_lock lock(mutex);
      changed.wait_for(lock, turn, [&] { return state.signals.size() > next; });
      news.assign(state.signals.begin() + static_cast<std::ptrdiff_t>(next), state.signals.end());
      next = state.signals.size();
    }
    for (const MastodonSignal& one : news) {
      if (hears(channel, one)) {
        fine = fine && talk.send_chunk("event: " + one.event + "\ndata: " + one.payload + "\n\n");
      }
    }
    if (std::chrono::steady_clock::now() >= beat) {
      fine = fine && talk.send_chunk(":thump\n\n");
      beat += between_beats;
    }
  }
  --streams;
  talk.cut(hard_cut);
}

// One more subscription, one less, or what is wrong with the wish.
void MastodonServer::Parts::change_ears(const json& wish, Ears& ears, WebTalk& talk) {
  static const std::set<std::string> known{"user",   "user:notification", "public", "public:local", "direct",
                                           "hashtag"};
  const std::string tag = wish.value("tag", "");
  const std::string stream = wish.value("stream", "");
  const auto complain = [&](const char* text) {
    talk.send_text(json{{"error", text}, {"status", 400}}.dump());
  };
  if (!known.contains(stream)) return complain("Unknown stream type");
  if (stream == "hashtag" && tag.empty()) return complain("Missing tag name parameter");
  const std::string channel = stream == "hashtag" ? "hashtag:" + folded_tag(tag) : stream;
  const std::lock_guard lock(mutex);
  if (wish.value("type", "subscribe") == "unsubscribe") {
    streams -= static_cast<int>(ears.erase(channel));
  } else if (ears.emplace(channel, Ear{tag, state.signals.size()}).second) {
    ++streams;
  }
}

// Waits a turn for what is new.
std::vector<std::string> MastodonServer::Parts::frames_for(Ears& ears) {
  std::vector<std::string> frames;
  std::unique_lock lock(mutex);
  changed.wait_for(lock, turn, [&] {
    return std::any_of(ears.begin(), ears.end(),
                       [&](const auto& one) { return one.second.next < state.signals.size(); });
  });
  for (auto& [channel, ear] : ears) {
    for (; ear.next < state.signals.size(); ++ear.next) {
      const MastodonSignal& one = state.signals[ear.next];
      if (!hears(channel, one)) continue;
      const json names = ear.tag.empty() ? json::array({channel}) : json::array({"hashtag", ear.tag});
      frames.push_back(json{{"stream", names}, {"event", one.event}, {"payload", one.payload}}.dump());
    }
  }
  return frames;
}

void MastodonServer::Parts::stream_socket(const WebRequest& request, WebTalk& talk) {
  const std::string problem = token_refused ? "Invalid access token" : complaint(request, "bot-token");
  if (!problem.empty()) {
    talk.answer(401, "", {{"X-Error-Message", problem}});
    return;
  }
  const std::string protocols = request.header("sec-websocket-protocol");
  const WebHeaders echo{{"Sec-WebSocket-Protocol", token_of(request)}};
  if (!talk.agree_to_websocket(protocols.empty() ? WebHeaders{} : echo)) return;
  Ears ears;
  if (!request.field("stream").empty()) change_ears(wish_of(request), ears, talk);
  const int born = cuts;
  bool gone = false;
  while (!gone && !talk.stopping() && cuts == born) {
    while (const auto text = talk.receive_text(milliseconds{0}, gone)) {
      const json wish = json::parse(*text, nullptr, false);
      if (wish.is_object()) change_ears(wish, ears, talk);
    }
    for (const std::string& frame : frames_for(ears)) gone = gone || !talk.send_text(frame);
  }
  streams -= static_cast<int>(ears.size());
  talk.cut(hard_cut);
}

}  // namespace fakes
