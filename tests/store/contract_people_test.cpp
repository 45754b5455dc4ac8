#include <gtest/gtest.h>

#include "tests/store/contract.hpp"

namespace store_tests {
namespace {

using domain::AccountKey;
using domain::Consent;
using domain::Posts;
using domain::Tables;

const AccountKey ana{practice, "ana"};

TEST_P(StoreContract, somebody_never_seen_is_unknown) {
  read([](Tables& tables) {
    const domain::Person person = tables.people.find("spring", ana);
    EXPECT_EQ(person.key, ana);
    EXPECT_EQ(person.consent, Consent::unknown);
    EXPECT_EQ(person.posts, 0);
    EXPECT_FALSE(person.first_post_at);
    EXPECT_EQ(person.handle, "");
  });
}

TEST_P(StoreContract, kept_posts_are_counted_per_cohort) {
  write([](Tables& tables) {
    tables.people.note("spring", practice, author("ana", "ana"), minute(5), true);
    tables.people.note("spring", practice, author("ana", "ana"), minute(3), true);  // heard late
    tables.people.note("spring", practice, author("ana", "ana"), minute(9), false);
    tables.people.note("autumn", practice, author("ana", "ana"), minute(9), false);
  });
  read([](Tables& tables) {
    EXPECT_EQ(tables.people.find("spring", ana).posts, 2);
    EXPECT_EQ(tables.people.find("spring", ana).first_post_at, minute(3));
    EXPECT_EQ(tables.people.find("autumn", ana).posts, 0);
    EXPECT_FALSE(tables.people.find("autumn", ana).first_post_at);
    EXPECT_EQ(tables.people.find("autumn", ana).handle, "ana");
    EXPECT_EQ(tables.people.find("spring", {mastodon, "ana"}).posts, 0);
  });
}

TEST_P(StoreContract, handles_are_found_in_any_case_and_belong_to_who_was_seen_last) {
  write([](Tables& tables) {
    tables.people.note("spring", practice, author("1", "Ana"), minute(0), true);
    EXPECT_EQ(tables.people.by_handle(practice, "aNA")->id, "1");
    EXPECT_FALSE(tables.people.by_handle(mastodon, "ana"));
    tables.people.note("spring", practice, author("2", "ana"), minute(1), true);
    EXPECT_EQ(tables.people.by_handle(practice, "ana")->id, "2");
    tables.people.note("spring", practice, author("2", "anabel"), minute(2), true);
    EXPECT_FALSE(tables.people.by_handle(practice, "ana")) << "nobody was seen under it since";
    EXPECT_EQ(tables.people.by_handle(practice, "anabel")->id, "2");
    EXPECT_EQ(tables.people.find("spring", {practice, "2"}).handle, "anabel");
  });
}

TEST_P(StoreContract, stopped_holds_over_all_cohorts_and_joined_for_one) {
  write([](Tables& tables) {
    tables.people.set_consent("spring", ana, Consent::joined);
    EXPECT_EQ(tables.people.find("spring", ana).consent, Consent::joined);
    EXPECT_EQ(tables.people.find("autumn", ana).consent, Consent::unknown);
    tables.people.set_consent("autumn", ana, Consent::stopped);
    EXPECT_EQ(tables.people.find("spring", ana).consent, Consent::stopped);
    EXPECT_EQ(tables.people.find("winter", ana).consent, Consent::stopped);
    tables.people.set_consent("spring", ana, Consent::unknown);
    EXPECT_EQ(tables.people.find("spring", ana).consent, Consent::unknown)
        << "stop ended what was joined before";
    EXPECT_EQ(tables.people.find("autumn", ana).consent, Consent::unknown);
    tables.people.set_consent("spring", ana, Consent::stopped);
    tables.people.set_consent("spring", ana, Consent::joined);
    EXPECT_EQ(tables.people.find("spring", ana).consent, Consent::joined);
  });
}

TEST_P(StoreContract, labels_are_per_cohort_sorted_and_once_each) {
  write([](Tables& tables) {
    for (const char* label : {"late", "expert", "late"}) tables.people.add_label("spring", ana, label);
    EXPECT_EQ(tables.people.labels("spring", ana), (std::vector<std::string>{"expert", "late"}));
    EXPECT_TRUE(tables.people.labels("autumn", ana).empty());
  });
}

// Ana wrote p1, the bot answered with "said", ben answered too and mentions her; ben wrote p2 for himself.
void a_little_course(Tables& tables) {
  const auto question = post("p1", "ana", 0);
  tables.posts.remember(question);
  auto said = answer("said", "bot", question, 1);
  said.by_bot = true;
  tables.posts.remember(said);
  auto from_ben = answer("from-ben", "ben", question, 2);
  from_ben.post.mentions = {"ana", "bot"};
  tables.posts.remember(from_ben);
  tables.posts.remember(post("p2", "ben", 3));
  for (const char* name : {"ana", "ben"}) {
    tables.people.note("spring", practice, author(name, name), minute(0), true);
    tables.people.add_label("spring", {practice, name}, "late");
  }
  for (const char* id : {"p1", "p2"}) {
    const std::string who = id == std::string("p1") ? "ana" : "ben";
    const std::string key = id;
    tables.outbox.add(delivery("planned " + key, id, who));
    auto sent = delivery("sent " + key, id, who);
    sent.state = domain::DeliveryState::sent;
    sent.published_id = "published-" + key;
    tables.outbox.add(sent);
    tables.drafts.add(draft("draft " + key, id, who));
    tables.waits.set({"spring", practice, id, {"ladder", minute(15), true}});
    tables.questions.save({"spring", practice, id, who, id, minute(0), domain::QuestionState::open});
    tables.traces.add("spring", {practice, id}, decision(0));
    tables.ledger.add(fired(id, "faq", who, 0));
    domain::Card card;
    card.key = "card " + key;
    card.cohort = "spring";
    card.post_id = id;
    tables.cards.add(card);
  }
}

TEST_P(StoreContract, forgetting_takes_the_person_out_of_every_table) {
  write(a_little_course);
  write([](Tables& tables) {
    const auto withdrawn = tables.people.forget(ana, false);
    EXPECT_EQ(withdrawn, (std::vector<domain::PostKey>{{practice, "published-p1"}, {practice, "said"}}));
  });
  read([](Tables& tables) {
    EXPECT_EQ(ids(tables.posts.recent("spring", 9)), (std::vector<std::string>{"p2", "from-ben"}));
    EXPECT_EQ(tables.posts.find({practice, "from-ben"})->post.mentions, std::vector<std::string>{"bot"});
    EXPECT_FALSE(tables.people.by_handle(practice, "ana"));
    EXPECT_EQ(tables.people.find("spring", ana).posts, 0);
    EXPECT_EQ(tables.people.find("spring", ana).consent, Consent::unknown);
    EXPECT_TRUE(tables.people.labels("spring", ana).empty());
    EXPECT_FALSE(tables.outbox.find("planned p1"));
    EXPECT_FALSE(tables.outbox.find("sent p1"));
    EXPECT_FALSE(tables.drafts.find("draft p1"));
    EXPECT_TRUE(tables.waits.of_post({practice, "p1"}).empty());
    EXPECT_TRUE(tables.questions.of_thread(practice, "p1").empty());
    EXPECT_TRUE(tables.traces.of_post({practice, "p1"}).empty());
    EXPECT_TRUE(tables.ledger.acted("spring", practice, "p1").empty());
    ASSERT_EQ(tables.cards.open("spring").size(), 1U);
    EXPECT_EQ(tables.cards.open("spring").front().key, "card p2");
  });
}

TEST_P(StoreContract, forgetting_one_person_leaves_the_others_alone) {
  write(a_little_course);
  write([](Tables& tables) { tables.people.forget(ana, true); });
  read([](Tables& tables) {
    EXPECT_TRUE(tables.posts.find({practice, "p2"}));
    EXPECT_EQ(tables.people.by_handle(practice, "ben")->id, "ben");
    EXPECT_EQ(tables.people.labels("spring", {practice, "ben"}).size(), 1U);
    EXPECT_TRUE(tables.outbox.find("planned p2") && tables.outbox.find("sent p2"));
    EXPECT_TRUE(tables.drafts.find("draft p2"));
    EXPECT_EQ(tables.waits.of_post({practice, "p2"}).size(), 1U);
    EXPECT_EQ(tables.questions.open("spring").size(), 1U);
    EXPECT_EQ(tables.traces.of_post({practice, "p2"}).size(), 1U);
    EXPECT_EQ(tables.ledger.acted("spring", practice, "p2").size(), 1U);
  });
}

TEST_P(StoreContract, a_forgotten_post_is_not_taken_in_again) {
  write(a_little_course);
  write([](Tables& tables) {
    tables.people.forget(ana, true);
    EXPECT_EQ(tables.posts.remember(post("p1", "ana")), Posts::Remembered::known);
    EXPECT_EQ(tables.posts.remember(post("p3", "ana")), Posts::Remembered::fresh)
        << "what she writes now is new";
  });
}

TEST_P(StoreContract, stopped_outlasts_the_person_under_any_handle) {
  write([](Tables& tables) {
    tables.people.note("spring", practice, author("ana", "ana"), minute(0), true);
    tables.people.set_consent("spring", ana, Consent::stopped);
    tables.people.forget(ana, true);
    EXPECT_EQ(tables.people.find("spring", ana).consent, Consent::stopped);
    EXPECT_EQ(tables.people.find("spring", ana).handle, "");
    tables.people.note("spring", practice, author("ana", "anabel"), minute(1), true);
    EXPECT_EQ(tables.people.find("spring", ana).consent, Consent::stopped);
    EXPECT_EQ(tables.people.find("autumn", ana).consent, Consent::stopped);
    EXPECT_EQ(tables.people.find("spring", {mastodon, "ana"}).consent, Consent::unknown);
    tables.people.set_consent("spring", ana, Consent::unknown);
    EXPECT_EQ(tables.people.find("spring", ana).consent, Consent::unknown);
  });
}

TEST_P(StoreContract, forgetting_with_nothing_to_stay_forgets_the_stop_too) {
  write([](Tables& tables) {
    tables.people.set_consent("spring", ana, Consent::stopped);
    tables.people.forget(ana, false);
    EXPECT_EQ(tables.people.find("spring", ana).consent, Consent::unknown);
  });
}

}  // namespace
}  // namespace store_tests
