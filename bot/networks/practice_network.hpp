// The embedded practice network: people type on its page, the bot listens and speaks as on any other network.
// Everything said is kept in the state folder and is there after a restart. A post that was deleted before a
// listener heard of it comes as a deletion only. Thread-safe.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.hpp"
#include "domain/network.hpp"
#include "domain/practice_room.hpp"
#include "networks/practice_journal.hpp"

namespace networks {

class PracticeNetwork final : public domain::Network, public domain::PracticeRoom {
 public:
  // `handle`: the bot's, without @. The clock gives the posts their times and must outlive the network.
  static base::Result<std::unique_ptr<PracticeNetwork>> open(const std::filesystem::path& folder,
                                                             const std::string& handle,
                                                             const base::Clock& clock);
  ~PracticeNetwork() override;

  domain::NetworkKind kind() const override { return domain::NetworkKind::practice; }
  domain::Author self() const override;
  base::Status listen(const std::string& cursor, domain::EventSink sink) override;
  void stop_listening() override;
  base::Result<domain::Published> publish(const domain::Utterance& utterance) override;
  base::Result<std::optional<domain::Published>> look_up(const domain::Utterance& utterance) override;
  base::Status withdraw(const std::string& id) override;
  base::Result<std::vector<domain::Post>> read_thread(const domain::Post& post) override;

  base::Result<domain::Post> say(const domain::PracticePost& post) override;
  base::Result<domain::Post> edit(const std::string& id, const std::string& text) override;
  base::Status remove(const std::string& id) override;
  base::Result<domain::Post> boost(const std::string& id, const std::string& handle) override;
  std::vector<domain::Post> timeline(std::size_t limit) const override;
  std::optional<domain::Post> find(const std::string& id) const override;

 private:
  PracticeNetwork(PracticeJournal journal, std::string handle, const base::Clock& clock);
  void apply(const PracticeEvent& event);
  base::Result<domain::Post> add(domain::Post post, const std::string& key);
  base::Status take_down(const std::string& id);
  const domain::Post* standing(const std::string& id) const;
  domain::Post start_post(domain::Author author) const;
  void fill_from_text(domain::Post& post, const std::string& text) const;
  std::int64_t start_of(const std::string& cursor) const;
  void deliver_from(std::int64_t number, const domain::EventSink& sink);

  const std::string handle_;
  const base::Clock& clock_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  PracticeJournal journal_;
  std::map<std::string, domain::Post> posts_;      // standing ones, by id
  std::map<std::string, domain::Published> said_;  // by the utterance's key
  std::map<std::int64_t, std::string> order_;      // standing ones, by the number of their first event
  std::map<std::string, std::int64_t> numbers_;    // the way back
  std::thread listener_;
  bool stopping_ = false;
};

}  // namespace networks
