// How much a post reads like those of people in danger: a linear model over its words, pairs of words, groups
// of letters and what its words are about, trained on labelled posts (see danger/). It hears wordings that no
// cue was written for.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace language {

class DangerModel {
 public:
  static constexpr std::string_view mark = "FLKDNG02";  // how its file begins
  static constexpr std::size_t kinds = 4;  // self-harm, harassment, grief, threat: the order of Danger
  static constexpr std::size_t columns = std::size_t{1} << 15;
  using Odds = std::array<double, kinds>;  // of each danger against none, in logits

  // What a text holds, as columns of the model; what is there twice counts twice.
  struct Features {
    std::vector<std::uint16_t> words;   // and pairs of neighbours
    std::vector<std::uint16_t> groups;  // of three to five letters of a word, its ends marked
    std::vector<std::uint16_t> topics;  // what words are about, and pairs of that up to five apart
  };
  static Features features_of(std::string_view folded);

  // A file as `danger_bench --write` makes it; it must outlive the result. An error (invalid) says what is
  // wrong with it.
  static base::Result<DangerModel> read(std::string_view file);
  // The one that is part of the program.
  static const DangerModel& shipped();

  // Linear time.
  Odds odds_of(std::string_view folded) const;

 private:
  float step_ = 0;  // what one unit of a weight stands for
  std::array<float, kinds> bias_{};
  const std::int8_t* weights_ = nullptr;  // a row of `kinds` for each column
};

}  // namespace language
