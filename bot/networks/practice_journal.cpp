#include "networks/practice_journal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>
#include <utility>

#include "base/files.hpp"
#include "networks/line_reader.hpp"
#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::PostEvent;
using nlohmann::json;

namespace {

const char* to_word(PostEvent::Kind kind) {
  switch (kind) {
    case PostEvent::Kind::edited:
      return "edited";
    case PostEvent::Kind::deleted:
      return "deleted";
    case PostEvent::Kind::created:
      break;
  }
  return "created";
}

std::string write_event(const PracticeEvent& event) {
  json line{{"number", event.number}, {"event", to_word(event.kind)}};
  if (!event.key.empty()) line["key"] = event.key;
  if (event.kind == PostEvent::Kind::deleted) {
    line["post"] = {{"id", event.post.id}};
  } else {
    line["post"] = to_json(event.post);
    line["post"]["thread"] = event.post.thread;
    line["post"]["version"] = event.post.version;
  }
  return to_line(line) + "\n";
}

base::Result<PracticeEvent> read_event(const std::string& text) {
  const Error damaged{ErrorKind::invalid, "it is not an event of the practice network"};
  const json line = json::parse(text, nullptr, false);
  const json& number = part_at(line, "number");
  if (!number.is_number_integer()) return damaged;
  PracticeEvent event;
  event.number = number.get<std::int64_t>();
  event.key = text_at(line, "key");
  const std::string kind = text_at(line, "event");
  const json& object = part_at(line, "post");
  if (kind == "deleted") {
    event.kind = PostEvent::Kind::deleted;
    event.post.id = text_at(object, "id");
    return event;
  }
  event.kind = kind == "edited" ? PostEvent::Kind::edited : PostEvent::Kind::created;
  auto post = post_from_json(object);
  if (!post) return post.error();
  event.post = std::move(post).value();
  event.post.thread = text_at(object, "thread");
  const json& version = part_at(object, "version");
  event.post.version = version.is_number_integer() ? version.get<int>() : 0;
  return event;
}

bool write_all(int descriptor, const std::string& bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written = ::write(descriptor, bytes.data() + done, bytes.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    done += static_cast<std::size_t>(written);
  }
  return ::fdatasync(descriptor) == 0;
}

}  // namespace

base::Result<PracticeJournal> PracticeJournal::open(const std::filesystem::path& folder) {
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  PracticeJournal journal(folder / "timeline.ndjson");
  if (auto status = journal.load(); !status) return status.error();
  if (auto status = journal.open_for_appending(); !status) return status.error();
  return journal;
}

PracticeJournal::PracticeJournal(PracticeJournal&& other) noexcept
    : file_(std::move(other.file_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      last_(other.last_),
      events_(std::move(other.events_)) {}

PracticeJournal& PracticeJournal::operator=(PracticeJournal&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(last_, other.last_);
  std::swap(events_, other.events_);
  return *this;
}

PracticeJournal::~PracticeJournal() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

base::Result<PracticeEvent> PracticeJournal::append(PracticeEvent event) {
  event.number = last_ + 1;
  const off_t before = ::lseek(descriptor_, 0, SEEK_END);
  if (!write_all(descriptor_, write_event(event))) {
    const Error error = disk_error();
    const int cut = ::ftruncate(descriptor_, before);  // half a line would spoil the next one
    static_cast<void>(cut);
    return error;
  }
  last_ = event.number;
  events_.push_back(event);
  return event;
}

base::Status PracticeJournal::forget_deleted_words() {
  std::set<std::string> deleted;
  for (const PracticeEvent& event : events_) {
    if (event.kind == PostEvent::Kind::deleted) deleted.insert(event.post.id);
  }
  std::vector<PracticeEvent> left;
  std::string lines;
  for (const PracticeEvent& event : events_) {
    if (deleted.contains(event.post.id) && event.kind != PostEvent::Kind::deleted) continue;
    left.push_back(event);
    lines += write_event(event);
  }
  if (auto status = base::write_file_atomically(file_, lines); !status) return status;
  events_ = std::move(left);
  return open_for_appending();
}

base::Status PracticeJournal::load() {
  std::ifstream stream(file_, std::ios::binary);
  LineReader lines(stream);
  std::size_t good = 0;
  while (stream && lines.next()) {
    auto event = read_event(lines.line());
    if (!lines.terminated()) break;  // cut short by a crash: nobody saw it
    if (!event) {
      return Error{ErrorKind::invalid,
                   file_.string() + " is damaged in line " + std::to_string(lines.number()) + ": " +
                       event.error().message +
                       ". Move the file away to start with an empty practice room. Nothing was "
                       "changed."};
    }
    good = lines.consumed();
    last_ = event->number;
    events_.push_back(std::move(event).value());
  }
  std::error_code problem;
  if (good < lines.consumed()) std::filesystem::resize_file(file_, good, problem);
  return {};
}

base::Status PracticeJournal::open_for_appending() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (descriptor_ < 0) return disk_error();
  return {};
}

Error PracticeJournal::disk_error() const {
  return {ErrorKind::failed,
          "The practice room cannot write " + file_.string() + " (" + std::generic_category().message(errno) +
              "). Make sure that the disk is not full and that the folder belongs to the user who "
              "runs flockmate. Nothing was lost, only this post was not taken."};
}

}  // namespace networks
