#include "console/guard.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace console {
namespace {

// "[::1]:8080" and "localhost:8080" without the port, in lower case.
std::string host_name(const std::string& host) {
  const std::size_t bracket = host.find(']');
  const std::size_t colon = host.find(':', bracket == std::string::npos ? 0 : bracket);
  std::string name = host.substr(0, colon);
  for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return name;
}

// "https://host:port" names the same place as the Host header "host:port".
bool same_place(const std::string& origin, const std::string& host) {
  const std::size_t scheme = origin.find("://");
  return scheme != std::string::npos && (base::starts_with_folded(origin, "http")) &&
         origin.substr(scheme + 3) == host;
}

}  // namespace

Guard::Guard(const std::vector<std::string>& allowed_hosts) : hosts_{"localhost", "127.0.0.1", "[::1]"} {
  for (const std::string& host : allowed_hosts) hosts_.push_back(host_name(host));
}

std::optional<Response> Guard::refuse(const Request& request) const {
  const std::string& host = request.header("host");
  if (std::find(hosts_.begin(), hosts_.end(), host_name(host)) == hosts_.end()) {
    return plain_page(
        421, "Wrong address",
        "These pages do not answer to the name in your address bar. Open them as http://127.0.0.1 with the "
        "port, or have the name added to public_names in the service's settings.");
  }
  if (request.method != "POST") return std::nullopt;
  const std::string& origin = request.header("origin");
  if (!origin.empty() && !same_place(origin, host)) {
    return plain_page(403, "Not allowed", "That was asked by a page of another site, so nothing was done.");
  }
  const std::string& type = request.header("content-type");
  if (!type.empty() && !base::starts_with_folded(type, "application/x-www-form-urlencoded")) {
    return plain_page(415, "Not understood", "Send the fields as an ordinary web form does.");
  }
  return std::nullopt;
}

}  // namespace console
