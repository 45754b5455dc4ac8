// How a LinearModel comes by its weights.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/linear_model.hpp"

namespace language {

// The start is closed: each class is the mean of its texts. Then stochastic gradient steps in a fixed order,
// in which a text compares its class only with its nearest rivals: the time grows with the texts, not with
// texts times classes.
class LinearTraining {
 public:
  LinearTraining(std::span<const Features> texts, std::span<const std::uint32_t> classes,
                 std::size_t class_count, std::size_t columns);
  LinearModel run();

 private:
  struct Use {  // of a column by a text
    std::uint32_t text;
    std::uint32_t place;  // in the text's row
  };

  void note_uses();
  void start_from_means();
  void choose_rivals();
  void make_room_for_rivals();
  void take_round(float step, bool pull);
  void improve(std::size_t text, float step);
  void drop_small_weights();
  LinearModel model() const;

  std::size_t class_count() const { return meanings_.size(); }
  std::size_t columns() const { return row_of_none_.size(); }

  std::span<const Features> texts_;
  std::span<const std::uint32_t> classes_;

  // What is learnt.
  std::vector<std::uint32_t> starts_;  // of each column in weights_, and the end
  std::vector<WeightColumns::Weight> weights_;
  std::vector<Meaning> meanings_;  // of each class
  std::vector<float> row_of_none_;
  Meaning meaning_of_none_{};

  std::vector<Use> uses_;                  // by column
  std::vector<std::uint32_t> uses_start_;  // of each column, and the end
  std::size_t rivals_ = 0;                 // of each text, its own class among them, which comes first
  std::vector<std::uint32_t> rival_;       // rivals_ for each text
  std::vector<float> none_;                // each text's evidence for "none of them"
  std::vector<std::uint32_t> place_;       // in the weights: of each text, each cell, each rival
  std::vector<std::size_t> place_start_;   // of each text
  std::vector<float> values_;              // of weights_, while they are improved
  std::vector<float> start_values_;
  std::vector<Meaning> start_meanings_;
};

}  // namespace language
