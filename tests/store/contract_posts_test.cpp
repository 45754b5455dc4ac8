#include <gtest/gtest.h>

#include "tests/store/contract.hpp"

namespace store_tests {
namespace {

using domain::Posts;
using domain::StoredPost;
using domain::Tables;
using Ids = std::vector<std::string>;

StoredPost full_post() {
  StoredPost stored = post("p1", "ana", 3, "Où sont les diapos ? #flockcourse");
  stored.kept = false;
  stored.by_bot = true;
  stored.decided = true;
  stored.post.network = mastodon;
  stored.post.version = 2;
  stored.post.author.name = "Ana María";
  stored.post.author.bot = true;
  stored.post.author.wants_no_bots = true;
  stored.post.author.muted = true;
  stored.post.in_reply_to = "p0";
  stored.post.thread = "p0";
  stored.post.visibility = domain::Visibility::followers;
  stored.post.language = "fr";
  stored.post.tags = {"flockcourse", "zwölf"};
  stored.post.mentions = {"bot", "\"quoted\""};
  stored.post.links = {"https://example.org/a"};
  stored.post.has_image = true;
  stored.post.has_poll = true;
  stored.post.edited_at = minute(4);
  stored.post.boost_of = "b";
  stored.post.quote_of = "q";
  stored.post.url = "https://social.example/p1";
  return stored;
}

TEST_P(StoreContract, a_post_comes_back_as_it_was) {
  const StoredPost in = full_post();
  write([&](Tables& tables) { EXPECT_EQ(tables.posts.remember(in), Posts::Remembered::fresh); });
  read([&](Tables& tables) {
    EXPECT_FALSE(tables.posts.find({practice, "p1"})) << "the network is part of the key";
    const auto out = tables.posts.find({mastodon, "p1"});
    ASSERT_TRUE(out);
    EXPECT_EQ(out->cohort, "spring");
    EXPECT_FALSE(out->kept);
    EXPECT_TRUE(out->by_bot && out->decided);
    EXPECT_EQ(out->post.version, 2);
    EXPECT_EQ(out->post.author.id, "ana");
    EXPECT_EQ(out->post.author.handle, "ana");
    EXPECT_EQ(out->post.author.name, "Ana María");
    EXPECT_TRUE(out->post.author.bot && out->post.author.wants_no_bots && out->post.author.muted);
    EXPECT_EQ(out->post.text, in.post.text);
    EXPECT_EQ(out->post.created_at, minute(3));
    EXPECT_EQ(out->post.in_reply_to, "p0");
    EXPECT_EQ(out->post.thread, "p0");
    EXPECT_EQ(out->post.visibility, domain::Visibility::followers);
    EXPECT_EQ(out->post.language, "fr");
    EXPECT_EQ(out->post.tags, in.post.tags);
    EXPECT_EQ(out->post.mentions, in.post.mentions);
    EXPECT_EQ(out->post.links, in.post.links);
    EXPECT_TRUE(out->post.has_image && out->post.has_poll);
    EXPECT_EQ(out->post.edited_at, minute(4));
    EXPECT_EQ(out->post.boost_of, "b");
    EXPECT_EQ(out->post.quote_of, "q");
    EXPECT_EQ(out->post.url, "https://social.example/p1");
  });
}

TEST_P(StoreContract, a_post_is_remembered_once_and_a_newer_version_replaces_it) {
  write([](Tables& tables) {
    StoredPost stored = post("p1", "ana");
    EXPECT_EQ(tables.posts.remember(stored), Posts::Remembered::fresh);
    EXPECT_EQ(tables.posts.remember(stored), Posts::Remembered::known);
    tables.posts.set_decided({practice, "p1"});
    EXPECT_TRUE(tables.posts.find({practice, "p1"})->decided);
    stored.post.version = 1;
    stored.post.text = "Where are the videos?";
    EXPECT_EQ(tables.posts.remember(stored), Posts::Remembered::edited);
    EXPECT_EQ(tables.posts.find({practice, "p1"})->post.text, "Where are the videos?");
    EXPECT_FALSE(tables.posts.find({practice, "p1"})->decided) << "the new text has not been decided";
    stored.post.version = 0;
    stored.post.text = "Where are the slides?";
    EXPECT_EQ(tables.posts.remember(stored), Posts::Remembered::known) << "events may come out of order";
    EXPECT_EQ(tables.posts.find({practice, "p1"})->post.text, "Where are the videos?");
    EXPECT_EQ(tables.posts.count("spring"), 1);
  });
}

TEST_P(StoreContract, a_deleted_post_is_gone_and_stays_known) {
  write([](Tables& tables) {
    StoredPost stored = post("p1", "ana");
    tables.posts.remember(stored);
    tables.posts.erase({practice, "p1"});
    EXPECT_FALSE(tables.posts.find({practice, "p1"}));
    EXPECT_TRUE(tables.posts.recent("spring", 9).empty());
    EXPECT_TRUE(tables.posts.thread(practice, "p1").empty());
    EXPECT_EQ(tables.posts.count("spring"), 0);
    stored.post.version = 1;
    EXPECT_EQ(tables.posts.remember(stored), Posts::Remembered::known);
    EXPECT_FALSE(tables.posts.find({practice, "p1"}));
  });
}

TEST_P(StoreContract, a_post_deleted_before_it_was_heard_of_stays_away) {
  write([](Tables& tables) {
    tables.posts.erase({practice, "p1"});
    EXPECT_EQ(tables.posts.remember(post("p1", "ana")), Posts::Remembered::known);
    EXPECT_FALSE(tables.posts.find({practice, "p1"}));
  });
}

TEST_P(StoreContract, threads_are_in_order_of_writing) {
  write([](Tables& tables) {
    const StoredPost root = post("root", "ana", 0);
    tables.posts.remember(answer("second", "ben", root, 2));
    tables.posts.remember(answer("first", "eve", root, 1));
    tables.posts.remember(root);
    tables.posts.remember(answer("same minute", "eve", root, 2));
    tables.posts.remember(post("other", "ana", 1));
  });
  read([](Tables& tables) {
    EXPECT_EQ(ids(tables.posts.thread(practice, "root")), (Ids{"root", "first", "second", "same minute"}));
    EXPECT_TRUE(tables.posts.thread(mastodon, "root").empty());
  });
}

TEST_P(StoreContract, an_edit_keeps_its_place_in_order) {
  write([](Tables& tables) {
    StoredPost first = post("first", "ana", 0);
    tables.posts.remember(first);
    tables.posts.remember(post("second", "ben", 0));
    first.post.version = 1;
    tables.posts.remember(first);
    EXPECT_EQ(ids(tables.posts.recent("spring", 9)), (Ids{"second", "first"}));
  });
}

TEST_P(StoreContract, recent_is_newest_first_and_each_is_oldest_first_of_one_cohort) {
  write([](Tables& tables) {
    for (const int at : {3, 1, 2}) tables.posts.remember(post("p" + std::to_string(at), "ana", at));
    StoredPost elsewhere = post("p9", "ana", 9);
    elsewhere.cohort = "autumn";
    tables.posts.remember(elsewhere);
  });
  read([](Tables& tables) {
    EXPECT_EQ(ids(tables.posts.recent("spring", 2)), (Ids{"p3", "p2"}));
    std::vector<StoredPost> visited;
    tables.posts.each("spring", [&](const StoredPost& stored) { visited.push_back(stored); });
    EXPECT_EQ(ids(visited), (Ids{"p1", "p2", "p3"}));
  });
}

TEST_P(StoreContract, times_are_those_of_what_people_wrote_on_one_network) {
  write([](Tables& tables) {
    for (const int at : {3, 1, 2, 4}) tables.posts.remember(post("p" + std::to_string(at), "ana", at));
    tables.posts.erase({practice, "p4"});
    StoredPost other = post("p5", "bot", 5);
    other.by_bot = true;
    tables.posts.remember(other);
    other = post("p6", "ana", 6);
    other.post.network = domain::NetworkKind::x;
    tables.posts.remember(other);
    other = post("p7", "ana", 7);
    other.cohort = "autumn";
    tables.posts.remember(other);
  });
  read([](Tables& tables) {
    EXPECT_EQ(tables.posts.times("spring", practice, 9),
              (std::vector<base::Instant>{minute(3), minute(2), minute(1)}));
    EXPECT_EQ(tables.posts.times("spring", practice, 2), (std::vector<base::Instant>{minute(3), minute(2)}));
  });
}

TEST_P(StoreContract, texts_that_had_their_time_go_and_the_counts_stay) {
  write([](Tables& tables) {
    for (int at = 0; at < 5; ++at) tables.posts.remember(post("p" + std::to_string(at), "ana", at));
    StoredPost elsewhere = post("q1", "ana", 0);
    elsewhere.cohort = "autumn";
    tables.posts.remember(elsewhere);
    EXPECT_EQ(tables.posts.erase_texts_before("spring", minute(3)), 3U);
    EXPECT_EQ(tables.posts.erase_texts_before("spring", minute(3)), 0U);
    EXPECT_EQ(tables.posts.count("spring"), 5);
    EXPECT_FALSE(tables.posts.find({practice, "p2"}));
    EXPECT_TRUE(tables.posts.find({practice, "p3"}));
    EXPECT_TRUE(tables.posts.find({practice, "q1"}));
    EXPECT_EQ(tables.posts.remember(post("p2", "ana", 2)), Posts::Remembered::known);
    EXPECT_EQ(ids(tables.posts.recent("spring", 9)), (Ids{"p4", "p3"}));
  });
}

}  // namespace
}  // namespace store_tests
