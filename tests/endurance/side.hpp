// A network in memory behind a real port, as the runs use it: people who talk, and what the bot says there.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "domain/post.hpp"
#include "tests/endurance/dice.hpp"
#include "tests/endurance/service.hpp"

namespace endurance {

class Side {
 public:
  virtual ~Side() = default;
  virtual domain::NetworkKind kind() const = 0;
  virtual void introduce(Service& service) = 0;                                  // its account to the service
  virtual bool is_heard() = 0;                                                   // the bot is connected
  virtual std::string say(const std::string& who, const std::string& text) = 0;  // the post's id
  virtual void edit(const std::string& id, const std::string& text) = 0;
  virtual void remove(const std::string& id) = 0;
  virtual std::map<std::string, int> replies() = 0;  // those that stand, by the post they answer
  virtual void go_wrong(Dice& dice) = 0;             // from now on; the dice outlive it
  virtual void cut_stream() = 0;
};

// "mastodon" or "x"; null: another.
std::unique_ptr<Side> make_side(const std::string& network, RunningClock& clock);

}  // namespace endurance
