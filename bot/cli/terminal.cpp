#include "cli/terminal.hpp"

#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "base/text.hpp"

namespace cli {
namespace {

constexpr std::size_t longest_answer = 4096;

class NoEcho {
 public:
  NoEcho() : is_terminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_terminal_) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~NoEcho() {
    if (!is_terminal_) return;
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    std::cerr << '\n';
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;

 private:
  termios before_{};
  bool is_terminal_;
};

}  // namespace

std::string ask(const std::string& question) {
  std::cerr << question << std::flush;
  std::string answer;
  for (char letter = 0; std::cin.get(letter) && letter != '\n';) {
    if (answer.size() < longest_answer) answer += letter;
  }
  return base::trim(answer);
}

std::string ask_secret(const std::string& question) {
  const NoEcho silence;
  return ask(question);
}

}  // namespace cli
