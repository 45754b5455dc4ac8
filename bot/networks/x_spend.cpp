#include "networks/x_spend.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "networks/post_json.hpp"

namespace networks {

using nlohmann::json;

namespace {

constexpr std::chrono::seconds between_saves{10};
constexpr std::size_t most_ids =
    200'000;  // then the day's reads are counted anew: too much rather than too little
constexpr int warn_percent = 80;

std::string month_of(base::Instant instant) {
  return base::to_rfc3339(instant).substr(0, 7);
}

std::string dollars(std::int64_t millionths) {
  const std::int64_t cents = (millionths + 5'000) / 10'000;
  const std::string rest = std::to_string(cents % 100);
  return "$" + std::to_string(cents / 100) + "." + (rest.size() == 1 ? "0" : "") + rest;
}

std::chrono::sys_days first_day(base::Instant instant) {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(instant)};
  return day.year() / day.month() / std::chrono::day{1};
}

base::Instant next_month(base::Instant instant) {
  const std::chrono::year_month_day first{first_day(instant)};
  const auto next = first.year() / first.month() + std::chrono::months{1};
  return base::Instant{std::chrono::sys_days{next / std::chrono::day{1}}};
}

std::int64_t number_at(const json& object, const char* key) {
  const json& value = part_at(object, key);
  return value.is_number_integer() ? std::max<std::int64_t>(value.get<std::int64_t>(), 0) : 0;
}

bool is_read(XItem item) {
  return item == XItem::post_read || item == XItem::mention_read || item == XItem::user_read;
}

}  // namespace

std::int64_t XPrices::of(XItem item) const {
  switch (item) {
    case XItem::post_read:
      return post_read;
    case XItem::mention_read:
      return mention_read;
    case XItem::user_read:
      return user_read;
    case XItem::post:
      return post;
    case XItem::post_with_link:
      return post_with_link;
    case XItem::reply:
      return reply;
    case XItem::boost:
      return boost;
    case XItem::deletion:
      return deletion;
  }
  return 0;
}

XSpend::XSpend(std::filesystem::path file, const base::Clock& clock, Limits limits, Tell tell)
    : file_(std::move(file)), clock_(clock), limits_(std::move(limits)), tell_(std::move(tell)) {
  const std::lock_guard lock(mutex_);
  const auto content = base::read_file(file_);
  const json kept = content ? json::parse(*content, nullptr, false) : json();
  if (text_at(kept, "month") == month_of(clock_.now())) {
    month_ = text_at(kept, "month");
    since_ = base::from_millis(number_at(kept, "since"));
    spent_ = number_at(kept, "spent");
    reads_ = number_at(kept, "reads");
    writes_ = number_at(kept, "writes");
  }
  begin_month();
}

XSpend::~XSpend() {
  const std::lock_guard lock(mutex_);
  save(true);
}

void XSpend::begin_month() {
  const base::Instant now = clock_.now();
  if (const std::string day = base::to_rfc3339(now).substr(0, 10); day != day_) {
    day_ = day;
    read_today_.clear();
  }
  const std::string month = month_of(now);
  if (month <= month_) return;  // a clock that went back begins no month
  const bool goes_on = !month_.empty();
  month_ = month;
  since_ = goes_on ? base::Instant{first_day(now)} : now;
  spent_ = reads_ = writes_ = 0;
  warned_ = false;
  changed_ = true;
}

bool XSpend::may_spend() {
  const std::lock_guard lock(mutex_);
  begin_month();
  return spent_ < limits_.a_month;
}

std::string XSpend::why_not() const {
  return "X: this month's " + dollars(limits_.a_month) +
         " are spent. The bot reads and says nothing there until next month, or until `monthly_dollars` is "
         "raised.";
}

void XSpend::note_read(XItem item, const std::string& id) {
  const std::lock_guard lock(mutex_);
  begin_month();
  if (read_today_.size() >= most_ids) read_today_.clear();
  const std::string kind = item == XItem::user_read ? "u" : "p";
  if (read_today_.insert(kind + id).second) add(item);
}

void XSpend::note_written(XItem item) {
  const std::lock_guard lock(mutex_);
  begin_month();
  add(item);
}

void XSpend::add(XItem item) {
  spent_ += limits_.prices.of(item);
  ++(is_read(item) ? reads_ : writes_);
  changed_ = true;
  save(false);
  const int percent = limits_.a_month == 0
                          ? 100
                          : static_cast<int>(std::min<std::int64_t>(spent_ * 100 / limits_.a_month, 100));
  if (percent < warn_percent || percent >= 100 || warned_) return;
  warned_ = true;
  tell_("X: " + dollars(spent_) + " of this month's " + dollars(limits_.a_month) +
        " are spent. When all is spent the bot reads and says nothing there until next month.");
}

XSpend::Month XSpend::count() const {
  const base::Instant now = clock_.now();
  Month month{spent_, spent_, limits_.a_month, reads_, writes_};
  // The first hour says nothing of a month.
  const auto passed = std::max<base::Duration>(now - since_, std::chrono::hours{1});
  const auto left = std::max<base::Duration>(next_month(now) - now, base::Duration{0});
  month.forecast += static_cast<std::int64_t>(
      static_cast<double>(spent_) * static_cast<double>(left.count()) / static_cast<double>(passed.count()));
  return month;
}

XSpend::Month XSpend::month() {
  const std::lock_guard lock(mutex_);
  begin_month();
  return count();
}

std::string XSpend::sentence() {
  const Month now = month();
  return dollars(now.spent) + " of " + dollars(now.cap) + " spent this month; " + dollars(now.forecast) +
         " by its end at this rate.";
}

void XSpend::save(bool now) {
  const base::Instant instant = clock_.now();
  if (!changed_ || (!now && instant - saved_ < between_saves && instant >= saved_)) return;
  const auto written = base::write_file_atomically(file_, to_line({{"month", month_},
                                                                   {"since", base::to_millis(since_)},
                                                                   {"spent", spent_},
                                                                   {"reads", reads_},
                                                                   {"writes", writes_}}));
  if (!written) return;  // tried again with the next post
  changed_ = false;
  saved_ = instant;
}

}  // namespace networks
