#include "cli/archive_posts.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "networks/archive.hpp"
#include "rules/ruleset.hpp"

namespace cli {
namespace {

void report_bad(const networks::Archive& archive) {
  for (const networks::BadEntry& entry : archive.bad_entries) {
    std::cerr << "line " << entry.line << " was left out: " << entry.reason << "\n";
  }
  if (archive.bad > archive.bad_entries.size()) {
    std::cerr << "… and " << archive.bad - archive.bad_entries.size() << " more.\n";
  }
}

bool names_bot(const domain::Post& post, const std::string& folded_handle) {
  if (post.text.find('@') == std::string::npos) return false;
  const auto mentions = language::entities_of(post.text).mentions;
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const language::Entity& one) { return base::fold(one.text) == folded_handle; });
}

base::Error cannot_read(const std::string& archive, const std::string& why) {
  return {base::ErrorKind::not_found, "cannot read the archive " + archive + ": " + why};
}

// A folder can be opened like a file; what reads it then throws.
base::Result<networks::Archive> read_from(const std::string& archive, const std::string& from) {
  const auto format = networks::format_from_word(from);
  if (archive == "-") return networks::read_archive(std::cin, format);
  std::error_code code;
  if (std::filesystem::is_directory(archive, code))
    return cannot_read(archive, "it is a folder. Name the file that holds the posts.");
  std::ifstream file(archive, std::ios::binary);
  if (!file) return cannot_read(archive, std::generic_category().message(errno) + ".");
  try {
    return networks::read_archive(file, format);
  } catch (const std::ios_base::failure&) {
    return cannot_read(archive, "the disk does not give it.");
  }
}

}  // namespace

base::Result<std::vector<domain::Post>> archive_posts(const std::string& archive, const std::string& from,
                                                      const rules::Ruleset& ruleset,
                                                      const std::string& bot_id) {
  auto read = read_from(archive, from);
  if (!read) return read.error();
  report_bad(*read);
  const std::string handle = base::fold(ruleset.bot_handle());
  for (domain::Post& post : read->posts) {
    if (names_bot(post, handle)) post.mentions.push_back(bot_id);
  }
  return std::move(read->posts);
}

}  // namespace cli
