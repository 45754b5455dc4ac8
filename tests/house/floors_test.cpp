// The floors table of bot/README.md, compared with every #include under bot/. A floor that leans on one above
// it, a sibling or a library it has no business with fails here, by file and line.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/files.hpp"
#include "base/text.hpp"

namespace {

namespace fs = std::filesystem;

struct Floor {
  std::set<std::string> may_include;
  std::vector<std::string> libraries;  // first parts of header names
  bool pure = false;                   // "open files", "read a clock, …" or the same as such a floor
};

struct Include {
  std::string file;  // "rules/decide.cpp"
  int line = 0;
  std::string target;  // "rules/decide.hpp" or "yaml-cpp/yaml.h"
  bool ours = false;
};

const fs::path source = FLOCKMATE_SOURCE_DIR;

std::string text_of(const fs::path& path) {
  const base::Result<std::string> text = base::read_file(path);
  EXPECT_TRUE(text.ok()) << path;
  return text.ok() ? *text : "";
}

std::vector<std::string> in_backticks(const std::string& cell) {
  std::vector<std::string> words;
  const std::vector<std::string> parts = base::split(cell, '`');
  for (std::size_t i = 1; i < parts.size(); i += 2) words.push_back(parts[i]);
  return words;
}

std::map<std::string, Floor> read_table(const std::string& readme) {
  std::map<std::string, Floor> floors;
  bool pure = false;
  for (const std::string& line : base::split(readme, '\n')) {
    if (!line.starts_with("| `")) continue;
    const std::vector<std::string> cells = base::split(line, '|');
    const std::string may_not = base::trim(cells.at(4));
    if (may_not != "the same")
      pure = may_not.find("files") != std::string::npos || may_not.find("clock") != std::string::npos;
    const std::vector<std::string> below = in_backticks(cells.at(2));
    floors[in_backticks(cells.at(1)).at(0)] = {{below.begin(), below.end()}, in_backticks(cells.at(3)), pure};
  }
  return floors;
}

std::vector<std::string> sources_of_bot() {
  std::vector<std::string> names;
  for (const char* ending : {".hpp", ".cpp"}) {
    const auto files = base::list_files(source / "bot", ending);
    EXPECT_TRUE(files.ok());
    for (const fs::path& file : *files) names.push_back(fs::relative(file, source / "bot").generic_string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<Include> includes_of(const std::string& file, const std::string& text) {
  std::vector<Include> found;
  int number = 0;
  for (const std::string& line : base::split(text, '\n')) {
    ++number;
    if (!line.starts_with("#include ")) continue;
    const std::size_t begin = line.find_first_of("<\"");
    const std::size_t end = line.find_first_of(">\"", begin + 1);
    if (end == std::string::npos) continue;
    found.push_back({file, number, line.substr(begin + 1, end - begin - 1), line[begin] == '"'});
  }
  return found;
}

std::string floor_of(const std::string& path) {
  const std::size_t slash = path.find('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

// Headers of the C++ library by which a pure floor could reach the world or the clock.
bool reaches_the_world(const std::string& header) {
  static const std::set<std::string> worldly{
      "ctime",   "fstream",    "future", "iostream", "random", "thread", "condition_variable",
      "csignal", "syncstream", "print",  "cstdlib"};
  return worldly.contains(header) || header.ends_with(".h");
}

bool is_standard(const std::string& header) {
  return header.find_first_of("./") == std::string::npos;
}

bool is_posix(const std::string& header) {
  static const std::set<std::string> known{"dirent.h",  "fcntl.h",  "netdb.h",   "poll.h",
                                           "pthread.h", "pwd.h",    "signal.h",  "stdlib.h",
                                           "string.h",  "unistd.h", "termios.h", "time.h"};
  return known.contains(header) || header.starts_with("sys/") || header.starts_with("netinet/") ||
         header.starts_with("arpa/");
}

// "" when the floor may include it, else what is wrong.
std::string complaint(const std::map<std::string, Floor>& floors, const Include& one) {
  const std::string name = floor_of(one.file);
  if (name.empty()) return one.ours ? "" : (is_standard(one.target) ? "" : "main includes a library");
  if (!floors.contains(name)) return "the floor " + name + " is not in the table";
  const Floor& floor = floors.at(name);
  if (one.ours) {
    const std::string target = floor_of(one.target);
    if (target == name || floor.may_include.contains(target)) return "";
    return name + " may not include " + (target.empty() ? one.target : target);
  }
  for (const std::string& library : floor.libraries)
    if (one.target.starts_with(library)) return "";
  if (floor.pure && reaches_the_world(one.target)) return name + " is pure";
  if (is_standard(one.target) || (!floor.pure && is_posix(one.target))) return "";
  return name + " may not include this library";
}

using Includes = std::map<std::string, std::vector<Include>>;

Includes all_includes() {
  Includes all;
  for (const std::string& file : sources_of_bot())
    all[file] = includes_of(file, text_of(source / "bot" / file));
  return all;
}

// The longest chain of files that starts here; a file met again on its own chain is a cycle.
int depth(const Includes& all, const std::string& file, std::vector<std::string>& chain,
          std::map<std::string, int>& known) {
  if (std::find(chain.begin(), chain.end(), file) != chain.end()) {
    ADD_FAILURE() << "a cycle: " << base::join(chain, " -> ") << " -> " << file;
    return 0;
  }
  if (const auto it = known.find(file); it != known.end()) return it->second;
  chain.push_back(file);
  int deepest = 0;
  const auto own = all.find(file);
  for (const Include& one : own == all.end() ? std::vector<Include>{} : own->second) {
    if (!one.ours) continue;
    deepest = std::max(deepest, depth(all, one.target, chain, known));
  }
  chain.pop_back();
  return known[file] = deepest + 1;
}

TEST(Floors, every_include_is_one_the_table_allows) {
  const std::map<std::string, Floor> floors = read_table(text_of(source / "bot/README.md"));
  ASSERT_EQ(floors.size(), 11u);
  for (const auto& [file, includes] : all_includes())
    for (const Include& one : includes)
      EXPECT_EQ(complaint(floors, one), "")
          << "bot/" << file << ":" << one.line << " includes " << one.target;
}

TEST(Floors, the_table_has_every_folder_and_no_edge_upward) {
  const std::map<std::string, Floor> floors = read_table(text_of(source / "bot/README.md"));
  for (const auto& entry : fs::directory_iterator(source / "bot")) {
    if (!entry.is_directory()) continue;
    EXPECT_TRUE(floors.contains(entry.path().filename())) << entry.path();
  }
  for (const auto& [name, floor] : floors)
    for (const std::string& below : floor.may_include)
      EXPECT_FALSE(floors.at(below).may_include.contains(name)) << name << " and " << below;
}

TEST(Floors, the_check_itself_notices) {
  const std::map<std::string, Floor> floors = read_table(text_of(source / "bot/README.md"));
  EXPECT_EQ(complaint(floors, {"rules/a.cpp", 1, "store/sqlite.hpp", true}), "rules may not include store");
  EXPECT_EQ(complaint(floors, {"store/a.cpp", 1, "networks/x.hpp", true}), "store may not include networks");
  EXPECT_EQ(complaint(floors, {"app/a.cpp", 1, "yaml-cpp/yaml.h", false}),
            "app may not include this library");
  EXPECT_EQ(complaint(floors, {"rulefile/a.cpp", 1, "yaml-cpp/yaml.h", false}), "");
  EXPECT_EQ(complaint(floors, {"rules/a.cpp", 1, "fstream", false}), "rules is pure");
  EXPECT_EQ(complaint(floors, {"rulefile/a.cpp", 1, "unistd.h", false}), "rulefile is pure");
  EXPECT_EQ(complaint(floors, {"console/a.cpp", 1, "unistd.h", false}), "");
  EXPECT_EQ(complaint(floors, {"attic/a.cpp", 1, "vector", false}), "the floor attic is not in the table");
}

TEST(Floors, no_cycles_and_no_deep_chains) {
  const Includes all = all_includes();
  std::map<std::string, int> known;
  for (const auto& [file, includes] : all) {
    std::vector<std::string> chain;
    EXPECT_LE(depth(all, file, chain, known), 9) << file << " and the chain of what it includes";
  }
}

TEST(Floors, our_includes_exist) {
  for (const auto& [file, includes] : all_includes()) {
    for (const Include& one : includes)
      EXPECT_TRUE(!one.ours || fs::exists(source / "bot" / one.target)) << "bot/" << file << ":" << one.line;
  }
}

TEST(Files, are_short_and_named_for_what_they_are) {
  const std::vector<std::string> banned{"manager", "helper", "util", "handler", "data", "info"};
  for (const std::string& file : sources_of_bot()) {
    const std::string text = text_of(source / "bot" / file);
    EXPECT_LT(std::count(text.begin(), text.end(), '\n'), 300) << file;
    for (const std::string& word : base::split(fs::path(file).stem().string(), '_'))
      for (const std::string& bad : banned)
        EXPECT_FALSE(word == bad || word == bad + "s")
            << "bot/" << file << " is named for nothing in particular";
    EXPECT_EQ(file, [&] {
      std::string small = file;
      std::transform(small.begin(), small.end(), small.begin(),
                     [](unsigned char c) { return std::tolower(c); });
      return small;
    }());
  }
}

TEST(Files, of_pure_floors_ask_no_machine) {
  const std::map<std::string, Floor> floors = read_table(text_of(source / "bot/README.md"));
  for (const std::string& file : sources_of_bot()) {
    const auto floor = floors.find(floor_of(file));
    if (floor == floors.end() || !floor->second.pure) continue;
    const std::string text = text_of(source / "bot" / file);
    for (const char* call : {"_clock::now(", "getenv(", "rand(", "random_device", "fopen(", "std::printf(",
                             "filesystem::exists(", "directory_iterator", "spdlog"})
      EXPECT_EQ(text.find(call), std::string::npos) << "bot/" << file << " uses " << call;
  }
}

TEST(Files, leave_by_returning) {
  for (const std::string& file : sources_of_bot()) {
    if (floor_of(file) == "cli" || file == "main.cpp") continue;
    const std::string text = text_of(source / "bot" / file);
    for (const char* call : {"std::exit(", "std::quick_exit(", "std::abort(", " _exit("})
      EXPECT_EQ(text.find(call), std::string::npos) << "bot/" << file << " calls " << call;
  }
}

}  // namespace
