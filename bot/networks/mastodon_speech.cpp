#include "networks/mastodon_speech.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "language/reader.hpp"

namespace networks {
namespace {

using domain::Utterance;
using domain::Visibility;

// The text as code points: entities count in them.
std::vector<std::string> letters_of(std::string_view text) {
  std::vector<std::string> letters;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U || letters.empty()) letters.emplace_back();
    letters.back() += c;
  }
  return letters;
}

std::string without(std::string_view text, const std::vector<language::Span>& spans) {
  std::vector<std::string> letters = letters_of(text);
  for (const language::Span& span : spans) {
    const std::size_t end = std::min<std::size_t>(span.end, letters.size());
    for (std::size_t i = span.begin; i < end; ++i) letters[i].clear();
  }
  return base::join(letters, "");
}

std::string without_course_tags(std::string_view text, const std::vector<std::string>& course_tags) {
  std::set<std::string> folded;
  for (const std::string& tag : course_tags) folded.insert(base::fold(tag));
  std::vector<language::Span> signs;
  for (const language::Entity& tag : language::entities_of(text).hashtags) {
    if (folded.contains(base::fold(tag.text))) signs.push_back({tag.span.begin, tag.span.begin + 1});
  }
  return signs.empty() ? std::string(text) : without(text, signs);
}

std::string essence(std::string_view text) {
  const language::Entities entities = language::entities_of(text);
  std::vector<language::Span> spans;
  for (const auto* kind : {&entities.mentions, &entities.urls}) {
    for (const language::Entity& one : *kind) spans.push_back(one.span);
  }
  std::string folded = base::fold(without(text, spans));
  std::erase(folded, ' ');
  return folded;
}

}  // namespace

std::string mastodon_wording(const Utterance& utterance, const std::vector<std::string>& course_tags) {
  if (utterance.kind != Utterance::Kind::reply || !utterance.to) return utterance.text;
  const std::string text = without_course_tags(utterance.text, course_tags);
  const std::string& handle = utterance.to->author.handle;
  return handle.empty() ? text : "@" + handle + " " + text;
}

std::string_view mastodon_visibility(const Utterance& utterance) {
  if (utterance.kind != Utterance::Kind::reply || !utterance.to) return "public";
  switch (utterance.to->visibility) {
    case Visibility::open:
    case Visibility::quiet:
      return "unlisted";
    case Visibility::followers:
      return "private";
    case Visibility::direct:
      break;
  }
  return "direct";
}

bool says_the_same(std::string_view wording, std::string_view found) {
  return essence(wording) == essence(found);
}

std::string mastodon_idempotency_key(const std::string& utterance_key) {
  return "flockmate-" + base::to_hex(base::stable_hash(utterance_key)) +
         base::to_hex(base::stable_hash("2 " + utterance_key));
}

}  // namespace networks
