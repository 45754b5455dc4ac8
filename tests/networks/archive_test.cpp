#include "networks/archive.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace {

using domain::NetworkKind;
using domain::Post;
using networks::Archive;
using networks::ArchiveFormat;

base::Result<Archive> read(const std::string& text, std::optional<ArchiveFormat> format = std::nullopt) {
  std::istringstream stream(text);
  return networks::read_archive(stream, format);
}

Post full_post() {
  Post post;
  post.network = NetworkKind::mastodon;
  post.id = "12";
  post.author.id = "7";
  post.author.handle = "ana@social.example";
  post.author.name = "Ana \"María\"";
  post.author.bot = true;
  post.text = "Où sont les diapos ?\n#flockcourse";
  post.created_at = *base::parse_rfc3339("2026-03-03T21:50:00.250Z");
  post.in_reply_to = "11";
  post.thread = "11";
  post.visibility = domain::Visibility::quiet;
  post.language = "fr";
  post.tags = {"flockcourse"};
  post.mentions = {"8"};
  post.links = {"https://example.org/a"};
  post.edited_at = *base::parse_rfc3339("2026-03-03T21:55:00Z");
  post.boost_of = "3";
  post.url = "https://social.example/12";
  return post;
}

TEST(ArchiveTest, our_own_line_has_the_agreed_keys) {
  EXPECT_EQ(
      networks::archive_line(full_post()),
      R"({"author":{"bot":true,"handle":"ana@social.example","id":"7","name":"Ana \"María\""},"boost_of":"3",)"
      R"("created_at":"2026-03-03T21:50:00.250Z","edited_at":"2026-03-03T21:55:00Z","id":"12",)"
      R"("in_reply_to":"11","language":"fr","links":["https://example.org/a"],"mentions":["8"],)"
      R"("network":"mastodon","tags":["flockcourse"],"text":"Où sont les diapos ?\n#flockcourse",)"
      R"("url":"https://social.example/12","visibility":"quiet"})"
      "\n");
}

TEST(ArchiveTest, what_is_written_is_read_back) {
  const Post in = full_post();
  const auto archive = read(networks::archive_line(in));
  ASSERT_TRUE(archive.ok()) << archive.error().message;
  EXPECT_EQ(archive->format, ArchiveFormat::flockmate);
  ASSERT_EQ(archive->posts.size(), 1U);
  EXPECT_EQ(networks::archive_line(archive->posts[0]), networks::archive_line(in));
  EXPECT_EQ(archive->posts[0].thread, "11");
  EXPECT_EQ(archive->posts[0].created_at, in.created_at);
}

constexpr const char* line_a =
    R"({"id":"a","network":"x","author":{"id":"1"},"created_at":"2026-03-03T10:00:00Z"})";

TEST(ArchiveTest, bad_lines_are_counted_and_named_and_the_rest_is_read) {
  const std::string text = std::string(line_a) + "\n" +               //
                           "not json at all\n" +                      //
                           R"({"id": "b", "network": "x",)" + "\n" +  // the object goes on
                           R"("author": {"id": 2}, "created_at": "2026-03-03T09:00:00Z"})" + "\n\n" +
                           R"({"id":"c","network":"myspace"})" + "\n" +  //
                           R"({"id":"d","network":"x","created_at":"2026-03-03T09:00:00Z"})" + "\n" +
                           R"({"id":"e","network":"x","author":{"id":"1"},"created_at":"yesterday"})" + "\n" +
                           R"({"id":"f","text":"not closed)" + "\n" + R"({"id":"g)";
  const auto archive = read(text);
  ASSERT_TRUE(archive.ok()) << archive.error().message;
  ASSERT_EQ(archive->posts.size(), 2U);
  EXPECT_EQ(archive->posts[0].id, "b") << "in order of time";
  EXPECT_EQ(archive->posts[0].author.id, "2");
  EXPECT_EQ(archive->posts[1].id, "a");
  std::string report;
  for (const auto& entry : archive->bad_entries)
    report += std::to_string(entry.line) + " " + entry.reason + "\n";
  EXPECT_EQ(report,
            "2 it is not a JSON object\n"
            "6 \"network\" is none of practice, mastodon, bluesky, x\n"
            "7 the post has no author\n"
            "8 \"created_at\" is not a time like 2026-03-03T21:50:00Z\n"
            "9 a quote is not closed\n"
            "10 it ends too early\n");
  EXPECT_EQ(archive->bad, 6U);
}

TEST(ArchiveTest, hostile_entries_are_bounded) {
  std::string huge = R"({"id":"h","text":")" + std::string(9U << 20U, 'a') + "\"}\n";
  std::string long_text =
      R"({"id":"l","network":"x","author":{"id":"1"},"created_at":"2026-03-03T10:00:00Z","text":")" +
      std::string(70U << 10U, 'a') + "\"}\n";
  std::string deep = "{\"a\":" + std::string(200'000, '[') + std::string(200'000, ']') + "}\n";
  const auto archive = read(huge + long_text + deep + line_a, ArchiveFormat::flockmate);
  ASSERT_TRUE(archive.ok()) << archive.error().message;
  EXPECT_EQ(archive->posts.size(), 1U);
  EXPECT_EQ(archive->bad_entries[0].reason, "it is too long");
  EXPECT_EQ(archive->bad_entries[1].reason, "its text is longer than 64 KiB");
  EXPECT_EQ(archive->bad, 3U);
}

