// Runs the real binary as its users do, and folders that go away with the test.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace program {

struct Ran {
  int exit_code = 0;
  std::string out;
  std::string err;
};
// With `input` on standard input, `folder` as the working directory.
Ran run(const std::vector<std::string>& arguments, const std::string& input = "",
        const std::string& folder = "/");

// The same as somebody for whom permissions count, though it is root who tests.
Ran run_as_no_root(const std::vector<std::string>& arguments);

class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string path(const std::string& name = "") const;
  void write(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path folder_;
};

// A smallest course that works.
inline constexpr const char* small_course =
    "course:\n  name: Small\n  hashtags: [\"#small\"]\n  languages: [en]\n  contact: \"@dana\"\n"
    "rules:\n  - rule: say-hello\n    because: A test.\n    mode: auto\n    when: {says: hello}\n    then:\n"
    "      - reply: \"Good day!\"\n    test:\n      - post: \"hello #small\"\n        expect: reply with "
    "\"Good day\"\n"
    "      - post: \"bye #small\"\n        expect: silent\n";

// A running `flockmate practice` (or another command that stays); killed at the end.
class Running {
 public:
  Running(const std::vector<std::string>& arguments, const std::string& log);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  // Waits for that text in what it prints; "" after ten seconds without it.
  std::string wait_for(const std::string& text) const;
  void signal(int number) const;
  int wait_for_end();  // its exit code; -1 when it does not end within ten seconds

 private:
  int pid_ = -1;
  std::string log_;
};

}  // namespace program
