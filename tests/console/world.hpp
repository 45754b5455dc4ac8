// The console's world in tests: a memory store, one course, a room and a desk that remember what was asked of
// them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/changes.hpp"
#include "app/desk.hpp"
#include "app/flock.hpp"
#include "app/vitals.hpp"
#include "console/console.hpp"
#include "console/desk_pages.hpp"
#include "console/ports.hpp"
#include "rulefile/read_options.hpp"
#include "store/memory.hpp"
#include "tests/fakes/fixed_clock.hpp"

namespace console_test {

// A desk that writes down each call and answers as told.
class RememberingDesk final : public app::Desk {
 public:
  std::vector<std::string> calls;
  app::StatusReport report;
  app::Vitals measured;
  base::Status next;     // what every doing answers
  bool sendable = true;  // every draft
  std::string chosen_policy = "practice";
  base::Result<domain::Decision> explanation{base::Error{base::ErrorKind::not_found, "Nothing to explain."}};

  app::StatusReport status() override { return report; }
  app::Vitals vitals() override { return measured; }
  base::Status send_draft(const std::string& key, const std::string& text) override {
    return note("send " + key + ": " + text);
  }
  bool may_be_sent(domain::Tables&, const domain::Draft&) const override { return sendable; }
  base::Status dismiss_draft(const std::string& key) override { return note("dismiss " + key); }
  base::Status withdraw(const std::string& key) override { return note("withdraw " + key); }
  base::Status close_card(const std::string& key) override { return note("done " + key); }
  base::Status close_question(const domain::PostKey& post) override {
    return note("close " + std::string(domain::to_word(post.network)) + "/" + post.id);
  }
  base::Status switch_speech_on() override { return note("speech on"); }
  base::Status reload() override { return note("reload"); }
  base::Status use_policy(const std::string& network) override { return note("policy " + network); }
  std::string policy() override { return chosen_policy; }
  base::Result<domain::Decision> explain(const domain::PostKey&) override { return explanation; }
  base::Status forget(const domain::AccountKey& person) override { return note("forget " + person.id); }

 private:
  base::Status note(std::string call) {
    calls.push_back(std::move(call));
    return next;
  }
};

// A room that keeps posts in memory; ids count from 1.
class SmallRoom final : public domain::PracticeRoom {
 public:
  explicit SmallRoom(const base::Clock& clock) : clock_(clock) {}
  std::vector<domain::Post> posts;  // oldest first

  base::Result<domain::Post> say(const domain::PracticePost& post) override;
  base::Result<domain::Post> edit(const std::string& id, const std::string& text) override;
  base::Status remove(const std::string& id) override;
  base::Result<domain::Post> boost(const std::string& id, const std::string& handle) override;
  std::vector<domain::Post> timeline(std::size_t limit) const override;
  std::optional<domain::Post> find(const std::string& id) const override;

 private:
  const base::Clock& clock_;
};

struct World {
  World();
  fakes::FixedClock clock;
  store::MemoryStore store;
  app::Flock flock;
  RememberingDesk desk;
  app::Changes changes;
  SmallRoom room;

  // "Online facilitation": hashtag #flockcourse, Dana (practice: dana) facilitates, time zone UTC.
  void set_course(const std::string& cohort, const std::string& name);
  console::Ports practice_ports();
  console::Ports service_ports();
  console::Options options() const;  // practice, port chosen by the system, the pages of the source tree
  // The pages without a listener; nullptr and a test failure when the files are missing.
  std::unique_ptr<console::DeskPages> practice_pages();
  std::unique_ptr<console::DeskPages> service_pages(const std::string& password_hash);
  void keep(const domain::Post& post, const std::string& cohort = "spring");
};

// A visitor with a cookie and the token of the last page.
class Visitor {
 public:
  explicit Visitor(console::DeskPages& pages) : pages_(pages) {}
  console::Response get(const std::string& path, console::Fields query = {});
  console::Response post(const std::string& path,
                         console::Fields form);  // with the token, like a form of the page
  std::string cookie;
  std::string token;
  std::string address = "127.0.0.1";
  console::Fields more_headers;

 private:
  console::Response send(console::Request request);
  console::DeskPages& pages_;
};

std::string header_of(const console::Response& response, const std::string& name);
// The words a reader sees: tags gone, entities read, white space single.
std::string words_of(const std::string& html);

}  // namespace console_test
