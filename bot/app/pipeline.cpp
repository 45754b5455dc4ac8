#include "app/pipeline.hpp"

#include "app/decider.hpp"
#include "domain/course.hpp"
#include "domain/store.hpp"

#include <spdlog/spdlog.h>

namespace app {

Pipeline::Pipeline(Decider& decider, Ports ports, std::function<void(const Aftermath&)> committed)
    : Pipeline(decider, std::move(ports), std::move(committed), Pace{}) {}

Pipeline::Pipeline(Decider& decider, Ports ports, std::function<void(const Aftermath&)> committed, Pace pace)
    : decider_(decider),
      ports_(std::move(ports)),
      committed_(std::move(committed)),
      pace_(pace),
      queue_(pace.queue) {}

Pipeline::~Pipeline() {
  stop();
}

std::string Pipeline::cursor_key(domain::NetworkKind network) {
  return "cursor/" + std::string(domain::to_word(network));
}

void Pipeline::start() {
  thread_ = std::thread([this] { work(); });
}

bool Pipeline::hear(domain::PostEvent event) {
  return queue_.push(std::move(event));
}

bool Pipeline::run(Errand errand) {
  auto done = std::make_shared<std::promise<bool>>();
  auto answer = done->get_future();
  if (!queue_.push(Request{std::move(errand), std::move(done)})) return false;
  return answer.get();
}

void Pipeline::stop() {
  stopping_ = true;
  queue_.close();
  if (thread_.joinable()) thread_.join();
}

void Pipeline::work() {
  while (auto job = queue_.pop()) {
    std::vector<Job> batch;
    batch.push_back(std::move(*job));
    const bool done = commit(batch);
    answer(batch, done);
  }
}

// Tries until it succeeds: the queue fills up meanwhile and the networks wait. A full disk loses nothing.
bool Pipeline::commit(std::vector<Job>& batch) {
  for (;;) {
    Aftermath aftermath;
    const auto written = ports_.store.write([&](domain::Tables& tables) -> base::Status {
      aftermath = {};
      decide(tables, batch, aftermath);
      return {};
    });
    if (written) {
      settle(aftermath, ports_);
      committed_(aftermath);
      return true;
    }
    ports_.log->error("decisions cannot be written: {}", written.error().message);
    if (stopping_) return false;
    std::this_thread::sleep_for(pace_.retry);
  }
}

void Pipeline::decide(domain::Tables& tables, std::vector<Job>& batch, Aftermath& aftermath) {
  const auto begun = std::chrono::steady_clock::now();  // the pace of the machine, not the time of the course
  for (std::size_t next = 0;; ++next) {
    if (next == batch.size()) {
      if (next >= pace_.batch || std::chrono::steady_clock::now() - begun > pace_.longest) return;
      auto job = queue_.try_pop();
      if (!job) return;
      batch.push_back(std::move(*job));
    }
    carry_out(tables, batch[next], aftermath);
  }
}

void Pipeline::carry_out(domain::Tables& tables, Job& job, Aftermath& aftermath) {
  const base::Instant now = ports_.clock.now();
  if (const auto* request = std::get_if<Request>(&job)) {
    request->errand(tables, now, aftermath);
    return;
  }
  const auto& event = std::get<domain::PostEvent>(job);
  decider_.hear(tables, event, now, aftermath);
  if (!event.cursor.empty()) tables.settings.set(cursor_key(event.post.network), event.cursor);
}

void Pipeline::answer(std::vector<Job>& batch, bool done) {
  for (Job& job : batch) {
    if (auto* request = std::get_if<Request>(&job)) request->done->set_value(done);
  }
}

}  // namespace app
