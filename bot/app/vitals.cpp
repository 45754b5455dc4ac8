#include "app/vitals.hpp"

namespace app {
namespace {

constexpr std::chrono::minutes longest_undecided{2};
constexpr std::chrono::minutes longest_sending{10};
constexpr std::chrono::minutes longest_away{15};

std::string minutes_of(base::Duration duration) {
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(duration).count();
  return std::to_string(minutes) + (minutes == 1 ? " minute" : " minutes");
}

void add(std::string& line, const std::string& part) {
  line += (line.empty() ? "" : "; ") + part;
}

// A cap that is reached is what ops asked for, and facilitators were told: nobody need get up for it.
bool add_spent_money(std::string& remarks, const Vitals::OfNetwork& network) {
  if (!network.bill || !network.bill->is_spent()) return false;
  add(remarks, std::string(domain::to_word(network.network)) +
                   " is neither read nor answered until next month: its " +
                   domain::to_dollars(network.bill->cap) + " are spent");
  return true;
}

}  // namespace

Health health_of(const Vitals& vitals) {
  std::string trouble;
  std::string remarks;
  if (!vitals.state_readable) add(trouble, "the state cannot be read");
  if (vitals.undecided > longest_undecided) {
    add(trouble, "what was heard has not been decided for " + minutes_of(vitals.undecided));
  }
  if (vitals.sending > longest_sending) {
    add(trouble, "a delivery has been stuck for " + minutes_of(vitals.sending));
  }
  for (const Vitals::OfNetwork& one : vitals.networks) {
    if (add_spent_money(remarks, one)) continue;
    if (!one.silence.empty()) add(trouble, one.silence);
    if (!one.away_since) continue;
    add(one.away > longest_away ? trouble : remarks, std::string(domain::to_word(one.network)) +
                                                         " is not heard, trying since " +
                                                         base::to_rfc3339(*one.away_since));
  }
  if (vitals.speech_stopped) add(remarks, "speech is stopped");
  if (trouble.empty()) return {true, remarks.empty() ? "well" : "well; " + remarks};
  return {false, remarks.empty() ? trouble : trouble + "; " + remarks};
}

}  // namespace app
