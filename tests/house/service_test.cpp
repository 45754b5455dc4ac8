// The systemd unit: accepted by systemd, hardened, and in step with what the program does.
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/files.hpp"
#include "tests/house/shell.hpp"

namespace {

const std::filesystem::path source = FLOCKMATE_SOURCE_DIR;

std::string unit() {
  const base::Result<std::string> text = base::read_file(source / "deploy/flockmate.service");
  EXPECT_TRUE(text.ok());
  return text.ok() ? *text : "";
}

// The unit as it will stand on a machine where the program is installed: /bin/true stands in for it.
std::filesystem::path installed_unit(const house::Folder& folder) {
  std::string text = unit();
  const std::string program = "/usr/bin/flockmate";
  text.replace(text.find(program), program.size(), "/bin/true");
  return folder.write("flockmate.service", text);
}

bool has_systemd() {
  return std::filesystem::exists("/usr/bin/systemd-analyze");
}

TEST(Service, systemd_accepts_the_unit_without_a_word) {
  if (!has_systemd()) GTEST_SKIP() << "systemd-analyze is not installed";
  const house::Folder folder;
  const house::Said said =
      house::bash(folder.write("ask", "systemd-analyze verify '" + installed_unit(folder).string() + "'"));
  EXPECT_EQ(said.text, "");
  EXPECT_EQ(said.code, 0);
}

TEST(Service, is_exposed_by_at_most_1_5) {
  if (!has_systemd()) GTEST_SKIP() << "systemd-analyze is not installed";
  const house::Folder folder;
  const house::Said said =
      house::bash(folder.write("ask", "systemd-analyze security --no-pager --offline=yes '" +
                                          installed_unit(folder).string() + "' | tail -n 1"));
  const std::size_t colon = said.text.find("flockmate.service: ");
  ASSERT_NE(colon, std::string::npos) << said.text;
  EXPECT_LE(std::strtod(said.text.c_str() + colon + 19, nullptr), 1.5) << said.text;
}

TEST(Service, is_told_when_it_is_ready_watched_and_reloaded) {
  const std::string text = unit();
  for (const char* line :
       {"\nType=notify\n", "\nWatchdogSec=30\n", "\nExecReload=kill -HUP $MAINPID\n", "\nDynamicUser=yes\n",
        "\nStateDirectory=flockmate\n", "\nRuntimeDirectory=flockmate\n",
        "\nLoadCredential=console-password:/etc/flockmate/console-password\n",
        "\nRestartPreventExitStatus=2 3\n",
        "\nExecStart=/usr/bin/flockmate run --config /etc/flockmate/flockmate.yaml\n"})
    EXPECT_NE(text.find(line), std::string::npos) << line;
}

}  // namespace
