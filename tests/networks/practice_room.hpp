// A practice room in a folder of its own, and somebody who listens to it.
#pragma once

#include <gtest/gtest.h>

#include <condition_variable>
#include <fstream>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "networks/practice_network.hpp"
#include "tests/fakes/fixed_clock.hpp"
#include "tests/fakes/folder.hpp"

namespace network_tests {

using domain::Post;
using domain::PostEvent;
using domain::Utterance;
using networks::PracticeNetwork;

// Takes what a listener hears; the test waits for it.
class Ear {
 public:
  domain::EventSink sink() {
    return [this](PostEvent event) {
      const std::lock_guard lock(mutex_);
      heard_.push_back(std::move(event));
      changed_.notify_all();
      return heard_.size() < enough_;
    };
  }
  std::vector<PostEvent> wait_for(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, std::chrono::seconds{5}, [&] { return heard_.size() >= count; });
    return heard_;
  }
  void stop_after(std::size_t enough) { enough_ = enough; }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<PostEvent> heard_;
  std::size_t enough_ = 1000;
};

class PracticeNetworkTest : public testing::Test {
 protected:
  PracticeNetworkTest() { open(); }

  void open() {
    room_.reset();
    auto opened = PracticeNetwork::open(folder_.path() / "practice", "flockmate", clock_);
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    room_ = std::move(opened).value();
  }
  Post say(const std::string& handle, const std::string& text, const std::string& to = "") {
    clock_.advance(std::chrono::seconds{1});
    auto said =
        room_->say({.handle = handle, .name = "", .text = text, .mention_bot = false, .in_reply_to = to});
    EXPECT_TRUE(said.ok()) << said.error().message;
    return said.ok() ? *said : Post{};
  }
  static Utterance reply(const std::string& key, const Post& to, const std::string& text = "Welcome!") {
    return {.key = key, .kind = Utterance::Kind::reply, .text = text, .language = "en", .to = to};
  }
  std::string journal() const {
    std::ifstream file(folder_.path() / "practice" / "timeline.ndjson");
    return {std::istreambuf_iterator<char>(file), {}};
  }

  fakes::Folder folder_;
  fakes::FixedClock clock_;
  std::unique_ptr<PracticeNetwork> room_;
};

inline std::vector<std::string> ids(const std::vector<Post>& posts) {
  std::vector<std::string> ids;
  ids.reserve(posts.size());
  for (const Post& post : posts) ids.push_back(post.id);
  return ids;
}

}  // namespace network_tests
