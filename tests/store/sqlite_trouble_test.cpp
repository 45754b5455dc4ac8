// What disks, permissions and power do: each in a child process of its own, so that limits and kills hit
// nobody else.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "store/sqlite.hpp"
#include "tests/store/contract.hpp"

namespace store_tests {
namespace {

using base::Status;
using domain::Tables;
using store::SqliteStore;

std::filesystem::path state_in(const fakes::Folder& folder) {
  return folder.path() / "flockmate.sqlite";
}

// What `work` says, from a process of its own.
std::string in_child(const std::filesystem::path& report, const std::function<std::string()>& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::ofstream(report) << work();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  std::ifstream file(report);
  return {std::istreambuf_iterator<char>(file), {}};
}

Status remember(domain::Store& store, int number, const std::string& text) {
  return store.write([&](Tables& tables) {
    tables.posts.remember(post("p" + std::to_string(number), "ana", number, text));
    tables.ledger.add(fired("p" + std::to_string(number), "faq", "ana", number));
    return Status();
  });
}

// How many posts are there; each must have its ledger row, and no row may be without its post.
int count_whole(domain::Store& store) {
  int posts = 0;
  int rows = 0;
  EXPECT_TRUE(store.read([&](Tables& tables) {
    tables.posts.each("spring", [&](const domain::StoredPost&) { ++posts; });
    rows = tables.ledger.counts("spring", minute(0))["faq"];
    return Status();
  }));
  EXPECT_EQ(posts, rows) << "half a transaction";
  return posts;
}

TEST(SqliteTrouble, a_full_disk_loses_nothing_and_passes) {
  const fakes::Folder folder;
  const fakes::Folder reports;
  const std::string said = in_child(reports.path() / "report", [&]() -> std::string {
    ::signal(SIGXFSZ, SIG_IGN);
    auto store = std::move(SqliteStore::open(state_in(folder))).value();
    if (!remember(*store, 0, "kept")) return "the first write failed";
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = rlim_t{600} * 1024;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    int stored = 1;
    Status status;
    while (stored < 1000 && status.ok()) {
      status = remember(*store, stored, std::string(20'000, 'a'));
      if (status.ok()) ++stored;
    }
    if (status.ok()) return "the disk was never full";
    std::string message = status.error().message;
    if (count_whole(*store) != stored) return "something was lost";
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    if (!remember(*store, stored, "there is space again")) return "it did not go on";
    if (count_whole(*store) != stored + 1) return "it did not go on whole";
    return message;
  });
  EXPECT_EQ(
      said,
      "The disk that holds " + state_in(folder).string() +
          " takes no more: it is full, or a quota or size limit is reached. Free some space; nothing that "
          "was stored is lost, only this change was not made.");
}

// Permissions do not hold root back, so the child becomes nobody.
void become_nobody() {
  constexpr uid_t nobody = 65534;
  if (::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0)) ::_exit(1);
}

TEST(SqliteTrouble, a_folder_that_may_not_be_written_gets_a_sentence) {
  const fakes::Folder folder;
  const fakes::Folder reports;
  std::filesystem::permissions(reports.path(), std::filesystem::perms::all);
  std::filesystem::permissions(folder.path(),
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec |
                                   std::filesystem::perms::others_read | std::filesystem::perms::others_exec);
  const std::string said = in_child(reports.path() / "report", [&] {
    become_nobody();
    return SqliteStore::open(state_in(folder)).error().message;
  });
  EXPECT_EQ(
      said,
      state_in(folder).string() +
          ".lock cannot be written (Permission denied). Make sure that the folder exists, that the user "
          "who runs flockmate owns it, and that the disk is neither full nor mounted read-only.");
  const std::string deeper = in_child(reports.path() / "deeper", [&] {
    become_nobody();
    return SqliteStore::open(folder.path() / "state" / "flockmate.sqlite").error().message;
  });
  EXPECT_EQ(deeper,
            "The state folder " + (folder.path() / "state").string() +
                " cannot be made (Permission denied). Give flockmate a folder that its user may write to, "
                "with --state.");
}

TEST(SqliteTrouble, a_file_that_may_not_be_written_gets_a_sentence) {
  const fakes::Folder folder;
  const fakes::Folder reports;
  for (const fakes::Folder* one : {&folder, &reports})
    std::filesystem::permissions(one->path(), std::filesystem::perms::all);
  ASSERT_TRUE(SqliteStore::open(state_in(folder)).ok());
  std::filesystem::remove(state_in(folder).string() + ".lock");
  std::filesystem::permissions(state_in(folder),
                               std::filesystem::perms::owner_read | std::filesystem::perms::others_read);
  const std::string said = in_child(reports.path() / "report", [&] {
    become_nobody();
    return SqliteStore::open(state_in(folder)).error().message;
  });
  EXPECT_EQ(
      said,
      state_in(folder).string() +
          " cannot be written. Make sure that the user who runs flockmate owns the folder and the file, "
          "and that the disk is not mounted read-only. Nothing was lost.");
}

TEST(SqliteTrouble, another_process_holds_the_state_until_it_dies) {
  const fakes::Folder folder;
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto store = SqliteStore::open(state_in(folder));
    const char byte = store.ok() ? '1' : '0';
    if (::write(ready[1], &byte, 1) != 1) ::_exit(1);
    for (;;) ::pause();
  }
  char byte = 0;
  ASSERT_EQ(::read(ready[0], &byte, 1), 1);
  ASSERT_EQ(byte, '1');
  const auto second = SqliteStore::open(state_in(folder));
  ASSERT_FALSE(second.ok());
  EXPECT_NE(second.error().message.find("(process " + std::to_string(child) + ")"), std::string::npos);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(ready[0]);
  ::close(ready[1]);
  EXPECT_TRUE(SqliteStore::open(state_in(folder)).ok()) << "a lock does not outlive its process";
}

// The child reports each committed post through the pipe; what it reported must be there, and nothing by
// halves.
TEST(SqliteTrouble, what_was_committed_outlives_a_kill_at_any_moment) {
  constexpr int rounds = 12;
  const fakes::Folder folder;
  int committed = 0;
  for (int round = 0; round < rounds; ++round) {
    int reported[2];
    ASSERT_EQ(::pipe(reported), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      auto store = std::move(SqliteStore::open(state_in(folder))).value();
      for (int number = count_whole(*store);; ++number) {
        if (!remember(*store, number, std::string(3000, 'a'))) ::_exit(1);
        if (::write(reported[1], "x", 1) != 1) ::_exit(1);
      }
    }
    ::close(reported[1]);
    ::usleep(static_cast<useconds_t>(60'000 + 7'001 * round));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    char byte = 0;
    while (::read(reported[0], &byte, 1) == 1) ++committed;
    ::close(reported[0]);
    const auto store = std::move(SqliteStore::open(state_in(folder))).value();
    const int found = count_whole(*store);
    EXPECT_GE(found, committed);
    EXPECT_LE(found, committed + 1) << "one may have been committed and not reported yet";
    committed = found;
  }
  EXPECT_GT(committed, 0);
}

}  // namespace
}  // namespace store_tests
