#include "tests/bench/danger_training.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>

namespace training {
namespace {

using language::DangerModel;

constexpr int rounds = 30;
constexpr float first_step = 0.2F;
constexpr float decay = 1e-3F;            // of a weight whenever it is used
constexpr float share_of_danger = 1.15F;  // calm posts are over ten times as many
constexpr std::size_t kinds = DangerModel::kinds;

struct Row {
  DangerModel::Features features;
  std::size_t danger = 0;
};

// AdaGrad: a weight that was often moved moves less.
class Weights {
 public:
  Weights() : values_(DangerModel::columns * kinds), moved_(values_.size(), 1e-3F) {}

  void improve(const Row& row) {
    auto chances = bias_;
    add(row.features.words, chances);
    add(row.features.groups, chances);
    add(row.features.topics, chances);
    to_chances(chances);
    if (row.danger > 0) {
      chances[row.danger - 1] -= 1;
      for (float& chance : chances) chance *= share_of_danger;
    }
    for (std::size_t kind = 0; kind < kinds; ++kind) step(bias_[kind], bias_moved_[kind], chances[kind]);
    pull(row.features.words, chances);
    pull(row.features.groups, chances);
    pull(row.features.topics, chances);
  }

  std::string file() const {
    float most = 0;
    for (const float value : values_) most = std::max(most, std::abs(value));
    const float unit = most / 127;
    std::string file(DangerModel::mark);
    const auto put = [&file](float number) {
      file.append(reinterpret_cast<const char*>(&number), sizeof number);
    };
    put(unit);
    for (const float bias : bias_) put(bias);
    for (const float value : values_) file += static_cast<char>(std::lround(value / unit));
    return file;
  }

 private:
  using Scores = std::array<float, kinds>;

  static float share(std::span<const std::uint16_t> columns) {
    return columns.empty() ? 0 : 1 / std::sqrt(static_cast<float>(columns.size()));
  }

  void add(std::span<const std::uint16_t> columns, Scores& scores) const {
    for (const auto column : columns) {
      for (std::size_t kind = 0; kind < kinds; ++kind)
        scores[kind] += share(columns) * values_[column * kinds + kind];
    }
  }

  // "None" has the score 0.
  static void to_chances(Scores& scores) {
    const float highest = std::max(0.0F, *std::max_element(scores.begin(), scores.end()));
    float sum = std::exp(-highest);
    for (float& score : scores) sum += score = std::exp(score - highest);
    for (float& score : scores) score /= sum;
  }

  static void step(float& value, float& moved, float gradient) {
    moved += gradient * gradient;
    value -= first_step * gradient / std::sqrt(moved);
  }

  void pull(std::span<const std::uint16_t> columns, const Scores& off) {
    const float each = share(columns);
    for (const auto column : columns) {
      for (std::size_t kind = 0; kind < kinds; ++kind) {
        const auto at = column * kinds + kind;
        step(values_[at], moved_[at], each * off[kind] + decay * values_[at]);
      }
    }
  }

  std::vector<float> values_;
  std::vector<float> moved_;
  Scores bias_{};
  Scores bias_moved_{1e-3F, 1e-3F, 1e-3F, 1e-3F};
};

}  // namespace

std::string trained(const std::vector<Example>& examples) {
  std::vector<Row> rows;
  rows.reserve(examples.size());
  for (const auto& example : examples)
    rows.push_back({DangerModel::features_of(example.folded), example.danger});
  Weights weights;
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::uint64_t chance = 1;
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t left = order.size(); left > 1; --left) {  // std::shuffle is not the same everywhere
      chance = chance * 6364136223846793005U + 1442695040888963407U;
      std::swap(order[left - 1], order[(chance >> 33U) % left]);
    }
    for (const auto row : order) weights.improve(rows[row]);
  }
  return weights.file();
}

}  // namespace training
