#include "rulefile/source_text.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace rulefile {
namespace {

constexpr std::size_t step = 64;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::string with_plain_line_ends(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r') {
      text += bytes[i];
      continue;
    }
    text += '\n';
    if (i + 1 < bytes.size() && bytes[i + 1] == '\n') ++i;
  }
  return text;
}

int first_broken_line(const std::string& text, bool valid) {
  int number = 1;
  for (const std::string& line : base::split(text, '\n')) {
    if (line.find('\0') != std::string::npos) return number;
    if (!valid && !base::is_valid_utf8(line)) return number;
    ++number;
  }
  return 0;
}

}  // namespace

SourceText::SourceText(std::string path, std::string_view bytes) : path_(std::move(path)) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  text_ = with_plain_line_ends(bytes);
  const bool valid = base::is_valid_utf8(text_);
  if (!valid || text_.find('\0') != std::string::npos) {
    broken_line_ = first_broken_line(text_, valid);
    text_ = base::valid_utf8(text_);
    std::replace(text_.begin(), text_.end(), '\0', '?');
  }
  starts_.push_back(0);
  std::uint32_t characters = 0;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (i % step == 0) counted_.push_back(characters);
    if (!continues_character(text_[i])) ++characters;
    if (text_[i] == '\n' && i + 1 < text_.size()) starts_.push_back(i + 1);
  }
  counted_.push_back(characters);
}

std::size_t SourceText::end_of(int number) const {
  const auto next = static_cast<std::size_t>(number);
  const std::size_t end = next < starts_.size() ? starts_[next] : text_.size();
  return end > starts_[next - 1] && text_[end - 1] == '\n' ? end - 1 : end;
}

std::string_view SourceText::line(int number) const {
  if (number < 1 || number > lines()) return {};
  const std::size_t begin = starts_[static_cast<std::size_t>(number) - 1];
  return std::string_view(text_).substr(begin, end_of(number) - begin);
}

std::uint32_t SourceText::characters_before(std::size_t byte) const {
  std::uint32_t count = counted_[byte / step];
  for (std::size_t i = byte - byte % step; i < byte; ++i) count += continues_character(text_[i]) ? 0 : 1;
  return count;
}

Spot SourceText::spot(int number, std::size_t begin, std::size_t end) const {
  if (number < 1 || number > lines()) return {std::max(number, 1), 1, std::max(number, 1), 1};
  const std::size_t start = starts_[static_cast<std::size_t>(number) - 1];
  const auto column = [&](std::size_t byte) {
    const std::size_t at = std::min(start + byte, end_of(number));
    return 1 + static_cast<int>(characters_before(at) - characters_before(start));
  };
  return {number, column(begin), number, column(std::max(begin, end))};
}

Mark SourceText::mark(const Spot& spot) const {
  return {path_, spot.line, spot.column, spot.end_line, spot.end_column};
}

}  // namespace rulefile
