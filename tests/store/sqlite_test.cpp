#include "store/sqlite.hpp"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <future>

#include "tests/store/contract.hpp"

namespace store_tests {
namespace {

using base::ErrorKind;
using base::Status;
using domain::Tables;
using store::SqliteStore;

std::filesystem::path state_in(const fakes::Folder& folder) {
  return folder.path() / "flockmate.sqlite";
}

std::unique_ptr<SqliteStore> open(const std::filesystem::path& path) {
  auto opened = SqliteStore::open(path);
  EXPECT_TRUE(opened.ok()) << opened.error().message;
  return opened.ok() ? std::move(opened).value() : nullptr;
}

Status set(domain::Store& store, const std::string& key, const std::string& value) {
  return store.write([&](Tables& tables) {
    tables.settings.set(key, value);
    return Status();
  });
}

std::string get(domain::Store& store, const std::string& key) {
  std::string value;
  EXPECT_TRUE(store.read([&](Tables& tables) {
    value = tables.settings.get(key);
    return Status();
  }));
  return value;
}

// All bytes of the state folder: the database, its journal, whatever else lies there.
std::string bytes_in(const fakes::Folder& folder) {
  std::string bytes;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    std::ifstream file(entry.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(file), {});
  }
  return bytes;
}

TEST(SqliteStoreTest, state_is_there_after_a_restart) {
  const fakes::Folder folder;
  const auto path = folder.path() / "new" / "folders" / "flockmate.sqlite";
  ASSERT_TRUE(set(*open(path), "cursor", "42"));
  EXPECT_EQ(get(*open(path), "cursor"), "42");
}

TEST(SqliteStoreTest, stopped_is_known_after_a_restart) {
  const fakes::Folder folder;
  EXPECT_TRUE(open(state_in(folder))->write([](Tables& tables) {
    tables.people.set_consent("spring", {practice, "ana"}, domain::Consent::stopped);
    tables.people.forget({practice, "ana"}, true);
    return Status();
  }));
  EXPECT_TRUE(open(state_in(folder))->read([](Tables& tables) {
    EXPECT_EQ(tables.people.find("spring", {practice, "ana"}).consent, domain::Consent::stopped);
    return Status();
  }));
  EXPECT_EQ(bytes_in(folder).find("ana"), std::string::npos) << "only its hash is kept";
}

TEST(SqliteStoreTest, only_its_owner_may_read_the_state) {
  const fakes::Folder folder;
  const auto store = open(state_in(folder));
  ASSERT_TRUE(set(*store, "a", "b"));
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    struct stat status {};
    ASSERT_EQ(::stat(entry.path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600) << entry.path();
  }
}

TEST(SqliteStoreTest, a_second_store_on_the_same_state_is_told_who_has_it) {
  const fakes::Folder folder;
  const auto first = open(state_in(folder));
  const auto second = SqliteStore::open(state_in(folder));
  EXPECT_EQ(second.error().kind, ErrorKind::conflict);
  EXPECT_EQ(second.error().message,
            "The state in " + folder.path().string() + " is in use by another flockmate (process " +
                std::to_string(::getpid()) +
                "). Stop that one first (systemctl stop flockmate), or give this one another "
                "state folder with --state.");
  EXPECT_TRUE(set(*first, "a", "b")) << "the first one goes on";
}

TEST(SqliteStoreTest, a_newer_state_is_left_alone) {
  const fakes::Folder folder;
  ASSERT_TRUE(set(*open(state_in(folder)), "cursor", "42"));
  {
    SQLite::Database database(state_in(folder), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA user_version=7");
  }
  const auto opened = SqliteStore::open(state_in(folder));
  EXPECT_EQ(opened.error().kind, ErrorKind::too_new);
  EXPECT_EQ(
      opened.error().message,
      "The state in " + state_in(folder).string() +
          " was written by a newer Flockmate (its version is 7, this program knows versions up to 1). "
          "Install "
          "the newer Flockmate again, or restore a backup made before the upgrade. Nothing was changed.");
  SQLite::Database database(state_in(folder), SQLite::OPEN_READONLY);
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), 7);
  EXPECT_EQ(database.execAndGet("SELECT value FROM settings WHERE key='cursor'").getString(), "42");
}

