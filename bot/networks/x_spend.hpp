// What X costs. X charges for every post read and every post written: this counts both in millionths of a
// dollar, says when the month's money is running out, and when it is gone. Thread-safe.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <set>
#include <string>

#include "base/clock.hpp"

namespace networks {

enum class XItem { post_read, mention_read, user_read, post, post_with_link, reply, boost, deletion };

// In millionths of a dollar, as X's price list said on that day.
struct XPrices {
  std::string as_of = "2026-11-22";
  std::int64_t post_read = 5'000;
  std::int64_t mention_read = 1'000;  // of the bot's own mentions
  std::int64_t user_read = 10'000;
  std::int64_t post = 15'000;
  std::int64_t post_with_link = 200'000;
  std::int64_t reply = 10'000;  // to somebody who mentioned or quoted the bot
  std::int64_t boost = 15'000;
  std::int64_t deletion = 10'000;

  std::int64_t of(XItem item) const;
};

class XSpend {
 public:
  using Tell = std::function<void(const std::string&)>;
  struct Limits {
    XPrices prices = {};
    std::int64_t a_month = 25'000'000;
  };
  struct Month {
    std::int64_t spent = 0;
    std::int64_t forecast = 0;  // at its end, when it goes on like this
    std::int64_t cap = 0;
    std::int64_t reads = 0;
    std::int64_t writes = 0;
  };

  // `file` keeps the month between runs; `clock` outlives this. Months and days are UTC, as on the bill.
  XSpend(std::filesystem::path file, const base::Clock& clock, Limits limits, Tell tell);
  ~XSpend();
  XSpend(const XSpend&) = delete;
  XSpend& operator=(const XSpend&) = delete;

  // False when the month's money is gone. At four fifths of it a warning is told.
  bool may_spend();
  std::string why_not() const;
  // X counts what is read several times on one day once.
  void note_read(XItem item, const std::string& id);
  void note_written(XItem item);

  Month month();
  std::string sentence();  // for status: "$1.20 of $25.00 spent this month; $6.20 by its end at this rate."

 private:
  void begin_month();
  void add(XItem item);
  void save(bool now);
  Month count() const;

  const std::filesystem::path file_;
  const base::Clock& clock_;
  const Limits limits_;
  const Tell tell_;
  mutable std::mutex mutex_;
  std::string month_;  // "2026-03"
  std::string day_;
  base::Instant since_{};  // the first of the month, or when the counting began in it
  base::Instant saved_{};
  std::int64_t spent_ = 0;
  std::int64_t reads_ = 0;
  std::int64_t writes_ = 0;
  bool warned_ = false;
  bool changed_ = false;
  std::set<std::string> read_today_;
};

}  // namespace networks
