// /health and /metrics: what they say, to whom, and that Prometheus can read it.
#include "console/watch_pages.hpp"

#include <regex>
#include <set>

#include "base/text.hpp"
#include "domain/action.hpp"
#include "domain/store.hpp"
#include "tests/console/pages_fixture.hpp"
#include "tests/console/wire.hpp"

namespace console_test {
namespace {

using namespace std::chrono_literals;

app::Vitals busy() {
  app::Vitals vitals;
  app::Vitals::OfNetwork one;
  one.network = domain::NetworkKind::mastodon;
  one.heard = 12;
  one.decided = 11;
  one.said = {{domain::ActionKind::reply, 3}, {domain::ActionKind::post, 0}, {domain::ActionKind::boost, 1}};
  one.since_last_heard = 90'500ms;
  vitals.networks = {one};
  vitals.cohorts.push_back({"spring \"26\"", 4, 2, 1, 5, {{domain::DeliveryState::in_doubt, 1}}, 1});
  vitals.queue = 7;
  return vitals;
}

// The grammar of the text format 0.0.4, line by line; gives each sample's series and value.
std::map<std::string, double> parsed(const std::string& text) {
  const std::regex help(R"(# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) [^\n]+)");
  const std::regex type(R"(# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge))");
  const std::regex sample(
      R"(([a-zA-Z_:][a-zA-Z0-9_:]*)(\{[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"(?:,[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*")*\})? (\S+))");
  EXPECT_TRUE(text.ends_with("\n"));
  std::map<std::string, double> samples;
  std::set<std::string> families;
  std::string helped;
  std::string family;
  std::string kind;
  for (const std::string& line : base::split(text.substr(0, text.size() - 1), '\n')) {
    std::smatch found;
    if (std::regex_match(line, found, help)) {
      helped = found[1];
    } else if (std::regex_match(line, found, type)) {
      family = found[1];
      kind = found[2];
      EXPECT_EQ(family, helped);
      EXPECT_TRUE(families.insert(family).second) << family << " comes twice";
      EXPECT_EQ(family.ends_with("_total"), kind == "counter") << family;
    } else if (std::regex_match(line, found, sample)) {
      EXPECT_EQ(found[1], family) << "a sample of another family";
      std::size_t read = 0;
      const double value = std::stod(found[3], &read);
      EXPECT_EQ(read, found[3].length()) << line;
      EXPECT_TRUE(samples.emplace(found[1].str() + found[2].str(), value).second) << line;
    } else {
      ADD_FAILURE() << "no line of the format: " << line;
    }
  }
  return samples;
}

TEST(Metrics, ArePrometheusTextWithTheNumbersOfTheService) {
  const auto samples = parsed(console::metrics_text(busy(), "1.2.3"));
  const std::map<std::string, double> expected{
      {R"(flockmate_build_info{version="1.2.3"})", 1},
      {R"(flockmate_healthy)", 1},
      {R"(flockmate_posts_heard_total{network="mastodon"})", 12},
      {R"(flockmate_decisions_total{network="mastodon"})", 11},
      {R"(flockmate_said_total{network="mastodon",kind="reply"})", 3},
      {R"(flockmate_said_total{network="mastodon",kind="post"})", 0},
      {R"(flockmate_said_total{network="mastodon",kind="boost"})", 1},
      {R"(flockmate_last_post_age_seconds{network="mastodon"})", 90.5},
      {R"(flockmate_network_up{network="mastodon"})", 1},
      {R"(flockmate_open_questions{cohort="spring \"26\""})", 4},
      {R"(flockmate_open_drafts{cohort="spring \"26\""})", 2},
      {R"(flockmate_open_cards{cohort="spring \"26\""})", 1},
      {R"(flockmate_waits{cohort="spring \"26\""})", 5},
      {R"(flockmate_bad_rule_files{cohort="spring \"26\""})", 1},
      {R"(flockmate_outbox_deliveries{cohort="spring \"26\"",state="planned"})", 0},
      {R"(flockmate_outbox_deliveries{cohort="spring \"26\"",state="sending"})", 0},
      {R"(flockmate_outbox_deliveries{cohort="spring \"26\"",state="in_doubt"})", 1},
      {R"(flockmate_queued_posts)", 7},
      {R"(flockmate_speech_stopped)", 0},
  };
  auto without_memory = samples;
  EXPECT_GT(samples.at("process_resident_memory_bytes"), 1e6);
  without_memory.erase("process_resident_memory_bytes");
  EXPECT_EQ(without_memory, expected);
}

