#include "cli/runtime.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include "base/files.hpp"
#include "base/text.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read before any thread starts
  return value == nullptr ? "" : value;
}

fs::path default_state_folder() {
  const std::string state_home = environment("XDG_STATE_HOME");
  if (!state_home.empty()) return fs::path(state_home) / "flockmate";
  const std::string home = environment("HOME");
  return (home.empty() ? fs::path("/var/lib") : fs::path(home) / ".local" / "state") / "flockmate";
}

}  // namespace

fs::path state_place(const std::string& asked, const fs::path& configured) {
  if (!asked.empty()) return asked;
  const std::string given = base::split(environment("STATE_DIRECTORY"), ':').front();
  if (!given.empty()) return given;
  return configured.empty() ? default_state_folder() : configured;
}

base::Result<fs::path> state_folder(const std::string& asked, const fs::path& configured) {
  const fs::path folder = state_place(asked, configured);
  std::error_code code;
  if (fs::exists(folder, code) && !fs::is_directory(folder, code)) {
    return base::Error{base::ErrorKind::invalid,
                       "The state folder " + folder.string() + " is a file. Name another one with --state."};
  }
  fs::create_directories(folder, code);
  if (code) {
    return base::Error{base::ErrorKind::failed,
                       "Cannot make the state folder " + folder.string() + ": " + code.message() +
                           ". Name another one with --state, or mend its permissions."};
  }
  const fs::path probe = folder / ".writable";
  if (const base::Status written = base::write_file_atomically(probe, ""); !written) {
    return base::Error{base::ErrorKind::failed,
                       "The state folder " + folder.string() +
                           " cannot be written to. Name another one with --state, or mend "
                           "its permissions. (" +
                           written.error().message + ")"};
  }
  fs::remove(probe, code);
  return folder;
}

fs::path socket_path(const fs::path& state) {
  const std::string runtime = base::split(environment("RUNTIME_DIRECTORY"), ':').front();
  return (runtime.empty() ? state : fs::path(runtime)) / "flockmate.sock";
}

base::Result<std::string> read_credential(const std::string& name) {
  const std::string folder = environment("CREDENTIALS_DIRECTORY");
  const bool own_file = fs::path(name).is_absolute();
  if (!own_file && folder.empty()) {
    return base::Error{
        base::ErrorKind::not_found,
        "The credential " + name +
            " is not there: systemd passes it (LoadCredential=), or give the path of a file that only its "
            "owner can read."};
  }
  const fs::path path = own_file ? fs::path(name) : fs::path(folder) / name;
  struct stat about {};
  const bool there = ::stat(path.c_str(), &about) == 0;
  if (!there && errno == ENOENT) {
    return base::Error{base::ErrorKind::not_found, "The credential " + path.filename().string() +
                                                       " is not there: no file " + path.string() +
                                                       ". `flockmate doctor` says how it is made."};
  }
  if (own_file && there && (about.st_mode & 077U) != 0) {
    return base::Error{base::ErrorKind::refused,
                       path.string() + " can be read by others. Run: chmod 600 " + path.string()};
  }
  constexpr std::size_t longest = std::size_t{16} * 1024;
  auto content = base::read_file(path, longest);
  if (!content) return content.error();
  return base::trim(*content);
}

std::shared_ptr<spdlog::logger> make_log() {
  auto log = std::make_shared<spdlog::logger>("flockmate", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  // The journal keeps the time itself.
  log->set_pattern(environment("JOURNAL_STREAM").empty() ? "%H:%M:%S %l: %v" : "%l: %v");
  const std::string level = environment("FLOCKMATE_LOG");
  log->set_level(level.empty() ? spdlog::level::info : spdlog::level::from_str(level));
  log->flush_on(spdlog::level::info);
  return log;
}

Signals::Signals() {
  ::sigemptyset(&set_);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) ::sigaddset(&set_, signal);
  ::pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &ignore,
              nullptr);  // a closed connection is an error value, not the end of the process
}

int Signals::wait(int at_most_ms) const {
  const timespec patience{at_most_ms / 1000, (at_most_ms % 1000) * 1'000'000L};
  const int signal = ::sigtimedwait(&set_, nullptr, &patience);
  return signal > 0 ? signal : 0;
}

}  // namespace cli
