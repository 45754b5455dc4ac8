// What the scripts say when something is missing, word for word, and that they install from the one list.
#include <gtest/gtest.h>

#include "tests/house/shell.hpp"

namespace {

const std::string source = FLOCKMATE_SOURCE_DIR;

// Runs a script that has deploy/lib.sh at hand, with `programs` before all others.
house::Said with_lib(const house::Folder& folder, const std::string& script) {
  return house::bash(folder.write("script", "set -euo pipefail\nsource '" + source +
                                                "/deploy/lib.sh'\nexport PATH='" +
                                                (folder.path() / "bin").string() + "':$PATH\n" + script));
}

TEST(Scripts, another_distribution_is_told_what_to_do) {
  const house::Folder folder;
  const std::string file =
      folder.write("os-release", "ID=fedora\nVERSION_ID=41\nPRETTY_NAME=\"Fedora Linux 41\"\n");
  const house::Said said = with_lib(folder, "missing=$'cmake\\nmold'; require_debian '" + file + "'");
  EXPECT_EQ(said.text,
            "flockmate: packages are missing, and this is Fedora Linux 41; only Debian 12 or newer is known "
            "to have "
            "them.\n"
            "  Missing: cmake mold \n"
            "  Install what corresponds to them here and run this again, or use a container: docker run -it "
            "debian:12\n");
  EXPECT_EQ(said.code, 1);
}

TEST(Scripts, an_old_debian_is_told_and_a_new_one_is_not) {
  const house::Folder folder;
  const std::string old = folder.write("old", "ID=debian\nVERSION_ID=\"11\"\nPRETTY_NAME=\"Debian 11\"\n");
  const std::string good = folder.write("good", "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian 12\"\n");
  EXPECT_EQ(with_lib(folder, "require_debian '" + old + "'").code, 1);
  const house::Said said = with_lib(folder, "require_debian '" + good + "'");
  EXPECT_EQ(said.text, "");
  EXPECT_EQ(said.code, 0);
  EXPECT_EQ(with_lib(folder, "require_debian /no/such/file").code, 1);
}

TEST(Scripts, without_root_and_sudo_the_command_for_an_administrator_is_shown) {
  const house::Folder folder;
  folder.write("bin/id", "#!/bin/sh\necho 1000\n", true);
  const house::Said said = with_lib(
      folder,
      "command() { [[ $2 != sudo ]] && builtin command \"$@\"; }; missing=$'cmake\\nmold'; as_root true");
  EXPECT_EQ(said.text,
            "flockmate: installing packages needs root, and there is no sudo here.\n"
            "  Run this script as root once, or ask an administrator to run:\n"
            "    apt-get update && apt-get install -y --no-install-recommends cmake mold \n");
  EXPECT_EQ(said.code, 1);
}

TEST(Scripts, a_full_disk_is_told_before_anything_starts) {
  const house::Folder folder;
  folder.write(
      "bin/df",
      "#!/bin/sh\necho 'Filesystem 1024-blocks Used Available Capacity Mounted'\necho 'd 9 9 204800 1% /'\n",
      true);
  const house::Said said = with_lib(folder, "require_space 3 never-built");
  EXPECT_EQ(said.text, "flockmate: 3 GB of free disk are needed in " + source +
                           ", and there are only 200 MB.\n"
                           "  Make room (an old build folder may go: rm -rf build) and run this again.\n");
  EXPECT_EQ(said.code, 1);
}

TEST(Scripts, an_old_compiler_is_told) {
  const house::Folder folder;
  folder.write("bin/old-g++", "#!/bin/sh\necho 10.2.1\n", true);
  const house::Said said = with_lib(folder, "require_compiler old-g++");
  EXPECT_EQ(said.text,
            "flockmate: the compiler old-g++ is version 10.2.1; Flockmate needs 12 or newer (C++20).\n"
            "  Install g++-12 and run this again with CXX=g++-12 in front.\n");
  EXPECT_EQ(said.code, 1);
  const house::Said none = with_lib(folder, "require_compiler no-such-g++");
  EXPECT_EQ(none.text,
            "flockmate: the compiler no-such-g++ cannot be run.\n"
            "  Install it (Debian: apt-get install build-essential) and run this again.\n");
  EXPECT_EQ(with_lib(folder, "require_compiler g++").text, "");
}

// A machine on which nothing is installed: apt-get only writes down what it is asked.
TEST(Scripts, install_what_is_missing_with_one_apt_command) {
  const house::Folder folder;
  folder.write("bin/dpkg-query", "#!/bin/sh\necho 'tzdata installed'\necho 'libjs-bootstrap5 config-files'\n",
               true);
  folder.write("bin/apt-get", "#!/bin/sh\necho apt-get $*\n", true);
  folder.write("bin/id", "#!/bin/sh\necho 0\n", true);
  const house::Said said = with_lib(folder, "require_debian() { :; }; install_packages run");
  EXPECT_EQ(said.text,
            "==> Installing 1 packages: libjs-bootstrap5 \n"
            "apt-get -qq update\n"
            "apt-get -y -q -o Dpkg::Use-Pty=0 install --no-install-recommends libjs-bootstrap5\n");
  EXPECT_EQ(said.code, 0);
}

TEST(Scripts, touch_nothing_when_all_is_installed) {
  const house::Folder folder;
  folder.write("bin/dpkg-query", "#!/bin/sh\necho 'tzdata installed'\necho 'libjs-bootstrap5 installed'\n",
               true);
  folder.write("bin/apt-get", "#!/bin/sh\necho apt-get must not run\nexit 1\n", true);
  const house::Said said = with_lib(folder, "install_packages run");
  EXPECT_EQ(said.text, "==> All 2 packages (run) are installed\n");
  EXPECT_EQ(said.code, 0);
}

TEST(Scripts, apt_failing_is_told) {
  const house::Folder folder;
  folder.write("bin/dpkg-query", "#!/bin/sh\necho\n", true);
  folder.write("bin/id", "#!/bin/sh\necho 0\n", true);
  folder.write("bin/apt-get", "#!/bin/sh\n[ \"$2\" = update ] && exit 0\necho E: no space >&2\nexit 100\n",
               true);
  const house::Said said = with_lib(folder, "require_debian() { :; }; install_packages run");
  EXPECT_EQ(
      said.text,
      "==> Installing 2 packages: libjs-bootstrap5 tzdata \n"
      "E: no space\n"
      "flockmate: apt-get could not install the packages; its own words are above.\n"
      "  Often the disk is full or the network is gone. Mend that and run this again: it goes on where it "
      "stopped.\n");
  EXPECT_EQ(said.code, 1);
}

TEST(Scripts, node_from_elsewhere_is_good_enough) {
  const house::Folder folder;
  folder.write("bin/dpkg-query", "#!/bin/sh\necho\n", true);
  folder.write("bin/node", "#!/bin/sh\n", true);
  folder.write("bin/npm", "#!/bin/sh\n", true);
  EXPECT_EQ(with_lib(folder, "missing_packages nodejs npm mold").text, "mold\n");
}

TEST(Scripts, jobs_follow_processors_and_memory) {
  const house::Folder folder;
  folder.write("bin/nproc", "#!/bin/sh\necho 1\n", true);
  EXPECT_EQ(with_lib(folder, "jobs_here").text, "1\n");
}

TEST(Scripts, quickstart_refuses_what_it_does_not_know) {
  const house::Folder folder;
  const house::Said said = house::bash(folder.write("script", "'" + source + "/deploy/quickstart' --bogus"));
  EXPECT_TRUE(
      said.text.starts_with("flockmate: quickstart does not know \"--bogus\".\nusage: deploy/quickstart "))
      << said.text;
  EXPECT_EQ(said.code, 2);
}

// tests/run's closing line, from reports as GoogleTest and ctest write them.
TEST(Scripts, the_closing_line_counts_every_program) {
  const house::Folder folder;
  folder.write("bin/ctest", R"(#!/bin/bash
mkdir -p build/x/results
cat > build/x/results/base_test.xml <<'X'
<testsuites tests="3" failures="1">
  <testsuite name="A" tests="3" failures="1" disabled="0">
    <testcase name="one" status="run" result="completed" time="0." classname="A" />
    <testcase name="two" status="run" result="completed" time="0." classname="A">
      <failure message="a"></failure>
      <failure message="b"></failure>
    </testcase>
    <testcase name="three" status="run" result="skipped" time="0." classname="A">
X
cat > build/x/results/ctest.junit <<'X'
	<testcase name="base" classname="base" time="0.1" status="fail">
	<testcase name="plain" classname="plain" time="0.1" status="run">
	<testcase name="crashed" classname="crashed" time="0.1" status="fail">
X
exit 8
)",
               true);
  const std::string run = "cd '" + folder.path().string() + "'; mkdir -p build/x; source '" + source +
                          "/tests/count.sh'; run_tests x; count_line; exit_code";
  const house::Said said = with_lib(folder, "unset CI; " + run);
  EXPECT_EQ(said.text, "failed: base: 1\nfailed: crashed: fail\n2 passed, 2 failed, 1 skipped\n");
  EXPECT_EQ(said.code, 1);
}

