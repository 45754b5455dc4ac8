// The reader: built once from what the course says, then reads any post. Immutable and thread-safe after
// building.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/content.hpp"
#include "language/aspects.hpp"
#include "language/reading.hpp"

namespace language {

struct ReaderSources {
  domain::Content content;  // as of now: expired answers are left out by whoever builds the reader
  // A link is no word: neither phrases nor patterns are looked for inside it.
  std::vector<std::string> phrases;   // a phrase's id is its place here; matched whole, folded
  std::vector<std::string> patterns;  // RE2 syntax; an id is its place here; matched on the folded text
  std::vector<std::string> branches;
  std::string bot_handle;  // without @
  domain::Thresholds thresholds;
};

// The longest post that a network hands on. In longer texts, which only `understand` is given, words are
// looked for no further than here: the tokens of 10 MB take 600.
inline constexpr std::size_t longest_heard = std::size_t{64} * 1024;  // bytes

struct PostText {
  std::string_view text;              // valid UTF-8
  std::string_view network_language;  // the network's tag, or ""
  bool addressed = false;
};

class Reader {
 public:
  // An error (invalid) names the regular expression that cannot be used.
  static base::Result<std::shared_ptr<const Reader>> build(const ReaderSources& sources);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  Reading read(const PostText& post) const;
  // Of the aspects only those that `wanted` names when it is shown the rest: words, entities, danger,
  // command. The others are left as in an empty reading.
  using Wanted = std::function<Aspects(const Reading&)>;
  Reading read(const PostText& post, const Wanted& wanted) const;

 private:
  struct Parts;
  explicit Reader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// For whom one part is enough (checks, adapters).
Entities entities_of(std::string_view text);
Lengths lengths_of(std::string_view text);
// The asker's own "thanks", "solved, thank you", "merci !": closes a question.
bool is_thanks(std::string_view text);
// A pattern that could be searched for but can never match folded text (capital letters, accents): for
// `check`.
base::Status check_pattern(std::string_view pattern);
bool pattern_survives_folding(std::string_view pattern);

// Mastodon's HTML as plain text: br and p as line breaks, hidden URL parts kept, entities decoded once.
// Bounded depth, linear time, any bytes.
std::string html_to_text(std::string_view html);

}  // namespace language
