#include "networks/resolve.hpp"

#include <netdb.h>
#include <sys/socket.h>

#include <array>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

namespace networks {
namespace {

using base::Error;
using base::ErrorKind;
using Addresses = base::Result<std::vector<std::string>>;

struct Question {
  std::mutex mutex;
  std::condition_variable_any changed;
  std::optional<Addresses> answer;
};

Addresses ask(const std::string& host) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = AI_ADDRCONFIG;
  addrinfo* list = nullptr;
  const int code = ::getaddrinfo(host.c_str(), nullptr, &wanted, &list);
  if (code != 0) return Error{ErrorKind::unavailable, host + " cannot be found: " + ::gai_strerror(code)};
  std::vector<std::string> found;
  for (const addrinfo* one = list; one != nullptr; one = one->ai_next) {
    std::array<char, NI_MAXHOST> digits{};
    if (::getnameinfo(one->ai_addr, one->ai_addrlen, digits.data(), digits.size(), nullptr, 0,
                      NI_NUMERICHOST) == 0) {
      found.emplace_back(digits.data());
    }
  }
  ::freeaddrinfo(list);
  return found;
}

}  // namespace

Addresses resolve(const std::string& host, base::Duration at_most, const std::stop_token& stop) {
  auto question = std::make_shared<Question>();
  const auto work = [question, host] {
    auto found = ask(host);
    const std::lock_guard lock(question->mutex);
    question->answer = std::move(found);
    question->changed.notify_all();
  };
  try {
    std::thread(work).detach();
  } catch (const std::system_error&) {
    return Error{ErrorKind::unavailable, "There is no room for another thread."};
  }
  std::unique_lock lock(question->mutex);
  question->changed.wait_for(lock, stop, at_most, [&] { return question->answer.has_value(); });
  if (question->answer) return *std::move(question->answer);
  return Error{ErrorKind::unavailable, host + " cannot be found: it took too long"};
}

}  // namespace networks
