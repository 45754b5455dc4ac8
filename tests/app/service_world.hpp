// A service over stores and networks that fail on demand.
#pragma once

#include <gtest/gtest.h>

#include <thread>

#include "app/service.hpp"
#include "tests/app/world.hpp"

namespace app_test {

inline const char* const service_rules = R"(rules:
  - rule: greet
    mode: auto
    when: {says: hello}
    then:
      - reply: ["One", "Two", "Three"]
  - rule: careful
    mode: draft
    when: {says: slides}
    then:
      - reply: "They are on the page."
    limit: once per learner
  - rule: keep
    mode: auto
    when: {says: why}
    then:
      - save_question: yes
      - tell_facilitators: all
)";

class ServiceTest : public testing::Test {
 protected:
  ServiceTest()
      : reload_({}, {}, clock_, flock_),
        service_({store_, {{domain::NetworkKind::practice, &network_}}, clock_, alerts_, quiet_log()}, flock_,
                 reload_, changes_, [] { return 0.0; }) {
    const auto ruleset = compile(std::string(course_yaml) + service_rules, clock_.now());
    flock_.set("week", {ruleset, {}, {}, clock_.now()});
  }
  ~ServiceTest() override { service_.stop(); }

  void start() { ASSERT_TRUE(service_.start().ok()); }

  domain::Post post(const std::string& id, const std::string& text) {
    domain::Post post;
    post.id = id;
    post.thread = id;
    post.author = {.id = "id-ana", .handle = "ana", .name = "Ana"};
    post.text = text;
    post.tags = {"flock"};
    post.created_at = clock_.now();
    return post;
  }
  void say(const std::string& id, const std::string& text) {
    ASSERT_TRUE(network_.deliver(fakes::ScriptedNetwork::created(post(id, text), id)));
  }
  // Waits for something that other threads bring about.
  bool soon(const std::function<bool()>& happened) {
    for (int i = 0; i < 3000; ++i) {
      if (happened()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return false;
  }
  app::StatusReport::OfCohort cohort() { return service_.status().cohorts.at(0); }
  std::string first_draft() {
    std::string key;
    EXPECT_TRUE(store_
                    .read([&](domain::Tables& tables) -> base::Status {
                      const auto drafts = tables.drafts.open("week");
                      if (!drafts.empty()) key = drafts.front().key;
                      return {};
                    })
                    .ok());
    return key;
  }

  MoodyStore store_;
  fakes::ScriptedNetwork network_;
  fakes::FixedClock clock_;
  AlertBook alerts_;
  app::Flock flock_;
  app::Changes changes_;
  app::Reload reload_;
  app::Service service_;
};

}  // namespace app_test
