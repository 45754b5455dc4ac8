#include <gtest/gtest.h>

#include "tests/store/contract.hpp"

namespace store_tests {
namespace {

using domain::Card;
using domain::DeliveryState;
using domain::Draft;
using domain::DraftState;
using domain::OutboxRow;
using domain::QuestionState;
using domain::StoredWait;
using domain::Tables;
using Words = std::vector<std::string>;

template <typename Row>
Words keys(const std::vector<Row>& rows) {
  Words keys;
  for (const Row& row : rows) keys.push_back(row.key);
  return keys;
}

TEST_P(StoreContract, a_delivery_comes_back_as_it_was) {
  OutboxRow in = delivery("k1", "p1", "ana");
  in.network = mastodon;
  in.index = 2;
  in.kind = domain::ActionKind::boost;
  in.state = DeliveryState::in_doubt;
  in.not_before = minute(5);
  in.attempts = 3;
  in.published_id = "s1";
  in.published_url = "https://social.example/s1";
  in.reason = "no answer";
  write([&](Tables& tables) {
    tables.outbox.add(in);
    OutboxRow other = delivery("k1", "p9", "eve");
    tables.outbox.add(other);  // the key is known: it stays as it is
  });
  read([&](Tables& tables) {
    const auto out = tables.outbox.find("k1");
    ASSERT_TRUE(out);
    EXPECT_EQ(out->cohort, "spring");
    EXPECT_EQ(out->network, mastodon);
    EXPECT_EQ(out->cause, "p1");
    EXPECT_EQ(out->rule, "faq");
    EXPECT_EQ(out->index, 2);
    EXPECT_EQ(out->kind, domain::ActionKind::boost);
    EXPECT_EQ(out->text, in.text);
    EXPECT_EQ(out->language, "en");
    EXPECT_EQ(out->post_id, "p1");
    EXPECT_EQ(out->account, "ana");
    EXPECT_EQ(out->thread, "p1");
    EXPECT_EQ(out->state, DeliveryState::in_doubt);
    EXPECT_EQ(out->planned_at, minute(0));
    EXPECT_EQ(out->not_before, minute(5));
    EXPECT_EQ(out->attempts, 3);
    EXPECT_EQ(out->published_url, "https://social.example/s1");
    EXPECT_EQ(out->reason, "no answer");
    EXPECT_EQ(tables.outbox.by_published(mastodon, "s1")->key, "k1");
    EXPECT_FALSE(tables.outbox.by_published(practice, "s1"));
    EXPECT_FALSE(tables.outbox.by_published(mastodon, ""));
    EXPECT_FALSE(tables.outbox.find("k2"));
  });
}

TEST_P(StoreContract, what_is_due_comes_in_order_of_planning) {
  write([](Tables& tables) {
    const std::pair<const char*, DeliveryState> rows[] = {
        {"planned", DeliveryState::planned}, {"sending", DeliveryState::sending},
        {"sent", DeliveryState::sent},       {"in doubt", DeliveryState::in_doubt},
        {"refused", DeliveryState::refused}, {"withdrawn", DeliveryState::withdrawn}};
    int at = 6;
    for (const auto& [key, state] : rows) {
      OutboxRow row = delivery(key, "p1", "ana", at--);
      row.state = state;
      row.not_before = minute(state == DeliveryState::sending ? 9 : 7);
      tables.outbox.add(row);
    }
  });
  read([](Tables& tables) {
    EXPECT_TRUE(tables.outbox.due(minute(6), 9).empty());
    EXPECT_EQ(keys(tables.outbox.due(minute(7), 9)), (Words{"in doubt", "planned"}));
    EXPECT_EQ(keys(tables.outbox.due(minute(9), 9)), (Words{"in doubt", "sending", "planned"}));
    EXPECT_EQ(keys(tables.outbox.due(minute(9), 1)), Words{"in doubt"});
    EXPECT_EQ(tables.outbox.next_due(), minute(7));
    EXPECT_EQ(keys(tables.outbox.open("spring")), (Words{"in doubt", "sending", "planned"}));
    EXPECT_TRUE(tables.outbox.open("autumn").empty());
    EXPECT_EQ(tables.outbox.of_post({practice, "p1"}).size(), 6U);
    EXPECT_TRUE(tables.outbox.of_post({mastodon, "p1"}).empty());
  });
}

TEST_P(StoreContract, a_delivery_moves_on_and_can_be_taken_out) {
  write([](Tables& tables) {
    OutboxRow row = delivery("k1", "p1", "ana");
    tables.outbox.add(row);
    row.state = DeliveryState::sent;
    row.published_id = "s1";
    tables.outbox.update(row);
    EXPECT_FALSE(tables.outbox.next_due());
    EXPECT_EQ(tables.outbox.by_published(practice, "s1")->state, DeliveryState::sent);
    tables.outbox.remove("k1");
    EXPECT_FALSE(tables.outbox.by_published(practice, "s1"));
    tables.outbox.update(row);
    EXPECT_FALSE(tables.outbox.find("k1")) << "what was taken out stays out";
  });
}

TEST_P(StoreContract, a_post_without_a_cause_in_the_timeline_has_no_deliveries_of_its_own) {
  write([](Tables& tables) { tables.outbox.add(delivery("timed", "", "")); });
  read([](Tables& tables) { EXPECT_TRUE(tables.outbox.of_post({practice, ""}).empty()); });
}

TEST_P(StoreContract, the_words_of_what_is_settled_go_and_the_rest_stays) {
  write([](Tables& tables) {
    const DeliveryState states[] = {DeliveryState::planned, DeliveryState::sent, DeliveryState::refused,
                                    DeliveryState::withdrawn};
    for (const DeliveryState state : states) {
      OutboxRow row = delivery(std::string(domain::to_word(state)), "p1", "ana", 1);
      row.state = state;
      tables.outbox.add(row);
    }
    OutboxRow young = delivery("young", "p1", "ana", 9);
    young.state = DeliveryState::sent;
    tables.outbox.add(young);
    Draft sent = draft("sent", "p1", "ana", 1);
    sent.state = DraftState::sent;
    tables.drafts.add(sent);
    tables.drafts.add(draft("open", "p1", "ana", 1));
    EXPECT_EQ(tables.outbox.erase_texts_before("autumn", minute(9)), 0U);
    EXPECT_EQ(tables.outbox.erase_texts_before("spring", minute(9)), 3U);
    EXPECT_EQ(tables.outbox.erase_texts_before("spring", minute(9)), 0U);
    EXPECT_EQ(tables.drafts.erase_texts_before("spring", minute(9)), 1U);
  });
  read([](Tables& tables) {
    EXPECT_EQ(tables.outbox.find("sent")->text, "");
    EXPECT_EQ(tables.outbox.find("sent")->state, DeliveryState::sent);
    EXPECT_NE(tables.outbox.find("planned")->text, "");
    EXPECT_NE(tables.outbox.find("young")->text, "");
    EXPECT_EQ(tables.drafts.find("sent")->text, "");
    EXPECT_NE(tables.drafts.find("open")->text, "");
  });
}

TEST_P(StoreContract, drafts_live_until_somebody_closes_them) {
  write([](Tables& tables) {
    Draft later = draft("later", "p2", "ben", 2);
    later.network = mastodon;
    later.index = 1;
    later.kind = domain::ActionKind::post;
    tables.drafts.add(later);
    tables.drafts.add(draft("first", "p1", "ana", 1));
    tables.drafts.add(draft("first", "p9", "eve", 9));  // the key is known: it stays as it is
    EXPECT_EQ(keys(tables.drafts.open("spring")), (Words{"first", "later"}));
    tables.drafts.set_text("first", "Better words");
    tables.drafts.set_state("first", DraftState::sent);
    EXPECT_EQ(keys(tables.drafts.open("spring")), Words{"later"});
    tables.drafts.set_state("no such", DraftState::sent);
    tables.drafts.set_text("no such", "");
  });
  read([](Tables& tables) {
    const auto out = tables.drafts.find("first");
    EXPECT_EQ(out->text, "Better words");
    EXPECT_EQ(out->state, DraftState::sent);
    EXPECT_EQ(out->post_id, "p1");
    EXPECT_EQ(out->reason, "mode: draft");
    EXPECT_EQ(out->created_at, minute(1));
    EXPECT_EQ(tables.drafts.find("later")->network, mastodon);
    EXPECT_EQ(tables.drafts.find("later")->index, 1);
    EXPECT_EQ(tables.drafts.find("later")->kind, domain::ActionKind::post);
    EXPECT_EQ(keys(tables.drafts.of_post({mastodon, "p2"})), Words{"later"});
    EXPECT_TRUE(tables.drafts.open("autumn").empty());
  });
}

TEST_P(StoreContract, open_drafts_of_a_post_go_and_outcomes_are_counted) {
  write([](Tables& tables) {
    const DraftState states[] = {DraftState::open, DraftState::sent, DraftState::sent, DraftState::dismissed,
                                 DraftState::closed};
    int number = 0;
    for (const DraftState state : states) {
      const std::string key = "d" + std::to_string(number++);
      tables.drafts.add(draft(key, "p1", "ana"));
      tables.drafts.set_state(key, state);
    }
    tables.drafts.remove_open_of_post({practice, "p1"});
    EXPECT_EQ(keys(tables.drafts.of_post({practice, "p1"})), (Words{"d1", "d2", "d3", "d4"}));
    const auto outcomes = tables.drafts.outcomes("spring");
    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_EQ(outcomes.at("faq"), (std::pair{2, 1}));
    EXPECT_TRUE(tables.drafts.outcomes("autumn").empty());
  });
}

StoredWait wait(const std::string& post_id, const std::string& rule, int due) {
  return {"spring", practice, post_id, {rule, minute(due), rule == "faq"}};
}

TEST_P(StoreContract, waits_come_due_in_order_and_are_one_per_post_and_rule) {
  write([](Tables& tables) {
    tables.waits.set(wait("p1", "ladder", 30));
    tables.waits.set(wait("p2", "ladder", 20));
    tables.waits.set(wait("p1", "faq", 10));
    tables.waits.set(wait("p1", "ladder", 15));  // an edit starts it again
    EXPECT_EQ(tables.waits.next_due(), minute(10));
    const auto due = tables.waits.due(minute(15), 9);
    ASSERT_EQ(due.size(), 2U);
    EXPECT_EQ(due[0].wait.rule, "faq");
    EXPECT_TRUE(due[0].wait.holds_reply);
    EXPECT_EQ(due[1].wait.rule, "ladder");
    EXPECT_FALSE(due[1].wait.holds_reply);
    EXPECT_EQ(due[1].post_id, "p1");
    EXPECT_EQ(tables.waits.due(minute(99), 2).size(), 2U);
    EXPECT_EQ(tables.waits.of_post({practice, "p1"}).size(), 2U);
    EXPECT_EQ(tables.waits.count("spring"), 3);
    EXPECT_EQ(tables.waits.count("autumn"), 0);
    tables.waits.remove("spring", {practice, "p1"}, "faq");
    EXPECT_EQ(tables.waits.of_post({practice, "p1"}).size(), 1U);
    tables.waits.remove_of_post({practice, "p1"});
    EXPECT_EQ(tables.waits.next_due(), minute(20));
  });
}

TEST_P(StoreContract, waits_go_with_the_person_whose_posts_they_hang_on) {
  write([](Tables& tables) {
    tables.posts.remember(post("p1", "ana"));
    tables.posts.remember(post("p2", "ben"));
    tables.waits.set(wait("p1", "ladder", 30));
    tables.waits.set(wait("p2", "ladder", 40));
    tables.waits.remove_of_person({practice, "ana"});
    EXPECT_TRUE(tables.waits.of_post({practice, "p1"}).empty());
    EXPECT_EQ(tables.waits.next_due(), minute(40));
    tables.waits.remove_of_person({practice, "ben"});
    EXPECT_FALSE(tables.waits.next_due());
  });
}

TEST_P(StoreContract, questions_are_open_until_answered) {
  write([](Tables& tables) {
    tables.questions.save({"spring", practice, "p2", "ben", "t", minute(2), QuestionState::open});
    tables.questions.save({"spring", practice, "p1", "ana", "t", minute(1), QuestionState::open});
    tables.questions.set_state({practice, "p2"}, QuestionState::answered);
    tables.questions.save({"spring", practice, "p2", "ben", "t", minute(2), QuestionState::open});
    tables.questions.set_state({practice, "p9"}, QuestionState::closed);
  });
  read([](Tables& tables) {
    const auto open = tables.questions.open("spring");
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].post_id, "p1");
    EXPECT_EQ(open[0].account, "ana");
    EXPECT_EQ(open[0].asked_at, minute(1));
    const auto thread = tables.questions.of_thread(practice, "t");
    ASSERT_EQ(thread.size(), 2U);
    EXPECT_EQ(thread[1].state, QuestionState::answered);
    EXPECT_TRUE(tables.questions.of_thread(mastodon, "t").empty());
  });
}

TEST_P(StoreContract, cards_are_urgent_first_then_oldest) {
  write([](Tables& tables) {
    int at = 0;
    for (const char* key : {"old", "new", "urgent", "done"}) {
      Card card;
      card.key = key;
      card.cohort = "spring";
      card.post_id = key;
      card.rule = "ladder";
      card.to = "duty";
      card.text = "A question waits.";
      card.urgent = key == std::string("urgent");
      card.at = minute(at++);
      tables.cards.add(card);
      tables.cards.add(card);
    }
    tables.cards.set_done("done");
    tables.cards.set_done("no such");
    const auto open = tables.cards.open("spring");
    EXPECT_EQ(keys(open), (Words{"urgent", "old", "new"}));
    EXPECT_EQ(open[0].to, "duty");
    EXPECT_EQ(open[0].rule, "ladder");
    EXPECT_EQ(open[0].text, "A question waits.");
    EXPECT_EQ(open[0].at, minute(2));
    tables.cards.remove_of_post({practice, "old"});
    EXPECT_EQ(keys(tables.cards.open("spring")), (Words{"urgent", "new"}));
  });
}

}  // namespace
}  // namespace store_tests
