#include "networks/server_sent_events.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "base/text.hpp"

namespace {

using networks::ServerSentEvents;

std::vector<std::string> read(ServerSentEvents& events, const std::string& wire) {
  std::vector<std::string> found;
  for (const std::string& line : base::split(wire, '\n')) {
    if (const auto event = events.take(line)) found.push_back(event->name + ": " + event->content);
  }
  return found;
}

// What a Mastodon server sends first: a smile, ONE line break, and at once the first event.
TEST(ServerSentEvents, mastodons_smile_hides_no_event) {
  ServerSentEvents events;
  EXPECT_EQ(read(events, ":)\nevent: update\ndata: {\"id\":\"1\"}\n\n:thump\n\nevent: delete\ndata: 1\n\n"),
            (std::vector<std::string>{"update: {\"id\":\"1\"}", "delete: 1"}));
}

TEST(ServerSentEvents, lines_of_content_are_joined_and_unknown_fields_ignored) {
  ServerSentEvents events;
  EXPECT_EQ(read(events, "data: a\ndata:b\nretry: 5\nodd\n\ndata\n\n"),
            (std::vector<std::string>{"message: a\nb", "message: "}));
}

TEST(ServerSentEvents, events_without_content_are_none) {
  ServerSentEvents events;
  EXPECT_TRUE(read(events, "event: update\n\n\n\n").empty());
}

TEST(ServerSentEvents, what_is_too_long_is_dropped_whole) {
  ServerSentEvents events(10);
  EXPECT_EQ(read(events, "data: 123456\ndata: 78901\nevent: x\n\ndata: next\n\n"),
            (std::vector<std::string>{"message: next"}));
  EXPECT_EQ(events.dropped(), 1U);
}

}  // namespace
