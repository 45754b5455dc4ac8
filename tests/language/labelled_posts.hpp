// The labelled posts beside the tests: one TSV file per kind, first column the set. Cues are written from all
// sets but `unseen` and `strange`, whose posts nobody looks at once they are written: they are only counted.
#pragma once

#include <string>
#include <vector>

#include "language/plain_text.hpp"

namespace labelled {

struct Row {
  std::string split;
  std::vector<std::string> cells;  // as the file's first line names them
  const std::string& text() const { return cells.back(); }
};

std::vector<Row> rows_of(const std::string& name, const std::string& split);

// The text as the detectors see it.
language::PlainText plain(const std::string& text);

// True and false, found and missed.
struct Tally {
  int right = 0;
  int false_alarms = 0;
  int missed = 0;

  void add(bool expected, bool found) {
    right += expected && found ? 1 : 0;
    false_alarms += !expected && found ? 1 : 0;
    missed += expected && !found ? 1 : 0;
  }
  double precision() const { return right == 0 ? 0 : static_cast<double>(right) / (right + false_alarms); }
  double recall() const { return right == 0 ? 0 : static_cast<double>(right) / (right + missed); }
  double f1() const { return right == 0 ? 0 : 2.0 * right / (2.0 * right + false_alarms + missed); }
};

}  // namespace labelled
