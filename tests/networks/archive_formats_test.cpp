#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "networks/archive.hpp"

namespace {

using domain::NetworkKind;
using domain::Post;
using networks::Archive;
using networks::ArchiveFormat;
using Words = std::vector<std::string>;

Archive read(const std::string& text) {
  std::istringstream stream(text);
  auto archive = networks::read_archive(stream, std::nullopt);
  EXPECT_TRUE(archive.ok()) << archive.error().message;
  return archive.ok() ? std::move(archive).value() : Archive{};
}

TEST(MastodonArchive, the_real_public_timeline_is_read) {
  const std::filesystem::path sample =
      std::filesystem::path(FLOCKMATE_SOURCE_DIR) / "../shared/data/samples/mastodon-public-timeline.json";
  if (!std::filesystem::exists(sample)) {
    if (std::getenv("CI") != nullptr) FAIL() << "the sample is missing: " << sample;
    GTEST_SKIP() << "needs the sample mastodon-public-timeline.json";
  }
  std::ifstream stream(sample);
  const auto archive = networks::read_archive(stream, std::nullopt);
  ASSERT_TRUE(archive.ok()) << archive.error().message;
  EXPECT_EQ(archive->format, ArchiveFormat::mastodon);
  EXPECT_EQ(archive->posts.size(), 20U);
  EXPECT_EQ(archive->bad, 0U);
  const auto by_id = [&](const char* id) {
    return *std::find_if(archive->posts.begin(), archive->posts.end(),
                         [&](const Post& one) { return one.id == id; });
  };
  const Post post = by_id("104009345973121628");
  EXPECT_EQ(post.author.id, "1137831");
  EXPECT_EQ(post.author.handle, "elmostrador@friendica.chilemasto.casa");
  EXPECT_TRUE(post.author.bot);
  EXPECT_EQ(post.language, "es");
  EXPECT_EQ(base::to_rfc3339(post.created_at), "2020-04-16T16:45:08Z");
  EXPECT_EQ(post.text.find('<'), std::string::npos);
  EXPECT_NE(post.text.find("“Léanlo completo”"), std::string::npos);
  EXPECT_EQ(post.links.front(), "https://tinyurl.com/y7ku9teg");
}

TEST(MastodonArchive, a_status_with_everything) {
  const Archive archive = read(R"([{"id": "5", "created_at": "2026-03-03T10:00:00.000Z", "edited_at": null,
    "in_reply_to_id": "4", "visibility": "unlisted", "language": "fr", "url": "https://s.example/5",
    "spoiler_text": "devoir", "content": "<p>Où &amp; quand ? <a href=\"x\">#<span>cours</span></a></p>",
    "account": {"id": "9", "username": "ana", "acct": "ana", "display_name": "", "note": "<p>#NoBot</p>"},
    "tags": [{"name": "cours"}], "mentions": [{"id": "1"}], "media_attachments": [{"id": "1", "type": "image"}],
    "poll": {"id": "1"}, "quote": {"quoted_status": {"id": "2"}}, "reblog": null},
    {"id": "6", "created_at": "2026-03-03T11:00:00.000Z", "visibility": "private", "content": "",
     "account": {"id": "8", "acct": "ben"}, "reblog": {"id": "5"}}])");
  ASSERT_EQ(archive.posts.size(), 2U);
  const Post& post = archive.posts[0];
  EXPECT_EQ(post.network, NetworkKind::mastodon);
  EXPECT_EQ(post.text, "devoir\n\nOù & quand ? #cours");
  EXPECT_EQ(post.author.name, "ana");
  EXPECT_TRUE(post.author.wants_no_bots);
  EXPECT_EQ(post.in_reply_to, "4");
  EXPECT_EQ(post.thread, "4");
  EXPECT_EQ(post.visibility, domain::Visibility::quiet);
  EXPECT_EQ(post.tags, Words{"cours"});
  EXPECT_EQ(post.mentions, Words{"1"});
  EXPECT_TRUE(post.has_image && post.has_poll);
  EXPECT_EQ(post.quote_of, "2");
  EXPECT_EQ(archive.posts[1].boost_of, "5");
  EXPECT_EQ(archive.posts[1].visibility, domain::Visibility::followers);
}

