#include "language/linear_training.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace language {
namespace {

constexpr std::size_t most_rivals = 32;
constexpr float trust_in_means = 14;  // how steep the scores are that training starts from
constexpr int rounds = 8;
constexpr float first_step = 4;
constexpr float slower = 0.3F;  // each round's step is the first by 1 + slower * rounds done
constexpr float pull = 0.025F;  // towards the start, per round and unit of step: what regularises

// Weights below this share of the largest one are left out: many of them, and nearly nothing of the scores.
constexpr float smallest_share = 0.02F;

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

// Texts come class by class; a stride near the golden section mixes them, the same way every time.
std::size_t mixing_stride(std::size_t count) {
  auto stride = std::max<std::size_t>(1, count * 618 / 1000);
  while (std::gcd(stride, count) != 1) ++stride;
  return stride;
}

}  // namespace

LinearTraining::LinearTraining(std::span<const Features> texts, std::span<const std::uint32_t> classes,
                               std::size_t class_count, std::size_t columns)
    : texts_(texts),
      classes_(classes),
      starts_(columns + 1),
      meanings_(class_count),
      row_of_none_(columns),
      rivals_(std::min(most_rivals, class_count)) {}

LinearModel LinearTraining::run() {
  if (texts_.empty()) return model();
  note_uses();
  start_from_means();
  choose_rivals();
  make_room_for_rivals();
  for (int round = 0; round < rounds; ++round) {
    take_round(first_step / (1 + slower * static_cast<float>(round)), round + 1 < rounds);
  }
  drop_small_weights();
  return model();
}

// "None of them" becomes the last row.
LinearModel LinearTraining::model() const {
  const auto none = static_cast<std::uint32_t>(class_count());
  std::vector<std::uint32_t> starts;
  std::vector<WeightColumns::Weight> weights;
  weights.reserve(weights_.size() + columns());
  for (std::size_t column = 0; column < columns(); ++column) {
    starts.push_back(static_cast<std::uint32_t>(weights.size()));
    weights.insert(weights.end(), weights_.begin() + starts_[column], weights_.begin() + starts_[column + 1]);
    weights.push_back({none, row_of_none_[column]});
  }
  starts.push_back(static_cast<std::uint32_t>(weights.size()));
  auto meanings = meanings_;
  meanings.push_back(meaning_of_none_);
  return {WeightColumns(class_count() + 1, starts, weights), std::move(meanings)};
}

void LinearTraining::note_uses() {
  uses_start_.assign(columns() + 1, 0);
  for (const auto& text : texts_) {
    for (const auto& cell : text.row) ++uses_start_[cell.column + 1];
  }
  std::partial_sum(uses_start_.begin(), uses_start_.end(), uses_start_.begin());
  uses_.resize(uses_start_.back());
  auto next = uses_start_;
  for (std::uint32_t i = 0; i < texts_.size(); ++i) {
    const auto& row = texts_[i].row;
    for (std::uint32_t place = 0; place < row.size(); ++place) uses_[next[row[place].column]++] = {i, place};
  }
}

// A class of many texts starts a little ahead: by the square root of its share.
void LinearTraining::start_from_means() {
  std::vector<float> share(class_count());
  for (const auto of_class : classes_) share[of_class] += 1;
  const auto fair = static_cast<float>(texts_.size()) / static_cast<float>(class_count());
  for (auto& s : share) s = s > 0 ? trust_in_means / std::sqrt(s * fair) : 0;
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    add(meanings_[classes_[i]], texts_[i].meaning, share[classes_[i]]);
  }
  const float part = 1 / static_cast<float>(class_count() + 1);
  for (const auto& meaning : meanings_) add(meaning_of_none_, meaning, part);
  for (std::size_t column = 0; column < columns(); ++column) {
    starts_[column] = static_cast<std::uint32_t>(weights_.size());
    for (auto use = uses_start_[column]; use < uses_start_[column + 1]; ++use) {
      const auto [text, place] = uses_[use];
      const float weight = texts_[text].row[place].value * share[classes_[text]];
      const bool first = weights_.size() == starts_[column] || weights_.back().row != classes_[text];
      if (first) weights_.push_back({classes_[text], 0});
      weights_.back().value += weight;
      row_of_none_[column] += weight * part;
    }
  }
  starts_[columns()] = static_cast<std::uint32_t>(weights_.size());
}

void LinearTraining::choose_rivals() {
  const LinearModel start = model();
  rival_.reserve(texts_.size() * rivals_);
  std::vector<std::uint32_t> order(class_count());
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    auto scores = start.score(texts_[i]);
    none_.push_back(scores.of_none);
    auto& of_class = scores.of_class;
    of_class[classes_[i]] = std::numeric_limits<float>::max();
    std::iota(order.begin(), order.end(), 0U);
    const auto last = order.begin() + static_cast<std::ptrdiff_t>(rivals_);
    const auto nearer = [&](std::uint32_t a, std::uint32_t b) {
      return of_class[a] != of_class[b] ? of_class[a] > of_class[b] : a < b;
    };
    std::nth_element(order.begin(), last, order.end(), nearer);
    std::sort(order.begin(), last, nearer);
    rival_.insert(rival_.end(), order.begin(), last);
  }
}

