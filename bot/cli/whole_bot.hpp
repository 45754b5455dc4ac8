// The whole bot, wired: store, network, clock, service, pages and socket. `practice` and `run` differ in a
// few ports.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "cli/cohorts.hpp"

namespace spdlog {
class logger;
}

namespace cli {

struct BotOptions {
  Settings settings;
  std::vector<std::filesystem::path> cohorts;
  std::filesystem::path state;
  bool practice = true;
  int port = 8080;
  std::optional<std::string> password_hash;  // needed unless it is practice
  std::shared_ptr<spdlog::logger> log;
};

class WholeBot {
 public:
  // Running when it returns. Errors are sentences for whoever started the program.
  static base::Result<std::unique_ptr<WholeBot>> start(const BotOptions& options);
  ~WholeBot();  // stops within 5 seconds; nothing is lost
  WholeBot(const WholeBot&) = delete;
  WholeBot& operator=(const WholeBot&) = delete;

  std::string address() const;  // of the pages
  base::Status reload();
  bool is_alive();  // the store can be read and decisions are not stuck

 private:
  struct Parts;
  explicit WholeBot(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace cli
