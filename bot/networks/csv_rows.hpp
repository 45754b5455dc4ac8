// Rows of a CSV stream (RFC 4180: quotes, doubled quotes, line breaks inside quotes), bounded in size.
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <vector>

namespace networks {

class CsvRows {
 public:
  explicit CsvRows(std::istream& stream, std::size_t limit = std::size_t{1024} * 1024)
      : bytes_(*stream.rdbuf()), limit_(limit) {}

  bool next();  // false at the end
  const std::vector<std::string>& cells() const { return cells_; }
  std::size_t line() const { return line_; }   // where the row starts, from 1
  bool too_long() const { return too_long_; }  // then cells() holds its beginning

 private:
  void add(int byte);

  std::streambuf& bytes_;
  std::size_t limit_;
  std::vector<std::string> cells_;
  std::size_t size_ = 0;
  std::size_t line_ = 0;
  std::size_t next_line_ = 1;
  bool too_long_ = false;
};

}  // namespace networks
