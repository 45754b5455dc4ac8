#include "language/entities.hpp"

#include <algorithm>
#include <cstdint>

#include "language/code_points.hpp"
#include "language/reader.hpp"
#include "language/twitter_chars.hpp"
#include "language/url_scan.hpp"

namespace language {
namespace {

constexpr std::size_t longest_name = 20;
constexpr std::size_t longest_list = 24;  // after its first letter
constexpr std::size_t npos = std::u32string_view::npos;

bool is_at_sign(char32_t c) {
  return c == U'@' || c == U'＠';
}
bool is_hash_sign(char32_t c) {
  return c == U'#' || c == U'＃';
}

char32_t at_or_zero(std::u32string_view text, std::size_t at) {
  return at < text.size() ? text[at] : U'\0';
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_in(std::u32string_view set, char32_t c) {
  return set.find(c) != npos;
}

// "RT@name" and "rt:@name" are mentions although a letter stands before them; `at` is where the @ is.
bool follows_retweet(std::u32string_view text, std::size_t free, std::size_t at) {
  if (at > 0 && text[at - 1] == U':') --at;
  if (at < 2 || to_ascii_lower(text[at - 2]) != U'r' || to_ascii_lower(text[at - 1]) != U't') return false;
  if (at == 2) return free == 0;
  const char32_t before = text[at - 3];
  return at - 3 >= free && !is_name_char(before) && !is_in(U"+~.-", before);
}

bool may_begin_mention(std::u32string_view text, std::size_t free, std::size_t at) {
  if (at == 0) return true;
  const char32_t before = text[at - 1];
  if (at - 1 >= free && !is_name_char(before) && !is_in(U"!#$%&*@＠", before)) return true;
  return follows_retweet(text, free, at);
}

bool begins_address(std::u32string_view rest) {
  return rest.starts_with(U"://");
}

// What must not follow a name: then it is no name, but part of an address or of a word with accents.
bool breaks_mention(std::u32string_view rest) {
  return !rest.empty() && (is_at_sign(rest[0]) || is_accent(rest[0]) || begins_address(rest));
}

std::size_t name_end(std::u32string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at - begin < longest_name && is_name_char(at_or_zero(text, at))) ++at;
  return at;
}

std::size_t list_end(std::u32string_view text, std::size_t at) {
  if (at_or_zero(text, at) != U'/' || !is_ascii_letter(at_or_zero(text, at + 1))) return at;
  std::size_t end = at + 2;
  const std::size_t most = end + longest_list;
  while (end < most && (is_name_char(at_or_zero(text, end)) || at_or_zero(text, end) == U'-')) ++end;
  return end;
}

// The end of the run of hashtag characters when it holds a letter, else `at`.
std::size_t hashtag_end(std::u32string_view text, std::size_t at) {
  if (is_in(U"\uFE0F\u20E3", at_or_zero(text, at))) return at;
  std::size_t end = at;
  bool lettered = false;
  for (; end < text.size() && is_hashtag_char(text[end]); ++end) {
    lettered = lettered || is_hashtag_letter(text[end]);
  }
  return lettered ? end : at;
}

bool may_begin_hashtag(std::u32string_view text, std::size_t free, std::size_t at) {
  if (at == 0) return true;
  const char32_t before = text[at - 1];
  if (at - 1 < free) return false;
  return before == 0xFE0E || before == 0xFE0F || (before != U'&' && !is_hashtag_char(before));
}

// "TEST" or "TEST.T" where nothing of a word goes on behind it; `at` when there is none.
std::size_t cashtag_end(std::u32string_view text, std::size_t at) {
  const auto letters_end = [text](std::size_t from, std::size_t most) {
    std::size_t end = from;
    while (end - from < most && is_ascii_letter(at_or_zero(text, end))) ++end;
    return end;
  };
  const auto is_over = [text](std::size_t end) { return end >= text.size() || ends_cashtag(text[end]); };
  const std::size_t end = letters_end(at, 6);
  if (end == at) return at;
  if (end < text.size() && (text[end] == U'.' || text[end] == U'_')) {
    const std::size_t longer = letters_end(end + 1, 2);
    if (longer > end + 1 && is_over(longer)) return longer;
  }
  return is_over(end) ? end : at;
}

// All kinds in one list, to find out which overlap.
struct Found {
  Span span;
  std::vector<Entity>* kind;  // null: takes its place but is not reported (a list)
  std::string text;
};

}  // namespace

std::vector<FoundMention> scan_mentions(std::u32string_view text) {
  std::vector<FoundMention> mentions;
  std::size_t free = 0;
  for (std::size_t at = text.find_first_of(U"@＠"); at != npos; at = text.find_first_of(U"@＠", at + 1)) {
    const std::size_t name = name_end(text, at + 1);
    if (name == at + 1 || at < free || !may_begin_mention(text, free, at)) continue;
    free = list_end(text, name);
    if (breaks_mention(text.substr(free))) continue;
    mentions.push_back(
        {text.substr(at + 1, name - at - 1), text.substr(name, free - name), span_of(at, free)});
  }
  return mentions;
}

std::vector<FoundTag> scan_hashtags(std::u32string_view text) {
  std::vector<FoundTag> tags;
  std::size_t free = 0;
  for (std::size_t at = text.find_first_of(U"#＃"); at != npos; at = text.find_first_of(U"#＃", at + 1)) {
    if (!may_begin_hashtag(text, free, at)) continue;
    const std::size_t end = hashtag_end(text, at + 1);
    if (end == at + 1) continue;
    free = end;
    const std::u32string_view rest = text.substr(end);
    if ((!rest.empty() && is_hash_sign(rest[0])) || begins_address(rest)) continue;
    tags.push_back({text.substr(at + 1, end - at - 1), span_of(at, end)});
  }
  return tags;
}

std::vector<FoundTag> scan_cashtags(std::u32string_view text) {
  std::vector<FoundTag> tags;
  for (std::size_t at = text.find(U'$'); at != npos; at = text.find(U'$', at + 1)) {
    if (at > 0 && !is_space_to_x(text[at - 1])) continue;
    const std::size_t end = cashtag_end(text, at + 1);
    if (end > at + 1) tags.push_back({text.substr(at + 1, end - at - 1), span_of(at, end)});
  }
  return tags;
}

std::u32string_view replied_name(std::u32string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_space_to_x(text[at])) ++at;
  if (!is_at_sign(at_or_zero(text, at))) return {};
  const std::size_t end = name_end(text, at + 1);
  return breaks_mention(text.substr(end)) ? std::u32string_view{} : text.substr(at + 1, end - at - 1);
}

Entities entities_of(std::u32string_view text) {
  Entities entities;
  std::vector<Found> found;
  for (const FoundUrl& url : scan_urls(text)) {
    found.push_back({span_of(url.begin, url.end), &entities.urls, to_utf8(url.text)});
  }
  for (const FoundMention& mention : scan_mentions(text)) {
    found.push_back(
        {mention.span, mention.list.empty() ? &entities.mentions : nullptr, to_utf8(mention.name)});
  }
  for (const FoundTag& tag : scan_hashtags(text)) {
    found.push_back({tag.span, &entities.hashtags, to_utf8(tag.text)});
  }
  for (const FoundTag& tag : scan_cashtags(text)) {
    found.push_back({tag.span, &entities.cashtags, to_utf8(tag.text)});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.span.begin < b.span.begin; });
  std::uint32_t taken = 0;  // the first that begins wins
  for (Found& each : found) {
    if (each.span.begin < taken) continue;
    taken = each.span.end;
    if (each.kind != nullptr) each.kind->push_back({std::move(each.text), each.span});
  }
  return entities;
}

Entities entities_of(std::string_view text) {
  return entities_of(std::u32string_view(code_points_of(text)));
}

}  // namespace language
