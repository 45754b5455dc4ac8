// What single characters fold to, for the blocks that most people write in; ICU is asked once, not for every
// post.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// Built from the general way of folding, so that both always agree. Immutable.
class FoldTable {
 public:
  // `fold_one` folds a text of one character, white space as a blank.
  explicit FoldTable(std::string (*fold_one)(std::int32_t));

  // White space as blanks, not yet shortened; none: the table does not know this character. The view lives as
  // long as the table.
  std::optional<std::string_view> of(std::int32_t c) const;

 private:
  static constexpr std::int32_t letters_begin = 0x80;  // Latin letters with accents
  static constexpr std::int32_t letters_end = 0x250;   //
  static constexpr std::int32_t signs_begin = 0x2000;  // dashes, quotation marks, currencies
  static constexpr std::int32_t signs_end = 0x20D0;    //
  std::array<std::string, letters_end - letters_begin> letters_;
  std::array<std::string, signs_end - signs_begin> signs_;
};

}  // namespace base
