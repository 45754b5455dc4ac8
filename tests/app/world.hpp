// A whole small world for the tests of the shell: a course in a few lines of YAML, a store in memory, a
// network that does as told, a clock set by hand. What the service does on threads is done here step by step.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "app/courier.hpp"
#include "app/decider.hpp"
#include "app/flock.hpp"
#include "app/ports.hpp"
#include "app/scheduler.hpp"
#include "rules/ruleset.hpp"
#include "store/memory.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/scripted_network.hpp"

namespace app_test {

// Keeps what it was told; says no when asked to.
class AlertBook final : public domain::Alerts {
 public:
  base::Status tell(const domain::Alert& alert) override;
  std::vector<domain::Alert> told;
  bool refuses = false;
};

// Fails the writes it is told to fail, like a full disk.
class MoodyStore final : public domain::Store {
 public:
  base::Status write(const std::function<base::Status(domain::Tables&)>& work) override;
  base::Status read(const std::function<base::Status(domain::Tables&)>& work) override {
    return store_.read(work);
  }
  base::Status compact() override;
  std::atomic<int> failing_writes{0};
  std::atomic<int> compacted{0};

 private:
  store::MemoryStore store_;
};

app::Log quiet_log();

extern const char* const course_yaml;  // a course "week" with the hashtag #flock and Dana as its facilitator
std::shared_ptr<const rules::Ruleset> compile(const std::string& yaml, base::Instant now,
                                              int breaker_replies = 30);

class World {
 public:
  // `rules`: YAML under the key `rules:`; `course`: more lines of the course.
  explicit World(const std::string& rules, const std::string& course = "");

  app::Ports ports();
  void load(const std::string& rules, const std::string& course = "");  // as a reload would

  domain::Post post(const std::string& id, const std::string& who, const std::string& text,
                    const std::string& in_reply_to = "");
  // One transaction with the decider, then what follows from it.
  void hear(const domain::PostEvent& event);
  void say(const std::string& id, const std::string& who, const std::string& text,
           const std::string& in_reply_to = "");
  void edit(const std::string& id, const std::string& text);
  void remove(const std::string& id);
  void deliver() {
    while (courier.run_due()) {
    }
  }
  void pass(base::Duration time);  // moves the clock, then does what is due

  // What is in the store.
  template <typename Work>
  auto look(const Work& work) {
    decltype(work(std::declval<domain::Tables&>())) result{};
    EXPECT_TRUE(store
                    .read([&](domain::Tables& tables) -> base::Status {
                      result = work(tables);
                      return {};
                    })
                    .ok());
    return result;
  }
  void change(const std::function<void(domain::Tables&)>& work);
  std::vector<std::string> said();  // texts that reached the network, in order
  std::vector<domain::OutboxRow> outbox();
  std::vector<domain::Draft> drafts();
  std::vector<domain::Card> cards();
  std::vector<domain::Question> questions();
  std::vector<domain::Decision> traces(const std::string& post);
  std::optional<domain::StoredPost> stored(const std::string& post);

  MoodyStore store;
  fakes::ScriptedNetwork network;
  fakes::FixedClock clock;
  AlertBook alerts;
  app::Flock flock;
  app::Decider decider;
  app::Courier courier;
  app::Scheduler scheduler;

 private:
  bool run(const app::Errand& errand);
  int version_ = 0;
};

}  // namespace app_test
