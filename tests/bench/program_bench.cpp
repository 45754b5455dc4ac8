// The program as it ships, from the outside: posts per CPU second of one thread and resident memory of
// `understand` and `replay`, by the number of rules. Starting up is measured with one post and taken off.
// Give the path of another `flockmate` to measure that one.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/bench/made_course.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t post_count = 20'000;

struct Spent {
  double cpu_seconds = 0;
  double resident_megabytes = 0;
};

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Runs a command with `input` as its standard input and nothing heard of its output.
Spent run(const std::vector<std::string>& words, const fs::path& input) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(::open(input.c_str(), O_RDONLY), STDIN_FILENO);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  if (status != 0) std::printf("  (%s %s ended with %d)\n", words[0].c_str(), words[1].c_str(), status);
  return {seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
          static_cast<double>(usage.ru_maxrss) / 1024};
}

class Bench {
 public:
  Bench(std::string program, fs::path folder) : program_(std::move(program)), folder_(std::move(folder)) {
    const auto all = made::posts(post_count);
    write("posts", made::understand_lines(all));
    write("post", made::understand_lines({all[0]}));
    write("archive", made::archive_lines(all));
    write("archived", made::archive_lines({all[0]}));
  }

  // Posts per CPU second.
  double understand(const std::string& name, const made::Size& size) {
    const std::string course = made(name, size);
    const Spent start = run({program_, "understand", "--rules", course}, folder_ / "post");
    const Spent whole = run({program_, "understand", "--rules", course}, folder_ / "posts");
    return print("understand, " + name, start, whole);
  }
  double replay(const std::string& name, const made::Size& size) {
    const std::string course = made(name, size);
    const auto words = [&](const char* archive) {
      return std::vector<std::string>{program_, "replay", folder_ / archive, "--rules", course, "--quiet"};
    };
    return print("replay, " + name, run(words("archived"), "/dev/null"), run(words("archive"), "/dev/null"));
  }

 private:
  void write(const char* name, const std::string& text) const { std::ofstream(folder_ / name) << text; }
  std::string made(const std::string& name, const made::Size& size) const {
    made::write_course(folder_ / name, size);
    return folder_ / name;
  }
  static double print(const std::string& what, const Spent& start, const Spent& whole) {
    const double rate = static_cast<double>(post_count) / (whole.cpu_seconds - start.cpu_seconds);
    std::printf("%-46s %8.0f posts/s   start %5.2f s   resident %4.0f MB\n", what.c_str(), rate,
                start.cpu_seconds, whole.resident_megabytes);
    return rate;
  }

  std::string program_;
  fs::path folder_;
};

}  // namespace

int main(int count, char** words) {
  std::string pattern = fs::temp_directory_path() / "flockmate-bench-XXXXXX";
  if (::mkdtemp(pattern.data()) == nullptr) return 1;
  Bench bench(count > 1 ? words[1] : FLOCKMATE_PROGRAM, pattern);
  using made::Words;
  bench.understand("no rules", {});
  bench.understand("1,000 phrase rules", {1'000, Words::phrases, 0});
  bench.understand("1,000 phrase rules and 300 FAQ entries", {1'000, Words::phrases, 300});
  bench.understand("10,000 phrase rules and 300 FAQ entries", {10'000, Words::phrases, 300});
  const double with_ten = bench.replay("10 phrase rules", {10, Words::phrases, 0});
  bench.replay("100 phrase rules", {100, Words::phrases, 0});
  bench.replay("1,000 phrase rules", {1'000, Words::phrases, 0});
  const double with_many = bench.replay("10,000 phrase rules", {10'000, Words::phrases, 0});
  bench.replay("1,000 regular expressions", {1'000, Words::patterns, 0});
  std::printf("time per post, 10,000 phrase rules against 10: %.2f times\n", with_ten / with_many);
  fs::remove_all(pattern);
  return 0;
}
