// Who may be asked for: keeps other web sites' pages from reading or changing ours (DNS rebinding, cross-site
// forms).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "console/http.hpp"

namespace console {

class Guard {
 public:
  // Beside the names of this machine (localhost, 127.0.0.1, [::1]) only `allowed_hosts` are answered to.
  // Ports do not matter: a tunnel may end at another one.
  explicit Guard(const std::vector<std::string>& allowed_hosts);

  // None: go on.
  std::optional<Response> refuse(const Request& request) const;

 private:
  std::vector<std::string> hosts_;
};

}  // namespace console
