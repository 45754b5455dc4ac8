// A client that may be as rude as it likes: bytes over a socket to this machine.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace console_test {

class Wire {
 public:
  explicit Wire(std::uint16_t port);
  ~Wire();
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  bool connected() const { return descriptor_ >= 0; }
  bool send(const std::string& bytes) const;  // false: the other side has closed
  // All that comes until `mark` is in it, the other side closes, or the time is over.
  std::string read_until(const std::string& mark, std::chrono::milliseconds at_most) const;
  std::string read_all(std::chrono::milliseconds at_most = std::chrono::seconds(5)) const;

 private:
  int descriptor_ = -1;
};

// One request, the whole answer. The connection is closed after it.
std::string answer_to(std::uint16_t port, const std::string& request);
// "GET path" with a proper Host.
std::string fetch(std::uint16_t port, const std::string& path, const std::string& more_headers = "");
// 0 when there was no answer.
int status_of(const std::string& answer);

}  // namespace console_test
