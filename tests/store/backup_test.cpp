// Backups made while the state is written to, and put back: whole, private, and never bringing back what
// people took back.
#include "store/backup.hpp"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "store/sqlite.hpp"
#include "tests/store/contract.hpp"

namespace store_tests {
namespace {

namespace fs = std::filesystem;

using base::Status;
using domain::DeliveryState;
using domain::Tables;
using store::SqliteStore;

class Backup : public testing::Test {
 protected:
  Backup() { fs::create_directory(state.parent_path()); }

  void in_state(const std::function<void(Tables&)>& work) const {
    auto opened = SqliteStore::open(state);
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_TRUE((*opened)->write([&](Tables& tables) {
      work(tables);
      return Status();
    }));
  }
  void say(const std::string& id, const std::string& who, int at_minute) const {
    in_state([&](Tables& tables) {
      tables.posts.remember(post(id, who, at_minute));
      tables.people.note("spring", practice, author(who, who), minute(at_minute), true);
    });
  }
  store::Copied back_up() const {
    auto done = store::back_up(state, file);
    EXPECT_TRUE(done) << done.error().message;
    return done ? *done : store::Copied{};
  }
  store::Restored restore(bool replace_newer = true) const {
    auto done = store::restore(file, state, replace_newer, minute(100));
    EXPECT_TRUE(done) << done.error().message;
    return done ? *done : store::Restored{};
  }
  std::string refusal(bool replace_newer = false) const {
    const auto done = store::restore(file, state, replace_newer, minute(100));
    return done ? "" : done.error().message;
  }
  std::set<std::string> names_in(const fs::path& where) const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(where)) names.insert(entry.path().filename());
    return names;
  }
  std::vector<std::string> posts() const {
    std::vector<std::string> found;
    in_state([&](Tables& tables) {
      tables.posts.each("spring", [&](const domain::StoredPost& one) { found.push_back(one.post.id); });
    });
    return found;
  }

  fakes::Folder folder;
  const fs::path state = folder.path() / "state" / "flockmate.sqlite";
  const fs::path file = folder.path() / "monday.backup";
};

mode_t mode_of(const fs::path& path) {
  struct stat about {};
  EXPECT_EQ(::stat(path.c_str(), &about), 0);
  return about.st_mode & 0777U;
}

TEST_F(Backup, is_one_private_file_that_tells_what_it_holds) {
  say("p1", "ana", 1);
  say("p2", "ben", 2);
  const store::Copied copied = back_up();
  EXPECT_EQ(copied.posts, 2);
  EXPECT_EQ(copied.newest, minute(2));
  EXPECT_EQ(copied.bytes, fs::file_size(file));
  EXPECT_EQ(mode_of(file), 0600U);
  EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"monday.backup", "state"}));
}

TEST_F(Backup, is_whole_while_the_state_is_written_to) {
  auto opened = SqliteStore::open(state);
  ASSERT_TRUE(opened);
  std::atomic<bool> enough{false};
  std::thread writer([&] {
    for (int i = 0; !enough; ++i) {
      const std::string id = "p" + std::to_string(i);
      EXPECT_TRUE((*opened)->write([&](Tables& tables) {
        tables.posts.remember(post(id, "ana", 0));
        tables.ledger.add(fired(id, "faq", "ana", 0));
        return Status();
      }));
    }
  });
  for (int i = 0; i < 20; ++i) {
    const auto done = store::back_up(state, file);
    ASSERT_TRUE(done) << done.error().message;
    SQLite::Database copy(file.string());
    EXPECT_EQ(copy.execAndGet("SELECT count(*) FROM posts").getInt(),
              copy.execAndGet("SELECT count(*) FROM ledger").getInt())
        << "half a transaction";
  }
  enough = true;
  writer.join();
}

