// The real program, `flockmate run`, with a course of its own: started, killed, started again and looked at
// as often as a run likes. Everything of it is gone when it goes.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>

#include "domain/practice_room.hpp"
#include "domain/store.hpp"

namespace endurance {

// Runs with the machine's time, and can be moved forward. Thread-safe.
class RunningClock final : public domain::AdjustableClock {
 public:
  base::Instant now() const override { return machine_.now() + base::Duration{shift_}; }
  void advance(base::Duration by) override { shift_ += by.count(); }
  base::Duration shift() const { return base::Duration{shift_}; }

 private:
  const base::SystemClock machine_{};
  std::atomic<base::Duration::rep> shift_{0};
};

class Service {
 public:
  static constexpr const char* cohort = "course";

  Service(const std::filesystem::path& program, RunningClock& clock);
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  // Before the first start. A file that only its owner reads, and its path.
  std::string secret(const std::string& name, const std::string& text) const;
  // Before the first start: the lines of its one account, as they stand under `networks:`.
  void configure(const std::string& account) const;

  bool start();  // false when it does not say within a minute that it runs
  void kill();   // -9
  bool stop();   // as systemd does it; false when it did not end well within ten seconds
  // While it is not running: so much time went by, for it and for whoever else uses the clock.
  void travel(base::Duration by);

  struct Size {
    double mebibytes = 0;
    int descriptors = 0;
    int threads = 0;
    double cpu_seconds = 0;
  };
  Size size() const;
  pid_t pid() const { return pid_; }
  // Reads its state, whether it runs or not.
  base::Status look(const std::function<void(domain::Tables&)>& work) const;
  std::string end_of_log() const;

 private:
  std::filesystem::path log() const { return folder_ / "log"; }

  const std::filesystem::path program_;
  RunningClock& clock_;
  std::filesystem::path folder_;
  pid_t pid_ = -1;
};

}  // namespace endurance
