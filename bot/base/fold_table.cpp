#include "base/fold_table.hpp"

namespace base {

FoldTable::FoldTable(std::string (*fold_one)(std::int32_t)) {
  for (std::int32_t c = letters_begin; c < letters_end; ++c) {
    letters_[static_cast<std::size_t>(c - letters_begin)] = fold_one(c);
  }
  for (std::int32_t c = signs_begin; c < signs_end; ++c) {
    signs_[static_cast<std::size_t>(c - signs_begin)] = fold_one(c);
  }
}

std::optional<std::string_view> FoldTable::of(std::int32_t c) const {
  constexpr std::int32_t emoji_style = 0xFE0F;
  if (c >= letters_begin && c < letters_end) return letters_[static_cast<std::size_t>(c - letters_begin)];
  if (c >= signs_begin && c < signs_end) return signs_[static_cast<std::size_t>(c - signs_begin)];
  if (c == emoji_style) return std::string_view();
  return std::nullopt;
}

}  // namespace base
