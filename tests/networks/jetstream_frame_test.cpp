#include "networks/jetstream_frame.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "networks/jetstream.hpp"

namespace {

using networks::JetstreamEvent;
using networks::read_jetstream_frame;
using nlohmann::json;

json message(const std::string& operation) {
  return {{"did", "did:plc:ana"},
          {"time_us", 1772560800123456},
          {"kind", "commit"},
          {"commit",
           {{"rev", "3lrev"},
            {"operation", operation},
            {"collection", "app.bsky.feed.post"},
            {"rkey", "3lpost"},
            {"cid", "bafy1"},
            {"record",
             {{"$type", "app.bsky.feed.post"},
              {"text", "Hello #flockcourse"},
              {"createdAt", "2026-03-03T17:59:59Z"},
              {"langs", {"en"}}}}}}};
}

TEST(JetstreamFrame, a_post_of_the_first_generation) {
  const auto frame = read_jetstream_frame(message("create").dump());
  ASSERT_TRUE(frame.ok());
  EXPECT_EQ(frame->place.micros, 1772560800123456);
  EXPECT_FALSE(frame->place.number);
  ASSERT_TRUE(frame->event);
  EXPECT_EQ(frame->event->kind, JetstreamEvent::Kind::created);
  EXPECT_EQ(frame->event->account, "did:plc:ana");
  EXPECT_EQ(frame->event->uri, "at://did:plc:ana/app.bsky.feed.post/3lpost");
  EXPECT_EQ(frame->event->rev, "3lrev");
  const networks::Sighting& seen = frame->event->seen;
  EXPECT_EQ(seen.cid, "bafy1");
  EXPECT_EQ(base::to_rfc3339(seen.indexed), "2026-03-03T18:00:00.123Z");
  EXPECT_EQ(seen.post.id, frame->event->uri);
  EXPECT_EQ(seen.post.text, "Hello #flockcourse");
  EXPECT_EQ(seen.post.tags, std::vector<std::string>{"flockcourse"});
  EXPECT_EQ(seen.post.language, "en");
  EXPECT_EQ(base::to_rfc3339(seen.post.created_at), "2026-03-03T17:59:59Z");
}

TEST(JetstreamFrame, the_second_generation_numbers_its_messages) {
  json numbered = message("update");
  numbered["cursor"] = 12345;
  const auto frame = read_jetstream_frame(numbered.dump());
  ASSERT_TRUE(frame.ok());
  EXPECT_EQ(frame->place.number, 12345);
  EXPECT_EQ(frame->event->kind, JetstreamEvent::Kind::edited);
  // What would be read as a time is no number.
  for (const json& odd : {json(1772560800123456), json(0), json(-3), json("12345"), json(1.5)}) {
    numbered["cursor"] = odd;
    EXPECT_FALSE(read_jetstream_frame(numbered.dump())->place.number) << odd;
  }
}

TEST(JetstreamFrame, deletions_and_accounts) {
  json gone = message("delete");
  gone["commit"].erase("record");
  gone["commit"].erase("cid");
  const auto deleted = read_jetstream_frame(gone.dump());
  EXPECT_EQ(deleted->event->kind, JetstreamEvent::Kind::deleted);
  EXPECT_EQ(deleted->event->uri, "at://did:plc:ana/app.bsky.feed.post/3lpost");
  for (const char* kind : {"identity", "account"}) {
    const json told{{"did", "did:plc:ana"}, {"time_us", 1772560800123456}, {"kind", kind}};
    EXPECT_EQ(read_jetstream_frame(told.dump())->event->kind, JetstreamEvent::Kind::account);
  }
}

TEST(JetstreamFrame, what_does_not_concern_posts_or_makes_no_sense_is_passed_over) {
  const auto changed = [](const char* pointer, const json& value) {
    json odd = message("create");
    odd[json::json_pointer(pointer)] = value;
    return odd.dump();
  };
  for (const std::string& text :
       {changed("/kind", "sync"), changed("/kind", 7), changed("/did", "ana"), changed("/did", nullptr),
        changed("/commit", "x"), changed("/commit/operation", "merge"), changed("/commit/rkey", ""),
        changed("/commit/collection", "app.bsky.feed.like"), changed("/commit/record", nullptr),
        changed("/commit/record/createdAt", "yesterday"), changed("/commit/cid", 5),
        changed("/commit/record/$type", "app.bsky.feed.like")}) {
    const auto frame = read_jetstream_frame(text);
    ASSERT_TRUE(frame.ok()) << text;
    EXPECT_FALSE(frame->event) << text;
    EXPECT_EQ(frame->place.micros, 1772560800123456) << text;
  }
}

TEST(JetstreamFrame, what_no_jetstream_says) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += R"({"a":)";
  for (const std::string& text :
       {std::string(), std::string("hello"), std::string("[]"), std::string("7"), deep,
        std::string(R"({"error":"ConsumerTooSlow"})"), std::string(R"({"time_us":"x","kind":"commit"})"),
        std::string(R"({"time_us":1772560800,"kind":"commit"})"),  // seconds: another scale
        std::string(R"({"$type":"message","payload":{"seq":1}})")}) {
    EXPECT_FALSE(read_jetstream_frame(text).ok()) << text.substr(0, 60);
  }
}

TEST(JetstreamAddress, asks_for_posts_and_for_nothing_longer_than_is_read) {
  const std::string common = "/subscribe?wantedCollections=app.bsky.feed.post&maxMessageSizeBytes=1048576";
  EXPECT_EQ(networks::jetstream_address("wss://stream.example", std::nullopt),
            "wss://stream.example" + common);
  EXPECT_EQ(networks::jetstream_address("wss://stream.example/", 1772560800123456),
            "wss://stream.example" + common + "&cursor=1772560800123456");
  EXPECT_EQ(networks::jetstream_address("wss://stream.example/subscribe", 12345),
            "wss://stream.example" + common + "&cursor=12345");
}

}  // namespace
