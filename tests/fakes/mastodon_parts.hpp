// The inside of MastodonServer. For the mastodon_*.cpp here.
#pragma once

#include <atomic>
#include <condition_variable>

#include "tests/fakes/mastodon_server.hpp"

namespace fakes {

struct MastodonServer::Parts {
  Options options;
  std::mutex mutex;
  std::condition_variable changed;
  MastodonState state;
  std::deque<MastodonFault> attempts;
  std::function<MastodonFault(const WebRequest&)> fault;
  std::atomic<bool> token_refused{false};
  std::atomic<int> streams{0};
  std::atomic<int> cuts{0};  // streams that began before the last cut end
  std::atomic<bool> hard_cut{false};
  MastodonServer* peer = nullptr;
  std::unique_ptr<WebServer> web;  // last: its threads use the rest

  Parts(Options given, const base::Clock& clock)
      : options(std::move(given)), state(options.host, options.first_id, clock) {}

  void answer(const WebRequest& request, WebTalk& talk);
  bool fails_before(MastodonFault fate, WebTalk& talk);
  std::pair<int, nlohmann::json> carry_out(const WebRequest& request, MastodonFault fate);
  MastodonFault fault_for(const WebRequest& request);
  bool is_allowed(const WebRequest& request) const;
  nlohmann::json read(const WebRequest& request);  // null: not found
  nlohmann::json read_status(const std::string& rest);
  nlohmann::json search(const WebRequest& request);
  nlohmann::json read_people(const WebRequest& request);
  WebHeaders paging(const WebRequest& request, const nlohmann::json& page) const;
  std::pair<int, nlohmann::json> act(const WebRequest& request, MastodonFault fault);
  std::pair<int, nlohmann::json> post_status(const WebRequest& request, MastodonFault fault);
  WebHeaders limits() const;
  // mastodon_instance.cpp
  nlohmann::json instance();
  nlohmann::json old_instance();
  // mastodon_oauth.cpp
  bool may(const WebRequest& request) const;  // by the token's scopes
  std::pair<int, nlohmann::json> give_token(const WebRequest& request);
  // mastodon_lists.cpp
  void show_muted(const WebRequest& request, WebTalk& talk);
  // mastodon_streaming.cpp
  void stream(const WebRequest& request, WebTalk& talk);
  bool fails_to_stream(const WebRequest& request, WebTalk& talk);
  void stream_events(const WebRequest& request, WebTalk& talk);
  void stream_socket(const WebRequest& request, WebTalk& talk);
  struct Ear {
    std::string tag;       // as it was sent
    std::size_t next = 0;  // signal
  };
  using Ears = std::map<std::string, Ear>;  // by channel
  void change_ears(const nlohmann::json& wish, Ears& ears, WebTalk& talk);
  std::vector<std::string> frames_for(Ears& ears);
};

}  // namespace fakes
