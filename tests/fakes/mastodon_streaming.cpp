#include <algorithm>

#include "tests/fakes/mastodon_parts.hpp"

namespace fakes {

using nlohmann::json;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds turn{10};
constexpr milliseconds between_beats{200};  // a real server takes 15 s

// The bot's token works; else says why not.
std::string complaint(const WebRequest& request, const std::string& token) {
  const std::string given = request.header("authorization");
  if (given.empty()) return "Missing access token";
  return given == "Bearer " + token ? "" : "Invalid access token";
}

}  // namespace

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
  const std::string channel = hashtag ? "hashtag:" + folded_tag(request.field("tag")) : "user:notification";
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
      if (one.channel == channel) {
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

void MastodonServer::Parts::stream_socket(const WebRequest& request, WebTalk& talk) {
  const std::string problem = token_refused ? "Invalid access token" : complaint(request, "bot-token");
  if (!problem.empty()) {
    talk.answer(401, "", {{"X-Error-Message", problem}});
    return;
  }
  if (!talk.agree_to_websocket()) return;
  std::map<std::string, std::pair<std::string, std::size_t>> wanted;  // channel: (tag as sent, next signal)
  const int born = cuts;
  bool gone = false;
  while (!gone && !talk.stopping() && cuts == born) {
    while (const auto text = talk.receive_text(milliseconds{0}, gone)) {
      const json wish = json::parse(*text, nullptr, false);
      if (!wish.is_object()) continue;
      const std::string tag = wish.value("tag", "");
      const std::string stream = wish.value("stream", "");
      if (stream == "hashtag" && tag.empty()) {
        talk.send_text(json{{"error", "Missing tag name parameter"}, {"status", 400}}.dump());
        continue;
      }
      const std::lock_guard lock(mutex);
      const std::string channel = stream == "hashtag" ? "hashtag:" + folded_tag(tag) : stream;
      if (wanted.emplace(channel, std::pair{tag, state.signals.size()}).second) ++streams;
    }
    std::vector<std::string> frames;
    {
      std::unique_lock lock(mutex);
      const auto has_news = [&] {
        return std::any_of(wanted.begin(), wanted.end(),
                           [&](const auto& one) { return one.second.second < state.signals.size(); });
      };
      changed.wait_for(lock, turn, has_news);
      for (auto& [channel, place] : wanted) {
        for (; place.second < state.signals.size(); ++place.second) {
          const MastodonSignal& one = state.signals[place.second];
          if (one.channel != channel) continue;
          const json names =
              place.first.empty() ? json::array({channel}) : json::array({"hashtag", place.first});
          frames.push_back(json{{"stream", names}, {"event", one.event}, {"payload", one.payload}}.dump());
        }
      }
    }
    for (const std::string& frame : frames) gone = gone || !talk.send_text(frame);
  }
  streams -= static_cast<int>(wanted.size());
  talk.cut(hard_cut);
}

}  // namespace fakes
