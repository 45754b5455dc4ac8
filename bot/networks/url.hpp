// Addresses on the web: taken apart, checked, put together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace networks {

struct Url {
  std::string scheme;  // http, https, ws or wss
  std::string host;    // lower case; an IPv6 address without its brackets
  std::uint16_t port = 0;
  std::string target;  // path and query, from the first /

  bool is_secure() const { return scheme == "https" || scheme == "wss"; }
  std::string origin() const;  // "https://social.example"; the port only where it is not the usual one
};

// Error (invalid): not an address, no TLS to another machine, a user name inside, white space, a fragment.
base::Result<Url> parse_url(std::string_view text);
bool is_this_machine(std::string_view host);  // localhost, 127.0.0.0/8, ::1

std::string percent_encoded(std::string_view text);  // all but letters, digits and -._~
// "a=1&b=%20": names and values encoded, in the given order. Also the body of an HTML form.
using Parameters = std::vector<std::pair<std::string, std::string>>;
std::string query_of(const Parameters& parameters);

}  // namespace networks
