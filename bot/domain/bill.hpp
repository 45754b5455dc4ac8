// What a network charges for reading and speaking: its price list, and this month's bill. Money is counted in
// millionths of a dollar.
#pragma once

#include <cstdint>
#include <string>

namespace domain {

// X's, as it said on that day.
struct PriceList {
  std::string as_of = "2026-11-22";
  std::int64_t post_read = 5'000;
  std::int64_t mention_read = 1'000;  // of the bot's own mentions
  std::int64_t user_read = 10'000;
  std::int64_t post = 15'000;
  std::int64_t post_with_link = 200'000;
  std::int64_t reply = 10'000;  // to somebody who mentioned or quoted the bot
  std::int64_t boost = 15'000;
  std::int64_t deletion = 10'000;
};

struct Bill {
  std::string payee;  // the network as people call it: "X"
  std::string month;  // "2026-03", in UTC
  std::int64_t spent = 0;
  std::int64_t forecast = 0;  // at its end, when it goes on like this
  std::int64_t cap = 0;  // once it is reached the bot neither reads nor speaks there until the next month
  std::string prices_as_of;

  bool is_spent() const { return spent >= cap; }
};

// "$1.20"
std::string to_dollars(std::int64_t millionths);
// For people: what is spent, what will be, and what happens then.
std::string sentence_of(const Bill& bill);

}  // namespace domain
