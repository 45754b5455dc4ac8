// From a request to a page: the table of addresses, the login before them, and errors as pages.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "console/guard.hpp"
#include "console/http.hpp"
#include "console/login_gate.hpp"
#include "console/page_shelf.hpp"
#include "console/ports.hpp"
#include "console/rules_pages.hpp"
#include "console/scene.hpp"
#include "console/sessions.hpp"
#include "console/watch_pages.hpp"

namespace console {

// Thread-safe.
class DeskPages {
 public:
  DeskPages(const Ports& ports, std::unique_ptr<PageShelf> shelf,
            const std::optional<std::string>& password_hash, const std::vector<std::string>& allowed_hosts);

  // Never throws.
  Response answer(const Request& request);

 private:
  Response answer_known(const Request& request, const std::string& session);
  Response answer_get(const Request& request, const std::string& session);
  Response answer_post(const Request& request, const std::string& session);
  Response room(const Request& request, const std::string& session);
  Response why(const Request& request, const std::string& session);
  Response rules(const Request& request, const std::string& session);
  Response do_it(const Request& request, const std::string& session);
  Response login_page(const std::string& session, const std::string& trouble, int status);
  Response log_in(const Request& request, const std::string& session);
  Response log_out(const std::string& session);
  Response status_json();
  Response trouble(int status, const std::string& words);
  // What was written in the editor comes back with the words, so that it is not lost.
  Response not_taken(const Request& request, int status, const std::string& words);
  bool let_in(const std::string& session);
  base::Result<Scene> scene_of(const Request& request, const std::string& session);

  Ports ports_;
  std::unique_ptr<PageShelf> shelf_;
  Guard guard_;
  Sessions sessions_;
  std::unique_ptr<LoginGate> gate_;  // null in practice
  RulesPages rules_pages_;
  WatchPages watch_pages_;
};

}  // namespace console
