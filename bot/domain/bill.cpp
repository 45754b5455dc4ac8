#include "domain/bill.hpp"

namespace domain {

std::string to_dollars(std::int64_t millionths) {
  const std::int64_t cents = (millionths + 5'000) / 10'000;
  const std::string rest = std::to_string(cents % 100);
  return "$" + std::to_string(cents / 100) + "." + (rest.size() == 1 ? "0" : "") + rest;
}

std::string sentence_of(const Bill& bill) {
  if (bill.is_spent()) {
    return bill.payee + ": this month's " + to_dollars(bill.cap) +
           " are spent. The bot reads and says nothing there until next month, or until `monthly_dollars` is "
           "raised and the service reloaded.";
  }
  return bill.payee + ": " + to_dollars(bill.spent) + " of " + to_dollars(bill.cap) + " spent this month, " +
         to_dollars(bill.forecast) + " by its end at this rate (prices of " + bill.prices_as_of +
         "). When all is spent the bot reads and says nothing there until next month.";
}

}  // namespace domain
