#include <fstream>

#include "tests/networks/x_world.hpp"

// What the bot hears on X, each version once, and what it costs.
namespace {

using fakes::XFault;
using fakes::XStep;
using networks::XNetwork;
using nlohmann::json;
using Lines = std::vector<std::string>;

constexpr const char* connect = "GET /2/tweets/search/stream";
constexpr const char* search = "GET /2/tweets/search/recent";
constexpr const char* rules = "GET /2/tweets/search/stream/rules";

class XListening : public network_tests::XTest {
 protected:
  std::string say(const std::string& text) { return server.post(ana, {.text = text}); }
  XNetwork network{server, reads(), clock, options()};
};

TEST_F(XListening, rules_are_listed_before_they_are_added_and_only_ours_are_removed) {
  server.add_rule("#flockcourse -is:retweet", "flockmate");
  server.add_rule("#lastyear -is:retweet", "flockmate");
  server.add_rule("#somebody", "somebody else's");
  ASSERT_TRUE(network.listen("", sink()).ok());
  ASSERT_TRUE(server.wait_until_streamed());
  const std::map<std::string, std::string> wanted{{"#flockcourse -is:retweet", "flockmate"},
                                                  {"@flockmate -is:retweet", "flockmate"},
                                                  {"#somebody", "somebody else's"}};
  EXPECT_EQ(server.rules(), wanted);
  EXPECT_EQ(troubles(), Lines{});
  EXPECT_EQ(network.self().id, bot);
}

TEST_F(XListening, the_stream_is_heard_and_keep_alives_are_not) {
  const auto first = say("Hello #flockcourse &amp;");
  const auto second = server.post(ben, {.text = "@flockmate hi"});
  server.stream(
      {XStep::alive(), XStep::post(first), XStep::line("no json"), XStep::line("{}"), XStep::post(second)});
  ASSERT_TRUE(network.listen("", sink()).ok());
  ASSERT_TRUE(server.wait_until_streamed());
  EXPECT_EQ(heard(), (Lines{"created @flockmate hi", "created Hello #flockcourse &amp;"}));
  EXPECT_TRUE(events()[0].post.author.wants_no_bots)
      << "the mentions are read first, and the stream's is not new";
  EXPECT_FALSE(events()[1].post.author.wants_no_bots);
  EXPECT_EQ(events()[0].post.mentions, Lines{bot});
}

// Nasty behaviour 8: at least once, in any order, and every version has an id of its own.
TEST_F(XListening, nasty_08_duplicates_disorder_and_edits_with_new_ids) {
  const auto first = say("Helo #flockcourse");
  const auto second = say("Second #flockcourse");
  const auto better = server.edit(first, "Hello #flockcourse");
  const auto answer = server.post(ben, {.text = "Hi", .reply_to = better});
  server.stream({XStep::post(second), XStep::post(first), XStep::post(second), XStep::post(better),
                 XStep::post(first), XStep::post(better), XStep::post(answer)});
  ASSERT_TRUE(network.listen("", sink()).ok());
  ASSERT_TRUE(server.wait_until_streamed());
  EXPECT_EQ(heard(), (Lines{"created Second #flockcourse", "created Helo #flockcourse",
                            "edited Hello #flockcourse", "created @ana Hi"}));
  EXPECT_EQ(events()[2].post.id, first);
  EXPECT_EQ(events()[2].post.version, 1);
  EXPECT_EQ(events()[3].post.in_reply_to, first) << "the answer to a version answers the post";
  (void)network.publish(reply_to(first));  // refused here: nobody asked the bot
  EXPECT_EQ(json::parse(server.requests().back().body)["reply"]["in_reply_to_tweet_id"], better);
}

// What falls into a cut is found by search; the search itself lags half a minute (nasty behaviour 17).
TEST_F(XListening, nasty_17_what_fell_into_a_cut_is_found_though_the_search_lags) {
  say("Just before #flockcourse");
  clock.advance(std::chrono::seconds{1});
  server.stream({XStep::alive(), XStep::cut()});
  ASSERT_TRUE(network.listen("", sink()).ok());
  ASSERT_TRUE(server.wait_until_streamed());
  EXPECT_EQ(server.calls(connect), 2);
  const auto missed = say("Missed #flockcourse");  // written now: no search shows it yet
  server.stream({XStep::alive()});
  ASSERT_TRUE(server.wait_until_streamed());
  EXPECT_EQ(heard(), Lines{});
  server.stream({XStep::alive(), XStep::alive(), XStep::alive(), XStep::alive()});
  ASSERT_TRUE(wait_for(2));
  EXPECT_EQ(heard(), (Lines{"created Just before #flockcourse", "created Missed #flockcourse"}));
  EXPECT_EQ(troubles(), Lines{"X: the stream was cut: connection reset"});
}

TEST_F(XListening, silence_is_a_dead_stream_and_an_operational_disconnect_an_end) {
  server.stream(
      {XStep::alive(), XStep::silent(),
       XStep::line(R"({"errors": [{"title": "operational-disconnect", "detail": "Going down."}]})")});
  ASSERT_TRUE(network.listen("", sink()).ok());
  ASSERT_TRUE(server.wait_until_streamed());
  EXPECT_EQ(server.calls(connect), 3);
  EXPECT_EQ(server.requests().back().idle, std::chrono::seconds{22});
  EXPECT_EQ(troubles(),
            (Lines{"X: the stream was cut: silent for too long", "X ends the stream: Going down."}));
}

// Nasty behaviour 7: after a network loss X takes the old connection for alive, for a quarter of an hour.
TEST_F(XListening, nasty_07_while_a_phantom_holds_the_connection_the_search_listens) {
  const XFault crowded =
      XFault::answer(429, R"({"title": "ConnectionException", "detail": "TooManyConnections"})");
  server.next(connect, {crowded, crowded, crowded, crowded});
  const auto before = clock.now();
  const auto missed = say("While it was away #flockcourse");
  ASSERT_TRUE(network.listen("", sink()).ok());
  ASSERT_TRUE(server.wait_until_streamed());
  EXPECT_EQ(heard(), Lines{"created While it was away #flockcourse"});
  EXPECT_EQ(server.calls(connect), 5);
  EXPECT_GE(clock.now() - before, std::chrono::seconds{30 + 60 + 120 + 240}) << "longer each time";
  EXPECT_GE(server.calls(search), 7) << "each minute, however long the next attempt is away";
  EXPECT_EQ(troubles(),
            Lines{"X lets the bot's stream not in because it takes an earlier connection for alive. "
                  "Until that is over the bot listens by search, a minute late."});
}

TEST_F(XListening, without_rules_x_says_409_and_they_are_set_again) {
  server.next(connect, {XFault::answer(409, R"({"detail": "There are no rules."})")});
  ASSERT_TRUE(network.listen("", sink()).ok());
  ASSERT_TRUE(server.wait_until_streamed());
  EXPECT_EQ(server.calls(rules), 2);
  EXPECT_EQ(troubles(), Lines{"X refuses the stream: There are no rules."});
}

TEST_F(XListening, nasty_06_after_a_restart_it_goes_on_where_it_was) {
  const auto old = say("Old #flockcourse");
  clock.advance(std::chrono::minutes{10});
  const std::string cursor = networks::x_id_at(clock.now());
  for (int i = 0; i < 7; ++i) say("New " + std::to_string(i) + " #flockcourse");
  clock.advance(std::chrono::minutes{10});
  ASSERT_TRUE(network.listen(cursor, sink()).ok());
  ASSERT_TRUE(wait_for(7));
  ASSERT_TRUE(server.wait_until_streamed());
  Lines expected;
  for (int i = 0; i < 7; ++i) expected.push_back("created New " + std::to_string(i) + " #flockcourse");
  EXPECT_EQ(heard(), expected) << "three pages, the oldest first";
}

// Pages begin with the newest: a walk through all of them would be undone by whatever breaks it.
TEST_F(XListening, a_busy_absence_is_heard_whole_the_oldest_first_whatever_breaks) {
  Lines expected;
  for (int i = 0; i < 200; ++i) {
    expected.push_back("created Number " + std::to_string(i) + " #flockcourse");
    say(expected.back().substr(8));
    clock.advance(std::chrono::minutes{6});
  }
  clock.advance(std::chrono::minutes{1});
  std::vector<XFault> faults;
  for (int i = 0; i < 100; ++i) {
    faults.insert(faults.end(), {XFault::none(), XFault::none(), XFault::none(), XFault::none()});
    faults.insert(faults.end(), {XFault::answer(503), XFault::answer(503)});  // the repetition, too
  }
  server.next(search, faults);
  server.next(connect, std::vector<XFault>(100, XFault::answer(429)));  // by search alone
  ASSERT_TRUE(network.listen("", sink()).ok());
  ASSERT_TRUE(wait_for(200)) << heard().size();
  EXPECT_EQ(heard(), expected);
  EXPECT_LT(server.calls(search), 400);
}

TEST_F(XListening, posts_that_were_answered_are_looked_at_once_a_day_for_deletions) {
  const auto asked = say("@flockmate hello");
  const auto other = say("@flockmate hello too");
  ASSERT_TRUE(network.publish(reply_to(asked)).ok());
  ASSERT_TRUE(network.publish(reply_to(other, "You too!")).ok());
  server.remove(asked);
  clock.advance(std::chrono::hours{25});
  ASSERT_TRUE(network.listen("", sink()).ok());
  ASSERT_TRUE(wait_for(1));
  ASSERT_TRUE(server.wait_until_streamed());
  EXPECT_EQ(heard(), Lines{"deleted " + asked});
  EXPECT_EQ(server.calls("GET /2/tweets"), 1);
}

TEST_F(XListening, a_thread_is_read_root_first_and_what_the_search_has_not_is_asked_for) {
  const auto root = say("Where are the slides? #flockcourse");
  const auto answer = server.post(ben, {.text = "In the folder", .reply_to = root});
  domain::Post post;
  post.network = domain::NetworkKind::x;
  post.id = post.thread = root;
  const auto fresh = network.read_thread(post);
  ASSERT_TRUE(fresh.ok()) << fresh.error().message;
  ASSERT_EQ(fresh->size(), 1U) << "the search has nothing yet";
  clock.advance(std::chrono::minutes{1});
  const auto thread = network.read_thread(post);
  ASSERT_TRUE(thread.ok());
  ASSERT_EQ(thread->size(), 2U);
  EXPECT_EQ(thread->at(0).id, root);
  EXPECT_EQ(thread->at(1).in_reply_to, root);
  server.remove(root);
  EXPECT_EQ(network.read_thread(post).error().kind, base::ErrorKind::not_found);
}

TEST_F(XListening, keys_of_another_account_are_told) {
  networks::XOptions wrong = options();
  wrong.handle = "somebody";
  XNetwork other(server, reads(), clock, wrong);
  ASSERT_TRUE(other.listen("", sink()).ok());
  for (int i = 0; i < 1000 && troubles().empty(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  other.stop_listening();
  EXPECT_EQ(troubles(), Lines{"X: the keys of the credential are those of @flockmate, and the config says "
                              "`handle: somebody`."});
}

class XSpending : public network_tests::XTest {
 protected:
  std::string say(const std::string& text) { return server.post(ana, {.text = text}); }
  networks::XSpend::Limits limits(std::int64_t a_month) { return {{}, a_month}; }
  networks::XSpend::Tell tell() { return options().listening.tell; }
  std::filesystem::path file() const { return folder.path() / "spend.json"; }
};

TEST_F(XSpending, what_is_read_twice_on_a_day_is_paid_once_and_writing_is_paid_each_time) {
  networks::XSpend spend(file(), clock, limits(25'000'000), tell());
  for (int i = 0; i < 3; ++i) spend.note_read(networks::XItem::post_read, "1");
  EXPECT_EQ(spend.bill().spent, 5'000);
  clock.advance(std::chrono::hours{24});
  spend.note_read(networks::XItem::post_read, "1");
  EXPECT_EQ(spend.bill().spent, 10'000);
  spend.note_written(networks::XItem::post_with_link);
  spend.note_written(networks::XItem::reply);
  EXPECT_EQ(spend.bill().spent, 220'000);
}

TEST_F(XSpending, the_forecast_follows_the_rate_and_a_restart_and_a_new_month_are_seen) {
  {
    networks::XSpend spend(file(), clock, limits(25'000'000), tell());
    spend.note_written(networks::XItem::post_with_link);
    clock.advance(std::chrono::hours{24});
    spend.note_written(networks::XItem::post_with_link);
    // 3 March 18:00 to 4 March 18:00: 27.25 days are left at $0.40 a day.
    EXPECT_EQ(
        domain::sentence_of(spend.bill()),
        "X: $0.40 of $25.00 spent this month, $11.30 by its end at this rate (prices of 2026-11-22). When "
        "all is spent the bot reads and says nothing there until next month.");
    EXPECT_EQ(spend.bill().month, "2026-03");
  }
  networks::XSpend again(file(), clock, limits(25'000'000), tell());
  EXPECT_EQ(again.bill().spent, 400'000);
  clock.advance(std::chrono::hours{24 * 30});
  EXPECT_EQ(again.bill().spent, 0);
}

TEST_F(XSpending, the_limit_is_told_before_it_is_reached) {
  networks::XSpend spend(file(), clock, limits(1'000'000), tell());
  for (int i = 0; i < 4; ++i) spend.note_written(networks::XItem::post_with_link);
  EXPECT_TRUE(spend.may_spend());
  EXPECT_EQ(troubles(),
            Lines{"X: $0.80 of this month's $1.00 are spent. When all is spent the bot reads and says "
                  "nothing there until next month."});
  {
    networks::XSpend after_a_restart(file(), clock, limits(1'000'000), tell());
    after_a_restart.note_written(networks::XItem::post);
  }
  EXPECT_EQ(troubles().size(), 1U);
  spend.note_written(networks::XItem::post_with_link);
  EXPECT_FALSE(spend.may_spend());
  EXPECT_EQ(
      spend.why_not(),
      "X: this month's $1.00 are spent. The bot reads and says nothing there until next month, or until "
      "`monthly_dollars` is raised and the service reloaded.");
  spend.set_limits(limits(2'000'000));
  EXPECT_TRUE(spend.may_spend()) << "what was spent stays, the limit is another one";
  spend.set_limits(limits(1'000'000));
  EXPECT_FALSE(spend.may_spend());
  clock.advance(std::chrono::hours{24 * 30});
  EXPECT_TRUE(spend.may_spend());
}

TEST_F(XSpending, without_money_nothing_is_asked_and_nothing_said_until_next_month) {
  networks::XOptions poor = options();
  poor.limits.a_month = 21'000;  // the bot's own account 10,000, a mention 1,000, its author 10,000
  XNetwork network(server, reads(), clock, poor);
  const auto asked = say("@flockmate one");
  server.stream({XStep::post(asked)});
  hold = true;
  ASSERT_TRUE(network.listen("", sink()).ok());
  ASSERT_TRUE(wait_for(1));
  for (int i = 0; i < 1000 && troubles().empty(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  const std::string gone =
      "X: this month's $0.02 are spent. The bot reads and says nothing there until next month, or until "
      "`monthly_dollars` is raised and the service reloaded.";
  EXPECT_EQ(troubles(), Lines{gone});
  const auto refused = network.publish(reply_to(asked));
  EXPECT_EQ(refused.error().kind, base::ErrorKind::unavailable);
  EXPECT_EQ(refused.error().message, gone);
  const auto calls = server.requests().size();
  std::this_thread::sleep_for(std::chrono::milliseconds{50});
  EXPECT_EQ(server.requests().size(), calls);
  say("Next month #flockcourse");
  clock.advance(std::chrono::hours{24 * 30});  // the post is old by then, the stream is not
  ASSERT_TRUE(server.wait_until_streamed());
}

}  // namespace