TEST_F(Backup, replaces_an_older_backup_and_nothing_else) {
  say("p1", "ana", 1);
  back_up();
  say("p2", "ana", 2);
  EXPECT_EQ(back_up().posts, 2);
  const fs::path course = folder.path() / "course.yaml";
  std::ofstream(course) << "course: {name: Precious}\n";
  const auto over_course = store::back_up(state, course);
  ASSERT_FALSE(over_course);
  EXPECT_EQ(over_course.error().message,
            course.string() + " is there already and is no backup of Flockmate's. Name another file.");
  const auto over_state = store::back_up(state, state);
  ASSERT_FALSE(over_state);
  EXPECT_EQ(over_state.error().message,
            state.string() + " is the state itself. Name another file for the backup.");
  EXPECT_EQ(posts().size(), 2U);
  const auto nowhere = store::back_up(state, folder.path() / "none" / "backup");
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().message,
            (folder.path() / "none" / "backup.part").string() +
                " cannot be written (No such file or directory). Check the folder, its permissions and the "
                "room on the disk.");
}

TEST_F(Backup, needs_a_state) {
  const auto done = store::back_up(state, file);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message,
            "There is no state in " + state.parent_path().string() + ". Name its folder with --state.");
  EXPECT_FALSE(fs::exists(file));
  EXPECT_FALSE(fs::exists(state));
}

TEST_F(Backup, of_a_damaged_state_is_none) {
  in_state([](Tables& tables) {
    for (int i = 0; i < 200; ++i) tables.posts.remember(post("p" + std::to_string(i), "ana", i));
  });
  std::fstream bytes(state, std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(static_cast<std::streamoff>(fs::file_size(state) / 2));
  bytes << std::string(20'000, 'x');
  bytes.close();
  const auto done = store::back_up(state, file);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message,
            state.string() + " is damaged: a copy of it does not pass the check. Nothing was changed.");
  EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"state"}));
}

TEST_F(Backup, comes_back_on_a_new_machine) {
  say("p1", "ana", 1);
  back_up();
  fs::remove_all(state.parent_path());
  fs::create_directory(state.parent_path());
  const store::Restored restored = restore(false);
  EXPECT_EQ(restored.copied.posts, 1);
  EXPECT_EQ(restored.kept, "");
  EXPECT_EQ(mode_of(state), 0600U);
  EXPECT_EQ(posts(), (std::vector<std::string>{"p1"}));
}

TEST_F(Backup, does_not_replace_a_newer_state_unless_told) {
  say("p1", "ana", 1);
  back_up();
  EXPECT_EQ(refusal(), "") << "nothing came since";
  say("p2", "ana", 12);
  EXPECT_EQ(refusal(), "The state in " + state.parent_path().string() +
                           " goes on after this backup: it ends at 2026-03-03T18:12:00Z, the backup at "
                           "2026-03-03T18:01:00Z. What came in between would be lost. To restore all the "
                           "same, add --replace-newer. Nothing was changed.");
  EXPECT_EQ(posts().size(), 2U);
  const store::Restored restored = restore(true);
  EXPECT_EQ(restored.kept, state.string() + ".replaced");
  EXPECT_EQ(posts(), (std::vector<std::string>{"p1"}));
  EXPECT_EQ(mode_of(restored.kept), 0600U);
  fs::rename(restored.kept, state);
  EXPECT_EQ(posts().size(), 2U) << "the state that was replaced is whole";
}

TEST_F(Backup, is_not_put_back_under_a_running_service) {
  say("p1", "ana", 1);
  back_up();
  const auto running = SqliteStore::open(state);
  ASSERT_TRUE(running);
  EXPECT_EQ(refusal(true), "The state in " + state.parent_path().string() +
                               " is in use by another flockmate (process " + std::to_string(::getpid()) +
                               "). Stop that one first (systemctl stop flockmate), or give this one another "
                               "state folder with --state.");
}