TEST(Scripts, the_browser_test_is_counted_part_by_part) {
  const house::Folder folder;
  folder.write("tests/browser/run.sh",
               "echo '30 passed, 0 failed'; echo in between; echo '7 passed, 2 failed'; exit 1\n");
  const std::string run = "cd '" + folder.path().string() + "'; mkdir -p build/x/results; source '" + source +
                          "/tests/count.sh'; run_browser_test x >/dev/null; count_line";
  EXPECT_EQ(with_lib(folder, "unset CI; " + run).text,
            "failed: browser: 2\n37 passed, 2 failed, 0 skipped\n");
  folder.write("tests/browser/run.sh", "echo no browser; exit 1\n");
  EXPECT_EQ(with_lib(folder, "unset CI; " + run).text, "failed: browser: 1\n0 passed, 1 failed, 0 skipped\n");
}

TEST(Scripts, the_bluesky_test_is_counted_too) {
  const house::Folder folder;
  folder.write("tests/peers/bluesky/run.sh", "echo \"13 passed, 0 failed\"; echo \"1 passed, 0 failed\"\n");
  const std::string run = "cd '" + folder.path().string() + "'; mkdir -p build/x/results; source '" + source +
                          "/tests/count.sh'; run_bluesky_test x >/dev/null; count_line";
  EXPECT_EQ(with_lib(folder, "unset CI; " + run).text, "14 passed, 0 failed, 0 skipped\n");
}

