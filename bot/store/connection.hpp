// One connection to the database: its settings, its prepared statements, and values in and out of them.
// Not thread-safe; whoever owns it takes turns. Throws SQLite::Exception.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/clock.hpp"
#include "store/words.hpp"

namespace store {

// The columns of one result row, read from left to right.
class Row {
 public:
  explicit Row(const SQLite::Statement& statement) : statement_(statement) {}

  std::string text();
  std::int64_t integer();
  int small() { return static_cast<int>(integer()); }
  bool flag() { return integer() != 0; }
  base::Instant instant() { return base::from_millis(integer()); }
  std::optional<base::Instant> maybe_instant();
  template <typename Enum>
  Enum word(Enum last) {
    return value_of(text(), last);
  }

 private:
  const SQLite::Statement& statement_;
  int next_ = 0;
};

class Connection {
 public:
  enum class Use { write, read };
  Connection(const std::string& path, Use use);

  // Statements are prepared once and kept: `sql` must be a string literal. Arguments fill ?1, ?2, … and must
  // outlive the call; in `each`, `take` must not run the same statement again.
  template <typename... Values>
  int run(const char* sql, const Values&... values) {
    const Loan use(*this, sql);
    bind_all(use.statement, values...);
    return use.statement.exec();
  }
  template <typename Take, typename... Values>
  void each(const char* sql, Take&& take, const Values&... values) {
    const Loan use(*this, sql);
    bind_all(use.statement, values...);
    while (use.statement.executeStep()) {
      Row row(use.statement);
      take(row);
    }
  }
  // What `take` makes of the first row; none when there is no row.
  template <typename Take, typename... Values>
  auto first(const char* sql, Take&& take, const Values&... values) {
    const Loan use(*this, sql);
    bind_all(use.statement, values...);
    using Taken = decltype(take(std::declval<Row&>()));
    if (!use.statement.executeStep()) return std::optional<Taken>{};
    Row row(use.statement);
    return std::optional<Taken>(take(row));
  }
  template <typename... Values>
  std::int64_t number(const char* sql, const Values&... values) {
    return first(
               sql, [](Row& row) { return row.integer(); }, values...)
        .value_or(0);
  }

  void execute(const std::string& sql) { database_.exec(sql); }  // any number of statements, not kept
  bool in_transaction() const;

 private:
  // Lends a kept statement and resets it afterwards, so that no lock stays behind.
  struct Loan {
    Loan(Connection& connection, const char* sql) : statement(connection.prepared(sql)) {}
    ~Loan() { statement.tryReset(); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    SQLite::Statement& statement;
  };
  SQLite::Statement& prepared(const char* sql);

  template <typename... Values>
  static void bind_all(SQLite::Statement& statement, const Values&... values) {
    int place = 0;
    (bind(statement, ++place, values), ...);
  }
  static void bind(SQLite::Statement& statement, int place, const std::string& text) {
    statement.bindNoCopy(place, text);
  }
  static void bind(SQLite::Statement& statement, int place, const char* text) { statement.bind(place, text); }
  static void bind(SQLite::Statement& statement, int place, std::string_view text) {
    statement.bind(place, std::string(text));
  }
  static void bind(SQLite::Statement& statement, int place, bool flag) {
    statement.bind(place, flag ? 1 : 0);
  }
  static void bind(SQLite::Statement& statement, int place, int number) { statement.bind(place, number); }
  static void bind(SQLite::Statement& statement, int place, std::int64_t number) {
    statement.bind(place, number);
  }
  static void bind(SQLite::Statement& statement, int place, std::uint64_t number) {
    statement.bind(place, static_cast<std::int64_t>(number));
  }
  static void bind(SQLite::Statement& statement, int place, base::Instant at) {
    statement.bind(place, base::to_millis(at));
  }
  static void bind(SQLite::Statement& statement, int place, const std::optional<base::Instant>& at) {
    if (at) {
      bind(statement, place, *at);
    } else {
      statement.bind(place);
    }
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  static void bind(SQLite::Statement& statement, int place, Enum value) {
    bind(statement, place, to_word(value));
  }

  SQLite::Database database_;
  std::unordered_map<const char*, SQLite::Statement> statements_;
};

}  // namespace store
