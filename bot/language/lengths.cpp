#include "language/lengths.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "language/code_points.hpp"
#include "language/emoji.hpp"
#include "language/entities.hpp"
#include "language/mastodon_length.hpp"
#include "language/reader.hpp"
#include "language/twitter_chars.hpp"
#include "language/url_scan.hpp"

namespace language {
namespace {

bool is_light(char32_t c) {
  return c <= 4351 || (c >= 8192 && c <= 8205) || (c >= 8208 && c <= 8223) || (c >= 8242 && c <= 8247);
}

int weight_of(char32_t c, const XConfig& config) {
  return config.has_light_ranges && is_light(c) ? config.light_weight : config.default_weight;
}

// Characters of which nothing changes when text is normalized, and which stand for themselves: Latin letters,
// punctuation, Han, most pictures.
bool stands_alone(char32_t c) {
  return c < 0x300 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
         (c >= 0x20A0 && c <= 0x20BF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0x1F300 && c <= 0x1F3FA) || (c >= 0x1F400 && c <= 0x1FAFF);
}

// Never changes either, but belongs to what stands before it: the emoji style, shades of skin.
bool hangs_on(char32_t c) {
  return c == 0xFE0F || (c >= 0x1F3FB && c <= 0x1F3FF);
}

bool is_surely_composed(std::u32string_view points) {
  return std::all_of(points.begin(), points.end(), [](char32_t c) { return stands_alone(c) || hangs_on(c); });
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD;
}

// What a reader would call characters. Nearly every post is counted without ICU.
int count_graphemes(std::string_view text, std::u32string_view points) {
  int count = 0;
  bool may_carry = false;
  for (const char32_t c : points) {
    const bool hangs = may_carry && hangs_on(c);
    if (c == U'\r' || !(stands_alone(c) || hangs)) return static_cast<int>(base::count_graphemes(text));
    count += hangs ? 0 : 1;
    may_carry = !is_control(c);
  }
  return count;
}

// The text in NFC, as X counts it; "" when it is that already.
std::string composed_if_different(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (U_FAILURE(status) || nfc->isNormalizedUTF8(piece, status) != 0 || U_FAILURE(status)) return "";
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? composed : "";
}

// Nothing but light characters, of which none is an emoji or belongs to one, or changes when text is
// composed.
bool is_plain(std::u32string_view points) {
  return std::all_of(points.begin(), points.end(),
                     [](char32_t c) { return c < 0xA9 || (c >= 0xAF && c < 0x300); });
}

// Walks over a composed text, one step for each link, emoji or character.
class XCount {
 public:
  XCount(std::u32string_view text, const std::vector<Span>& urls, const XConfig& config)
      : text_(text), urls_(urls), config_(config) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      step();
      for (std::size_t i = begin; i < at_; ++i) units_ += text_[i] > 0xFFFF ? 2 : 1;
      allowed_ = allowed_ && !is_never_allowed(text_[at_ - 1]);
      if (allowed_ && weight_ <= std::int64_t{config_.max_length} * config_.scale) valid_end_ = units_ - 1;
    }
  }
  int weighted() const { return static_cast<int>(weight_ / config_.scale); }
  bool allowed() const { return allowed_; }
  int valid_end() const { return valid_end_; }
  int units() const { return units_; }

 private:
  void step() {
    if (next_url_ < urls_.size() && urls_[next_url_].begin == at_) {
      at_ = urls_[next_url_++].end;
      weight_ += std::int64_t{config_.url_length} * config_.scale;
      return;
    }
    const std::size_t emoji = config_.counts_emoji_once && may_begin_emoji() ? emoji_length(text_, at_) : 0;
    weight_ += emoji > 0 ? config_.default_weight : weight_of(text_[at_], config_);
    at_ += std::max<std::size_t>(emoji, 1);
  }
  // Cheap, and right for nearly everything that people write.
  bool may_begin_emoji() const {
    if (text_[at_] >= 0xA9 && (text_[at_] < 0xAF || text_[at_] > 0x2000)) return true;
    return at_ + 1 < text_.size() && text_[at_ + 1] > 0x2000 && text_[at_] < 0x80;
  }

  std::u32string_view text_;
  const std::vector<Span>& urls_;
  const XConfig& config_;
  std::size_t at_ = 0;
  std::size_t next_url_ = 0;
  std::int64_t weight_ = 0;
  int units_ = 0;
  int valid_end_ = 0;
  bool allowed_ = true;
};

std::vector<Span> url_spans(std::u32string_view points) {
  std::vector<Span> spans;
  for (const FoundUrl& url : scan_urls(points)) {
    spans.push_back({static_cast<std::uint32_t>(url.begin), static_cast<std::uint32_t>(url.end)});
  }
  return spans;
}

// Every character counts for one, every link for as much as any.
int weighted_plain(std::u32string_view points) {
  std::size_t weighted = points.size();
  for (const FoundUrl& url : scan_urls(points)) weighted += x_version_3.url_length - (url.end - url.begin);
  return static_cast<int>(weighted);
}

}  // namespace

int x_weighted(std::string_view text, std::u32string_view points) {
  if (is_plain(points)) return weighted_plain(points);
  std::u32string composed;
  if (!is_surely_composed(points)) composed = code_points_of(composed_if_different(text));
  if (!composed.empty()) points = composed;
  // X counts every link, those too that a hashtag before them hides among the entities.
  const std::vector<Span> urls = url_spans(points);
  XCount count(points, urls, x_version_3);
  count.run();
  return count.weighted();
}

XLength measure_for_x(std::string_view text, const XConfig& config) {
  const std::u32string typed = code_points_of(text);
  const std::u32string other = code_points_of(composed_if_different(text));
  const std::u32string& points = other.empty() ? typed : other;
  const std::vector<Span> spans = url_spans(points);
  XCount count(points, spans, config);
  count.run();
  XLength length;
  length.weighted = count.weighted();
  length.valid = count.allowed() && length.weighted > 0 && length.weighted <= config.max_length;
  length.permillage = static_cast<int>(std::int64_t{length.weighted} * 1000 / config.max_length);
  const int typed_units = static_cast<int>(utf16_length(typed));
  length.display_end = std::max(typed_units - 1, 0);
  length.valid_end = count.valid_end() + typed_units - count.units();
  return length;
}

Lengths lengths_of(std::string_view text, std::u32string_view points, const Entities& entities) {
  Lengths lengths;
  lengths.x_weighted = x_weighted(text, points);
  lengths.graphemes = count_graphemes(text, points);
  lengths.mastodon = mastodon_length(points, entities).value_or(lengths.graphemes);
  lengths.bytes = static_cast<int>(text.size());
  return lengths;
}

Lengths lengths_of(std::string_view text) {
  const std::u32string points = code_points_of(text);
  return lengths_of(text, points, entities_of(std::u32string_view(points)));
}

}  // namespace language
