// A Mastodon server in memory, spoken to over real connections: REST, WebSocket, server-sent events, TLS if
// wanted. It behaves as networks.md says servers do, traps included, and fails as the test tells it to.
// Thread-safe.
//
//   MastodonServer server(clock);
//   const std::string id = server.post("ana", "Hello #flock");
//   server.next_attempts({MastodonFault::error_after});   // the next POST goes through and answers 500
//   EXPECT_EQ(server.said().size(), 1U);                  // what learners see of the bot
#pragma once

#include <deque>
#include <functional>
#include <memory>

#include "tests/fakes/mastodon_state.hpp"
#include "tests/fakes/web_server.hpp"

namespace fakes {

// What becomes of a request. `before`: nothing was done; `after`: it was done all the same.
enum class MastodonFault {
  none,
  drop_before,
  drop_after,
  error_before,
  error_after,
  busy,             // 503
  too_many,         // 429
  used_up,          // 429, and in a second it is over
  slow,             // half a second late
  cut,              // done, and the answer breaks off in the middle
  expired,          // 401
  dropped_quietly,  // 200, and the status is gone
  as_root,          // the reply is posted without its parent
};

class MastodonServer {
 public:
  struct Options {
    std::string host = "social.example";
    long first_id = 1000;  // its ids go on from here: other servers have others
    bool websocket = true;
    const TestCertificates* certificates = nullptr;
    bool repeated_key_fails = true;  // mastodon#40399: the same Idempotency-Key again is answered with 500
    int max_characters = 500;
    // What an examination may find.
    std::set<std::string> scopes = {"read", "write:statuses"};  // of the token
    bool bot_flag = true;
    std::string own_hashtags = "public";  // who is shown them: public, authenticated, disabled
    std::string others_hashtags = "public";
    std::set<std::string> chosen_languages = {};  // the account's filter
    std::string date = {};                        // of every answer
    int requests_left = 299;
    std::string next_pages_at = {};  // an address: where its lists say that they go on
  };
  explicit MastodonServer(const base::Clock& clock);
  MastodonServer(const base::Clock& clock, Options options);
  ~MastodonServer();

  std::string url() const;
  std::string token() const { return "bot-token"; }

  // --- what people do
  struct Extras {
    std::string in_reply_to = {};
    std::string visibility = "public";
    std::string language = "en";
    base::Instant created_at = {};
    std::string note = {};  // of the author's profile, HTML
    bool bot = false;
    bool untold = false;  // no stream tells of it, as when the server has lost its Redis
  };
  std::string post(const std::string& acct, const std::string& text);
  std::string post(const std::string& acct, const std::string& text, const Extras& extras);
  void edit(const std::string& id, const std::string& text, base::Instant at, bool untold = false);
  void remove(const std::string& id);
  void mute(const std::string& acct);
  std::string uri(const std::string& id);
  // The other server's posts can be found from here.
  void federate_with(MastodonServer& other);

  // --- what goes wrong
  void next_attempts(std::vector<MastodonFault> faults);  // for the coming POSTs to /api/v1/statuses
  void on_request(
      std::function<MastodonFault(const WebRequest&)> fault);  // for all the others; and then these
  void stir_streams(std::function<MastodonStir()> stir);       // what becomes of each signal
  void refuse_token(bool refuse);
  void cut_streams(bool reset = false);

  // --- what the test asks afterwards
  std::vector<MastodonToot> said();  // by the bot and still there, oldest first
  std::string id_of(const std::string& acct);
  std::vector<WebRequest> requests() const;
  int asked(const std::string& method, const std::string& path) const;
  int streams() const;  // subscriptions that are live
  bool wait_for_streams(int count);
  bool wait_for_said(std::size_t count);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace fakes
