#include "console/line_diff.hpp"

#include <algorithm>
#include <cstdint>

#include "base/text.hpp"

namespace console {
namespace {

using Kind = DiffLine::Kind;
using Lines = std::vector<std::string>;

constexpr std::size_t context = 3;
constexpr std::size_t most_cells = 4'000'000;  // of the table below

Lines lines_of(const std::string& text) {
  Lines lines = base::split(text, '\n');
  for (std::string& line : lines) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
  }
  if (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

struct Span {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t size() const { return to - from; }
};

// lengths[i][j]: of the longest common subsequence of what is left of `old_lines` from i and of `new_lines`
// from j.
class Common {
 public:
  Common(const Lines& old_lines, Span old_span, const Lines& new_lines, Span new_span)
      : width_(new_span.size() + 1), lengths_((old_span.size() + 1) * width_, 0) {
    for (std::size_t i = old_span.size(); i-- > 0;) {
      for (std::size_t j = new_span.size(); j-- > 0;) {
        const bool same = old_lines[old_span.from + i] == new_lines[new_span.from + j];
        lengths_[i * width_ + j] = same ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  std::uint32_t at(std::size_t i, std::size_t j) const { return lengths_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<std::uint32_t> lengths_;
};

void add_whole(const Lines& lines, Span span, Kind kind, std::vector<DiffLine>& out) {
  for (std::size_t i = span.from; i < span.to; ++i) out.push_back({kind, lines[i], 0});
}

void add_changed(const Lines& old_lines, Span old_span, const Lines& new_lines, Span new_span,
                 std::vector<DiffLine>& out) {
  if ((old_span.size() + 1) * (new_span.size() + 1) > most_cells) {
    add_whole(old_lines, old_span, Kind::removed, out);
    add_whole(new_lines, new_span, Kind::added, out);
    return;
  }
  const Common common(old_lines, old_span, new_lines, new_span);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < old_span.size() || j < new_span.size()) {
    const bool has_old = i < old_span.size();
    const bool has_new = j < new_span.size();
    if (has_old && has_new && old_lines[old_span.from + i] == new_lines[new_span.from + j]) {
      out.push_back({Kind::same, old_lines[old_span.from + i], 0});
      ++i;
      ++j;
    } else if (has_old && (!has_new || common.at(i + 1, j) >= common.at(i, j + 1))) {
      out.push_back({Kind::removed, old_lines[old_span.from + i++], 0});
    } else {
      out.push_back({Kind::added, new_lines[new_span.from + j++], 0});
    }
  }
}

// Unchanged lines far from every change become one line that counts them.
std::vector<DiffLine> around_changes(const std::vector<DiffLine>& all) {
  std::vector<bool> shown(all.size(), false);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].kind == Kind::same) continue;
    const std::size_t last = std::min(all.size(), i + context + 1);
    for (std::size_t near = i - std::min(i, context); near < last; ++near) shown[near] = true;
  }
  std::vector<DiffLine> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (shown[i]) {
      out.push_back(all[i]);
    } else if (!out.empty() && out.back().kind == Kind::left_out) {
      ++out.back().count;
    } else {
      out.push_back({Kind::left_out, "", 1});
    }
  }
  return out;
}

}  // namespace

std::vector<DiffLine> line_diff(const std::string& before, const std::string& after) {
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  if (old_lines == new_lines) return {};
  const std::size_t shorter = std::min(old_lines.size(), new_lines.size());
  std::size_t head = 0;
  while (head < shorter && old_lines[head] == new_lines[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head &&
         old_lines[old_lines.size() - 1 - tail] == new_lines[new_lines.size() - 1 - tail])
    ++tail;
  std::vector<DiffLine> all;
  add_whole(old_lines, {0, head}, Kind::same, all);
  add_changed(old_lines, {head, old_lines.size() - tail}, new_lines, {head, new_lines.size() - tail}, all);
  add_whole(old_lines, {old_lines.size() - tail, old_lines.size()}, Kind::same, all);
  return around_changes(all);
}

}  // namespace console
