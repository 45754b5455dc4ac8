#include "tests/cli/program.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

namespace program {
namespace {

const std::string binary = FLOCKMATE_BINARY_DIR "/flockmate";

std::string content(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The child's side: never returns.
[[noreturn]] void become(const std::vector<std::string>& arguments, const std::string& in,
                         const std::string& out, const std::string& err, const std::string& folder) {
  std::vector<char*> words{const_cast<char*>(binary.c_str())};
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  ::dup2(::open(in.c_str(), O_RDONLY), STDIN_FILENO);
  ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
  ::dup2(out == err ? STDOUT_FILENO : ::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
  if (::chdir(folder.c_str()) == 0) ::execv(binary.c_str(), words.data());
  ::_exit(127);
}

// In the child, before it becomes the program: root's way past every permission is left behind.
void leave_privileges() {
  for (const unsigned long one : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH}) {
    if (::geteuid() == 0 && ::prctl(PR_CAPBSET_DROP, one, 0UL, 0UL, 0UL) != 0) ::_exit(126);
  }
}

Ran run_in_child(const std::vector<std::string>& arguments, const std::string& input,
                 const std::string& folder, void (*prepare)()) {
  const Folder files;
  files.write("in", input);
  const pid_t child = ::fork();
  if (child == 0) {
    prepare();
    become(arguments, files.path("in"), files.path("out"), files.path("err"), folder);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content(files.path("out")),
          content(files.path("err"))};
}

}  // namespace

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "flockmate-cli-XXXXXX").string();
  folder_ = ::mkdtemp(name.data());
}

Folder::~Folder() {
  std::filesystem::remove_all(folder_);
}

std::string Folder::path(const std::string& name) const {
  return name.empty() ? folder_.string() : (folder_ / name).string();
}

void Folder::write(const std::string& name, const std::string& text) const {
  std::filesystem::create_directories((folder_ / name).parent_path());
  std::ofstream(folder_ / name) << text;
}

Ran run(const std::vector<std::string>& arguments, const std::string& input, const std::string& folder) {
  return run_in_child(arguments, input, folder, [] {});
}

Ran run_as_no_root(const std::vector<std::string>& arguments) {
  return run_in_child(arguments, "", "/", leave_privileges);
}

Running::Running(const std::vector<std::string>& arguments, const std::string& log)
    : pid_(::fork()), log_(log) {
  if (pid_ == 0) become(arguments, "/dev/null", log, log, "/");
}

Running::~Running() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

std::string Running::wait_for(const std::string& text) const {
  for (int i = 0; i < 200; ++i) {
    std::string said = content(log_);
    if (said.find(text) != std::string::npos) return said;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return "";
}

void Running::signal(int number) const {
  if (pid_ > 0) ::kill(pid_, number);  // one to -1 would be one to everybody
}

int Running::wait_for_end() {
  for (int i = 0; i < 200; ++i) {
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) == pid_) {
      pid_ = -1;
      return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return -1;
}

}  // namespace program