TEST(Metrics, TellANetworkThatIsNotHeard) {
  app::Vitals vitals = busy();
  vitals.networks[0].away_since = *base::parse_rfc3339("2026-03-03T10:00:00Z");
  vitals.networks[0].away = 20min;
  const auto samples = parsed(console::metrics_text(vitals, "1"));
  EXPECT_EQ(samples.at(R"(flockmate_network_up{network="mastodon"})"), 0);
  EXPECT_EQ(samples.at("flockmate_healthy"), 0);
}

TEST(Metrics, TellWhatANetworkCosts) {
  app::Vitals vitals = busy();
  vitals.networks[0].bill = domain::Bill{"X", "2026-03", 1'250'000, 2'000'000, 25'000'000, "2026-03-01"};
  const auto samples = parsed(console::metrics_text(vitals, "1"));
  EXPECT_EQ(samples.at(R"(flockmate_month_spent_dollars{network="mastodon"})"), 1.25);
  EXPECT_EQ(samples.at(R"(flockmate_month_cap_dollars{network="mastodon"})"), 25);
}

TEST_F(Pages, HealthAndMetricsForTheMachinesOwnMonitoring) {
  world.desk.measured = busy();
  const console::Response well = visitor.get("/health");
  EXPECT_EQ(well.status, 200);
  EXPECT_EQ(well.body, "well\n");
  EXPECT_EQ(well.type, "text/plain; charset=utf-8");
  world.desk.measured.state_readable = false;
  const console::Response ill = visitor.get("/health");
  EXPECT_EQ(ill.status, 503);
  EXPECT_EQ(ill.body, "the state cannot be read\n");
  const console::Response metrics = visitor.get("/metrics");
  EXPECT_EQ(metrics.status, 200);
  EXPECT_EQ(metrics.type, "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_EQ(parsed(metrics.body).at("flockmate_healthy"), 0);
}

TEST_F(Pages, HealthAndMetricsNameNobody) {
  said("ana", "Where are the slides?");
  for (const char* path : {"/health", "/metrics"}) {
    const std::string body = visitor.get(path).body;
    for (const char* word : {"ana", "slides", "Dana", "dana"}) lacks(body, word);
  }
}

TEST(WatchPages, AnswerNobodyElse) {
  World world;
  const auto pages = world.service_pages("$argon2id$v=19$m=65536,t=3,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo");
  struct Case {
    std::string address;
    console::Fields headers;
    int status;
  };
  for (const Case& one : {
           Case{"127.0.0.1", {}, 200},
           Case{"::1", {}, 200},
           Case{"192.0.2.7", {}, 404},
           Case{"", {}, 404},
           Case{"127.0.0.1", {{"host", "bot.example.org"}}, 404},
           Case{"127.0.0.1", {{"x-forwarded-for", "192.0.2.7"}}, 404},
           Case{"127.0.0.1", {{"forwarded", "for=192.0.2.7"}}, 404},
           Case{"127.0.0.1", {{"via", "1.1 proxy"}}, 404},
           Case{"127.0.0.1", {{"host", "evil.example"}}, 421},
       }) {
    for (const char* path : {"/health", "/metrics"}) {
      Visitor visitor(*pages);
      visitor.address = one.address;
      visitor.more_headers = one.headers;
      EXPECT_EQ(visitor.get(path).status, one.status) << path << " " << one.address;
    }
  }
}

TEST(WatchPages, AnswerOverASocketWithoutALogin) {
  World world;
  auto started = console::Console::start(world.options(), world.practice_ports());
  ASSERT_TRUE(started) << started.error().message;
  EXPECT_TRUE(fetch((*started)->port(), "/health").ends_with("\r\n\r\nwell\n"));
  EXPECT_NE(fetch((*started)->port(), "/metrics").find("\r\nContent-Type: text/plain; version=0.0.4"),
            std::string::npos);
}

}  // namespace
}  // namespace console_test
