// How the outside is reached: by which proxy, trusting whom. Values; the same for HTTP and WebSocket.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "networks/url.hpp"

namespace networks {

struct Reach {
  std::filesystem::path ca_file = {};           // certificates trusted besides the system's, or ""
  std::string proxy = {};                       // "http://proxy.example:3128", or "" for none
  std::vector<std::string> without_proxy = {};  // hosts, and their subdomains, reached directly; "*" is all

  // The proxy for this host, if any. This machine is always reached directly.
  std::optional<Url> proxy_for(const std::string& host) const;
};

// As the environment says: https_proxy (else http_proxy, all_proxy) and no_proxy, in small or capital
// letters. `variable` gives a variable's value, or "".
Reach reach_of_environment(const std::function<std::string(const std::string&)>& variable);

}  // namespace networks