TEST(SqliteStoreTest, somebody_elses_database_is_left_alone) {
  const fakes::Folder folder;
  {
    SQLite::Database database(state_in(folder), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("CREATE TABLE recipes (name TEXT)");
  }
  const auto opened = SqliteStore::open(state_in(folder));
  EXPECT_EQ(opened.error().kind, ErrorKind::invalid);
  EXPECT_EQ(opened.error().message,
            state_in(folder).string() +
                " is a database, but not a state of Flockmate's. Give flockmate another state "
                "folder, or move that file away. Nothing was changed.");
}

TEST(SqliteStoreTest, a_damaged_file_is_left_alone) {
  const fakes::Folder folder;
  std::ofstream(state_in(folder)) << std::string(10000, 'x');
  const auto opened = SqliteStore::open(state_in(folder));
  EXPECT_EQ(opened.error().kind, ErrorKind::failed);
  EXPECT_EQ(opened.error().message,
            state_in(folder).string() +
                " is damaged, or is not a state of Flockmate's. Keep a copy of it, then "
                "restore the last backup with: flockmate restore. Nothing was changed.");
  EXPECT_EQ(bytes_in(folder).find(std::string(10000, 'x')) != std::string::npos, true);
}

TEST(SqliteStoreTest, damage_found_later_is_an_error_too) {
  const fakes::Folder folder;
  const auto store = open(state_in(folder));
  EXPECT_TRUE(store->write([](Tables& tables) {
    for (int i = 0; i < 500; ++i)
      tables.posts.remember(post("p" + std::to_string(i), "ana", i, std::string(500, 'a')));
    return Status();
  }));
  ASSERT_TRUE(store->compact());
  {
    std::fstream file(state_in(folder), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(2 * 4096);
    file << std::string(std::filesystem::file_size(state_in(folder)) - 3 * 4096, '\xff');
  }
  const Status status = store->read([](Tables& tables) {
    tables.posts.each("spring", [](const domain::StoredPost&) {});
    return Status();
  });
  ASSERT_FALSE(status.ok());
  EXPECT_NE(status.error().message.find("is damaged"), std::string::npos) << status.error().message;
}

TEST(SqliteStoreTest, is_examined_beside_its_owner_without_a_change) {
  const fakes::Folder folder;
  EXPECT_EQ(SqliteStore::examine(state_in(folder)).error().kind, ErrorKind::not_found);
  {
    const auto store = open(state_in(folder));
    EXPECT_TRUE(store->write([](Tables& tables) {
      for (int i = 0; i < 500; ++i)
        tables.posts.remember(post("p" + std::to_string(i), "ana", i, std::string(500, 'a')));
      return Status();
    }));
    EXPECT_TRUE(SqliteStore::examine(state_in(folder)).ok());
  }
  {
    std::fstream file(state_in(folder), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(20 * 4096);
    file << std::string(10 * 4096, '\xff');
  }
  EXPECT_EQ(SqliteStore::examine(state_in(folder)).error().message,
            state_in(folder).string() +
                " is damaged, or is not a state of Flockmate's. Keep a copy of it, then "
                "restore the last backup with: flockmate restore. Nothing was changed.");
}

TEST(SqliteStoreTest, nothing_of_the_erased_is_left_on_disk) {
  const fakes::Folder folder;
  const auto store = open(state_in(folder));
  const std::string secret = "my grandmother's recipe";
  EXPECT_TRUE(store->write([&](Tables& tables) {
    for (int i = 0; i < 200; ++i) {
      tables.posts.remember(
          post("p" + std::to_string(i), i % 2 == 0 ? "ana" : "ben", i, i % 2 == 0 ? secret : "else"));
    }
    tables.people.note("spring", practice, author("ana", "anabel"), minute(0), true);
    auto row = delivery("k", "p0", "ana");
    row.text = secret;
    tables.outbox.add(row);
    auto proposed = draft("d", "p0", "ana");
    proposed.text = secret;
    tables.drafts.add(proposed);
    return Status();
  }));
  ASSERT_NE(bytes_in(folder).find(secret), std::string::npos);
  EXPECT_TRUE(store->write([](Tables& tables) {
    tables.people.forget({practice, "ana"}, true);
    return Status();
  }));
  ASSERT_TRUE(store->compact());
  const std::string left = bytes_in(folder);
  EXPECT_EQ(left.find(secret), std::string::npos);
  EXPECT_EQ(left.find("anabel"), std::string::npos);
  EXPECT_NE(left.find("else"), std::string::npos) << "the others' posts are still there";
}

TEST(SqliteStoreTest, nothing_of_a_deleted_post_or_an_old_text_is_left_on_disk) {
  const fakes::Folder folder;
  const auto store = open(state_in(folder));
  EXPECT_TRUE(store->write([](Tables& tables) {
    tables.posts.remember(post("p1", "ana", 1, "deleted words"));
    tables.posts.remember(post("p2", "ana", 2, "words of last year"));
    return Status();
  }));
  EXPECT_TRUE(store->write([](Tables& tables) {
    tables.posts.erase({practice, "p1"});
    tables.posts.erase_texts_before("spring", minute(3));
    return Status();
  }));
  ASSERT_TRUE(store->compact());
  const std::string left = bytes_in(folder);
  EXPECT_EQ(left.find("deleted words"), std::string::npos);
  EXPECT_EQ(left.find("words of last year"), std::string::npos);
}

TEST(SqliteStoreTest, an_erasure_gives_the_disk_back) {
  const fakes::Folder folder;
  const auto store = open(state_in(folder));
  EXPECT_TRUE(store->write([](Tables& tables) {
    for (int i = 0; i < 300; ++i)
      tables.posts.remember(post("p" + std::to_string(i), "ana", i, std::string(4000, 'a')));
    return Status();
  }));
  ASSERT_TRUE(store->compact());
  const auto before = std::filesystem::file_size(state_in(folder));
  EXPECT_TRUE(store->write([](Tables& tables) {
    tables.people.forget({practice, "ana"}, false);
    return Status();
  }));
  ASSERT_TRUE(store->compact());
  EXPECT_LT(std::filesystem::file_size(state_in(folder)), before / 2);
  EXPECT_EQ(std::filesystem::file_size(state_in(folder).string() + "-wal"), 0U);
}

TEST(SqliteStoreTest, a_reader_does_not_wait_for_the_writer) {
  const fakes::Folder folder;
  const auto store = open(state_in(folder));
  ASSERT_TRUE(set(*store, "a", "before"));
  EXPECT_TRUE(store->write([&](Tables& tables) {
    tables.settings.set("a", "after");
    auto reading = std::async(std::launch::async, [&] { return get(*store, "a"); });
    EXPECT_EQ(reading.wait_for(std::chrono::seconds{5}), std::future_status::ready);
    EXPECT_EQ(reading.get(), "before");
    return Status();
  }));
  EXPECT_EQ(get(*store, "a"), "after");
}

}  // namespace
}  // namespace store_tests
