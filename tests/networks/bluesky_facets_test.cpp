#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "networks/bluesky_facets.hpp"
#include "networks/bluesky_posts.hpp"

// Nasty behaviour 14: marks count bytes, and nobody checks them.
namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

json facet(const json& begin, const json& end, const json& feature) {
  return {{"index", {{"byteStart", begin}, {"byteEnd", end}}}, {"features", {feature}}};
}

domain::Post read(const std::string& text, const json& record) {
  domain::Post post;
  post.text = text;
  networks::read_facets(record, post);
  return post;
}

TEST(BlueskyFacets, nasty_14_marks_are_bytes_of_the_text) {
  const std::string text = "Où ? @ana #cours ici";
  const domain::Post post =
      read(text, {{"facets",
                   {facet(6, 10, {{"did", "did:plc:ana"}}), facet(11, 17, {{"tag", "cours"}}),
                    facet(18, 21, {{"uri", "https://example.org"}})}},
                  {"tags", {"outside", "cours"}}});
  EXPECT_EQ(post.mentions, Words{"did:plc:ana"});
  EXPECT_EQ(post.tags, (Words{"cours", "outside"}));
  EXPECT_EQ(post.links, Words{"https://example.org"});
}

struct Bad {
  const char* why;
  json facet;
};

TEST(BlueskyFacets, nasty_14_marks_that_make_no_sense_mark_nothing) {
  const std::string text = "Où #cours";  // 10 bytes
  const json tag{{"tag", "cours"}};
  const Bad all[] = {
      {"beyond the end", facet(4, 11, tag)},
      {"far beyond", facet(4, 18'446'744'073'709'551'615U, tag)},
      {"backwards", facet(9, 4, tag)},
      {"empty", facet(4, 4, tag)},
      {"negative", facet(-1, 10, tag)},
      {"a fraction", facet(4.5, 10, tag)},
      {"words for numbers", facet("4", "10", tag)},
      {"in the middle of a letter", facet(2, 10, {{"did", "did:plc:ana"}})},
      {"another tag than it says", facet(4, 10, {{"tag", "flockcourse"}})},
      {"no account", facet(4, 10, {{"did", "ana"}})},
      {"no address", facet(4, 10, {{"uri", "javascript:alert(1)"}})},
      {"a very long address", facet(4, 10, {{"uri", "https://" + std::string(5000, 'a')}})},
      {"no range", {{"features", {tag}}}},
      {"no list", {{"index", {{"byteStart", 4}, {"byteEnd", 10}}}, {"features", tag}}},
      {"no object", 7},
  };
  for (const Bad& one : all) {
    const domain::Post post = read(text, {{"facets", {one.facet}}});
    EXPECT_TRUE(post.tags.empty() && post.mentions.empty() && post.links.empty()) << one.why;
  }
}

TEST(BlueskyFacets, nasty_14_there_is_an_end_to_them) {
  json facets = json::array();
  json tags = json::array();
  for (int number = 0; number < 10'000; ++number) {
    facets.push_back(facet(0, 2, {{"did", "did:plc:" + std::to_string(number)}}));
    tags.push_back("tag" + std::to_string(number));
  }
  const domain::Post post = read("Hi", {{"facets", facets}, {"tags", tags}});
  EXPECT_EQ(post.mentions.size(), 200U);
  EXPECT_EQ(post.tags.size(), 8U);
}

TEST(BlueskyFacets, what_it_writes_it_reads_again) {
  const std::string text = "🎉 Où ? https://example.org/é et example.org #Révision @ana";
  const json facets = networks::facets_of(text);
  const domain::Post post = read(text, {{"facets", facets}});
  EXPECT_EQ(post.tags, Words{"Révision"});
  EXPECT_EQ(post.links, (Words{"https://example.org/é", "https://example.org"}));
  EXPECT_TRUE(post.mentions.empty());
  EXPECT_EQ(networks::facets_of("nothing to mark"), json::array());
}

TEST(BlueskyAddresses, are_taken_apart) {
  const auto whole = networks::address_of("at://did:plc:ana/app.bsky.feed.post/3k2");
  EXPECT_EQ(whole.account, "did:plc:ana");
  EXPECT_EQ(whole.collection, "app.bsky.feed.post");
  EXPECT_EQ(whole.key, "3k2");
  for (const char* bad : {"", "at:", "https://bsky.app/x", "3k2"}) {
    EXPECT_EQ(networks::address_of(bad).account, "") << bad;
  }
  EXPECT_EQ(networks::address_of("at://did:plc:ana").key, "");
  EXPECT_EQ(networks::page_of("at://did:plc:ana/app.bsky.feed.post/3k2"),
            "https://bsky.app/profile/did:plc:ana/post/3k2");
  EXPECT_EQ(networks::page_of("at://did:plc:ana/app.bsky.feed.like/3k2"), "");
}

}  // namespace
