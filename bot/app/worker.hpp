// A thread that takes a turn whenever it is nudged, and at least every `pause`.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace app {

class Worker {
 public:
  // `turn` runs on the worker's own thread only.
  Worker(std::function<void()> turn, std::chrono::milliseconds pause);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void start();
  void nudge();
  void stop();  // after the turn that is running; idempotent

 private:
  void run();

  const std::function<void()> turn_;
  const std::chrono::milliseconds pause_;
  std::mutex mutex_;
  std::condition_variable nudged_;
  bool nudge_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace app
