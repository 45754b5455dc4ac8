// The practice page and the facilitators' pages. They show and ask; nothing is decided here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "console/http.hpp"
#include "console/ports.hpp"

namespace console {

struct Options {
  // Practice needs no password and listens on this machine only. Otherwise the hash (libsodium's
  // crypto_pwhash_str) of the facilitators' one password is needed.
  bool practice = true;
  std::optional<std::string> password_hash;
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;  // 0: the system chooses
  std::vector<std::string>
      allowed_hosts;             // names beside this machine's own under which the pages are reached
  std::filesystem::path folder;  // holds pages/ and static/; see console_folder()
  std::filesystem::path bootstrap = "/usr/share/javascript/bootstrap5/css/bootstrap.min.css";
};

class Console {
 public:
  // Answers requests when it returns. Errors are for whoever started the program: port taken, files missing,
  // no password, practice on an address that others reach.
  static base::Result<std::unique_ptr<Console>> start(const Options& options, const Ports& ports);
  ~Console();  // stops
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  std::uint16_t port() const;
  std::string address() const;  // "http://127.0.0.1:8080/", to be opened
  void stop();                  // no request is answered after it returns; before the ports go

 private:
  Console();
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace console
