// Hashtags, mentions, links and cashtags one kind at a time, as X's own library reports them. entities_of
// (reader.hpp) puts them together and drops what overlaps.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/reading.hpp"

namespace language {

struct FoundMention {
  std::u32string_view name;  // without @
  std::u32string_view list;  // "/list-name", or empty: a person
  Span span;
};

struct FoundTag {
  std::u32string_view text;  // without # or $
  Span span;
};

// Views point into `text`. All linear.
std::vector<FoundMention> scan_mentions(std::u32string_view text);
std::vector<FoundTag> scan_hashtags(std::u32string_view text);  // those inside links too
std::vector<FoundTag> scan_cashtags(std::u32string_view text);
// Whom a post that begins with a mention answers; empty: nobody.
std::u32string_view replied_name(std::u32string_view text);

// The same as entities_of, for callers that have decoded the text already.
Entities entities_of(std::u32string_view text);

}  // namespace language