// A weight for every column and every rival of every text that holds the column.
void LinearTraining::make_room_for_rivals() {
  std::size_t places = 0;
  for (const auto& text : texts_) {
    place_start_.push_back(places);
    places += text.row.size() * rivals_;
  }
  place_.resize(places);
  std::vector<WeightColumns::Weight> weights;
  std::vector<std::uint32_t> place_of(class_count(), nowhere);
  for (std::size_t column = 0; column < columns(); ++column) {
    const auto begin = weights.size();
    for (auto at = starts_[column]; at < starts_[column + 1]; ++at) {
      place_of[weights_[at].row] = static_cast<std::uint32_t>(weights.size());
      weights.push_back(weights_[at]);
    }
    for (auto use = uses_start_[column]; use < uses_start_[column + 1]; ++use) {
      const auto [text, place] = uses_[use];
      for (std::size_t r = 0; r < rivals_; ++r) {
        const auto rival = rival_[text * rivals_ + r];
        if (place_of[rival] == nowhere) {
          place_of[rival] = static_cast<std::uint32_t>(weights.size());
          weights.push_back({rival, 0});
        }
        place_[place_start_[text] + place * rivals_ + r] = place_of[rival];
      }
    }
    for (auto at = begin; at < weights.size(); ++at) place_of[weights[at].row] = nowhere;
    starts_[column] = static_cast<std::uint32_t>(begin);
  }
  starts_[columns()] = static_cast<std::uint32_t>(weights.size());
  weights_ = std::move(weights);
  values_.reserve(weights_.size());
  for (const auto& weight : weights_) values_.push_back(weight.value);
  start_values_ = values_;
  start_meanings_ = meanings_;
}

void LinearTraining::take_round(float step, bool pulled) {
  const auto stride = mixing_stride(texts_.size());
  for (std::size_t done = 0, i = 0; done < texts_.size(); ++done, i = (i + stride) % texts_.size()) {
    improve(i, step);
  }
  if (!pulled) return;
  const float share = pull * step;
  for (std::size_t w = 0; w < values_.size(); ++w) values_[w] += share * (start_values_[w] - values_[w]);
  for (std::size_t c = 0; c < class_count(); ++c) {
    auto& meaning = meanings_[c];
    for (std::size_t d = 0; d < meaning.size(); ++d)
      meaning[d] += share * (start_meanings_[c][d] - meaning[d]);
  }
}

// One gradient step of the likelihood of the text's own class among its rivals and "none of them".
void LinearTraining::improve(std::size_t text, float step) {
  const auto& [row, meaning] = texts_[text];
  const auto* rival = &rival_[text * rivals_];
  std::array<float, most_rivals> scores{};
  for (std::size_t r = 0; r < rivals_; ++r) scores[r] = product(meanings_[rival[r]], meaning);
  const auto* place = place_.data() + place_start_[text];
  for (const auto& cell : row) {
    for (std::size_t r = 0; r < rivals_; ++r) scores[r] += cell.value * values_[place[r]];
    place += rivals_;
  }
  const float highest =
      *std::max_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(rivals_));
  float sum = std::exp(none_[text] - highest);
  for (std::size_t r = 0; r < rivals_; ++r) sum += scores[r] = std::exp(scores[r] - highest);
  for (std::size_t r = 0; r < rivals_; ++r) scores[r] *= -step / sum;
  scores[0] += step;
  place = place_.data() + place_start_[text];
  for (const auto& cell : row) {
    for (std::size_t r = 0; r < rivals_; ++r) values_[place[r]] += cell.value * scores[r];
    place += rivals_;
  }
  for (std::size_t r = 0; r < rivals_; ++r) add(meanings_[rival[r]], meaning, scores[r]);
}

void LinearTraining::drop_small_weights() {
  float largest = 0;
  for (const float value : values_) largest = std::max(largest, std::fabs(value));
  std::vector<WeightColumns::Weight> kept;
  std::uint32_t begin = 0;
  for (std::size_t column = 0; column < columns(); ++column) {
    const auto end = starts_[column + 1];
    for (auto at = begin; at < end; ++at) {
      if (std::fabs(values_[at]) > smallest_share * largest) kept.push_back({weights_[at].row, values_[at]});
    }
    begin = end;
    starts_[column + 1] = static_cast<std::uint32_t>(kept.size());
  }
  kept.shrink_to_fit();
  weights_ = std::move(kept);
}

}  // namespace language
