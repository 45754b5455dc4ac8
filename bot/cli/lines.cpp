#include "cli/lines.hpp"

#include <unistd.h>

#include <cerrno>
#include <string_view>

namespace cli {
namespace {

// Bytes read into `chunk`; 0 at the end and on errors that will not go away.
std::size_t read_some(int descriptor, std::string& chunk) {
  for (;;) {
    const ssize_t count = ::read(descriptor, chunk.data(), chunk.size());
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) return 0;
  }
}

}  // namespace

void each_line(int descriptor, std::size_t longest,
               const std::function<void(const std::string&, bool)>& visit,
               const std::function<void()>& at_pause) {
  std::string chunk(std::size_t{256} * 1024, '\0');
  std::string line;
  bool too_long = false;
  const auto finish = [&] {
    if (line.ends_with('\r')) line.pop_back();
    visit(too_long ? std::string() : line, too_long);
    line.clear();
    too_long = false;
  };
  while (const std::size_t count = read_some(descriptor, chunk)) {
    std::string_view rest(chunk.data(), count);
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      const std::string_view part = rest.substr(0, end);
      too_long = too_long || line.size() + part.size() > longest;
      if (!too_long) line += part;
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
      finish();
    }
    at_pause();
  }
  if (!line.empty() || too_long) finish();
  at_pause();
}

}  // namespace cli
