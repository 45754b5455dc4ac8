// The practice room's clock: the machine's time, moved forward by whoever plays with it. The shift is kept in
// the state folder, so that the room's past stays in its past.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>

#include "domain/practice_room.hpp"

namespace networks {

class PracticeClock final : public domain::AdjustableClock {
 public:
  // Makes the folder when it is missing. `machine` is for tests; it must outlive the clock.
  static base::Result<std::unique_ptr<PracticeClock>> open(const std::filesystem::path& folder);
  static base::Result<std::unique_ptr<PracticeClock>> open(const std::filesystem::path& folder,
                                                           const base::Clock& machine);

  base::Instant now() const override;
  // Forward only: less than nothing is nothing; ten years at most in all.
  void advance(base::Duration by) override;
  // Called after each move, by the thread that moved it: for those who sleep until an instant.
  void when_moved(std::function<void()> told);

 private:
  PracticeClock(std::filesystem::path file, const base::Clock& machine, base::Duration shift)
      : file_(std::move(file)), machine_(machine), shift_(shift) {}

  const std::filesystem::path file_;
  const base::Clock& machine_;
  mutable std::mutex mutex_;
  base::Duration shift_;
  std::function<void()> told_;
};

}  // namespace networks
