#include <gtest/gtest.h>

#include "tests/store/contract.hpp"

namespace store_tests {
namespace {

using domain::AccountKey;
using domain::ActionKind;
using domain::LedgerRow;
using domain::Tables;
using Hashes = std::vector<std::uint64_t>;
using Instants = std::vector<base::Instant>;

const AccountKey ana{practice, "ana"};
const AccountKey ben{practice, "ben"};
const AccountKey nobody{practice, ""};

std::string show(const std::vector<domain::Fired>& fired) {
  std::string text;
  for (const domain::Fired& one : fired) {
    text += one.rule + " " + std::to_string((one.at - minute(0)) / std::chrono::minutes{1}) +
            (one.for_this_person ? " person" : "") + (one.in_this_thread ? " thread" : "") + "\n";
  }
  return text;
}

TEST_P(StoreContract, what_was_done_about_a_post) {
  write([](Tables& tables) {
    LedgerRow row = fired("p1", "faq", "ana", 0);
    tables.ledger.add(row);
    row.index = 1;
    row.kind = ActionKind::save_question;
    tables.ledger.add(row);
    row.cohort = "autumn";
    tables.ledger.add(row);
    const auto acted = tables.ledger.acted("spring", practice, "p1");
    ASSERT_EQ(acted.size(), 2U);
    EXPECT_EQ(acted[0].kind, ActionKind::reply);
    EXPECT_EQ(acted[1].rule, "faq");
    EXPECT_EQ(acted[1].index, 1);
    EXPECT_EQ(acted[1].kind, ActionKind::save_question);
    EXPECT_TRUE(tables.ledger.acted("spring", mastodon, "p1").empty());
    tables.ledger.give_back("spring", practice, "p1", "faq", 0);
    EXPECT_EQ(tables.ledger.acted("spring", practice, "p1").size(), 1U);
    tables.ledger.add(fired("p1", "faq", "ana", 5));  // decided again after an edit
    EXPECT_EQ(tables.ledger.acted("spring", practice, "p1").size(), 2U);
  });
}

TEST_P(StoreContract, limits_count_firings_for_the_person_the_thread_and_the_recent_cohort) {
  write([](Tables& tables) {
    tables.ledger.add(fired("p1", "faq", "ana", 0));
    tables.ledger.add(fired("p2", "faq", "ben", 10));
    tables.ledger.add(fired("p3", "faq", "ben", 20));
    tables.ledger.add(fired("p1", "welcome", "ana", 30));
    tables.ledger.add(fired("p1", "not asked", "ana", 40));
    LedgerRow elsewhere = fired("p4", "faq", "ana", 50);
    elsewhere.cohort = "autumn";
    tables.ledger.add(elsewhere);
  });
  read([](Tables& tables) {
    const std::vector<std::string> rules{"faq", "welcome"};
    EXPECT_EQ(show(tables.ledger.fired("spring", ana, "p2", rules, minute(15))),
              "faq 0 person\nfaq 10 thread\nfaq 20\nwelcome 30 person\n");
    EXPECT_EQ(show(tables.ledger.fired("spring", {mastodon, "ana"}, "p2", rules, minute(25))),
              "welcome 30\n");
    EXPECT_EQ(show(tables.ledger.fired("spring", nobody, "", {"faq"}, minute(10))), "faq 10\nfaq 20\n");
    EXPECT_EQ(show(tables.ledger.fired("spring", ana, "p1", {}, minute(0))), "");
  });
}

TEST_P(StoreContract, a_firing_counts_once_and_not_at_all_when_given_back) {
  write([](Tables& tables) {
    LedgerRow row = fired("p1", "faq", "ana", 0);
    tables.ledger.add(row);
    row.index = 1;
    row.kind = ActionKind::save_question;
    tables.ledger.add(row);
    EXPECT_EQ(show(tables.ledger.fired("spring", ana, "", {"faq"}, minute(0))), "faq 0 person\n");
    tables.ledger.give_back("spring", practice, "p1", "faq", 0);
    EXPECT_EQ(show(tables.ledger.fired("spring", ana, "", {"faq"}, minute(0))), "");
  });
}

TEST_P(StoreContract, budgets_see_what_was_planned_to_be_said) {
  constexpr int day = 24 * 60;
  write([](Tables& tables) {
    tables.ledger.add(fired("old", "faq", "ana", 0));
    tables.ledger.add(fired("p2", "faq", "ana", day));
    tables.ledger.add(fired("p3", "faq", "ben", day + 30));
    LedgerRow timed = fired("due:monday", "monday", "", day + 40);
    timed.kind = ActionKind::post;
    timed.thread = "";
    timed.decided_reply = false;
    tables.ledger.add(timed);
    LedgerRow internal = fired("p2", "question", "ana", day + 50);
    internal.kind = ActionKind::save_question;
    internal.decided_reply = false;
    tables.ledger.add(internal);
    tables.ledger.add(fired("p4", "faq", "ana", day + 55));
    tables.ledger.give_back("spring", practice, "p4", "faq", 0);
  });
  read([](Tables& tables) {
    const domain::Spoken spoken = tables.ledger.spoken("spring", ana, "old", minute(day + 60));
    EXPECT_EQ(spoken.to_person, Instants{minute(day)});
    EXPECT_EQ(spoken.in_thread, Instants{minute(0)}) << "ever";
    EXPECT_EQ(spoken.in_cohort, (Instants{minute(day), minute(day + 30), minute(day + 40)}));
    EXPECT_EQ(spoken.by_account, (Instants{minute(day), minute(day + 30), minute(day + 55)}))
        << "given back or not";
    const domain::Spoken other = tables.ledger.spoken("autumn", ana, "old", minute(day + 60));
    EXPECT_TRUE(other.to_person.empty() && other.in_thread.empty() && other.in_cohort.empty());
    EXPECT_EQ(other.by_account.size(), 3U) << "the account is shared by its cohorts";
    EXPECT_TRUE(tables.ledger.spoken("spring", nobody, "", minute(day + 60)).to_person.empty());
    EXPECT_TRUE(tables.ledger.spoken("spring", {mastodon, "ana"}, "", minute(day + 60)).by_account.empty());
  });
}

TEST_P(StoreContract, texts_said_are_known_by_their_hash) {
  write([](Tables& tables) {
    std::uint64_t hash = 0xffffffffffffff00U;
    for (const char* cause : {"p1", "p2", "p3", "p4"}) {
      LedgerRow row =
          fired(cause, "faq", cause == std::string("p2") ? "ben" : "ana", static_cast<int>(hash & 0xf));
      row.text_hash = hash++;
      tables.ledger.add(row);
    }
    LedgerRow internal = fired("p1", "question", "ana", 3);
    internal.text_hash = 0;
    tables.ledger.add(internal);
    tables.ledger.give_back("spring", practice, "p4", "faq", 0);
  });
  read([](Tables& tables) {
    EXPECT_EQ(tables.ledger.said_here(ana, "p2", minute(1)),
              (Hashes{0xffffffffffffff01U, 0xffffffffffffff02U}));
    EXPECT_EQ(tables.ledger.said_here(ana, "", minute(0)),
              (Hashes{0xffffffffffffff00U, 0xffffffffffffff02U}));
    EXPECT_EQ(tables.ledger.said_here(nobody, "", minute(0)), Hashes{});
    EXPECT_EQ(tables.ledger.said_by_account(practice, minute(1)),
              (Hashes{0xffffffffffffff01U, 0xffffffffffffff02U}));
    EXPECT_EQ(tables.ledger.said_by_account(mastodon, minute(0)), Hashes{});
    EXPECT_EQ(tables.ledger.said_at(practice, minute(0)), (Instants{minute(0), minute(1), minute(2)}))
        << "over all people and cohorts, without what was given back";
    EXPECT_EQ(tables.ledger.said_at(practice, minute(2)), Instants{minute(2)});
    EXPECT_EQ(tables.ledger.said_at(mastodon, minute(0)), Instants{});
  });
}

TEST_P(StoreContract, last_runs_are_per_cohort_and_rule) {
  write([](Tables& tables) {
    tables.ledger.set_last_run("spring", "monday", minute(1));
    tables.ledger.set_last_run("spring", "daily", minute(2));
    tables.ledger.set_last_run("spring", "monday", minute(3));
    tables.ledger.set_last_run("autumn", "monday", minute(4));
  });
  read([](Tables& tables) {
    const auto runs = tables.ledger.last_runs("spring");
    ASSERT_EQ(runs.size(), 2U);
    EXPECT_EQ(runs[0].rule, "daily");
    EXPECT_EQ(runs[1].rule, "monday");
    EXPECT_EQ(runs[1].at, minute(3));
    EXPECT_TRUE(tables.ledger.last_runs("winter").empty());
  });
}

TEST_P(StoreContract, firings_are_counted_per_rule) {
  write([](Tables& tables) {
    LedgerRow row = fired("p1", "faq", "ana", 0);
    tables.ledger.add(row);
    row.index = 1;
    tables.ledger.add(row);
    tables.ledger.add(fired("p2", "faq", "ben", 1));
    tables.ledger.add(fired("p2", "welcome", "ben", 2));
    tables.ledger.give_back("spring", practice, "p2", "welcome", 0);
    EXPECT_EQ(tables.ledger.counts("spring", minute(0)),
              (std::map<std::string, int>{{"faq", 2}, {"welcome", 1}}));
    EXPECT_EQ(tables.ledger.counts("spring", minute(1)),
              (std::map<std::string, int>{{"faq", 1}, {"welcome", 1}}));
    EXPECT_TRUE(tables.ledger.counts("autumn", minute(0)).empty());
  });
}

TEST_P(StoreContract, an_old_ledger_is_forgotten) {
  write([](Tables& tables) {
    for (int i = 0; i < 10; ++i) tables.ledger.add(fired("p" + std::to_string(i), "faq", "ana", i));
    tables.ledger.forget_before(minute(7));
    EXPECT_EQ(tables.ledger.counts("spring", minute(0))["faq"], 3);
    EXPECT_TRUE(tables.ledger.acted("spring", practice, "p6").empty());
    EXPECT_EQ(tables.ledger.fired("spring", ana, "", {"faq"}, minute(0)).size(), 3U);
  });
}

}  // namespace
}  // namespace store_tests
