// A Bluesky in memory, behind the port that real requests go through: accounts, records, search,
// notifications, threads, sessions that expire, and faults on demand. Answers as the real servers were seen
// to answer (their odd sides included: a repeated key is a 500 to createRecord, an expired token a 400, a
// reply to a post that is gone is taken). Thread-safe.
//
//   BlueskyServer server(clock);
//   const auto ana = server.add_account("ana.test");
//   const auto uri = server.post(ana, {.text = "Hi #flockcourse"});
//   server.next("com.atproto.repo.putRecord", {BlueskyFault::lost_answer()});
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/http_client.hpp"

namespace fakes {

struct BlueskyFault {
  enum class Kind { no_connection, lost_answer, status } kind = Kind::status;
  int status = 500;
  std::string error = "InternalServerError";
  domain::Headers headers = {};

  static BlueskyFault no_connection() { return {Kind::no_connection, 0, "", {}}; }  // nothing was done
  static BlueskyFault lost_answer() { return {Kind::lost_answer, 0, "", {}}; }      // it was done
  static BlueskyFault answer(int status, std::string error, domain::Headers headers = {}) {
    return {Kind::status, status, std::move(error), std::move(headers)};
  }
};

struct BlueskyDraft {
  std::string text;
  std::string reply_to = {};                  // uri
  std::string mentions = {};                  // did
  std::string quotes = {};                    // uri
  nlohmann::json more = nullptr;              // merged into the record
  std::optional<base::Instant> created = {};  // none: now
};

class BlueskyServer final : public domain::HttpClient {
 public:
  static constexpr const char* address = "https://pds.example";
  static constexpr const char* password = "abcd-efgh-ijkl-mnop";

  explicit BlueskyServer(const base::Clock& clock) : clock_(clock) {}

  // --- what the test does as others
  std::string add_account(const std::string& handle, const std::string& description = "");  // its did
  std::string post(const std::string& did, const BlueskyDraft& draft);                      // its uri
  void edit(const std::string& uri, const std::string& text);
  void remove(const std::string& uri);
  void describe(const std::string& did, const std::string& description);
  void rename(const std::string& did, const std::string& handle);
  void block(const std::string& did);                          // blocks whoever asks
  void close_replies(const std::string& uri);                  // a thread gate
  void hide_from_search(const std::string& uri, bool hidden);  // the index is late
  void hide_profile(const std::string& did, bool hidden);      // so is the one of people
  void move_to(const std::string& server);  // the accounts' own server, as sessions tell it
  void expire_access();
  void expire_refresh();
  void forbid_chat(bool forbidden);            // the app password was not made for it
  void close_chat(const std::string& did);     // takes messages from those it follows only
  void set_headers(domain::Headers headers);   // of describeServer
  void set_status(const std::string& status);  // of the bot's account: "suspended", "deactivated"
  void next(const std::string& method, std::vector<BlueskyFault> faults);
  void fail_all(std::optional<BlueskyFault> fault);

  // --- what the test asks
  std::vector<nlohmann::json> records_of(const std::string& did, const std::string& collection) const;
  std::optional<nlohmann::json> record(const std::string& uri) const;
  std::string cid(const std::string& uri) const;
  std::vector<std::string> messages_to(const std::string& did) const;  // by chat
  int calls(const std::string& method) const;
  std::vector<domain::HttpRequest> requests() const;

  base::Result<domain::HttpResponse> send(const domain::HttpRequest& request) override;

 private:
  struct Account {
    std::string handle;
    std::string description;
    bool blocks = false;
    bool hidden = false;
    bool takes_no_messages = false;
    std::vector<std::string> messages = {};
  };
  struct Record {
    nlohmann::json value;
    std::string cid;
    base::Instant indexed{};
    int order = 0;
  };
  struct Call {
    std::string host;
    std::string method;
    std::multimap<std::string, std::string> query;
    nlohmann::json input;
    std::string token;
    std::string proxy;  // the service that it is meant for, or ""

    std::string first(const std::string& name) const {
      const auto found = query.find(name);
      return found == query.end() ? "" : found->second;
    }
    std::string text(const char* name) const { return input.value(name, ""); }
  };
  using Answer = domain::HttpResponse;
  Answer act(const Call& call);
  Answer act_on_session(const Call& call);
  Answer act_on_record(const Call& call);
  Answer create_session(const Call& call);
  Answer refresh_session(const Call& call);
  Answer get_session(const Call& call) const;
  Answer open_session();
  Answer put_record(const Call& call);
  Answer get_record(const Call& call) const;
  Answer search(const Call& call) const;
  Answer notifications(const Call& call) const;
  Answer posts(const Call& call) const;
  Answer profiles(const Call& call) const;
  Answer thread(const Call& call) const;
  Answer resolve(const Call& call) const;
  Answer act_on_chat(const Call& call);
  bool may_be_seen(const std::string& uri) const;
  std::vector<std::string> newest_first() const;
  nlohmann::json view(const std::string& uri) const;
  nlohmann::json profile(const std::string& did, bool whole) const;
  nlohmann::json thread_node(const std::string& uri) const;
  std::string cid_of(const nlohmann::json& value) const;
  void store(const std::string& uri, nlohmann::json value);
  std::optional<BlueskyFault> take_fault(const std::string& method);

  const base::Clock& clock_;
  mutable std::mutex mutex_;
  std::map<std::string, Account> accounts_;
  std::map<std::string, Record> records_;  // by uri
  std::set<std::string> hidden_;
  std::set<std::string> closed_;
  std::map<std::string, std::deque<BlueskyFault>> faults_;
  std::optional<BlueskyFault> fault_for_all_;
  std::vector<domain::HttpRequest> requests_;
  std::string own_server_ = address;
  std::string status_;
  domain::Headers headers_;
  std::string access_;
  std::string refresh_;
  bool access_over_ = false;
  bool refresh_over_ = false;
  bool chat_forbidden_ = false;
  int tokens_ = 0;
  int order_ = 0;
};

}  // namespace fakes