TEST(Scripts, the_long_runs_are_counted_too) {
  const house::Folder folder;
  folder.write("tests/endurance/run.sh",
               "echo \"1 passed, 0 failed\"; echo \"0 passed, 1 failed\"; exit 1\n");
  const std::string run = "cd '" + folder.path().string() + "'; mkdir -p build/x/results; source '" + source +
                          "/tests/count.sh'; run_endurance_test x >/dev/null; count_line";
  EXPECT_EQ(with_lib(folder, "unset CI; " + run).text,
            "failed: endurance: 1\n1 passed, 1 failed, 0 skipped\n");
}

TEST(Scripts, the_schema_test_is_counted_too) {
  const house::Folder folder;
  folder.write("tests/peers/schema/run.sh", "echo \"5 passed, 1 failed\"; echo \"for $1\"; exit 1\n");
  const std::string run =
      "cd '" + folder.path().string() + "'; mkdir -p build/x/results; source '" + source +
      "/tests/count.sh'; run_schema_test x >/dev/null; count_line; tail -1 build/x/results/schema.log";
  EXPECT_EQ(with_lib(folder, "unset CI; " + run).text,
            "failed: schema: 1\n5 passed, 1 failed, 0 skipped\nfor build/x/flockmate\n");
}

TEST(Scripts, the_judges_are_counted_too) {
  const house::Folder folder;
  folder.write("tests/peers/judges/run.sh",
               "echo \"10 passed, 0 failed\"; echo \"8 passed, 1 failed\"; exit 1\n");
  const std::string run = "cd '" + folder.path().string() + "'; mkdir -p build/x/results; source '" + source +
                          "/tests/count.sh'; run_judges_test x >/dev/null; count_line";
  EXPECT_EQ(with_lib(folder, "unset CI; " + run).text, "failed: judges: 1\n18 passed, 1 failed, 0 skipped\n");
}

TEST(Scripts, in_ci_a_skipped_test_is_a_failure) {
  const house::Folder folder;
  const std::string count =
      "source '" + source + "/tests/count.sh'; passed=5 skipped=1; count_line; exit_code";
  const house::Said said = with_lib(folder, "export CI=true; " + count);
  EXPECT_EQ(said.text, "failed: 1 skipped, and CI skips nothing\n5 passed, 0 failed, 1 skipped\n");
  EXPECT_EQ(said.code, 1);
  EXPECT_EQ(with_lib(folder, "unset CI; " + count).code, 0);
}

}  // namespace
