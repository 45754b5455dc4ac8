// An X in memory, behind the port that real requests go through: accounts, posts, rules, the stream as a
// script, recent search that lags half a minute, refresh tokens good for one use, and faults on demand.
// Thread-safe.
//
//   XServer server(clock);
//   const auto ana = server.add_account("ana");
//   const auto id = server.post(ana, {.text = "Hi #flockcourse"});
//   server.stream({XStep::post(id), XStep::alive(), XStep::cut()});
//   server.next("POST /2/tweets", {XFault::lost_answer()});
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "domain/http_client.hpp"
#include "domain/practice_room.hpp"
#include "tests/fakes/fixed_clock.hpp"

namespace fakes {

struct XFault {
  enum class Kind { none, no_connection, lost_answer, status } kind = Kind::status;
  int status = 500;
  std::string body = "{}";
  domain::Headers headers = {};

  static XFault none() { return {Kind::none, 0, "", {}}; }
  static XFault no_connection() { return {Kind::no_connection, 0, "", {}}; }  // nothing was done
  static XFault lost_answer() { return {Kind::lost_answer, 0, "", {}}; }      // it was done
  static XFault answer(int status, std::string body = "{}", domain::Headers headers = {}) {
    return {Kind::status, status, std::move(body), std::move(headers)};
  }
};

struct XStep {
  enum class Kind { post, line, alive, silent, cut, end } kind = Kind::alive;
  std::string text = {};

  static XStep post(const std::string& id) { return {Kind::post, id}; }
  static XStep line(const std::string& text) { return {Kind::line, text}; }
  static XStep alive() { return {Kind::alive}; }    // 20 s later
  static XStep silent() { return {Kind::silent}; }  // nothing for as long as the client has patience
  static XStep cut() { return {Kind::cut}; }
  static XStep end() { return {Kind::end}; }
};

struct XDraft {
  std::string text;
  std::string reply_to = {};
  std::string quotes = {};
  std::string boosts = {};
};

class XServer final : public domain::HttpClient {
 public:
  static constexpr const char* address = "https://api.x.example";
  static constexpr const char* bearer = "the-app-bearer";
  static constexpr const char* first_refresh = "refresh-0";

  explicit XServer(domain::AdjustableClock& clock) : clock_(clock) {}

  // --- what the test does as others
  std::string add_account(const std::string& handle, const std::string& description = "");  // its id
  std::string post(const std::string& account, const XDraft& draft);                        // its id
  std::string edit(const std::string& id, const std::string& text);                         // its new id
  void remove(const std::string& id);
  void add_rule(const std::string& value, const std::string& tag);
  void stream(const std::vector<XStep>& steps);
  // No script any more: whoever is connected when something is posted gets it, and a sign of life every other
  // second. Pages are as long as X's.
  enum class Stir { straight, twice, late };
  void go_live(std::function<Stir()> stir = {});
  void cut_stream();  // while live
  void next(const std::string& call, const std::vector<XFault>& faults);
  void revoke_access();  // the access token is over before its time

  // --- what the test asks
  int calls(const std::string& call) const;  // "GET /2/tweets/search/recent"
  std::vector<domain::HttpRequest> requests() const;
  std::vector<nlohmann::json> posts_of(const std::string& account) const;
  std::map<std::string, std::string> rules() const;  // value to tag
  bool wait_until_streamed();                        // all steps were taken, and the client waits for more
  std::string refresh_token() const;
  // From now on the token before the newest renews a session, too: whoever is killed before they could write
  // the newest down is not locked out.
  void take_last_refresh_token();
  base::Instant now() const { return clock_.now(); }

  base::Result<domain::HttpResponse> send(const domain::HttpRequest& request) override;
  base::Result<domain::HttpResponse> read_lines(const domain::HttpRequest& request,
                                                const std::function<bool(std::string_view)>& on_line,
                                                const std::stop_token& stop);

 private:
  using Answer = domain::HttpResponse;
  struct Account {
    std::string handle;
    std::string description;
  };
  struct Rule {
    std::string id;
    std::string tag;
  };
  struct Call {
    std::string name;  // "GET /2/tweets/:id"
    std::vector<std::string> ids;
    std::map<std::string, std::string> query;
    const domain::HttpRequest& request;
  };
  Call read_call(const domain::HttpRequest& request) const;
  std::optional<XFault> take_fault(const std::string& call);
  Answer act(const Call& call);
  Answer act_as_account(const Call& call);
  Answer refresh(const Call& call);
  nlohmann::json show(const std::string& value, const Rule& rule) const;
  Answer list_rules() const;
  Answer change_rules(const Call& call);
  Answer create(const Call& call);
  Answer page(const Call& call, const std::function<bool(const nlohmann::json&)>& wanted) const;
  std::string add_post(const std::string& account, const XDraft& draft);
  void mark(nlohmann::json& post) const;
  static bool names(const nlohmann::json& post, const std::string& account);
  nlohmann::json whole(const nlohmann::json& post) const;
  nlohmann::json matches(const nlohmann::json& post) const;  // rules
  void deliver(const std::string& id);
  std::optional<XStep> next_step(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);
  std::string next_id();

  domain::AdjustableClock& clock_;
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::map<std::string, Account> accounts_;
  std::map<std::uint64_t, nlohmann::json> posts_;  // by id
  std::map<std::string, Rule> rules_;              // by value
  std::deque<XStep> steps_;
  bool waiting_ = false;
  bool live_ = false;
  std::function<Stir()> stir_;
  std::string late_;  // a post that the next one overtakes
  std::size_t page_size_ = 3;
  std::map<std::string, std::deque<XFault>> faults_;
  std::vector<domain::HttpRequest> requests_;
  std::map<std::string, int> calls_;
  std::string bot_;  // the first account
  std::string access_;
  base::Instant access_until_{};
  std::string refresh_ = first_refresh;
  std::string last_refresh_;
  bool takes_last_refresh_ = false;
  int renewals_ = 0;
  std::uint64_t order_ = 0;
};

}  // namespace fakes
