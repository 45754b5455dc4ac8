#include "store/schema.hpp"

#include <gtest/gtest.h>

#include <array>

#include "tests/fakes/folder.hpp"

namespace store_tests {
namespace {

using store::Connection;
using store::Migration;

constexpr std::array<Migration, 3> steps{
    "CREATE TABLE words (word TEXT NOT NULL) STRICT; INSERT INTO words VALUES ('one')",
    "ALTER TABLE words ADD COLUMN language TEXT NOT NULL DEFAULT 'en'; INSERT INTO words VALUES ('deux', "
    "'fr')",
    "CREATE INDEX words_language ON words (language)",
};

std::int64_t version(Connection& connection) {
  return connection.number("PRAGMA user_version");
}

TEST(SchemaTest, every_older_version_is_brought_up_to_date) {
  for (std::size_t from = 0; from <= steps.size(); ++from) {
    const fakes::Folder folder;
    Connection connection(folder.path() / "state.sqlite", Connection::Use::write);
    ASSERT_TRUE(migrate(connection, "state.sqlite", std::span(steps).first(from)));
    EXPECT_EQ(version(connection), static_cast<std::int64_t>(from));
    ASSERT_TRUE(migrate(connection, "state.sqlite", steps));
    EXPECT_EQ(version(connection), 3);
    EXPECT_EQ(connection.number("SELECT count(*) FROM words WHERE language='fr'"), 1)
        << "from version " << from;
    ASSERT_TRUE(migrate(connection, "state.sqlite", steps)) << "once more changes nothing";
    EXPECT_EQ(connection.number("SELECT count(*) FROM words"), 2);
  }
}

TEST(SchemaTest, a_step_that_fails_leaves_the_version_before_it) {
  const std::array<Migration, 2> broken{steps[0],
                                        "INSERT INTO words VALUES ('two'); INSERT INTO nowhere VALUES (1)"};
  const fakes::Folder folder;
  Connection connection(folder.path() / "state.sqlite", Connection::Use::write);
  EXPECT_THROW(static_cast<void>(migrate(connection, "state.sqlite", broken)), SQLite::Exception);
  EXPECT_EQ(version(connection), 1);
  EXPECT_EQ(connection.number("SELECT count(*) FROM words"), 1);
  EXPECT_TRUE(migrate(connection, "state.sqlite", steps)) << "the mended program goes on from there";
}

TEST(SchemaTest, a_newer_version_is_refused_and_left_alone) {
  const fakes::Folder folder;
  Connection connection(folder.path() / "state.sqlite", Connection::Use::write);
  ASSERT_TRUE(migrate(connection, "state.sqlite", steps));
  const auto status = migrate(connection, "state.sqlite", std::span(steps).first(2));
  EXPECT_EQ(status.error().kind, base::ErrorKind::too_new);
  EXPECT_EQ(version(connection), 3);
}

TEST(SchemaTest, the_shipped_steps_make_strict_tables_only) {
  const fakes::Folder folder;
  Connection connection(folder.path() / "state.sqlite", Connection::Use::write);
  ASSERT_TRUE(migrate(connection, "state.sqlite", store::migrations()));
  EXPECT_EQ(
      connection.number("SELECT count(*) FROM pragma_table_list "
                        "WHERE schema='main' AND type='table' AND NOT strict AND name NOT LIKE 'sqlite_%'"),
      0);
}

}  // namespace
}  // namespace store_tests
