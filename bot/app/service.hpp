// The whole bot as a service: queue, deciding thread, courier and scheduler over the ports, and the desk at
// which facilitators and ops stand.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/attention.hpp"
#include "app/changes.hpp"
#include "app/courier.hpp"
#include "app/decider.hpp"
#include "app/desk.hpp"
#include "app/draft_threads.hpp"
#include "app/pipeline.hpp"
#include "app/ports.hpp"
#include "app/pulse.hpp"
#include "app/reload.hpp"
#include "app/scheduler.hpp"
#include "app/worker.hpp"

namespace app {

class Changes;
class Flock;

class Service final : public Desk {
 public:
  // All of it outlives the service. The flock is filled (Reload::run) before start().
  Service(Ports ports, Flock& flock, Reload& reload, Changes& changes, Courier::Jitter jitter);
  ~Service() override;

  // Once. Goes on where the last run stopped. An error (a network cannot be listened to) leaves nothing
  // running.
  base::Status start();
  // Within 5 seconds, if no call to a network takes longer: what was heard is decided, what is being sent is
  // noted.
  void stop();

  StatusReport status() override;
  Vitals vitals() override;
  base::Status send_draft(const std::string& key, const std::string& text) override;
  bool may_be_sent(domain::Tables& tables, const domain::Draft& draft) const override;
  base::Status dismiss_draft(const std::string& key) override;
  base::Status withdraw(const std::string& key) override;
  base::Status close_card(const std::string& key) override;
  base::Status close_question(const domain::PostKey& post) override;
  base::Status switch_speech_on() override;
  base::Status reload() override;
  base::Status use_policy(const std::string& network) override;
  std::string policy() override;
  base::Result<domain::Decision> explain(const domain::PostKey& post) override;
  base::Status forget(const domain::AccountKey& person) override;

 private:
  base::Status change(const std::function<base::Status(domain::Tables&)>& work);
  base::Status listen();
  base::Status apply_policy(const std::string& network);
  void tell_rule_problems();
  void tell_spent_money();
  void committed(const Aftermath& aftermath);
  void deliver();
  void report_cohort(domain::Tables& tables, StatusReport::OfCohort& report) const;

  const Ports ports_;
  Flock& flock_;
  Reload& reload_;
  Changes& changes_;
  Pulse pulse_;
  Decider decider_;
  Pipeline pipeline_;
  Courier courier_;
  Scheduler scheduler_;
  DraftThreads draft_threads_;
  Attention attention_;
  Worker courier_thread_;
  Worker scheduler_thread_;
  bool running_ = false;
};

}  // namespace app
