// What facilitators and ops can do while the bot runs: the pages, the socket and the signals call this and
// nothing else. Thread-safe; writes go through the store's one-writer rule. Errors are sentences for the
// person who clicked.
#pragma once

#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "domain/network.hpp"

namespace domain {
struct AccountKey;
struct Decision;
struct Draft;
struct PostKey;
struct Tables;
}  // namespace domain

namespace app {

struct StatusReport {
  struct OfCohort {
    std::string cohort;
    std::string course;
    std::size_t rules = 0;
    std::int64_t posts = 0;
    std::size_t open_questions = 0;
    std::size_t open_drafts = 0;
    std::size_t open_cards = 0;
    std::size_t outbox = 0;
    std::vector<std::string> bad_files;
  };
  std::vector<OfCohort> cohorts;
  bool speech_stopped = false;
  std::string stopped_reason;
  struct OfMoney {
    domain::NetworkKind network = domain::NetworkKind::x;
    domain::Bill bill;
  };
  std::vector<OfMoney> money;        // of networks that charge
  std::vector<std::string> hearing;  // sentences: what may not have been heard, if anything
  std::size_t queue = 0;             // events heard and not decided yet
  base::Instant now{};
};

struct Vitals;

class Desk {
 public:
  virtual ~Desk() = default;
  virtual StatusReport status() = 0;
  virtual Vitals vitals() = 0;
  // The draft goes out by the bot's account (with the text as edited, when given) or is put away.
  virtual base::Status send_draft(const std::string& key, const std::string& text) = 0;
  // False: its network would refuse it from a bot. Asked within a transaction of the store.
  virtual bool may_be_sent(domain::Tables& tables, const domain::Draft& draft) const = 0;
  virtual base::Status dismiss_draft(const std::string& key) = 0;
  // What the bot said is taken back from the network; what is not said yet, never is.
  virtual base::Status withdraw(const std::string& key) = 0;
  virtual base::Status close_card(const std::string& key) = 0;
  virtual base::Status close_question(const domain::PostKey& post) = 0;
  virtual base::Status switch_speech_on() = 0;  // after the circuit breaker tripped
  virtual base::Status reload() = 0;            // reads the cohorts' files again
  // Practice only: what another network's policy would allow. Names: practice, mastodon, bluesky, x.
  virtual base::Status use_policy(const std::string& network) = 0;
  virtual std::string policy() = 0;
  // Every rule, verdict and reason for a post as things stand now.
  virtual base::Result<domain::Decision> explain(const domain::PostKey& post) = 0;
  virtual base::Status forget(const domain::AccountKey& person) = 0;
};

}  // namespace app
