#include "rulefile/raw_lines.hpp"

#include <algorithm>

namespace rulefile {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t byte_of_column(std::string_view line, int column) {
  std::size_t at = 0;
  for (int left = column - 1; left > 0 && at < line.size(); --left) {
    ++at;
    while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) ++at;
  }
  return at;
}

}  // namespace

RawLines::RawLines(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) {
    mark_ = byte_order_mark;
    bytes.remove_prefix(byte_order_mark.size());
  }
  while (!bytes.empty()) {
    const std::size_t stop = bytes.find_first_of("\r\n");
    if (stop == std::string_view::npos) {
      lines_.push_back({std::string(bytes), ""});
      return;
    }
    const std::size_t length = bytes.substr(stop, 2) == "\r\n" ? 2 : 1;
    lines_.push_back({std::string(bytes.substr(0, stop)), std::string(bytes.substr(stop, length))});
    bytes.remove_prefix(stop + length);
  }
}

const std::string& RawLines::line(int number) const {
  static const std::string nothing;
  return number < 1 || number > count() ? nothing : lines_[static_cast<std::size_t>(number) - 1].text;
}

std::size_t RawLines::indent(int number) const {
  return line(number).find_first_not_of(' ');
}

void RawLines::replace(int number, int column, int end_column, std::string_view text) {
  if (number < 1 || number > count()) return;
  std::string& line = lines_[static_cast<std::size_t>(number) - 1].text;
  const std::size_t begin = byte_of_column(line, column);
  const std::size_t end = std::max(begin, byte_of_column(line, end_column));
  line.replace(begin, end - begin, text);
}

void RawLines::insert_below(int number, const std::vector<std::string>& lines) {
  if (number < 1 || number > count()) return;
  Line& above = lines_[static_cast<std::size_t>(number) - 1];
  const std::string last_end = above.end;
  if (above.end.empty()) above.end = number > 1 ? lines_[static_cast<std::size_t>(number) - 2].end : "\n";
  const std::string end = above.end;
  auto place = lines_.begin() + number;
  for (const std::string& line : lines) place = lines_.insert(place, {line, end}) + 1;
  (place - 1)->end = last_end.empty() ? "" : end;
}

std::string RawLines::text() const {
  std::string text = mark_;
  for (const Line& line : lines_) text += line.text + line.end;
  return text;
}

}  // namespace rulefile