TEST(ArchiveTest, only_the_first_twenty_bad_lines_are_named) {
  std::string text = line_a;
  for (int i = 0; i < 50; ++i) text += "\nnonsense";
  const auto archive = read(text);
  EXPECT_EQ(archive->bad, 50U);
  EXPECT_EQ(archive->bad_entries.size(), 20U);
}

TEST(ArchiveTest, unknown_archives_get_a_sentence) {
  EXPECT_EQ(read(R"({"hello": "world"})").error().message,
            "This archive is in no format that is known here. Name it with --from: flockmate, mastodon, "
            "bluesky, x or "
            "tags.");
  EXPECT_EQ(read("just words\nand more").error().message,
            "This archive is neither JSON nor a TAGS sheet: its first line should name the columns id_str, "
            "from_user, "
            "text and created_at or time.");
  EXPECT_EQ(
      read("{\"id\":\"a\"}\n", ArchiveFormat::flockmate).error().message,
      "Nothing in this archive can be read. Line 1: \"network\" is none of practice, mastodon, bluesky, x.");
  for (const char* brackets : {"[", "[[[\n[[", "[ [],"}) {
    EXPECT_EQ(read(brackets).error().message,
              "Nothing in this archive can be read. Line 1: it ends too early.")
        << brackets;
  }
  EXPECT_TRUE(read("")->posts.empty());
  EXPECT_TRUE(read("[]")->posts.empty()) << "no posts, and nothing is missing";
}

TEST(ArchiveTest, broken_bytes_are_read_as_replacement_characters) {
  const auto archive = read(
      "{\"id\":\"a\",\"network\":\"x\",\"author\":{\"id\":\"1\"},\"created_at\":\"2026-03-03T10:00:00Z\","
      "\"text\":"
      "\"caf\xe9\"}");
  ASSERT_EQ(archive->posts.size(), 1U);
  EXPECT_EQ(archive->posts[0].text, "caf\xef\xbf\xbd");
}

TEST(ArchiveTest, threads_are_followed_to_their_root_in_any_order_of_lines) {
  const auto line = [](const std::string& id, const std::string& to, int minute) {
    return R"({"id":")" + id + R"(","network":"x","author":{"id":"1"},"in_reply_to":")" + to +
           R"(","created_at":"2026-03-03T10:0)" + std::to_string(minute) + ":00Z\"}\n";
  };
  const auto archive =
      read(line("c", "b", 3) + line("b", "a", 2) + line("a", "", 1) + line("y", "x", 4) + line("a", "", 1));
  ASSERT_EQ(archive->posts.size(), 4U) << "each post once";
  EXPECT_EQ(archive->posts[2].id, "c");
  EXPECT_EQ(archive->posts[2].thread, "a");
  EXPECT_EQ(archive->posts[3].thread, "x") << "its root is not in the archive";
}

TEST(ArchiveTest, format_words_go_both_ways) {
  for (const char* word : {"flockmate", "mastodon", "bluesky", "x", "tags"}) {
    EXPECT_EQ(networks::to_word(*networks::format_from_word(word)), word);
  }
  EXPECT_FALSE(networks::format_from_word("myspace"));
}

}  // namespace
