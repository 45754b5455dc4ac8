// The JSON values of a stream, one at a time: the elements of an array, or the values that follow one another
// (one a line, or spread over many). Each is bounded; one that is broken is given as such, and the next line
// starts afresh.
#pragma once

#include <cstddef>
#include <istream>
#include <string>

namespace networks {

inline constexpr std::size_t longest_value = std::size_t{8} * 1024 * 1024;

class JsonValues {
 public:
  explicit JsonValues(std::istream& stream, std::size_t limit = longest_value)
      : bytes_(*stream.rdbuf()), limit_(limit) {}

  bool next();  // false at the end
  const std::string& text() const { return text_; }
  std::size_t line() const { return line_; }               // where it starts, from 1
  const std::string& problem() const { return problem_; }  // "" when it can be parsed

 private:
  bool tell_cut_array();
  int take();
  int skip_to_value();
  void take_value(int first);
  void give_up(const char* problem, int last);

  std::streambuf& bytes_;
  std::size_t limit_;
  std::string text_;
  std::string problem_;
  std::size_t line_ = 1;
  std::size_t current_line_ = 1;
  long open_ = 0;       // brackets between the values
  bool found_ = false;  // a value, or what was told in its place
};

}  // namespace networks