TEST(BlueskyArchive, search_results_feeds_and_threads) {
  const std::string root =
      R"({"uri": "at://did:plc:ana/app.bsky.feed.post/1", "author": {"did": "did:plc:ana", "handle": "ana.example",
          "displayName": "Ana", "labels": [{"val": "bot"}]}, "record": {"$type": "app.bsky.feed.post", "text": "Hi #a",
          "createdAt": "2026-03-03T10:00:00.000Z", "langs": ["en-GB"], "tags": ["outside"],
          "facets": [{"index": {"byteStart": 3, "byteEnd": 5},
                      "features": [{"tag": "a"}, {"did": "did:plc:ben"}, {"uri": "https://example.org"}]}],
          "embed": {"$type": "app.bsky.embed.recordWithMedia", "media": {"images": []},
                    "record": {"record": {"uri": "at://q"}}}}})";
  const std::string answer =
      R"({"uri": "at://did:plc:ben/app.bsky.feed.post/2", "author": {"did": "did:plc:ben", "handle": "ben.example"},
          "record": {"$type": "app.bsky.feed.post", "text": "Hello", "createdAt": "2026-03-03T10:01:00Z",
          "reply": {"root": {"uri": "at://did:plc:ana/app.bsky.feed.post/1"},
                    "parent": {"uri": "at://did:plc:ana/app.bsky.feed.post/1"}}}})";
  const std::string repost = R"({"post": )" + root +
                             R"(, "reason": {"$type": "app.bsky.feed.defs#reasonRepost",
          "by": {"did": "did:plc:eve", "handle": "eve.example"}, "indexedAt": "2026-03-03T12:00:00Z"}})";
  const std::string wraps[] = {
      R"({"posts": [)" + root + "," + answer + "]}",
      R"({"feed": [{"post": )" + root + R"(}, {"post": )" + answer + "}]}",
      R"({"thread": {"post": )" + root + R"(, "replies": [{"post": )" + answer + "}]}}"};
  for (const std::string& text : wraps) {
    const Archive archive = read(text);
    EXPECT_EQ(archive.format, ArchiveFormat::bluesky);
    ASSERT_EQ(archive.posts.size(), 2U) << text;
    const Post& post = archive.posts[0];
    EXPECT_EQ(post.author.id, "did:plc:ana");
    EXPECT_EQ(post.author.handle, "ana.example");
    EXPECT_TRUE(post.author.bot);
    EXPECT_EQ(post.language, "en");
    EXPECT_EQ(post.tags, (Words{"a", "outside"}));
    EXPECT_EQ(post.mentions, Words{"did:plc:ben"});
    EXPECT_EQ(post.links, Words{"https://example.org"});
    EXPECT_TRUE(post.has_image);
    EXPECT_EQ(post.quote_of, "at://q");
    EXPECT_EQ(archive.posts[1].in_reply_to, post.id);
    EXPECT_EQ(archive.posts[1].thread, post.id);
  }
  const Archive reposted = read(R"({"feed": [)" + repost + "]}");
  ASSERT_EQ(reposted.posts.size(), 1U);
  EXPECT_EQ(reposted.posts[0].author.handle, "eve.example");
  EXPECT_EQ(reposted.posts[0].boost_of, "at://did:plc:ana/app.bsky.feed.post/1");
}

// Found by fuzzing: the original has an author, who repeats it has none.
TEST(BlueskyArchive, a_repost_by_nobody_is_a_bad_entry) {
  std::istringstream stream(
      R"({"feed": [{"post": {"uri": "at://did:plc:ana/app.bsky.feed.post/1", "author": {"did": "did:plc:ana"},
          "record": {"$type": "app.bsky.feed.post", "text": "Hi", "createdAt": "2026-03-03T10:00:00Z"}},
          "reason": {"$type": "app.bsky.feed.defs#reasonRepost", "indexedAt": "2026-03-03T12:00:00Z"}}]})");
  const auto archive = networks::read_archive(stream, std::nullopt);
  ASSERT_FALSE(archive.ok());
  EXPECT_EQ(archive.error().message, "Nothing in this archive can be read. Line 1: the post has no author.");
}

TEST(BlueskyArchive, records_of_other_kinds_are_named_and_old_times_are_read) {
  const Archive archive = read(
      R"({"uri": "at://did:plc:a/app.bsky.feed.post/1", "value": {"$type": "app.bsky.feed.post", "text": "t",
          "createdAt": "2023-07-21T01:33:51.481951"}}
         {"uri": "at://did:plc:a/app.bsky.feed.like/2", "value": {"$type": "app.bsky.feed.like"}})");
  ASSERT_EQ(archive.posts.size(), 1U);
  EXPECT_EQ(base::to_rfc3339(archive.posts[0].created_at), "2023-07-21T01:33:51.481Z");
  ASSERT_EQ(archive.bad, 1U);
  EXPECT_EQ(archive.bad_entries[0].line, 3U);
  EXPECT_EQ(archive.bad_entries[0].reason, "it is not a post");
}

