#include "alerts/journal.hpp"

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>

namespace {

TEST(Journal, SaysThatFacilitatorsAreCalledAtTheRightLevel) {
  std::ostringstream out;
  auto log = std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_st>(out));
  log->set_pattern("%l %v");
  alerts::Journal journal(log);
  using Kind = domain::Alert::Kind;
  ASSERT_TRUE(journal.tell({Kind::urgent, "spring", "all", "A human is needed (grief).", ""}).ok());
  ASSERT_TRUE(journal.tell({Kind::rules, "spring", "all", "questions.yaml has 2 errors.", ""}).ok());
  ASSERT_TRUE(journal.tell({Kind::question, "spring", "duty", "A question waits (tell-duty).", ""}).ok());
  EXPECT_EQ(out.str(),
            "error facilitators are called (spring): A human is needed (grief).\n"
            "warning facilitators are called (spring): questions.yaml has 2 errors.\n"
            "info facilitators are called (spring): A question waits (tell-duty).\n");
}

}  // namespace
