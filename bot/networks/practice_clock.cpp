#include "networks/practice_clock.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <system_error>

#include "base/files.hpp"

namespace networks {
namespace {

constexpr base::Duration furthest = std::chrono::days{3650};

const base::Clock& system_clock() {
  static const base::SystemClock clock;
  return clock;
}

base::Duration shift_from(const std::string& text) {
  std::int64_t millis = 0;
  std::from_chars(text.data(), text.data() + text.size(), millis);
  return std::clamp(base::Duration{millis}, base::Duration{0}, furthest);
}

}  // namespace

base::Result<std::unique_ptr<PracticeClock>> PracticeClock::open(const std::filesystem::path& folder) {
  return open(folder, system_clock());
}

base::Result<std::unique_ptr<PracticeClock>> PracticeClock::open(const std::filesystem::path& folder,
                                                                 const base::Clock& machine) {
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  const std::filesystem::path file = folder / "clock";
  const auto kept = base::read_file(file);
  if (!kept && kept.error().kind != base::ErrorKind::not_found) return kept.error();
  const base::Duration shift = kept ? shift_from(*kept) : base::Duration{0};
  if (auto status = base::write_file_atomically(file, std::to_string(shift.count())); !status)
    return status.error();
  return std::unique_ptr<PracticeClock>(new PracticeClock(file, machine, shift));
}

base::Instant PracticeClock::now() const {
  const std::lock_guard lock(mutex_);
  return machine_.now() + shift_;
}

void PracticeClock::advance(base::Duration by) {
  std::function<void()> told;
  {
    const std::lock_guard lock(mutex_);
    shift_ = std::min(shift_ + std::clamp(by, base::Duration{0}, furthest), furthest);
    // On a full disk the clock still moves; only a restart would bring it back.
    static_cast<void>(base::write_file_atomically(file_, std::to_string(shift_.count())));
    told = told_;
  }
  if (told) told();
}

void PracticeClock::when_moved(std::function<void()> told) {
  const std::lock_guard lock(mutex_);
  told_ = std::move(told);
}

}  // namespace networks
