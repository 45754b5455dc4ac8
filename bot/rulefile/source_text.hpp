// A file's text as lines, however it was saved: byte order mark, CRLF, tabs, any bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rulefile/diagnostic.hpp"

namespace rulefile {

inline constexpr std::size_t largest_file = std::size_t{1024} * 1024;  // bytes

// Where something stands in one file. Lines and columns from 1, columns in characters, the end exclusive.
struct Spot {
  int line = 1;
  int column = 1;
  int end_line = 1;
  int end_column = 1;
};

class SourceText {
 public:
  // Bytes that are no UTF-8 become U+FFFD; is_clean() tells.
  SourceText(std::string path, std::string_view bytes);

  const std::string& path() const { return path_; }
  const std::string& text() const { return text_; }  // lines end in \n; no byte order mark
  int lines() const { return static_cast<int>(starts_.size()); }
  std::string_view line(int number) const;  // without its end; "" beyond the text
  // The first line with bytes that no editor can show (broken UTF-8, a zero byte); 0: none.
  int broken_line() const { return broken_line_; }

  // Bytes of one line as a spot.
  Spot spot(int line, std::size_t begin, std::size_t end) const;
  Mark mark(const Spot& spot) const;

 private:
  std::size_t end_of(int line) const;
  std::uint32_t characters_before(std::size_t byte) const;

  std::string path_;
  std::string text_;
  std::vector<std::size_t> starts_;
  std::vector<std::uint32_t> counted_;  // characters before every 64th byte
  int broken_line_ = 0;
};

}  // namespace rulefile
