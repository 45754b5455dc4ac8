#include "console/control_socket.hpp"

#include "app/desk.hpp"
#include "domain/course.hpp"
#include "domain/store.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>

namespace console {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_message = std::size_t{64} * 1024;
constexpr int backlog = 8;

base::Error failed(const std::string& what, const std::filesystem::path& path) {
  return {base::ErrorKind::failed, what + " " + path.string() + ": " + std::strerror(errno) + "."};
}

base::Result<sockaddr_un> address_of(const std::filesystem::path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string text = path.string();
  if (text.size() >= sizeof(address.sun_path)) {
    return base::Error{
        base::ErrorKind::invalid,
        "The path " + text + " is too long for a socket (107 characters at most). Choose a shorter folder."};
  }
  std::memcpy(static_cast<char*>(address.sun_path), text.c_str(), text.size() + 1);
  return address;
}

void set_patience(int connection) {
  const timeval patience{5, 0};
  ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
  ::setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
}

// A connected descriptor, or -1.
int connect_to(const sockaddr_un& address) {
  const int connection = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (connection < 0) return -1;
  if (::connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) {
    set_patience(connection);
    return connection;
  }
  ::close(connection);
  return -1;
}

bool send_line(int connection, std::string line) {
  line += '\n';
  std::string_view rest = line;
  while (!rest.empty()) {
    const ssize_t sent = ::send(connection, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    rest.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::optional<std::string> receive_line(int connection) {
  std::string line;
  char chunk[4096];
  while (line.size() < longest_message) {
    const ssize_t count = ::recv(connection, chunk, sizeof(chunk), 0);
    if (count <= 0) return std::nullopt;
    line.append(chunk, static_cast<std::size_t>(count));
    if (line.back() == '\n') return line;
  }
  return std::nullopt;
}

Json refusal(const std::string& message) {
  return {{"error", message}};
}

Json forget(const Json& request, app::Desk& desk, domain::Store& store) {
  const auto network = domain::network_from_word(request.value("network", "practice"));
  const std::string handle = request.value("handle", "");
  if (!network || handle.empty()) return refusal("forget needs a network and a handle.");
  std::optional<domain::AccountKey> person;
  const base::Status found = store.read([&](domain::Tables& tables) {
    person = tables.people.by_handle(*network, handle);
    return base::Status();
  });
  if (!found) return refusal(found.error().message);
  if (!person)
    return refusal("Nobody known as @" + handle + " on " + std::string(domain::to_word(*network)) + ".");
  const base::Status done = desk.forget(*person);
  return done ? Json{{"done", true}} : refusal(done.error().message);
}

double in_dollars(std::int64_t millionths) {
  return static_cast<double>(millionths) / 1e6;
}

}  // namespace

Json status_json(const app::StatusReport& report) {
  Json cohorts = Json::array();
  for (const auto& one : report.cohorts) {
    cohorts.push_back({{"cohort", one.cohort},
                       {"course", one.course},
                       {"rules", one.rules},
                       {"posts", one.posts},
                       {"open_questions", one.open_questions},
                       {"open_drafts", one.open_drafts},
                       {"open_cards", one.open_cards},
                       {"outbox", one.outbox},
                       {"bad_files", one.bad_files}});
  }
  Json money = Json::array();
  for (const auto& one : report.money) {
    money.push_back({{"network", domain::to_word(one.network)},
                     {"month", one.bill.month},
                     {"spent", in_dollars(one.bill.spent)},
                     {"cap", in_dollars(one.bill.cap)},
                     {"forecast", in_dollars(one.bill.forecast)},
                     {"is_spent", one.bill.is_spent()},
                     {"prices_as_of", one.bill.prices_as_of},
                     {"sentence", domain::sentence_of(one.bill)}});
  }
  return {{"cohorts", cohorts},
          {"money", money},
          {"hearing", report.hearing},
          {"speech_stopped", report.speech_stopped},
          {"stopped_reason", report.stopped_reason},
          {"queue", report.queue},
          {"now", base::to_rfc3339(report.now)}};
}

Json answer_request(const Json& request, app::Desk& desk, domain::Store& store) {
  if (!request.is_object() || !request.contains("do") || !request.at("do").is_string()) {
    return refusal("A request is an object with \"do\".");
  }
  for (const auto& [key, value] : request.items()) {
    if (!value.is_string()) return refusal("\"" + key + "\" is not a string.");
  }
  const std::string wanted = request.at("do");
  if (wanted == "status") return status_json(desk.status());
  if (wanted == "forget") return forget(request, desk, store);
  return refusal("There is no request \"" + wanted.substr(0, 40) + "\".");
}

base::Result<std::unique_ptr<ControlSocket>> ControlSocket::start(const std::filesystem::path& path,
                                                                  app::Desk& desk, domain::Store& store) {
  const auto address = address_of(path);
  if (!address) return address.error();
  if (const int other = connect_to(*address); other >= 0) {
    ::close(other);
    return base::Error{base::ErrorKind::conflict, "Another flockmate already runs here: it answers on " +
                                                      path.string() + ". Stop it first."};
  }
  ::unlink(path.c_str());
  const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (listener < 0) return failed("Cannot make the socket", path);
  const mode_t before = ::umask(0177);  // nobody else may open it, from its first moment on
  const int bound = ::bind(listener, reinterpret_cast<const sockaddr*>(&*address), sizeof(sockaddr_un));
  ::umask(before);
  if (bound != 0 || ::listen(listener, backlog) != 0) {
    const base::Error error = failed("Cannot make the socket", path);
    ::close(listener);
    return error;
  }
  return std::unique_ptr<ControlSocket>(new ControlSocket(listener, path, desk, store));
}

ControlSocket::ControlSocket(int listener, std::filesystem::path path, app::Desk& desk, domain::Store& store)
    : listener_(listener), path_(std::move(path)), desk_(desk), store_(store), thread_([this] { serve(); }) {}

ControlSocket::~ControlSocket() {
  stopping_ = true;
  thread_.join();
  ::close(listener_);
  ::unlink(path_.c_str());
}

void ControlSocket::serve() {
  constexpr int look_up_ms = 200;  // how long a stop may go unnoticed
  while (!stopping_) {
    pollfd waiting{listener_, POLLIN, 0};
    if (::poll(&waiting, 1, look_up_ms) <= 0) continue;
    const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    set_patience(connection);
    answer(connection);
    ::close(connection);
  }
}

void ControlSocket::answer(int connection) {
  const std::optional<std::string> line = receive_line(connection);
  if (!line) return;
  const Json request = Json::parse(*line, nullptr, false);
  send_line(connection,
            answer_request(request, desk_, store_).dump(-1, ' ', false, Json::error_handler_t::replace));
}

base::Result<Json> ask_service(const std::filesystem::path& path, const Json& request) {
  const auto address = address_of(path);
  if (!address) return address.error();
  const int connection = connect_to(*address);
  if (connection < 0) {
    return base::Error{base::ErrorKind::unavailable, "No flockmate answers on " + path.string() + "."};
  }
  std::optional<std::string> line;
  if (send_line(connection, request.dump(-1, ' ', false, Json::error_handler_t::replace)))
    line = receive_line(connection);
  ::close(connection);
  Json answer = line ? Json::parse(*line, nullptr, false) : Json();
  if (!answer.is_object())
    return base::Error{base::ErrorKind::failed, "The service gave no answer on " + path.string() + "."};
  if (answer.contains("error"))
    return base::Error{base::ErrorKind::refused, answer.at("error").get<std::string>()};
  return answer;
}

}  // namespace console
