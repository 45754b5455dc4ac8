// A file's bytes as lines that can be changed one by one and put together again. Counts lines and columns as
// SourceText does.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rulefile {

class RawLines {
 public:
  explicit RawLines(std::string_view bytes);

  int count() const { return static_cast<int>(lines_.size()); }
  const std::string& line(int number) const;  // from 1, without its end; "" beyond the text
  // Spaces before the first other character; of a blank line npos.
  std::size_t indent(int number) const;

  // Characters of one line, columns from 1, the end exclusive.
  void replace(int number, int column, int end_column, std::string_view text);
  // Below line `number`, each ended as that one is.
  void insert_below(int number, const std::vector<std::string>& lines);
  std::string text() const;

 private:
  struct Line {
    std::string text;
    std::string end;  // "\n", "\r\n", "\r"; "" at the end of a text without one
  };
  std::string mark_;  // byte order mark, or ""
  std::vector<Line> lines_;
};

}  // namespace rulefile
