#include "cli/terminal.hpp"

#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

#include "base/text.hpp"

namespace cli {
namespace {

constexpr std::size_t longest_answer = 4096;

// While a secret is typed the terminal shows nothing, and the keys that end a program are letters that end
// the line: whoever presses them gets their terminal back before the program ends, without a signal handler.
class Silence {
 public:
  Silence() : is_terminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_terminal_) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
    silent.c_cc[VEOL] = before_.c_cc[VINTR];
    silent.c_cc[VEOL2] = before_.c_cc[VQUIT];
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~Silence() {
    if (!is_terminal_) return;
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    std::cerr << '\n';
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

  // What the key would have sent; 0: nothing.
  int signal_of(char letter) const {
    const auto key = static_cast<cc_t>(letter);
    if (!is_terminal_ || key == _POSIX_VDISABLE) return 0;
    if (key == before_.c_cc[VINTR]) return SIGINT;
    return key == before_.c_cc[VQUIT] ? SIGQUIT : 0;
  }

 private:
  termios before_{};
  bool is_terminal_;
};

// Until the end of the line, or a letter that `ends` it.
template <typename Ends>
std::string read_line(const std::string& question, const Ends& ends) {
  std::cerr << question << std::flush;
  std::string answer;
  for (char letter = 0; std::cin.get(letter) && letter != '\n' && !ends(letter);) {
    if (answer.size() < longest_answer) answer += letter;
  }
  return base::trim(answer);
}

}  // namespace

std::string ask(const std::string& question) {
  return read_line(question, [](char) { return false; });
}

std::string ask_secret(const std::string& question) {
  int signal = 0;
  std::string answer;
  {
    const Silence silence;
    answer = read_line(question, [&](char letter) {
      signal = silence.signal_of(letter);
      return signal != 0;
    });
  }
  if (signal != 0) (void)std::raise(signal);
  return answer;
}

}  // namespace cli
