// The running service's Unix socket: `flockmate status` and `flockmate forget` talk to it. One JSON object
// in, one out, then the connection closes. Only the service's own user can open it (mode 0600).
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <thread>

#include "base/result.hpp"

namespace app {
class Desk;
struct StatusReport;
}  // namespace app
namespace domain {
class Store;
}  // namespace domain

namespace console {

class ControlSocket {
 public:
  // Listens until destroyed. A socket file that no process answers on is replaced; a live one is an error
  // (conflict).
  static base::Result<std::unique_ptr<ControlSocket>> start(const std::filesystem::path& path,
                                                            app::Desk& desk, domain::Store& store);
  ~ControlSocket();
  ControlSocket(const ControlSocket&) = delete;
  ControlSocket& operator=(const ControlSocket&) = delete;

 private:
  ControlSocket(int listener, std::filesystem::path path, app::Desk& desk, domain::Store& store);
  void serve();
  void answer(int connection);

  int listener_;
  std::filesystem::path path_;
  app::Desk& desk_;
  domain::Store& store_;
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

// What the socket answers to one request: {"do": "status"} or {"do": "forget", "network": …, "handle": …}.
nlohmann::json answer_request(const nlohmann::json& request, app::Desk& desk, domain::Store& store);
nlohmann::json status_json(const app::StatusReport& report);

// The client's side. Errors: unavailable (nothing answers there), failed.
base::Result<nlohmann::json> ask_service(const std::filesystem::path& path, const nlohmann::json& request);

}  // namespace console
