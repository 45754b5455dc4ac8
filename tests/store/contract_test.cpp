#include "tests/store/contract.hpp"

#include <atomic>
#include <thread>

namespace store_tests {

INSTANTIATE_TEST_SUITE_P(Stores, StoreContract, testing::Values("memory", "sqlite"),
                         [](const auto& store) { return std::string(store.param); });

namespace {

using base::Error;
using base::ErrorKind;
using base::Status;
using domain::Tables;

// A change of every table group, so that nothing escapes a rollback.
void change_everything(Tables& tables) {
  tables.posts.remember(post("p2", "ben"));
  tables.posts.set_decided({practice, "p1"});
  tables.posts.erase({practice, "p1"});
  tables.people.note("spring", practice, author("ana", "renamed"), minute(1), true);
  tables.people.set_consent("spring", {practice, "ana"}, domain::Consent::stopped);
  tables.people.add_label("spring", {practice, "ana"}, "late");
  tables.ledger.add(fired("p1", "faq", "ana", 5));
  tables.ledger.give_back("spring", practice, "p1", "faq", 0);
  tables.ledger.set_last_run("spring", "daily", minute(9));
  tables.outbox.remove("k1");
  tables.drafts.set_state("d1", domain::DraftState::dismissed);
  tables.waits.remove_of_post({practice, "p1"});
  tables.questions.set_state({practice, "p1"}, domain::QuestionState::answered);
  tables.cards.set_done("c1");
  tables.traces.forget_before(minute(100));
  tables.settings.set("cursor", "2");
  tables.people.forget({practice, "ana"}, true);
}

void put_something(Tables& tables) {
  tables.posts.remember(post("p1", "ana"));
  tables.people.note("spring", practice, author("ana", "ana"), minute(0), true);
  tables.ledger.add(fired("p1", "faq", "ana", 0));
  tables.ledger.set_last_run("spring", "daily", minute(1));
  tables.outbox.add(delivery("k1", "p1", "ana"));
  tables.drafts.add(draft("d1", "p1", "ana"));
  tables.waits.set({"spring", practice, "p1", {"ladder", minute(15), true}});
  tables.questions.save({"spring", practice, "p1", "ana", "p1", minute(0), domain::QuestionState::open});
  domain::Card card;
  card.key = "c1";
  card.cohort = "spring";
  card.post_id = "p1";
  tables.cards.add(card);
  tables.traces.add("spring", {practice, "p1"}, decision(0));
  tables.settings.set("cursor", "1");
}

void expect_something(Tables& tables) {
  EXPECT_EQ(ids(tables.posts.recent("spring", 10)), std::vector<std::string>{"p1"});
  EXPECT_FALSE(tables.posts.find({practice, "p1"})->decided);
  EXPECT_EQ(tables.people.find("spring", {practice, "ana"}).handle, "ana");
  EXPECT_EQ(tables.people.find("spring", {practice, "ana"}).posts, 1);
  EXPECT_EQ(tables.people.find("spring", {practice, "ana"}).consent, domain::Consent::unknown);
  EXPECT_EQ(tables.people.by_handle(practice, "ana")->id, "ana");
  EXPECT_FALSE(tables.people.by_handle(practice, "renamed"));
  EXPECT_TRUE(tables.people.labels("spring", {practice, "ana"}).empty());
  EXPECT_EQ(tables.ledger.acted("spring", practice, "p1").size(), 1U);
  EXPECT_EQ(tables.ledger.spoken("spring", {practice, "ana"}, "p1", minute(1)).to_person,
            std::vector{minute(0)});
  EXPECT_EQ(tables.ledger.last_runs("spring").front().at, minute(1));
  EXPECT_EQ(tables.outbox.due(minute(0), 9).size(), 1U);
  EXPECT_EQ(tables.drafts.open("spring").size(), 1U);
  EXPECT_EQ(tables.waits.next_due(), minute(15));
  EXPECT_EQ(tables.questions.open("spring").size(), 1U);
  EXPECT_EQ(tables.cards.open("spring").size(), 1U);
  EXPECT_EQ(tables.traces.of_post({practice, "p1"}).size(), 1U);
  EXPECT_EQ(tables.settings.get("cursor"), "1");
}

TEST_P(StoreContract, an_error_takes_everything_back) {
  write(put_something);
  const Status status = store().write([](Tables& tables) {
    change_everything(tables);
    return Status(Error{ErrorKind::refused, "no"});
  });
  EXPECT_EQ(status.error().message, "no");
  read(expect_something);
  write(expect_something);
}

TEST_P(StoreContract, an_exception_takes_everything_back) {
  write(put_something);
  const Status status = store().write([](Tables& tables) -> Status {
    change_everything(tables);
    throw std::runtime_error("out of paper");
  });
  EXPECT_EQ(status.error().kind, ErrorKind::failed);
  EXPECT_NE(status.error().message.find("out of paper"), std::string::npos);
  read(expect_something);
}

TEST_P(StoreContract, reading_changes_nothing) {
  write(put_something);
  const Status status = store().read([](Tables& tables) {
    tables.settings.set("cursor", "7");
    return Status();
  });
  EXPECT_EQ(status.error().kind, ErrorKind::failed);
  read(expect_something);
}

TEST_P(StoreContract, readers_see_whole_transactions_only) {
  write([](Tables& tables) {
    tables.settings.set("a", "0");
    tables.settings.set("b", "0");
  });
  std::atomic<bool> stop = false;
  std::atomic<int> torn = 0;
  std::thread reader([&] {
    while (!stop) {
      read([&](Tables& tables) { torn += tables.settings.get("a") == tables.settings.get("b") ? 0 : 1; });
    }
  });
  for (int i = 1; i <= 50; ++i) {
    write([&](Tables& tables) {
      tables.settings.set("a", std::to_string(i));
      tables.settings.set("b", std::to_string(i));
    });
  }
  stop = true;
  reader.join();
  EXPECT_EQ(torn, 0);
}

TEST_P(StoreContract, settings_are_empty_until_set) {
  read([](Tables& tables) { EXPECT_EQ(tables.settings.get("cursor/practice"), ""); });
  write([](Tables& tables) { tables.settings.set("cursor/practice", "41"); });
  write([](Tables& tables) { tables.settings.set("cursor/practice", "42"); });
  read([](Tables& tables) { EXPECT_EQ(tables.settings.get("cursor/practice"), "42"); });
}

TEST_P(StoreContract, traces_come_back_whole_but_without_texts) {
  write([](Tables& tables) {
    tables.traces.add("spring", {practice, "p1"}, decision(0));
    domain::Decision second;
    second.asked = false;
    second.trace.at = minute(-5);  // the clock went backwards: order of arrival is what counts
    tables.traces.add("spring", {practice, "p1"}, second);
  });
  read([](Tables& tables) {
    const auto traces = tables.traces.of_post({practice, "p1"});
    ASSERT_EQ(traces.size(), 2U);
    const domain::Decision expected = decision(0);
    const domain::Decision& got = traces.front();
    ASSERT_EQ(got.actions.size(), 1U);
    EXPECT_EQ(got.actions[0].text, "");
    EXPECT_EQ(got.actions[0].rule, "faq");
    EXPECT_EQ(got.actions[0].index, 1);
    EXPECT_EQ(got.actions[0].kind, domain::ActionKind::reply);
    EXPECT_EQ(got.actions[0].route, domain::Route::draft);
    EXPECT_EQ(got.actions[0].route_reason, "no consent");
    EXPECT_EQ(got.actions[0].language, "fr");
    EXPECT_EQ(got.actions[0].target, "duty");
    EXPECT_TRUE(got.actions[0].urgent);
    EXPECT_EQ(got.actions[0].held_until, minute(60));
    EXPECT_EQ(got.actions[0].held_reason, "quiet hours");
    EXPECT_EQ(got.actions[0].notes, expected.actions[0].notes);
    ASSERT_EQ(got.waits.size(), 1U);
    EXPECT_EQ(got.waits[0].rule, "ladder");
    EXPECT_EQ(got.waits[0].due, minute(15));
    EXPECT_TRUE(got.waits[0].holds_reply);
    EXPECT_EQ(got.consent->to, domain::Consent::stopped);
    EXPECT_TRUE(got.consent->forget);
    EXPECT_TRUE(got.asked && got.trips_breaker && got.human_needed);
    EXPECT_EQ(got.urgent_kind, "grief");
    EXPECT_EQ(got.trace.ruleset, expected.trace.ruleset);
    EXPECT_EQ(got.trace.at, minute(0));
    EXPECT_EQ(got.trace.summary, "faq answers");
    EXPECT_EQ(got.trace.winner, "faq");
    ASSERT_EQ(got.trace.lines.size(), 2U);
    EXPECT_EQ(got.trace.lines[1].verdict, domain::Verdict::not_reached);
    EXPECT_EQ(got.trace.lines[1].reason, "another rule answered");
    EXPECT_TRUE(got.trace.lines[1].near_miss);
    ASSERT_EQ(got.trace.faq.size(), 1U);
    EXPECT_DOUBLE_EQ(got.trace.faq[0].score, 0.87);
    EXPECT_FALSE(traces.back().asked);
    EXPECT_FALSE(traces.back().consent);
  });
}

TEST_P(StoreContract, old_traces_are_forgotten) {
  write([](Tables& tables) {
    for (int i = 0; i < 10; ++i)
      tables.traces.add("spring", {practice, "p" + std::to_string(i)}, decision(i));
    EXPECT_EQ(tables.traces.forget_before(minute(4)), 4U);
    EXPECT_EQ(tables.traces.forget_before(minute(4)), 0U);
  });
  read([](Tables& tables) {
    EXPECT_TRUE(tables.traces.of_post({practice, "p3"}).empty());
    EXPECT_EQ(tables.traces.of_post({practice, "p4"}).size(), 1U);
  });
}

}  // namespace
}  // namespace store_tests
