#include "tests/app/world.hpp"

#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>

#include "language/reader.hpp"
#include "rulefile/read.hpp"

namespace app_test {

using namespace std::chrono_literals;

const char* const course_yaml = R"(
course:
  name: A week of practice
  site: https://example.org/week
  hashtags: ["#flock"]
  languages: [en]
  time_zone: UTC
  starts: 2026-03-02
  weeks: 8
  facilitators:
    - name: Dana
      practice: dana
)";

base::Status AlertBook::tell(const domain::Alert& alert) {
  if (refuses) return base::Error{base::ErrorKind::unavailable, "Nobody answers."};
  told.push_back(alert);
  return {};
}

base::Status MoodyStore::write(const std::function<base::Status(domain::Tables&)>& work) {
  if (failing_writes == 0) return store_.write(work);
  --failing_writes;
  return store_.write([&](domain::Tables& tables) -> base::Status {
    (void)work(tables);
    return base::Error{base::ErrorKind::failed, "The disk is full."};
  });
}

base::Status MoodyStore::compact() {
  ++compacted;
  return store_.compact();
}

app::Log quiet_log() {
  return std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::null_sink_mt>());
}

std::shared_ptr<const rules::Ruleset> compile(const std::string& yaml, base::Instant now,
                                              int breaker_replies) {
  rulefile::CohortFiles files;
  files.cohort = "week";
  files.files.push_back({"week/all.yaml", yaml});
  for (const std::string word : {"stop", "forget"}) {
    files.templates.push_back({"week/templates/en/consent-" + word + ".mustache", "Confirmed: " + word});
  }
  files.texts["roster.txt"] = "@Ana\n";
  rulefile::ReadOptions options;
  options.now = now;
  options.advise = false;
  options.breaker_replies = breaker_replies;
  auto read = rulefile::read_cohort(files, options);
  EXPECT_TRUE(read.diagnostics.empty()) << rulefile::to_text(read.diagnostics, false);
  if (!read.source) return nullptr;
  auto ruleset = rules::Ruleset::compile(std::move(*read.source), now);
  EXPECT_TRUE(ruleset.ok()) << ruleset.error().message;
  return ruleset ? *ruleset : nullptr;
}

World::World(const std::string& rules, const std::string& course)
    : decider(flock, {{domain::NetworkKind::practice, &network}}, quiet_log()),
      courier(ports(), flock, [] { return 0.0; }),
      scheduler(decider, ports(), flock, [this](const app::Errand& errand) { return run(errand); }) {
  load(rules, course);
  scheduler.run_due();
}

app::Ports World::ports() {
  return {store, {{domain::NetworkKind::practice, &network}}, clock, alerts, quiet_log()};
}

void World::load(const std::string& rules, const std::string& course) {
  const auto ruleset = compile(course_yaml + course + "rules:\n" + rules, clock.now());
  ASSERT_NE(ruleset, nullptr);
  flock.set("week", {ruleset, {}, {}, clock.now()});
}

bool World::run(const app::Errand& errand) {
  app::Aftermath aftermath;
  const auto written = store.write([&](domain::Tables& tables) -> base::Status {
    errand(tables, clock.now(), aftermath);
    return {};
  });
  app::settle(aftermath, ports());
  return written.ok();
}

domain::Post World::post(const std::string& id, const std::string& who, const std::string& text,
                         const std::string& in_reply_to) {
  domain::Post post;
  post.id = id;
  post.version = 0;
  post.author = {.id = "id-" + who, .handle = who, .name = who};
  post.text = text;
  post.created_at = clock.now();
  post.in_reply_to = in_reply_to;
  post.thread = id;
  if (const auto parent = stored(in_reply_to)) post.thread = parent->post.thread;
  const auto entities = language::entities_of(text);
  for (const auto& tag : entities.hashtags) post.tags.push_back(tag.text);
  for (const auto& mention : entities.mentions) {
    post.mentions.push_back(mention.text == "flockmate" ? "bot" : "id-" + mention.text);
  }
  return post;
}

void World::hear(const domain::PostEvent& event) {
  run([&](domain::Tables& tables, base::Instant now, app::Aftermath& aftermath) {
    decider.hear(tables, event, now, aftermath);
  });
}

void World::say(const std::string& id, const std::string& who, const std::string& text,
                const std::string& in_reply_to) {
  hear(fakes::ScriptedNetwork::created(post(id, who, text, in_reply_to)));
}

void World::edit(const std::string& id, const std::string& text) {
  const auto before = stored(id);
  ASSERT_TRUE(before);
  domain::Post edited = post(id, before->post.author.handle, text, before->post.in_reply_to);
  edited.created_at = before->post.created_at;
  edited.edited_at = clock.now();
  edited.version = ++version_;
  hear(fakes::ScriptedNetwork::edited(edited));
}

void World::remove(const std::string& id) {
  hear(fakes::ScriptedNetwork::deleted({domain::NetworkKind::practice, id}));
}

void World::pass(base::Duration time) {
  clock.advance(time);
  while (scheduler.run_due()) deliver();
  deliver();
}

void World::change(const std::function<void(domain::Tables&)>& work) {
  EXPECT_TRUE(store
                  .write([&](domain::Tables& tables) -> base::Status {
                    work(tables);
                    return {};
                  })
                  .ok());
}

std::vector<std::string> World::said() {
  std::vector<std::string> texts;
  for (const auto& said : network.posted()) texts.push_back(said.utterance.text);
  return texts;
}

std::vector<domain::OutboxRow> World::outbox() {
  return look([](domain::Tables& tables) { return tables.outbox.open("week"); });
}
std::vector<domain::Draft> World::drafts() {
  return look([](domain::Tables& tables) { return tables.drafts.open("week"); });
}
std::vector<domain::Card> World::cards() {
  return look([](domain::Tables& tables) { return tables.cards.open("week"); });
}
std::vector<domain::Question> World::questions() {
  return look([](domain::Tables& tables) { return tables.questions.open("week"); });
}
std::vector<domain::Decision> World::traces(const std::string& post) {
  return look([&](domain::Tables& tables) {
    return tables.traces.of_post({domain::NetworkKind::practice, post});
  });
}
std::optional<domain::StoredPost> World::stored(const std::string& post) {
  return look([&](domain::Tables& tables) {
    return tables.posts.find({domain::NetworkKind::practice, post});
  });
}

}  // namespace app_test
