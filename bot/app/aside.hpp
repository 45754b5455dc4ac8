// Work that must not delay a decision: on a thread of its own, which the machine serves last.
#pragma once

#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace app {

// Of the calling thread: everything else on the machine goes first from now on.
void yield_to_others();

// Returns when the work is done, with what it gives.
template <typename Work>
auto aside(const Work& work) {
  std::optional<decltype(work())> result;
  try {
    std::thread([&] {
      yield_to_others();
      result.emplace(work());
    }).join();
  } catch (const std::system_error&) {  // no thread is to be had
    result.emplace(work());
  }
  return std::move(*result);
}

}  // namespace app
