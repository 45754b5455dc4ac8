#include "console/listening_socket.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace console {
namespace {

struct Address {
  sockaddr_storage storage{};
  socklen_t length = 0;
};

bool read_address(const std::string& host, std::uint16_t port, Address& address) {
  const std::string plain = host == "localhost" ? "127.0.0.1" : host;
  auto* four = reinterpret_cast<sockaddr_in*>(&address.storage);
  if (inet_pton(AF_INET, plain.c_str(), &four->sin_addr) == 1) {
    four->sin_family = AF_INET;
    four->sin_port = htons(port);
    address.length = sizeof(sockaddr_in);
    return true;
  }
  auto* six = reinterpret_cast<sockaddr_in6*>(&address.storage);
  if (inet_pton(AF_INET6, plain.c_str(), &six->sin6_addr) != 1) return false;
  six->sin6_family = AF_INET6;
  six->sin6_port = htons(port);
  address.length = sizeof(sockaddr_in6);
  return true;
}

base::Error why_not(int error, const std::string& host, std::uint16_t port) {
  const std::string number = std::to_string(port);
  if (error == EADDRINUSE) {
    return {base::ErrorKind::conflict,
            "Port " + number +
                " is taken by another program. Choose another one with `--port`, for example `--port " +
                std::to_string(port == 65535 ? 8080 : port + 1) + "`."};
  }
  if (error == EACCES) {
    return {base::ErrorKind::failed, "Port " + number +
                                         " may only be used by the system. Choose one above 1023 with "
                                         "`--port`, for example `--port 8080`."};
  }
  if (error == EADDRNOTAVAIL) {
    return {base::ErrorKind::failed,
            "\"" + host + "\" is not an address of this machine. Use 127.0.0.1 for this machine only."};
  }
  return {base::ErrorKind::failed,
          "Cannot listen on " + host + ", port " + number + ": " + std::strerror(error) + "."};
}

std::uint16_t bound_port(int descriptor) {
  sockaddr_storage bound{};
  socklen_t length = sizeof bound;
  if (getsockname(descriptor, reinterpret_cast<sockaddr*>(&bound), &length) != 0) return 0;
  if (bound.ss_family == AF_INET6) return ntohs(reinterpret_cast<sockaddr_in6*>(&bound)->sin6_port);
  return ntohs(reinterpret_cast<sockaddr_in*>(&bound)->sin_port);
}

}  // namespace

base::Result<ListeningSocket> listen_on(const std::string& host, std::uint16_t port) {
  Address address;
  if (!read_address(host, port, address)) {
    return base::Error{
        base::ErrorKind::invalid,
        "\"" + host + "\" is not an address to listen on. Write one like 127.0.0.1 (this machine only)."};
  }
  const int descriptor = socket(address.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor < 0) return why_not(errno, host, port);
  const int yes = 1;
  // So that a restart does not wait for the old connections to be forgotten.
  (void)setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  const bool bound = bind(descriptor, reinterpret_cast<sockaddr*>(&address.storage), address.length) == 0;
  if (!bound || listen(descriptor, 64) != 0) {
    const int error = errno;
    close(descriptor);
    return why_not(error, host, port);
  }
  return ListeningSocket{descriptor, bound_port(descriptor)};
}

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "::1" || host.rfind("127.", 0) == 0;
}

}  // namespace console
