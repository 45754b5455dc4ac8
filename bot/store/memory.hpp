// The store that lives and dies with the process: for `test`, `replay` and the tests of other floors.
// Keeps the contract of domain::Store, with two differences: readers wait for the writer, and nothing
// survives.
#pragma once

#include <memory>
#include <shared_mutex>

#include "domain/store.hpp"

namespace store {

struct MemoryState;

class MemoryStore final : public domain::Store {
 public:
  MemoryStore();
  ~MemoryStore() override;
  MemoryStore(const MemoryStore&) = delete;
  MemoryStore& operator=(const MemoryStore&) = delete;

  base::Status write(const std::function<base::Status(domain::Tables&)>& work) override;
  base::Status read(const std::function<base::Status(domain::Tables&)>& work) override;
  base::Status compact() override { return {}; }

 private:
  std::shared_mutex mutex_;
  std::unique_ptr<MemoryState> state_;
};

}  // namespace store
