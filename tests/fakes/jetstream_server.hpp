// A Jetstream behind a port of this machine: what a test lets happen is told over WebSocket to whoever
// follows it, and again from any cursor. Speaks as the first generation of servers does, or as the second,
// which numbers its messages and reads both kinds of cursor. Thread-safe.
//
//   JetstreamServer stream(clock);
//   stream.commit("create", uri, record, cid);
//   stream.cut();
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "tests/fakes/web_server.hpp"

namespace fakes {

class JetstreamServer {
 public:
  // `first_number`: of the second generation, whose servers each count for themselves; 0: of the first.
  explicit JetstreamServer(const base::Clock& clock, std::int64_t first_number = 0);
  ~JetstreamServer();

  // --- what happens on the network, now
  void commit(const std::string& operation, const std::string& uri, const nlohmann::json& record = nullptr,
              const std::string& cid = "", const std::string& rev = "");  // "": the next one
  void identity(const std::string& account);
  void tell(const std::string& text);    // any text, which comes again from every earlier cursor
  void tell_again(std::size_t message);  // the n-th so far, as servers do that cut over
  // --- what happens to the server
  void cut();                     // all connections, now
  void fall_silent(bool silent);  // the connections live, and nothing comes any more
  void refuse(int status);        // whoever comes; 0: nobody

  std::string address() const { return web_.websocket_url(); }
  std::vector<WebRequest> requests() const { return web_.requests(); }
  bool wait_for_followers(int count) const;
  bool cut_until_followed_again();  // the moment between may be too short to be seen

 private:
  struct Message {
    std::int64_t micros = 0;
    std::int64_t number = 0;
    std::string text;
  };
  void serve(const WebRequest& request, WebTalk& talk);
  std::size_t first_from(const std::string& cursor) const;
  void add(nlohmann::json message);

  const base::Clock& clock_;
  const std::int64_t first_number_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Message> messages_;
  int revs_ = 0;
  std::atomic<int> cuts_{0};
  std::atomic<bool> silent_{false};
  std::atomic<int> refusal_{0};
  std::atomic<int> followers_{0};
  std::atomic<int> connections_{0};  // ever
  WebServer web_;                    // last: its threads end before what they use
};

}  // namespace fakes
