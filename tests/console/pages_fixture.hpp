// The practice pages without a listener, and short words for what they should say.
#pragma once

#include <gtest/gtest.h>

#include <functional>

#include "tests/console/world.hpp"

namespace console_test {

inline domain::Decision decision_of(const World& world, const std::string& summary) {
  domain::Decision decision;
  decision.trace.at = world.clock.now();
  decision.trace.summary = summary;
  decision.trace.lines = {{"welcome", domain::Verdict::yes, "introduces_self: yes", false},
                          {"point-to-faq", domain::Verdict::not_reached, "an earlier rule replied", false}};
  domain::Action reply;
  reply.rule = "welcome";
  reply.route = domain::Route::reply;
  reply.route_reason = "the hashtag is consent here";
  domain::Action tell;
  tell.rule = "escalate";
  tell.kind = domain::ActionKind::tell_facilitators;
  tell.target = "duty";
  tell.notes = {"could not check answered_by"};
  decision.actions = {reply, tell};
  return decision;
}

class Pages : public ::testing::Test {
 protected:
  Pages() : pages(world.practice_pages()), visitor(*pages) {}
  std::string words(const console::Fields& query = {}) { return words_of(visitor.get("/", query).body); }
  void has(const std::string& page, const std::string& wanted) {
    EXPECT_NE(page.find(wanted), std::string::npos) << "missing: " << wanted << "\nin: " << page;
  }
  void lacks(const std::string& page, const std::string& unwanted) {
    EXPECT_EQ(page.find(unwanted), std::string::npos) << "there is: " << unwanted;
  }
  void write(const std::function<void(domain::Tables&)>& work) {
    const base::Status written = world.store.write([&](domain::Tables& tables) -> base::Status {
      work(tables);
      return {};
    });
    ASSERT_TRUE(written);
  }
  domain::Post said(const std::string& handle, const std::string& text, const std::string& answers = "") {
    auto post = world.room.say({handle, handle, text, false, answers});
    world.keep(*post);
    return *post;
  }

  World world;
  std::unique_ptr<console::DeskPages> pages;
  Visitor visitor;
};

}  // namespace console_test
