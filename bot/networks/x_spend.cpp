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

}  // namespace

std::int64_t price_of(const domain::PriceList& prices, XItem item) {
  switch (item) {
    case XItem::post_read:
      return prices.post_read;
    case XItem::mention_read:
      return prices.mention_read;
    case XItem::user_read:
      return prices.user_read;
    case XItem::post:
      return prices.post;
    case XItem::post_with_link:
      return prices.post_with_link;
    case XItem::reply:
      return prices.reply;
    case XItem::boost:
      return prices.boost;
    case XItem::deletion:
      return prices.deletion;
  }
  return 0;
}

XSpend::XSpend(std::filesystem::path file, const base::Clock& clock, Limits limits, Tell tell)
    : file_(std::move(file)), clock_(clock), tell_(std::move(tell)), limits_(std::move(limits)) {
  const std::lock_guard lock(mutex_);
  const auto content = base::read_file(file_);
  const json kept = content ? json::parse(*content, nullptr, false) : json();
  if (text_at(kept, "month") == month_of(clock_.now())) {
    month_ = text_at(kept, "month");
    since_ = base::from_millis(number_at(kept, "since"));
    spent_ = number_at(kept, "spent");
    warned_ = part_at(kept, "warned") == json(true);
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
  spent_ = 0;
  warned_ = false;
  changed_ = true;
}

void XSpend::set_limits(const Limits& limits) {
  const std::lock_guard lock(mutex_);
  if (limits.a_month > limits_.a_month) warned_ = false;
  limits_ = limits;
}

bool XSpend::may_spend() {
  const std::lock_guard lock(mutex_);
  begin_month();
  return spent_ < limits_.a_month;
}

std::string XSpend::why_not() {
  domain::Bill spent = bill();
  spent.spent = spent.cap;  // a new month may have begun since it was asked
  return domain::sentence_of(spent);
}

void XSpend::note_read(XItem item, const std::string& id) {
  const std::lock_guard lock(mutex_);
  begin_month();
  if (read_today_.size() >= most_ids) read_today_.clear();
  const std::string kind = item == XItem::user_read ? "u" : "p";
  if (read_today_.insert(base::fingerprint_of(kind + id)).second) add(item);
}

void XSpend::note_written(XItem item) {
  const std::lock_guard lock(mutex_);
  begin_month();
  add(item);
}

void XSpend::add(XItem item) {
  spent_ += price_of(limits_.prices, item);
  changed_ = true;
  save(false);
  const int percent = limits_.a_month == 0
                          ? 100
                          : static_cast<int>(std::min<std::int64_t>(spent_ * 100 / limits_.a_month, 100));
  if (percent < warn_percent || percent >= 100 || warned_) return;
  warned_ = true;
  save(true);
  tell_("X: " + domain::to_dollars(spent_) + " of this month's " + domain::to_dollars(limits_.a_month) +
        " are spent. When all is spent the bot reads and says nothing there until next month.");
}

domain::Bill XSpend::count() const {
  const base::Instant now = clock_.now();
  domain::Bill bill{"X", month_, spent_, spent_, limits_.a_month, limits_.prices.as_of};
  // The first hour says nothing of a month.
  const auto passed = std::max<base::Duration>(now - since_, std::chrono::hours{1});
  const auto left = std::max<base::Duration>(next_month(now) - now, base::Duration{0});
  bill.forecast += static_cast<std::int64_t>(static_cast<double>(spent_) * static_cast<double>(left.count()) /
                                             static_cast<double>(passed.count()));
  return bill;
}

domain::Bill XSpend::bill() {
  const std::lock_guard lock(mutex_);
  begin_month();
  return count();
}

void XSpend::save(bool now) {
  const base::Instant instant = clock_.now();
  if (!changed_ || (!now && instant - saved_ < between_saves && instant >= saved_)) return;
  const auto written = base::write_file_atomically(
      file_,
      to_line(
          {{"month", month_}, {"since", base::to_millis(since_)}, {"spent", spent_}, {"warned", warned_}}));
  if (!written) return;  // tried again with the next post
  changed_ = false;
  saved_ = instant;
}

}  // namespace networks
