// The Rules page's desk: real files in a folder, the service's own desk behind it.
#pragma once

#include <gtest/gtest.h>

#include "app/replay.hpp"
#include "app/service.hpp"
#include "app/workbench.hpp"
#include "base/files.hpp"
#include "networks/silent.hpp"
#include "tests/app/world.hpp"
#include "tests/fakes/folder.hpp"

namespace app_test {

inline const std::string rules_text =
    "# Ours\n"
    "rules:\n"
    "  - rule: slides\n"
    "    because: Asked every week.\n"
    "    mode: auto   # since Monday\n"
    "    when: {says: slides}\n"
    "    then:\n"
    "      - reply: \"They are on the page.\"\n"
    "    test:\n"
    "      - post: \"Where are the slides?\"\n"
    "        expect: reply with \"on the page\"\n"
    "      - post: \"Hello\"\n"
    "        expect: silent\n"
    "  - rule: links\n"
    "    mode: shadow\n"
    "    when: {says: links}\n"
    "    then:\n"
    "      - reply: \"See the list.\"\n";

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

inline app::Backstage backstage() {
  return {[] { return std::make_unique<store::MemoryStore>(); },
          [](domain::NetworkKind kind, const domain::Author& self) {
            return std::make_unique<networks::SilentNetwork>(kind, self);
          }};
}

class WorkbenchTest : public testing::Test {
 protected:
  WorkbenchTest()
      : reload_(
            [&] {
              std::filesystem::create_directories(top_ / "week");
              std::filesystem::create_directories(top_ / "shipped" / "rules");
              return app::CohortPlaces{{top_ / "week"}, {top_ / "shipped"}, top_ / "last_good"};
            }(),
            {}, clock_, flock_),
        service_({store_, networks(), clock_, alerts_, quiet_log()}, flock_, reload_, changes_,
                 [] { return 0.0; }),
        desk_({reload_, flock_, service_, store_, networks(), clock_, backstage(), top_ / "old"}) {
    clock_.set(base::parse_rfc3339("2026-03-03T12:00:00Z").value());
    write("course.yaml", course_yaml);
    write("rules.yaml", rules_text);
    EXPECT_TRUE(reload_.run().ok());
    EXPECT_TRUE(service_.start().ok());
  }
  ~WorkbenchTest() override { service_.stop(); }

  app::Networks networks() { return {{domain::NetworkKind::practice, &network_}}; }
  void write(const std::string& name, const std::string& text) {
    ASSERT_TRUE(base::write_file_atomically(top_ / "week" / name, text).ok());
  }
  std::string on_disk(const std::string& name) { return base::read_file(top_ / "week" / name).value(); }
  std::string version(const std::string& name = "rules.yaml") {
    return desk_.file("week", name).value().version;
  }
  app::Published publish(const std::string& text, const std::string& version) {
    auto published = desk_.publish({"week", "rules.yaml", text}, version);
    EXPECT_TRUE(published.ok()) << published.error().message;
    return published ? *published : app::Published{};
  }
  void say(const std::string& id, const std::string& who, const std::string& text) {
    domain::Post post;
    post.id = id;
    post.thread = id;
    post.author = {.id = "id-" + who, .handle = who, .name = who};
    post.text = text;
    post.tags = {"flock"};
    post.created_at = clock_.now();
    ASSERT_TRUE(network_.deliver(fakes::ScriptedNetwork::created(post, id)));
    ASSERT_TRUE(soon([&] {
      bool decided = false;
      EXPECT_TRUE(store_
                      .read([&](domain::Tables& tables) -> base::Status {
                        decided = !tables.traces.of_post({domain::NetworkKind::practice, id}).empty();
                        return {};
                      })
                      .ok());
      return decided;
    }));
  }
  template <typename Happened>
  bool soon(const Happened& happened) {
    for (int i = 0; i < 3000; ++i) {
      if (happened()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return false;
  }
  app::RuleCard card(const std::string& rule) {
    const auto cards = desk_.rules("week");
    for (const app::RuleCard& one : *cards) {
      if (one.name == rule) return one;
    }
    return {};
  }

  const fakes::Folder own_;
  const std::filesystem::path top_ = own_.path();
  fakes::FixedClock clock_;
  store::MemoryStore store_;
  fakes::ScriptedNetwork network_;
  AlertBook alerts_;
  app::Flock flock_;
  app::Changes changes_;
  app::Reload reload_;
  app::Service service_;
  app::Workbench desk_;
};

}  // namespace app_test
