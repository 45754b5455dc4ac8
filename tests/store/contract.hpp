// One contract, two stores: every test of StoreContract runs over memory and over SQLite.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "domain/store.hpp"
#include "tests/fakes/folder.hpp"

namespace store_tests {

inline constexpr domain::NetworkKind practice = domain::NetworkKind::practice;
inline constexpr domain::NetworkKind mastodon = domain::NetworkKind::mastodon;

// Minutes after a fixed moment: Tuesday 3 March 2026, 18:00 UTC.
base::Instant minute(int minutes);
domain::StoredPost post(const std::string& id, const std::string& author, int at_minute = 0,
                        const std::string& text = "Where are the slides?");
domain::StoredPost answer(const std::string& id, const std::string& author, const domain::StoredPost& to,
                          int at_minute = 1);
domain::Author author(const std::string& id, const std::string& handle);
domain::LedgerRow fired(const std::string& cause, const std::string& rule, const std::string& account,
                        int at_minute);
domain::OutboxRow delivery(const std::string& key, const std::string& post_id, const std::string& account,
                           int at_minute = 0);
domain::Draft draft(const std::string& key, const std::string& post_id, const std::string& account,
                    int at_minute = 0);
domain::Decision decision(int at_minute);
std::vector<std::string> ids(const std::vector<domain::StoredPost>& posts);

class StoreContract : public testing::TestWithParam<const char*> {
 protected:
  StoreContract();

  // Runs the work in a transaction that must succeed.
  void write(const std::function<void(domain::Tables&)>& work);
  void read(const std::function<void(domain::Tables&)>& work);
  domain::Store& store() { return *store_; }

 private:
  fakes::Folder folder_;
  std::unique_ptr<domain::Store> store_;
};

}  // namespace store_tests
