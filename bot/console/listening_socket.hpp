// A bound and listening TCP socket, or a sentence that says why not.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"

namespace console {

struct ListeningSocket {
  int descriptor = -1;  // the receiver closes it
  std::uint16_t port = 0;
};

base::Result<ListeningSocket> listen_on(const std::string& host, std::uint16_t port);
bool is_loopback(const std::string& host);

}  // namespace console
