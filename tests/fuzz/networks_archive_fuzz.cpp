// Any bytes as an archive of each format: posts in order, each once and within its bounds, and what our own
// format writes of them reads the same again.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <set>
#include <sstream>
#include <string>

#include "base/text.hpp"
#include "networks/archive.hpp"
#include "networks/post_json.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_post(const domain::Post& post) {
  require(!post.id.empty() && !post.author.id.empty() && !post.thread.empty());
  require(post.text.size() <= networks::longest_text);
  require(base::is_valid_utf8(post.id) && base::is_valid_utf8(post.text) && base::is_valid_utf8(post.url));
  require(base::is_valid_utf8(post.author.id) && base::is_valid_utf8(post.author.handle) &&
          base::is_valid_utf8(post.author.name));
  for (const std::string& tag : post.tags) require(base::is_valid_utf8(tag));
}

void check_again(const domain::Post& post) {
  const std::string line = networks::archive_line(post);
  std::istringstream stream(line);
  const auto again = networks::read_archive(stream, networks::ArchiveFormat::flockmate);
  require(again.ok() && again->posts.size() == 1);
  require(networks::archive_line(again->posts.front()) == line);
}

void read_as(const std::string& bytes, std::optional<networks::ArchiveFormat> format) {
  std::istringstream stream(bytes);
  const auto archive = networks::read_archive(stream, format);
  if (!archive.ok()) {
    require(!archive.error().message.empty());
    return;
  }
  require(archive->bad_entries.size() <= archive->bad);
  std::set<domain::PostKey> seen;
  base::Instant last = base::Instant::min();
  for (const domain::Post& post : archive->posts) {
    require(seen.insert(post.key()).second && last <= post.created_at);
    last = post.created_at;
    check_post(post);
    check_again(post);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using enum networks::ArchiveFormat;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  read_as(bytes, std::nullopt);
  for (const auto format : {flockmate, mastodon, bluesky, x, tags}) read_as(bytes, format);
  return 0;
}
