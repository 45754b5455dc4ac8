// The practice network's memory: one event a line, in the state folder. Not thread-safe.
// A line is on disk before the event is seen by anybody; a last line that a crash cut short is dropped at the
// next start.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/network.hpp"

namespace networks {

struct PracticeEvent {
  std::int64_t number = 0;  // ascends; the cursor
  domain::PostEvent::Kind kind = domain::PostEvent::Kind::created;
  std::string key;  // of the utterance, when the bot said it
  domain::Post post;
};

class PracticeJournal {
 public:
  // Makes the folder when it is missing. Errors: failed (cannot be written), invalid (damaged before its last
  // line).
  static base::Result<PracticeJournal> open(const std::filesystem::path& folder);
  PracticeJournal(PracticeJournal&& other) noexcept;
  PracticeJournal& operator=(PracticeJournal&& other) noexcept;
  PracticeJournal(const PracticeJournal&) = delete;
  PracticeJournal& operator=(const PracticeJournal&) = delete;
  ~PracticeJournal();

  const std::vector<PracticeEvent>& events() const { return events_; }
  std::int64_t last_number() const { return last_; }
  // Gives the event its number. After an error (disk full) nothing was added.
  base::Result<PracticeEvent> append(PracticeEvent event);
  // The words of deleted posts go from the file as well; that they are gone stays.
  base::Status forget_deleted_words();

 private:
  explicit PracticeJournal(std::filesystem::path file) : file_(std::move(file)) {}
  base::Status load();
  base::Status open_for_appending();
  base::Error disk_error() const;

  std::filesystem::path file_;
  int descriptor_ = -1;
  std::int64_t last_ = 0;
  std::vector<PracticeEvent> events_;
};

}  // namespace networks
