// Archives of posts, as networks and tools write them, read into posts; and ours written. Bad entries are
// counted and named, never fatal; memory is bounded for each entry.
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/post.hpp"

namespace networks {

// flockmate: our own (NDJSON). mastodon, bluesky, x: what their APIs give, whole answers or one object a
// line. tags: the sheet of a TAGS archiver, as CSV.
enum class ArchiveFormat { flockmate, mastodon, bluesky, x, tags };
std::string_view to_word(ArchiveFormat format);
std::optional<ArchiveFormat> format_from_word(std::string_view word);

struct BadEntry {
  std::size_t line = 0;  // where it starts, from 1
  std::string reason;
};

struct Archive {
  ArchiveFormat format = ArchiveFormat::flockmate;
  std::vector<domain::Post> posts;  // by created_at, each id once, threads followed up to their root
  std::size_t bad = 0;
  std::vector<BadEntry> bad_entries;  // the first twenty
};

// Without a format it is recognised by its first entry. Errors (invalid): nothing of it can be read; the
// message says what was expected.
base::Result<Archive> read_archive(std::istream& stream, std::optional<ArchiveFormat> format);

// One line of our own format, with its line break.
std::string archive_line(const domain::Post& post);

}  // namespace networks
