#include "networks/archive.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "networks/archive_formats.hpp"
#include "networks/json_values.hpp"
#include "networks/post_json.hpp"

namespace networks {

using base::Error;
using base::ErrorKind;
using domain::Post;
using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 5> words{"flockmate", "mastodon", "bluesky", "x", "tags"};
constexpr std::size_t most_named = 20;

using Reader = void (*)(const json&, const OnPost&);

Reader reader_of(ArchiveFormat format) {
  constexpr std::array<Reader, 4> readers{posts_of_flockmate, posts_of_mastodon, posts_of_bluesky,
                                          posts_of_x};
  return readers.at(static_cast<std::size_t>(format));
}

std::optional<ArchiveFormat> format_of(const json& value) {
  const auto has = [&](const char* key) { return value.contains(key); };
  if (has("author") && has("network")) return ArchiveFormat::flockmate;
  if (has("account") && (has("content") || has("reblog"))) return ArchiveFormat::mastodon;
  if (has("data") || has("author_id") || has("edit_history_tweet_ids")) return ArchiveFormat::x;
  if (has("feed") || has("posts") || has("thread") || has("record") || has("value") || has("post")) {
    return ArchiveFormat::bluesky;
  }
  return std::nullopt;
}

class Collector {
 public:
  explicit Collector(Archive& archive) : archive_(archive) {}

  void take(std::size_t line, base::Result<Post> post) {
    if (post) {
      archive_.posts.push_back(std::move(post).value());
    } else {
      bad(line, post.error().message);
    }
  }
  void bad(std::size_t line, const std::string& reason) {
    if (++archive_.bad <= most_named) archive_.bad_entries.push_back({line, reason});
  }

 private:
  Archive& archive_;
};

// Answers come after what they answer in time, so one pass finds every root that the archive holds.
void follow_threads(std::vector<Post>& posts) {
  std::map<domain::PostKey, std::string> roots;
  for (Post& post : posts) {
    const auto parent = roots.find({post.network, post.in_reply_to});
    if (!post.in_reply_to.empty() && parent != roots.end()) post.thread = parent->second;
    roots.emplace(post.key(), post.thread);
  }
}

// By time, then by id; of several entries of one post the newest version stays, which is how readers of ours
// know an edit. Pointers are sorted: a post is large.
void order(std::vector<Post>& posts) {
  std::vector<Post*> places;
  places.reserve(posts.size());
  for (Post& post : posts) places.push_back(&post);
  const auto key = [](const Post* post) { return std::tie(post->network, post->id); };
  std::stable_sort(places.begin(), places.end(), [&](const Post* a, const Post* b) {
    return key(a) != key(b) ? key(a) < key(b) : a->version > b->version;
  });
  const auto same = [&](const Post* a, const Post* b) { return key(a) == key(b); };
  places.erase(std::unique(places.begin(), places.end(), same), places.end());
  std::stable_sort(places.begin(), places.end(),
                   [](const Post* a, const Post* b) { return a->created_at < b->created_at; });
  std::vector<Post> ordered;
  ordered.reserve(places.size());
  for (Post* post : places) ordered.push_back(std::move(*post));
  posts = std::move(ordered);
}

base::Status read_values(std::istream& stream, std::optional<ArchiveFormat>& format, Collector& collector) {
  JsonValues values(stream);
  while (values.next()) {
    if (!values.problem().empty()) {
      collector.bad(values.line(), values.problem());
      continue;
    }
    const json value = json::parse(base::valid_utf8(values.text()), nullptr, false);
    if (value.is_discarded()) {
      collector.bad(values.line(), "it is not JSON");
      continue;
    }
    if (!format) format = format_of(value);
    if (!format) {
      return Error{
          ErrorKind::invalid,
          "This archive is in no format that is known here. Name it with --from: flockmate, mastodon, "
          "bluesky, x or tags."};
    }
    reader_of (*format)(value,
                        [&](base::Result<Post> post) { collector.take(values.line(), std::move(post)); });
  }
  return {};
}

base::Status read_sheet(std::istream& stream, Collector& collector) {
  const bool known = posts_of_tags(
      stream, [&](std::size_t line, base::Result<Post> post) { collector.take(line, std::move(post)); });
  if (known) return {};
  return Error{
      ErrorKind::invalid,
      "This archive is neither JSON nor a TAGS sheet: its first line should name the columns id_str, "
      "from_user, text and created_at or time."};
}

}  // namespace

std::string_view to_word(ArchiveFormat format) {
  return words.at(static_cast<std::size_t>(format));
}

std::optional<ArchiveFormat> format_from_word(std::string_view word) {
  const auto* place = std::find(words.begin(), words.end(), word);
  if (place == words.end()) return std::nullopt;
  return static_cast<ArchiveFormat>(place - words.begin());
}

base::Result<Archive> read_archive(std::istream& stream, std::optional<ArchiveFormat> format) {
  Archive archive;
  Collector collector(archive);
  stream >> std::ws;
  const int first = stream.peek();
  const bool looks_like_json = first == '{' || first == '[' || first == 0xef;
  if (!format && !looks_like_json && first != std::istream::traits_type::eof()) format = ArchiveFormat::tags;
  const base::Status status =
      format == ArchiveFormat::tags ? read_sheet(stream, collector) : read_values(stream, format, collector);
  if (!status) return status.error();
  if (archive.posts.empty() && archive.bad > 0) {
    const BadEntry& entry = archive.bad_entries.front();
    return Error{ErrorKind::invalid, "Nothing in this archive can be read. Line " +
                                         std::to_string(entry.line) + ": " + entry.reason + "."};
  }
  archive.format = format.value_or(ArchiveFormat::flockmate);
  order(archive.posts);
  follow_threads(archive.posts);
  return archive;
}

std::string archive_line(const Post& post) {
  return to_line(to_json(post)) + "\n";
}

void posts_of_flockmate(const json& value, const OnPost& take) {
  auto post = post_from_json(value);
  if (post) add_tags_and_links(*post);
  take(std::move(post));
}

void add_tags_and_links(Post& post) {
  const language::Entities entities = language::entities_of(post.text);
  if (post.tags.empty()) {
    for (const auto& tag : entities.hashtags) post.tags.push_back(tag.text);
  }
  if (post.links.empty()) {
    for (const auto& link : entities.urls) post.links.push_back(link.text);
  }
}

}  // namespace networks
