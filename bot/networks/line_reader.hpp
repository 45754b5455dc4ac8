// Lines of a stream, one at a time, with a bound on each: a line that is too long is skipped, not kept in
// memory.
#pragma once

#include <cstddef>
#include <istream>
#include <string>

namespace networks {

inline constexpr std::size_t longest_line = std::size_t{1024} * 1024;

class LineReader {
 public:
  explicit LineReader(std::istream& stream, std::size_t limit = longest_line)
      : stream_(stream), limit_(limit) {}

  // False at the end. The line comes without its line break (CR LF too).
  bool next();
  const std::string& line() const { return line_; }
  std::size_t number() const { return number_; }      // from 1
  bool too_long() const { return too_long_; }         // then line() holds its beginning
  bool terminated() const { return terminated_; }     // it ended in a line break
  std::size_t consumed() const { return consumed_; }  // bytes up to the end of this line

 private:
  std::istream& stream_;
  std::size_t limit_;
  std::string line_;
  std::size_t number_ = 0;
  std::size_t consumed_ = 0;
  bool too_long_ = false;
  bool terminated_ = false;
};

}  // namespace networks
