// From the networks to decisions: a bounded queue, and the one thread of a cohort group that decides.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <thread>
#include <variant>
#include <vector>

#include "app/bounded_queue.hpp"
#include "app/ports.hpp"

namespace app {

class Decider;

class Pipeline {
 public:
  // A transaction ends when the queue is empty, or after so many posts or so long.
  struct Pace {
    std::size_t queue = 1000;
    std::size_t batch = 100;
    std::chrono::milliseconds longest{20};
    std::chrono::milliseconds retry{1000};  // between attempts to write while the store fails
  };
  // `committed` is called on the deciding thread after each transaction.
  Pipeline(Decider& decider, Ports ports, std::function<void(const Aftermath&)> committed);
  Pipeline(Decider& decider, Ports ports, std::function<void(const Aftermath&)> committed, Pace pace);
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  void start();
  // Waits while the queue is full. False once stopped: the event was not taken and its cursor stays behind
  // it.
  bool hear(domain::PostEvent event);
  // Returns when the errand is on disk; false when the pipeline stopped before.
  bool run(Errand errand);
  // Decides what is queued, then ends. With a failing store the rest is left to the next start: its cursor
  // was not written. Idempotent.
  void stop();
  std::size_t queued() const { return queue_.size(); }

  static std::string cursor_key(domain::NetworkKind network);

 private:
  struct Request {
    Errand errand;
    std::shared_ptr<std::promise<bool>> done;
  };
  using Job = std::variant<domain::PostEvent, Request>;

  void work();
  bool commit(std::vector<Job>& batch);
  void decide(domain::Tables& tables, std::vector<Job>& batch, Aftermath& aftermath);
  void carry_out(domain::Tables& tables, Job& job, Aftermath& aftermath);
  static void answer(std::vector<Job>& batch, bool done);

  Decider& decider_;
  const Ports ports_;
  const std::function<void(const Aftermath&)> committed_;
  const Pace pace_;
  BoundedQueue<Job> queue_;
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

}  // namespace app
