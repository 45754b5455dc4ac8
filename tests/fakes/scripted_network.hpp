// A network that remembers every call and fails as the test tells it to. Thread-safe.
//
//   ScriptedNetwork network;
//   network.next_publish({Outcome::in_doubt_but_posted, Outcome::posted});
//   network.deliver(ScriptedNetwork::created(post));   // on the test's own thread, once the bot listens
//   network.wait_for_posted(1); EXPECT_EQ(network.posted().front().utterance.text, "…");
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "domain/network.hpp"

namespace fakes {

// What becomes of one attempt to publish.
enum class Outcome { posted, refused, unreachable, unavailable, in_doubt_but_posted, in_doubt_not_posted };

class ScriptedNetwork final : public domain::Network {
 public:
  struct Said {
    domain::Utterance utterance;
    domain::Published published;
  };

  explicit ScriptedNetwork(domain::NetworkKind kind = domain::NetworkKind::practice);
  ScriptedNetwork(domain::NetworkKind kind, domain::Author self);

  // --- what the test sets up
  void next_publish(std::vector<Outcome> outcomes);  // for the coming attempts, in order; then `otherwise`
  void otherwise(Outcome outcome);  // for every attempt without one of its own; posted at first
  void forget_keys();               // like X: the same key twice is posted twice
  void fail_look_ups(std::optional<base::ErrorKind> with);
  void fail_withdrawals(bool fail);
  void fail_threads(bool fail);
  void fail_listening(bool fail);
  void set_away(std::optional<base::Instant> since);
  void set_bill(const domain::Bill& bill);
  void set_thread(const std::string& root, std::vector<domain::Post> posts);  // what read_thread gives
  void on_publish(std::function<void(const domain::Utterance&)> hook);  // called first, without the lock

  // --- what the test delivers: on its own thread, to the sink. False when nobody listens or the sink wants
  // no more.
  bool deliver(const domain::PostEvent& event);
  bool deliver_twice(const std::vector<domain::PostEvent>& events);  // each one, and then all of them again
  bool deliver_backwards(const std::vector<domain::PostEvent>& events);  // the last one first
  static domain::PostEvent created(const domain::Post& post, const std::string& cursor = "");
  static domain::PostEvent edited(const domain::Post& post, const std::string& cursor = "");
  static domain::PostEvent deleted(const domain::PostKey& key, const std::string& cursor = "");

  // --- what the test asks afterwards
  std::vector<domain::Utterance> attempts() const;  // every publish, whatever became of it
  std::vector<Said> posted() const;                 // what learners would see; withdrawn ones stay in here
  std::vector<domain::Utterance> looked_up() const;
  std::vector<std::string> withdrawn() const;     // ids
  std::vector<std::string> threads_read() const;  // ids of the posts asked about
  std::vector<std::string> cursors() const;       // one for each listen
  bool listening() const;
  bool wait_for_posted(std::size_t count, std::chrono::milliseconds at_most = std::chrono::seconds{30}) const;
  bool wait_until_listening(std::chrono::milliseconds at_most = std::chrono::seconds{30}) const;

  // --- domain::Network
  domain::NetworkKind kind() const override { return kind_; }
  domain::Author self() const override { return self_; }
  base::Status listen(const std::string& cursor, domain::EventSink sink) override;
  void stop_listening() override;
  base::Result<domain::Published> publish(const domain::Utterance& utterance) override;
  base::Result<std::optional<domain::Published>> look_up(const domain::Utterance& utterance) override;
  base::Status withdraw(const std::string& id) override;
  base::Result<std::vector<domain::Post>> read_thread(const domain::Post& post) override;
  std::optional<base::Instant> away_since() const override;
  std::optional<domain::Bill> bill() override;

 private:
  Outcome take_outcome();
  domain::Published post(const domain::Utterance& utterance);
  std::optional<domain::Published> find(const std::string& key) const;

  const domain::NetworkKind kind_;
  const domain::Author self_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::mutex delivering_;  // held while the sink runs: stop_listening waits for it
  domain::EventSink sink_;
  std::function<void(const domain::Utterance&)> hook_;
  std::deque<Outcome> outcomes_;
  Outcome otherwise_ = Outcome::posted;
  bool takes_keys_ = true;
  std::optional<base::ErrorKind> look_ups_fail_;
  bool withdrawals_fail_ = false;
  bool threads_fail_ = false;
  bool listening_fails_ = false;
  std::optional<base::Instant> away_since_;
  std::optional<domain::Bill> bill_;
  std::map<std::string, std::vector<domain::Post>> threads_;
  std::vector<domain::Utterance> attempts_;
  std::vector<Said> posted_;
  std::vector<domain::Utterance> looked_up_;
  std::vector<std::string> withdrawn_;
  std::vector<std::string> threads_read_;
  std::vector<std::string> cursors_;
};

}  // namespace fakes
