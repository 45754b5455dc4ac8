#include "cli/archive_posts.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>

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

}  // namespace

base::Result<std::vector<domain::Post>> archive_posts(const std::string& archive, const std::string& from,
                                                      const rules::Ruleset& ruleset,
                                                      const std::string& bot_id) {
  std::ifstream file;
  if (archive != "-") {
    file.open(archive, std::ios::binary);
    if (!file) return base::Error{base::ErrorKind::not_found, "cannot read the archive " + archive + "."};
  }
  auto read = networks::read_archive(archive == "-" ? std::cin : file, networks::format_from_word(from));
  if (!read) return read.error();
  report_bad(*read);
  const std::string handle = base::fold(ruleset.bot_handle());
  for (domain::Post& post : read->posts) {
    if (names_bot(post, handle)) post.mentions.push_back(bot_id);
  }
  return std::move(read->posts);
}

}  // namespace cli
