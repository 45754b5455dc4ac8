#include "networks/bluesky_facets.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "language/reader.hpp"
#include "networks/post_json.hpp"

namespace networks {

using nlohmann::json;

namespace {

constexpr std::size_t most_facets = 200;  // a post has 300 characters
constexpr std::size_t most_tags = 8;      // outside the text; the network's own limit
constexpr std::size_t longest_value = 2048;

template <typename Take>
void each_of(const json& list, std::size_t most, const Take& take) {
  if (!list.is_array()) return;
  for (std::size_t place = 0; place < std::min(list.size(), most); ++place) take(list[place]);
}

bool starts_letter(std::string_view text, std::size_t byte) {
  return byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xc0U) != 0x80U;
}

// The bytes that a facet marks; empty: it marks nothing.
std::string_view marked(const json& facet, std::string_view text) {
  const json& index = part_at(facet, "index");
  const json& begin = part_at(index, "byteStart");
  const json& end = part_at(index, "byteEnd");
  if (!begin.is_number_integer() || !end.is_number_integer()) return {};
  const auto from = begin.get<std::uint64_t>();  // a negative one becomes very large
  const auto to = end.get<std::uint64_t>();
  if (from >= to || to > text.size()) return {};
  if (!starts_letter(text, from) || !starts_letter(text, to)) return {};
  return text.substr(from, to - from);
}

void add(std::vector<std::string>& list, const std::string& value) {
  if (value.empty() || value.size() > longest_value) return;
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

bool says_tag(std::string_view words, const std::string& tag) {
  const std::string said = base::fold(words);
  const std::string folded = base::fold(tag);
  return said == folded || said == "#" + folded;
}

void read_feature(const json& feature, std::string_view words, domain::Post& post) {
  const std::string account = text_at(feature, "did");
  if (account.starts_with("did:")) add(post.mentions, account);
  const std::string link = text_at(feature, "uri");
  if (link.starts_with("https://") || link.starts_with("http://")) add(post.links, link);
  if (const std::string tag = text_at(feature, "tag"); says_tag(words, tag)) add(post.tags, tag);
}

// From code points, in which the reader counts, to bytes.
std::vector<std::size_t> byte_offsets(std::string_view text) {
  std::vector<std::size_t> offsets;
  for (std::size_t byte = 0; byte <= text.size(); ++byte) {
    if (starts_letter(text, byte)) offsets.push_back(byte);
  }
  return offsets;
}

std::string link_of(const std::string& typed) {
  const bool whole = typed.find("://") != std::string::npos;
  return whole ? typed : "https://" + typed;
}

}  // namespace

void read_facets(const json& record, domain::Post& post) {
  each_of(part_at(record, "facets"), most_facets, [&](const json& facet) {
    const std::string_view words = marked(facet, post.text);
    if (words.empty()) return;
    each_of(part_at(facet, "features"), most_tags,
            [&](const json& feature) { read_feature(feature, words, post); });
  });
  each_of(part_at(record, "tags"), most_tags, [&](const json& tag) {
    if (tag.is_string()) add(post.tags, base::valid_utf8(tag.get_ref<const std::string&>()));
  });
}

json facets_of(std::string_view text) {
  const auto offsets = byte_offsets(text);
  const language::Entities entities = language::entities_of(text);
  json facets = json::array();
  const auto mark = [&](const language::Span& span, json feature) {
    facets.push_back({{"index", {{"byteStart", offsets.at(span.begin)}, {"byteEnd", offsets.at(span.end)}}},
                      {"features", json::array({std::move(feature)})}});
  };
  for (const auto& url : entities.urls) {
    mark(url.span, {{"$type", "app.bsky.richtext.facet#link"}, {"uri", link_of(url.text)}});
  }
  for (const auto& tag : entities.hashtags) {
    mark(tag.span, {{"$type", "app.bsky.richtext.facet#tag"}, {"tag", tag.text}});
  }
  return facets;
}

}  // namespace networks
