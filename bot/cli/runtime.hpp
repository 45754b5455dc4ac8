// Where a running service keeps its state and can be reached; its log; the signals it obeys.
#pragma once

#include <csignal>
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.hpp"

namespace spdlog {
class logger;
}

namespace cli {

// --state, else systemd's $STATE_DIRECTORY, else the config's `state`, else $XDG_STATE_HOME/flockmate
// (~/.local/state).
std::filesystem::path state_place(const std::string& asked, const std::filesystem::path& configured);
// The same folder, made if it is missing. Error: it cannot be made or written to.
base::Result<std::filesystem::path> state_folder(const std::string& asked,
                                                 const std::filesystem::path& configured);

// systemd's $RUNTIME_DIRECTORY, else the state folder itself.
std::filesystem::path socket_path(const std::filesystem::path& state);

// A credential: $CREDENTIALS_DIRECTORY/NAME, else the file NAME itself when it is absolute and readable by
// its owner only. Error: missing, or open to others.
base::Result<std::string> read_credential(const std::string& name);

// To stderr, with levels as the journal reads them; `level` from $FLOCKMATE_LOG (debug, info, warning,
// error).
std::shared_ptr<spdlog::logger> make_log();

// Blocks the signals of a service in every thread started after it; wait() then receives them one by one.
class Signals {
 public:
  Signals();
  // The next of SIGTERM, SIGINT, SIGHUP within `at_most_ms`; 0 when there was none.
  int wait(int at_most_ms) const;

 private:
  sigset_t set_{};
};

}  // namespace cli
