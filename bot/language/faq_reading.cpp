#include "language/faq_reading.hpp"

#include <algorithm>

#include "language/code_points.hpp"
#include "language/entities.hpp"
#include "language/faq_terms.hpp"
#include "language/praise.hpp"

namespace language {
namespace {

constexpr std::size_t most_sentences = 6;  // matched one by one
constexpr std::size_t fewest_words = 3;    // of a sentence that can ask for an entry by itself
constexpr double praise_asks = 0.4;        // what is left of a score when the post only praises

bool stands_alone(const Sentence& sentence) {
  return words_of(sentence.folded, fewest_words).size() == fewest_words;
}

// "thank_you: thanks for your help" wants to be found by praise.
bool is_asked_by_praise(const domain::FaqEntry& entry) {
  return std::any_of(entry.asks.begin(), entry.asks.end(), [](const std::string& ask) {
    const std::u32string points = code_points_of(ask);
    return is_praise(plain_text_of(points, entities_of(std::u32string_view(points))));
  });
}

bool before(const FaqHit& a, const FaqHit& b) {
  return a.score != b.score ? a.score > b.score : a.entry < b.entry;
}

// Keeps the higher score of an entry that both lists hold.
void merge(std::vector<FaqHit>& hits, const std::vector<FaqHit>& more) {
  const auto most = std::max(hits.size(), more.size());
  for (const auto& hit : more) {
    const auto same =
        std::find_if(hits.begin(), hits.end(), [&](const FaqHit& h) { return h.entry == hit.entry; });
    if (same == hits.end()) {
      hits.push_back(hit);
    } else {
      same->score = std::max(same->score, hit.score);
    }
  }
  std::sort(hits.begin(), hits.end(), before);
  hits.resize(most);
}

}  // namespace

FaqReading::FaqReading(const std::vector<domain::FaqEntry>& entries, domain::Thresholds thresholds)
    : index_(entries), thresholds_(thresholds) {
  for (const auto& entry : entries) asked_by_praise_.push_back(is_asked_by_praise(entry));
}

void FaqReading::read(const PlainText& post, Reading& reading) const {
  reading.faq = index_.match(post.folded);
  if (!reading.question.is && is_praise(post)) {
    for (FaqHit& hit : reading.faq) hit.score *= asked_by_praise_[hit.entry] ? 1 : praise_asks;
    std::sort(reading.faq.begin(), reading.faq.end(), before);
  }
  std::vector<std::size_t> asked;
  std::size_t sentences = 0;
  for (const auto& sentence : post.sentences) {
    if (post.sentences.size() < 2 || sentences == most_sentences) break;
    if (!sentence.asks || !stands_alone(sentence)) continue;
    ++sentences;
    const auto hits = index_.match(sentence.folded);
    if (hits.empty() || hits[0].score < thresholds_.answer) continue;
    asked.push_back(hits[0].entry);
    merge(reading.faq, hits);
  }
  if (!reading.faq.empty() && reading.faq[0].score >= thresholds_.answer)
    asked.push_back(reading.faq[0].entry);
  for (const auto entry : asked) {
    auto& all = reading.faq_asked;
    if (std::find(all.begin(), all.end(), entry) == all.end()) all.push_back(entry);
  }
}

}  // namespace language