TEST_F(Backup, must_be_one_of_ours_and_whole) {
  say("p1", "ana", 1);
  EXPECT_EQ(refusal(), "There is no file " + file.string() + ". Nothing was changed.");
  std::ofstream(file) << "Dear diary";
  EXPECT_EQ(refusal(), file.string() + " is damaged, or is no backup of Flockmate's. Nothing was changed.");
  fs::remove(file);
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE a (b)");
  EXPECT_EQ(refusal(), file.string() + " is no backup of Flockmate's. Nothing was changed.");
  fs::remove(file);
  back_up();
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version=99");
  EXPECT_EQ(refusal(), file.string() +
                           " was written by a newer Flockmate (its version is 99, this program knows "
                           "versions up to 1). Install that Flockmate first. Nothing was changed.");
  EXPECT_EQ(posts(), (std::vector<std::string>{"p1"}));
  EXPECT_EQ(names_in(state.parent_path()),
            (std::set<std::string>{"flockmate.sqlite", "flockmate.sqlite.lock"}));
}

TEST_F(Backup, mends_a_damaged_state_when_told) {
  say("p1", "ana", 1);
  back_up();
  std::ofstream(state, std::ios::trunc) << "Ruins, nothing but ruins, where once a database stood.";
  EXPECT_EQ(refusal(), "The state in " + state.parent_path().string() +
                           " cannot be read, so nobody knows whether it goes on after this backup. To "
                           "restore all the same, add --replace-newer. Nothing was changed.");
  restore(true);
  EXPECT_EQ(posts(), (std::vector<std::string>{"p1"}));
}

TEST_F(Backup, what_people_took_back_since_stays_taken_back) {
  say("p1", "ana", 1);
  say("p2", "ben", 2);
  say("p3", "cem", 3);
  back_up();
  in_state([](Tables& tables) {
    tables.people.set_consent("spring", {practice, "ana"}, domain::Consent::stopped);
    tables.people.forget({practice, "ben"}, false);
    tables.posts.erase({practice, "p3"});
  });
  say("p4", "ana", 9);
  const store::Restored restored = restore();
  EXPECT_EQ(restored.stopped, 1);
  EXPECT_EQ(restored.forgotten, 1);
  EXPECT_EQ(restored.deleted, 1);
  in_state([](Tables& tables) {
    EXPECT_EQ(tables.people.find("spring", {practice, "ana"}).consent, domain::Consent::stopped);
    EXPECT_EQ(tables.people.by_handle(practice, "ben"), std::nullopt);
    EXPECT_EQ(tables.posts.find({practice, "p2"}), std::nullopt);
    EXPECT_EQ(tables.posts.remember(post("p2", "ben", 2)), domain::Posts::Remembered::known);
    EXPECT_EQ(tables.posts.remember(post("p3", "cem", 3)), domain::Posts::Remembered::known);
  });
}

TEST_F(Backup, of_another_course_takes_nothing_over) {
  say("p1", "ana", 1);
  back_up();
  fs::remove(state);
  say("q1", "zoe", 50);
  const store::Restored restored = restore();
  EXPECT_EQ(restored.forgotten, 0) << "Ana was never in this state";
  EXPECT_EQ(posts(), (std::vector<std::string>{"p1"}));
}

TEST_F(Backup, what_it_was_about_to_say_may_have_been_said_since) {
  in_state([](Tables& tables) {
    domain::OutboxRow sending = delivery("sending", "p1", "ana");
    sending.state = DeliveryState::sending;
    tables.outbox.add(delivery("planned", "p1", "ana"));
    tables.outbox.add(sending);
    domain::OutboxRow sent = delivery("sent", "p1", "ana");
    sent.state = DeliveryState::sent;
    tables.outbox.add(sent);
  });
  back_up();
  restore();
  in_state([](Tables& tables) {
    EXPECT_EQ(tables.outbox.find("planned")->state, DeliveryState::in_doubt);
    EXPECT_EQ(tables.outbox.find("sending")->state, DeliveryState::in_doubt);
    EXPECT_EQ(tables.outbox.find("sent")->state, DeliveryState::sent);
    EXPECT_EQ(tables.settings.get(domain::restored_setting), "2026-03-03T19:40:00Z");
  });
}

}  // namespace
}  // namespace store_tests
