// What X costs. X charges for every post read and every post written: this counts both, says when the
// month's money is running out, and when it is gone. Thread-safe.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <unordered_set>

#include "base/clock.hpp"
#include "base/fingerprint.hpp"
#include "domain/bill.hpp"

namespace networks {

enum class XItem { post_read, mention_read, user_read, post, post_with_link, reply, boost, deletion };

std::int64_t price_of(const domain::PriceList& prices, XItem item);

class XSpend {
 public:
  using Tell = std::function<void(const std::string&)>;
  struct Limits {
    domain::PriceList prices = {};
    std::int64_t a_month = 25'000'000;
  };
  // `file` keeps the month between runs; `clock` outlives this. Months and days are UTC, as on the bill.
  XSpend(std::filesystem::path file, const base::Clock& clock, Limits limits, Tell tell);
  ~XSpend();
  XSpend(const XSpend&) = delete;
  XSpend& operator=(const XSpend&) = delete;

  // What counts from now on; what was spent stays as it was counted.
  void set_limits(const Limits& limits);
  // False when the month's money is gone. At four fifths of it a warning is told.
  bool may_spend();
  std::string why_not();
  // X counts what is read several times on one day once.
  void note_read(XItem item, const std::string& id);
  void note_written(XItem item);

  domain::Bill bill();

 private:
  void begin_month();
  void add(XItem item);
  void save(bool now);
  domain::Bill count() const;

  const std::filesystem::path file_;
  const base::Clock& clock_;
  const Tell tell_;
  mutable std::mutex mutex_;
  Limits limits_;
  std::string month_;  // "2026-03"
  std::string day_;
  base::Instant since_{};  // the first of the month, or when the counting began in it
  base::Instant saved_{};
  std::int64_t spent_ = 0;
  bool warned_ = false;
  bool changed_ = false;
  std::unordered_set<base::Fingerprint, base::FingerprintHash> read_today_;
};

}  // namespace networks
