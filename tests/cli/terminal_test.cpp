// Secrets typed at a terminal: `flockmate login` on a pseudo-terminal of its own.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "tests/cli/program.hpp"

namespace {

class Terminal {
 public:
  Terminal() : ours_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    EXPECT_EQ(::grantpt(ours_), 0);
    EXPECT_EQ(::unlockpt(ours_), 0);
    theirs_ = ::open(::ptsname(ours_), O_RDWR | O_NOCTTY | O_CLOEXEC);  // NOLINT(concurrency-mt-unsafe)
  }
  ~Terminal() {
    ::close(theirs_);
    ::close(ours_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  pid_t run(const std::string& binary, const std::string& settings) const {
    const pid_t child = ::fork();
    if (child != 0) return child;
    ::dup2(theirs_, STDIN_FILENO);
    ::dup2(theirs_, STDOUT_FILENO);
    ::dup2(theirs_, STDERR_FILENO);
    ::execl(binary.c_str(), binary.c_str(), "login", "bluesky", "--config", settings.c_str(), nullptr);
    ::_exit(127);
  }
  void type(const std::string& keys) const {
    EXPECT_EQ(::write(ours_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
  }
  bool shows_what_is_typed() const {
    termios now{};
    EXPECT_EQ(::tcgetattr(theirs_, &now), 0);
    return (now.c_lflag & ECHO) != 0 && (now.c_lflag & ISIG) != 0;
  }
  std::string wait_for(const std::string& words) const {
    std::string shown;
    pollfd readable{ours_, POLLIN, 0};
    while (shown.find(words) == std::string::npos && ::poll(&readable, 1, 10'000) > 0) {
      char letter = 0;
      if (::read(ours_, &letter, 1) != 1) break;
      shown += letter;
    }
    return shown;
  }

 private:
  int ours_;
  int theirs_ = -1;
};

class SecretAtATerminal : public testing::TestWithParam<std::pair<std::string, int>> {};

// Bug: the terminal stayed silent, and whoever had pressed Ctrl-C typed blindly from then on.
TEST_P(SecretAtATerminal, whoever_breaks_off_gets_the_terminal_back) {
  const auto& [keys, signal] = GetParam();
  program::Folder folder;
  folder.write("flockmate.yaml",
               "cohorts: [course]\nnetworks: {bluesky: {handle: a.test, credential: bluesky}}\n");
  const Terminal terminal;
  ASSERT_TRUE(terminal.shows_what_is_typed());
  const pid_t child = terminal.run(FLOCKMATE_BINARY_DIR "/flockmate", folder.path("flockmate.yaml"));
  ASSERT_NE(terminal.wait_for("The app password of a.test: ").find("app password of"), std::string::npos);
  for (int waited = 0; waited < 5000 && terminal.shows_what_is_typed(); ++waited) ::usleep(1000);
  EXPECT_FALSE(terminal.shows_what_is_typed());
  terminal.type(keys);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status)) << status;
  EXPECT_EQ(WTERMSIG(status), signal);
  EXPECT_TRUE(terminal.shows_what_is_typed());
}

INSTANTIATE_TEST_SUITE_P(Keys, SecretAtATerminal,
                         testing::Values(std::pair{"\x03", SIGINT}, std::pair{"half a sec\x03", SIGINT},
                                         std::pair{"\x1c", SIGQUIT}));

}  // namespace
