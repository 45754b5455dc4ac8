#include "tests/endurance/service.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

#include "base/files.hpp"
#include "store/sqlite.hpp"
#include "tests/fakes/free_port.hpp"

namespace endurance {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds look_around{20};
constexpr std::chrono::minutes longest_start{1};
constexpr std::chrono::seconds longest_end{10};

const char* const course = R"(course:
  name: Learning Out Loud
  hashtags: ["#flock"]
  languages: [en]
  contact: "@dana"
  replies: {per_learner_day: 100000, per_thread: 100, per_hour: 1000000, per_day: 1000000}
rules:
  - rule: note
    because: Every reply tells which post it answers.
    mode: auto
    when:
      says: "please note"
    then:
      - reply: "Noted: {{post.link}}"
)";

// Of nobody's password: everything of this service is gone when the run ends.
const char* const password_hash =
    "$argon2id$v=19$m=8,t=1,p=1$7uuCF7vY78vCf2dHLg+IaA$PDVzA3lE2ntQrwq0SVnpHtfFzpy2aAG7TFVxwV3Ic48\n";

[[noreturn]] void become(const fs::path& program, const fs::path& config, const fs::path& log) {
  const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(out, STDERR_FILENO);
  ::execl(program.c_str(), program.c_str(), "run", "--config", config.c_str(), nullptr);
  ::_exit(127);
}

int entries_of(const fs::path& folder) {
  std::error_code gone;
  return static_cast<int>(std::distance(fs::directory_iterator(folder, gone), fs::directory_iterator()));
}

}  // namespace

Service::Service(const fs::path& program, RunningClock& clock)
    : program_(fs::absolute(program)), clock_(clock) {
  std::string name = (fs::temp_directory_path() / "flockmate-endurance-XXXXXX").string();
  folder_ = ::mkdtemp(name.data());
  fs::create_directories(folder_ / "state" / "practice");
  fs::create_directories(folder_ / cohort);
  std::ofstream(folder_ / cohort / "course.yaml") << course;
}

Service::~Service() {
  kill();
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string Service::secret(const std::string& name, const std::string& text) const {
  std::ofstream(folder_ / name) << text;
  fs::permissions(folder_ / name, fs::perms::owner_read | fs::perms::owner_write);
  return (folder_ / name).string();
}

void Service::configure(const std::string& account) const {
  std::ofstream config(folder_ / "flockmate.yaml");
  config << "cohorts: [" << (folder_ / cohort).string() << "]\nstate: " << (folder_ / "state").string()
         << "\nlisten: {host: 127.0.0.1, port: " << fakes::free_port()
         << "}\nconsole_password: " << secret("console-password", password_hash)
         << "\nbreaker_replies: 1000000\nnetworks:\n"
         << account;
}

bool Service::start() {
  std::error_code none;
  const auto before = fs::exists(log(), none) ? fs::file_size(log(), none) : 0;
  pid_ = ::fork();
  if (pid_ == 0) become(program_, folder_ / "flockmate.yaml", log());
  const auto until = steady_clock::now() + longest_start;
  while (steady_clock::now() < until) {
    std::ifstream file(log());
    file.seekg(static_cast<std::streamoff>(before));
    std::ostringstream said;
    said << file.rdbuf();
    if (said.str().find("running; ") != std::string::npos) return true;
    if (::waitpid(pid_, nullptr, WNOHANG) == pid_) break;
    std::this_thread::sleep_for(look_around);
  }
  pid_ = -1;
  return false;
}

void Service::kill() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

bool Service::stop() {
  if (pid_ <= 0) return false;  // it never ran, and a signal to -1 is one to everybody
  ::kill(pid_, SIGTERM);
  const auto until = steady_clock::now() + longest_end;
  while (steady_clock::now() < until) {
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) == pid_) {
      pid_ = -1;
      return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    std::this_thread::sleep_for(look_around);
  }
  kill();
  return false;
}

// The service keeps its clock's shift in a file, for the practice room's sake.
void Service::travel(base::Duration by) {
  clock_.advance(by);
  std::ofstream(folder_ / "state" / "practice" / "clock") << clock_.shift().count();
}

Service::Size Service::size() const {
  const fs::path place = fs::path("/proc") / std::to_string(pid_);
  Size size;
  std::ifstream status(place / "status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) size.mebibytes = std::stod(line.substr(6)) / 1024;
  }
  size.descriptors = entries_of(place / "fd");
  size.threads = entries_of(place / "task");
  std::ifstream stat(place / "stat");
  std::string word;
  std::getline(stat, word, ')');
  for (int i = 0; i < 11; ++i) stat >> word;
  double user = 0;
  double system = 0;
  stat >> user >> system;
  size.cpu_seconds = (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
  return size;
}

base::Status Service::look(const std::function<void(domain::Tables&)>& work) const {
  return store::SqliteStore::read_beside(folder_ / "state" / "flockmate.sqlite",
                                         [&](domain::Tables& tables) -> base::Status {
                                           work(tables);
                                           return {};
                                         });
}

std::string Service::end_of_log() const {
  constexpr std::size_t enough = 6000;
  const auto text = base::read_file(log());
  if (!text) return "";
  return text->size() > enough ? text->substr(text->size() - enough) : *text;
}

}  // namespace endurance
