// A listener for the tests of the networks.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "domain/network.hpp"

namespace network_tests {

// What the bot heard. Thread-safe.
class Heard {
 public:
  domain::EventSink sink() {
    return [this](domain::PostEvent event) {
      const std::lock_guard lock(mutex_);
      events_.push_back(std::move(event));
      changed_.notify_all();
      return true;
    };
  }
  bool wait_for(std::size_t count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds{20}, [&] { return events_.size() >= count; });
  }
  std::vector<domain::PostEvent> events() const {
    const std::lock_guard lock(mutex_);
    return events_;
  }
  // "created Hello", "edited Hello again", "deleted 1001" in order.
  std::vector<std::string> lines() const {
    std::vector<std::string> lines;
    for (const domain::PostEvent& event : events()) {
      if (event.kind == domain::PostEvent::Kind::created) lines.push_back("created " + event.post.text);
      if (event.kind == domain::PostEvent::Kind::edited) lines.push_back("edited " + event.post.text);
      if (event.kind == domain::PostEvent::Kind::deleted) lines.push_back("deleted " + event.post.id);
    }
    return lines;
  }
  std::string cursor() const {
    std::string last;
    for (const auto& event : events()) last = event.cursor.empty() ? last : event.cursor;
    return last;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<domain::PostEvent> events_;
};

}  // namespace network_tests