TEST(XArchive, a_page_of_search_results) {
  const Archive archive = read(R"({"data": [
    {"id": "3", "author_id": "9", "created_at": "2026-03-03T10:02:00.000Z", "text": "old cut…", "conversation_id": "1",
     "note_tweet": {"text": "a &lt;b&gt; &amp;amp; c", "entities": {"hashtags": [{"tag": "Flock"}]}},
     "referenced_tweets": [{"type": "replied_to", "id": "1"}, {"type": "quoted", "id": "2"}], "lang": "en",
     "attachments": {"media_keys": ["1"], "poll_ids": ["2"]}, "edit_history_tweet_ids": ["2", "3"],
     "entities": {"mentions": [{"username": "x", "id": "4"}]}},
    {"id": "1", "author_id": "8", "created_at": "2026-03-03T10:00:00.000Z", "text": "RT", "lang": "und",
     "referenced_tweets": [{"type": "retweeted", "id": "7"}], "edit_history_tweet_ids": ["1"],
     "entities": {"urls": [{"url": "https://t.co/a", "expanded_url": "https://example.org"}]}}],
    "includes": {"users": [{"id": "9", "username": "ana", "name": "Ana"}]}, "meta": {"newest_id": "3"}})");
  EXPECT_EQ(archive.format, ArchiveFormat::x);
  ASSERT_EQ(archive.posts.size(), 2U);
  const Post& boost = archive.posts[0];
  EXPECT_EQ(boost.boost_of, "7");
  EXPECT_EQ(boost.language, "");
  EXPECT_EQ(boost.links, Words{"https://example.org"});
  EXPECT_EQ(boost.author.handle, "8");
  const Post& post = archive.posts[1];
  EXPECT_EQ(post.id, "2") << "the first id stays";
  EXPECT_EQ(post.version, 1);
  EXPECT_EQ(post.text, "a <b> &amp; c");
  EXPECT_EQ(post.author.handle, "ana");
  EXPECT_EQ(post.thread, "1");
  EXPECT_EQ(post.in_reply_to, "1");
  EXPECT_EQ(post.quote_of, "2");
  EXPECT_EQ(post.tags, Words{"Flock"});
  EXPECT_TRUE(post.has_image && post.has_poll);
}

TEST(XArchive, stream_lines_and_bare_posts_and_edits_once) {
  const Archive archive =
      read(R"({"data": {"id": "1", "author_id": "8", "created_at": "2026-03-03T10:00:00Z", "text": "a"}})"
           "\n"
           R"({"id": "2", "author_id": "8", "created_at": "2026-03-03T10:01:00Z", "text": "b",
          "edit_history_tweet_ids": ["1", "2"]})");
  ASSERT_EQ(archive.posts.size(), 1U);
  EXPECT_EQ(archive.posts[0].text, "b");
}

TEST(TagsArchive, a_sheet) {
  const Archive archive = read(
      "id_str,from_user,text,created_at,time,user_lang,in_reply_to_status_id_str,from_user_id_str,status_"
      "url\r\n"
      "2,ana,\"Two lines,\nand \"\"quotes\"\" &amp; #flock\",Tue Mar 03 21:50:00 +0000 "
      "2026,,en,1,77,http://x/2\r\n"
      "1,Ben,RT @ana: hi,,03/03/2026 20:00:00,,,,\r\n"
      "3,eve,when?,,yesterday,,,,\r\n"
      "\r\n");
  EXPECT_EQ(archive.format, ArchiveFormat::tags);
  ASSERT_EQ(archive.posts.size(), 2U);
  EXPECT_EQ(archive.posts[0].boost_of, "?");
  EXPECT_EQ(archive.posts[0].author.id, "ben");
  EXPECT_EQ(base::to_rfc3339(archive.posts[0].created_at), "2026-03-03T20:00:00Z");
  const Post& post = archive.posts[1];
  EXPECT_EQ(post.text, "Two lines,\nand \"quotes\" & #flock");
  EXPECT_EQ(post.author.id, "77");
  EXPECT_EQ(post.tags, Words{"flock"});
  EXPECT_EQ(post.language, "en");
  EXPECT_EQ(post.thread, "1");
  EXPECT_EQ(base::to_rfc3339(post.created_at), "2026-03-03T21:50:00Z");
  ASSERT_EQ(archive.bad, 1U);
  EXPECT_EQ(archive.bad_entries[0].line, 5U);
  EXPECT_EQ(archive.bad_entries[0].reason, "neither created_at nor time is a time");
}

TEST(TagsArchive, a_row_without_end_is_bounded) {
  const Archive archive = read("id_str,from_user,text,time\n1,ana,\"" + std::string(3U << 20U, 'a') +
                               "\",03/03/2026 20:00:00\n" + "2,ana,short,03/03/2026 20:00:00\n");
  ASSERT_EQ(archive.posts.size(), 1U);
  EXPECT_EQ(archive.bad_entries[0].reason, "it is too long");
}

}  // namespace
