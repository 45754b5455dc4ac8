// deploy/packages.txt is the one list of Debian packages: what CMake asks for must stand in it, once, under a
// section.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "base/files.hpp"
#include "base/text.hpp"

namespace {

const std::filesystem::path source = FLOCKMATE_SOURCE_DIR;

std::string text_of(const std::filesystem::path& path) {
  const base::Result<std::string> text = base::read_file(path);
  EXPECT_TRUE(text.ok()) << path;
  return text.ok() ? *text : "";
}

std::multimap<std::string, std::string> packages_by_section() {
  std::multimap<std::string, std::string> packages;
  std::string section;
  for (const std::string& line : base::split(text_of(source / "deploy/packages.txt"), '\n')) {
    if (line.starts_with("# section: ")) section = line.substr(11);
    if (!line.empty() && line[0] != '#') packages.emplace(section, line);
  }
  return packages;
}

// What CMake asks for, and the package that brings it. "": part of CMake, the compiler or the C library.
const std::map<std::string, std::string>& package_of() {
  static const std::map<std::string, std::string> packages{
      {"PkgConfig", "pkg-config"},
      {"Threads", ""},
      {"ICU", "libicu-dev"},
      {"nlohmann_json", "nlohmann-json3-dev"},
      {"yaml-cpp", "libyaml-cpp-dev"},
      {"spdlog", "libspdlog-dev"},
      {"fmt", "libfmt-dev"},
      {"date", "libhowardhinnant-date-dev"},
      {"CLI11", "libcli11-dev"},
      {"XXHASH", "libxxhash-dev"},
      {"RE2", "libre2-dev"},
      {"SQLITE", "libsqlite3-dev"},
      {"SODIUM", "libsodium-dev"},
      {"MICROHTTPD", "libmicrohttpd-dev"},
      {"SYSTEMD", "libsystemd-dev"},
      {"PROMETHEUS", "prometheus-cpp-dev"},
      {"cld2", "libcld2-dev"},
      {"stemmer", "libstemmer-dev"},
      {"SQLiteCpp", "libsqlitecpp-dev"},
      {"kainjow_mustache", "libkainjow-mustache-dev"},
      {"GTest", "libgtest-dev"},
      {"trompeloeil", "libtrompeloeil-cpp-dev"},
      {"benchmark", "libbenchmark-dev"},
      {"cpprestsdk", "libcpprest-dev"},
      {"Boost", "libboost-dev"},
      {"OpenSSL", "libssl-dev"},
  };
  return packages;
}

std::set<std::string> asked_by_cmake() {
  std::set<std::string> asked;
  for (const char* file : {"deploy/cmake/dependencies.cmake", "tests/CMakeLists.txt",
                           "tests/bench/CMakeLists.txt", "tests/fuzz/CMakeLists.txt", "CMakeLists.txt"}) {
    if (!std::filesystem::exists(source / file)) continue;
    for (const std::string& line : base::split(text_of(source / file), '\n')) {
      for (const char* call : {"find_package(", "pkg_check_modules(", "foreach(plain "}) {
        const std::size_t at = line.find(call);
        if (at == std::string::npos) continue;
        const std::string rest = line.substr(at + std::string(call).size());
        const std::vector<std::string> words = base::split(rest.substr(0, rest.find(')')), ' ');
        const bool several = std::string(call).starts_with("foreach");
        asked.insert(words.begin(), several ? words.end() : words.begin() + 1);
      }
    }
  }
  return asked;
}

TEST(Packages, hold_what_cmake_asks_for) {
  std::set<std::string> listed;
  for (const auto& [section, name] : packages_by_section()) listed.insert(name);
  const std::set<std::string> asked = asked_by_cmake();
  EXPECT_GE(asked.size(), 12u);
  for (const std::string& one : asked) {
    const auto package = package_of().find(one);
    ASSERT_NE(package, package_of().end())
        << "CMake asks for " << one << "; tell this test which package brings it";
    EXPECT_TRUE(package->second.empty() || listed.contains(package->second))
        << one << " is in " << package->second;
  }
}

TEST(Packages, stand_once_and_under_a_section) {
  std::set<std::string> seen;
  const std::set<std::string> sections{"build", "run", "test", "lint", "full"};
  for (const auto& [section, name] : packages_by_section()) {
    EXPECT_TRUE(sections.contains(section)) << name << " stands under \"" << section << "\"";
    EXPECT_TRUE(seen.insert(name).second) << name << " stands twice";
    EXPECT_EQ(name.find_first_of(" \t\r"), std::string::npos) << name;
  }
}

}  // namespace
